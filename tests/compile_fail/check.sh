#!/bin/sh
# usage: check.sh CASE.cpp COMPILER [FLAG...]
# CASE.cpp must compile as it is, and must not with -DMUST_FAIL. Where its first line is
# `// expect: regex`, that extended regular expression must be found in what the compiler says; where it is
# `// says: regex`, in the first five lines of it.
set -eu
case=$1
shift
export LC_ALL=C

# The twin first: a case that compiles in no way would prove nothing.
"$@" -fsyntax-only "$case" || { echo "$case: must compile without MUST_FAIL"; exit 1; }

if said=$("$@" -fsyntax-only -DMUST_FAIL "$case" 2>&1); then
    echo "$case: must not compile with MUST_FAIL, but does"
    exit 1
fi
expected=$(sed -n '1s|^// expect: ||p' "$case")
printf '%s\n' "$said" | grep -Eq -e "$expected" || { echo "$case: no '$expected' in: $said"; exit 1; }
sentence=$(sed -n '1s|^// says: ||p' "$case")
printf '%s\n' "$said" | head -n 5 | grep -Eq -e "$sentence" ||
    { echo "$case: no '$sentence' in the first five lines of: $said"; exit 1; }
