#!/bin/sh
# usage: older_standard.sh COMPILER [FLAG...]      FLAG... has -I of the library
# Under an older standard every header answers with one sentence that says what to do, and the compiler stops there.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
sentence='slbwire needs C++20: compile with -std=c++20'
status=0
for header in slbwire.hpp call/print.hpp core/array_view.hpp; do
    printf '#include <slbwire/%s>\nint main() { return 0; }\n' "$header" > "$work/unit.cpp"
    for standard in c++17 gnu++14; do
        if "$@" -std=$standard -fsyntax-only "$work/unit.cpp" > "$work/said" 2>&1; then
            echo "$header compiles with -std=$standard" && status=1
            continue
        fi
        # How the file came to be included stands before it, a line each.
        grep -vE '^(In file included| +from )' "$work/said" | head -n 1 | grep -qF "$sentence" ||
            { echo "$header, $standard: the first line says something else" && status=1 && head -n 8 "$work/said"; }
        # The sentence, and that the file which is nowhere is not found.
        [ "$(grep -c 'error: ' "$work/said")" -le 2 ] ||
            { echo "$header, $standard: goes on after the sentence" && status=1 && grep 'error: ' "$work/said" | head -n 8; }
    done
done
exit $status
