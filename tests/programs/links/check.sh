#!/bin/sh
# usage: check.sh ONE_SIDE SAME OTHER COMPILER [FLAG...]
# The object ONE_SIDE must link with SAME, which has the same settings, and not with OTHER: for each of the three
# things of values.hpp the linker must name what it lacks, a name with slbwire in it.
set -eu
one=$1 same=$2 other=$3
shift 3
export LC_ALL=C
program=$(mktemp)
trap 'rm -f "$program"' EXIT

"$@" "$one" "$same" -o "$program"
"$program"

if said=$("$@" "$one" "$other" -o "$program" 2>&1); then
    echo "units with different settings link"
    exit 1
fi
status=0
for name in takes gives shares; do
    # Mangled or demangled, as the linker likes.
    printf '%s\n' "$said" | grep -E "[Uu]ndefined.*$name" | grep -Eq 'slbwire|abi:v|B[0-9]+v' ||
        { echo "not missed: $name" && status=1; }
done
[ $status = 0 ] || printf '%s\n' "$said"
exit $status
