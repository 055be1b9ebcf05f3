#!/bin/sh
# None of the functions called caller_… stands among the code that is rarely run.
# usage: callers.sh OBJDUMP OBJECT
set -eu
"$1" -t -C "$2" > "$2.symbols"
functions=$(grep -c ' F .*caller_[a-z_]*[[(]' "$2.symbols")
[ "$functions" -ge 18 ] || { echo "only $functions functions found" && exit 1; }
# A part that g++ has split off, as what destroys things after an exception, is called ….cold and may stand there.
! grep ' F \.text\.unlikely.*caller_' "$2.symbols" | grep -v '\.cold\|clone'
