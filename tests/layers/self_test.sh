#!/bin/sh
# Proves that check.sh can fail: a small house that keeps every rule, then one breach at a time.
set -eu
check=$(cd "$(dirname "$0")" && pwd)/check.sh
house=$(mktemp -d)
trap 'rm -rf "$house"' EXIT
cd "$house"

build() {
    rm -rf include tests && mkdir -p include/slbwire/core include/slbwire/wire include/slbwire/testing tests/core tests/wire
    echo "project(slbwire VERSION 1.2.3 LANGUAGES CXX)" > CMakeLists.txt
    echo "project('slbwire', version: '1.2.3')" > meson.build
    printf '%s\n' '#pragma once' '#if defined(__GNUC__)' '#define SLBWIRE_ONE' '#endif' '#define SLBWIRE_VERSION_MAJOR 1' \
        '#define SLBWIRE_VERSION_MINOR 2' '#define SLBWIRE_VERSION_PATCH 3' > include/slbwire/config.hpp
    printf '%s\n' '#pragma once' '#include <string>' '#include "../config.hpp"' > include/slbwire/core/low.hpp
    printf '%s\n' '#pragma once' '#include "../core/low.hpp"' > include/slbwire/wire/high.hpp
    printf '%s\n' '#pragma once' '#include <ostream>' > include/slbwire/wire/print.hpp
    printf '%s\n' '#pragma once' '#include "../wire/high.hpp"' > include/slbwire/testing/fake.hpp
    printf '%s\n' '#pragma once' '#include "wire/high.hpp"' > include/slbwire/slbwire.hpp
    touch tests/core/low.cpp tests/wire/high.cpp tests/wire/print.cpp
}
build
sh "$check" . || { echo "the sound house must pass"; exit 1; }

failed=0
# breach WHAT-IS-SAID FILE [LINE...]: appends the lines, wants the check to say so, restores.
breach() {
    said=$1 file=$2
    shift 2
    mkdir -p "$(dirname "$file")"
    printf '%s\n' "$@" >> "$file"
    if output=$(sh "$check" . 2>&1); then
        echo "passed in spite of: $*" && failed=1
    elif ! printf '%s\n' "$output" | grep -q "$said"; then
        echo "did not say '$said': $output" && failed=1
    fi
    build
}
low=include/slbwire/core/low.hpp
breach 'later layer' $low '#include "../wire/high.hpp"'
breach 'later layer' $low '#include "../slbwire.hpp"'
breach 'no known layer' include/slbwire/stray/low.hpp '#pragma once'
breach 'only a user' include/slbwire/wire/high.hpp '#include "print.hpp"'
breach 'for tests' include/slbwire/slbwire.hpp '#include "testing/fake.hpp"'
breach 'later layer' include/slbwire/wire/high.hpp '#include "../testing/fake.hpp"'
breach 'not a header of this' $low '#include "absent.hpp"'
breach 'standard library' $low '#include <slbwire/core/low.hpp>'
breach 'standard library' $low '#include <immintrin.h>'
breach '<chrono> is banned' $low '#include <chrono>'
breach '<iostream> is banned' include/slbwire/wire/print.hpp '#  include <iostream>'
breach 'SLBWIRE_' include/slbwire/config.hpp '#define OTHER 1'
breach 'belongs into config' $low '#define SLBWIRE_TWO(x) x'
breach 'asks for a compiler' $low '#if defined(__clang__)' '#endif'
breach 'not ASCII' $low '// one … three'
breach 'later layer' include/slbwire/config.hpp '#include "wire/high.hpp"'
breach '300 lines' $low $(seq -f '//%.0f' 299)
breach 'includes only' include/slbwire/slbwire.hpp 'namespace slbwire {}'
breach 'no untested.cpp' include/slbwire/core/untested.hpp '#pragma once' 'inline int one() { return 1; }'
breach 'no untested.cpp' include/slbwire/core/untested_body.hpp '#pragma once' 'inline int one() { return 1; }'
breach 'tabs' tests/core/low.cpp "$(printf '\tint x;')"
breach 'directive of modules' tests/core/low.cpp 'void f() {' '    module m;' '}'
: > meson.build
breach 'meson.build: version' meson.build "project('slbwire', version: '1.2.4')"
: > CMakeLists.txt
breach 'CMakeLists.txt: version' CMakeLists.txt 'project(slbwire VERSION 1.2.2 LANGUAGES CXX)'
breach 'version is not' include/slbwire/config.hpp '#define SLBWIRE_VERSION_PATCH 4'
exit $failed
