#!/bin/sh
# usage: next_version.sh INCLUDE COPY - makes in COPY what may be the next version of the headers in INCLUDE: its number
# is one higher, and `client` has one more member, in front.
set -eu
rm -rf "$2"
mkdir -p "$2"
cp -r "$1/slbwire" "$2"
config=$2/slbwire/config.hpp client=$2/slbwire/call/client.hpp
patch=$(sed -n 's/^#define SLBWIRE_VERSION_PATCH //p' "$config")
sed -i "s/^#define SLBWIRE_VERSION_PATCH .*/#define SLBWIRE_VERSION_PATCH $((patch + 1))/" "$config"
sed -i 's/^struct client {$/&\n    std::string one_more_member{};/' "$client"
grep -q "^#define SLBWIRE_VERSION_PATCH $((patch + 1))$" "$config"
grep -q one_more_member "$client"
