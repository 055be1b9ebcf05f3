#!/bin/sh
# usage: check.sh DIR EMULATOR COMPARE
# The vendor's client for Node.js, installed into DIR: the emulator understands it, and it signs as the library does.
# Exit status 77: skipped, as Node.js is not there or the package cannot be had.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
for tool in node npm; do command -v $tool > /dev/null || { echo "skipped: no $tool" && exit 77; }; done
[ -d node_modules/@alicloud/pop-core ] ||
    timeout 240 npm install --no-audit --no-fund --no-save @alicloud/pop-core@1.8.0 > npm.log 2>&1 ||
    { echo "skipped: npm install failed" && tail -n 5 npm.log && exit 77; }
export NODE_PATH="$PWD/node_modules"

timeout 60 node "$here/signatures.js" 2000 > signatures.tsv
"$3" 2000 < signatures.tsv

rm -f ports  # of a run before
"$2" --load-balancer lb-1 --print-ports > ports &
emulator=$!
trap 'kill $emulator' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ ! -s ports ] || break
    sleep 0.2
done
read -r port _ < ports
timeout 60 node "$here/client.js" "http://127.0.0.1:$port"
