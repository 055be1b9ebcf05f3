#!/bin/sh
# usage: disassembly.sh OBJDUMP PROGRAM [none|some INSTRUCTIONS FUNCTIONS]...
# Of the functions whose demangled name matches FUNCTIONS, none or some hold an instruction whose name matches
# INSTRUCTIONS; both are extended regular expressions. "some" shows that what "none" looks for can be seen at all.
# Functions must be there in either case. Exit status 77: not looked at, as there is no objdump.
set -eu
objdump=$1 program=$2
shift 2
command -v "$objdump" > /dev/null || { echo "skipped: no objdump"; exit 77; }
listing=$(mktemp)
trap 'rm -f "$listing"' EXIT
"$objdump" -d -C --no-show-raw-insn "$program" > "$listing"

status=0
while [ $# -ge 3 ]; do
    found=$(awk -v functions="$3" -v instructions="$2" '
        /^[0-9a-f]+ <.*>:$/ { inside = match($0, functions); name = $0; seen += inside != 0; next }
        inside && $2 ~ instructions { print $0 "   in " name; exit }
        END { if (!seen) print "no function" }' "$listing")
    case $1:$found in
    none: | some:*" in "*) ;;
    *) echo "$1 of '$3' should hold '$2'; found: ${found:-nothing}" && status=1 ;;
    esac
    shift 3
done
exit $status
