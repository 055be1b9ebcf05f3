#!/bin/sh
# usage: check.sh ROOT - reads the house rules off the text of the project; prints each breach.
set -eu
cd "$1"
status=0

# Rules on the lines of headers.
(cd include/slbwire && find . -name '*.hpp' | sed 's|^\./||' | sort | xargs awk '
BEGIN {
    # A folder includes itself and the folders before it.
    count = split("simd core codec wire model api call testing", layers, " ")
    for (i = 1; i <= count; ++i) rank[layers[i]] = i
    top = count + 1  # what lies beside the folders: the umbrella, and the macros of all
    rank["config.hpp"] = 1
    # Heavy to compile, or a way around "time and randomness are arguments".
    count = split("iostream istream ostream sstream fstream format regex functional ranges unordered_map " \
                  "random chrono span atomic", names, " ")
    for (i = 1; i <= count; ++i) banned[names[i]] = 1
    # What only a test of a user asks for: no header of another folder includes it.
    for_tests = rank["testing"]
    # Headers that only a user asks for, with the banned names they may include; no other header includes them, but for
    # the file that has all bodies.
    asked["print.hpp"] = " ostream format "
    asked["session.hpp"] = " functional "
    asked["session_body.hpp"] = asked["exchange.hpp"] = asked["exchange_body.hpp"] = asked["co_call.hpp"] = " "
    asked["key_files.hpp"] = asked["key_files_body.hpp"] = asked["key_providers.hpp"] = " "
    asked["blocking.hpp"] = " chrono "
    asked["completing.hpp"] = " atomic "
    for (i = 1; i < ARGC; ++i) exists[ARGV[i]] = 1
}
function complain(text) { printf "include/slbwire/%s:%d: %s\n", FILENAME, FNR, text; bad = 1 }
function base(path) { sub(/.*\//, "", path); return path }
function layer(path) {
    if (path in rank) return rank[path]
    return path ~ /\// ? rank[substr(path, 1, index(path, "/") - 1)] : top
}
function check_standard(name) {
    if (name == "slbwire/needs_cpp20" && FILENAME == "config.hpp") return  # is nowhere, on purpose
    if (name !~ /^[a-z0-9_]+$/) complain("<" name "> is not a header of the C++ standard library")
    else if (name in banned && index(asked[base(FILENAME)], " " name " ") == 0) complain("<" name "> is banned")
}
function check_own(name, path) {
    path = FILENAME
    sub(/[^\/]*$/, "", path)
    path = path name
    while (sub(/[^\/.]+\/\.\.\//, "", path)) {}
    if (!(path in exists)) complain("\"" name "\" is not a header of this project")
    else if (layer(path) > layer(FILENAME)) complain("includes " path ", which is a later layer")
    else if (layer(path) == for_tests && layer(FILENAME) != for_tests) complain("includes " path ", which is for tests")
    else if (base(path) in asked && !(base(FILENAME) in asked) && FILENAME != "compiled.hpp") complain("includes " path ", which only a user may ask for")
}
FNR == 1 && !layer(FILENAME) { complain("is in no known layer") }
FNR == 301 { complain("is longer than 300 lines") }
FILENAME == "slbwire.hpp" && !/^(\/\/.*|#pragma once|#include .*)?$/ { complain("the umbrella holds includes only") }
/(__GNUC__|__clang__|_MSC_VER)/ && FILENAME !~ /^(config|simd\/counter)\.hpp$/ { complain("asks for a compiler") }
/[^\x01-\x7f]/ { complain("is not ASCII, which some compilers warn of") }
/^ *# *include/ {
    split($0, part, /[<>"]/)
    if ($0 ~ /include *</) check_standard(part[2])
    else if ($0 ~ /include *"/) check_own(part[2])
    else complain("include of a macro")
}
/^ *# *define/ {
    name = $0
    sub(/^ *# *define +/, "", name)
    sub(/[^A-Za-z0-9_].*/, "", name)
    if (name !~ /^SLBWIRE_/) complain("the macro " name " does not start with SLBWIRE_")
    if (FILENAME != "config.hpp" && name != "SLBWIRE_COMPILED") complain("the macro " name " belongs into config.hpp")
}
END { exit bad }
') || status=1

# Every header with code has its test file, which is its body's too. The umbrella has nothing of its own to test but
# that it compiles.
tests=$(find tests -name '*.cpp' | sed 's|.*/||')
for header in $(cd include/slbwire && find . -mindepth 2 -name '*.hpp' | sort); do
    grep -q 'return' "include/slbwire/$header" || continue
    stem=$(basename "$header" .hpp)
    stem=${stem%_body}
    case "
$tests
" in *"
$stem.cpp
"*) ;; *) echo "include/slbwire/${header#./}: no $stem.cpp under tests/" && status=1 ;; esac
done

# No tabs in sources. Test data may hold any byte, samples.hpp too: it has documents as they were published.
tab=$(printf '\t')
tabbed=$(find include tests fuzz benchmarks .ci CMakeLists.txt meson.build -type f \
    \( -name "*.[ch]pp" -o -name "*.h" -o -name "*.sh" -o -name run -o -name CMakeLists.txt -o -name meson.build \) \
    ! -name samples.hpp -exec grep -l "$tab" {} + 2> /dev/null) || true  # not all of these folders need be there
[ -z "$tabbed" ] || { echo "tabs in: $tabbed" && status=1; }

# No line starts as a directive of modules does: `module m;` is one where front ends are strict, even in a function.
directives=$(find include tests fuzz benchmarks -type f -name '*.[ch]pp' \
    -exec grep -nE '^[[:blank:]]*(export[[:blank:]]+)?(module|import)[[:blank:]]+[A-Za-z_:<";]' {} + 2> /dev/null) || true
[ -z "$directives" ] || { echo "a directive of modules: $directives" && status=1; }

# The version stands in the headers and in both build files.
part() { sed -n "s/^#define SLBWIRE_VERSION_$1 //p" include/slbwire/config.hpp | tail -n 1; }
version=$(part MAJOR).$(part MINOR).$(part PATCH)
grep -q "^project(slbwire VERSION $version " CMakeLists.txt || { echo "CMakeLists.txt: version is not $version" && status=1; }
grep -q "version: '$version'" meson.build || { echo "meson.build: version is not $version" && status=1; }

exit $status
