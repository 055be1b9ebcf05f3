#!/bin/sh
# usage: check.sh SLBWIRE_SOURCE FOLDER - makes in FOLDER a meson project that has slbwire as a subproject;
# builds it with the compiler in CXX, runs it.
set -eu
source=$1 folder=$2
here=$(dirname "$0")
rm -rf "$folder"
mkdir -p "$folder/subprojects"
cp "$here/meson.build" "$here/../main.cpp" "$folder"
ln -s "$source" "$folder/subprojects/slbwire"
meson setup --wrap-mode=nodownload --force-fallback-for=slbwire "$folder/build" "$folder"
grep -q -e '-isystem[^ ]*slbwire/include' "$folder/build/build.ninja" || { echo "the headers are not a system's"; exit 1; }
meson compile -C "$folder/build"
"$folder/build/consumer"
"$folder/build/consumer_of_compiled"
