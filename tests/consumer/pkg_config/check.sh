#!/bin/sh
# usage: check.sh PREFIX PROGRAM COMPILER [FLAG...] - builds and runs a consumer of what PREFIX holds.
set -eu
prefix=$1 program=$2
shift 2
mkdir -p "$(dirname "$program")"
export PKG_CONFIG_PATH="$prefix/share/pkgconfig"
# shellcheck disable=SC2046  # the flags are words
"$@" $(pkg-config --cflags slbwire) "$(dirname "$0")/../main.cpp" -o "$program"
"$program"
