#!/bin/sh
# usage: absent_value.sh PROGRAM - the program must end itself, with a sentence that says what was not there.
set -eu
program=$1
status=0
# ends WORD SENTENCE
ends() {
    if said=$("$program" "$1" 2>&1); then
        echo "$1: did not end" && status=1
    fi
    case $said in *"$2"*) ;; *) echo "$1: no '$2' in: $said" && status=1 ;; esac
}
ends value "slbwire: the value of a result was asked for that has an error: invalid request: a required field is missing in VServerGroupId"
ends value_beside_a_fault "has a fault: containers are nested too deeply"
ends value_beside_text "slbwire: the value of a result was asked for that has an error"
ends error "slbwire: the error of a result was asked for that has none"
ends moved "slbwire: the error of a result was asked for that has none"
exit $status
