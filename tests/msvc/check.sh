#!/usr/bin/env bash
# How far is the library from MSVC? Asked without MSVC: clang for its target, over Microsoft's own STL and, below it,
# Wine's C headers; as clang-cl sees it and, with the names of g++ and clang taken away, as cl.exe does. Then EDG, the
# front end behind IntelliSense, where CUDA's cudafe++ is.
#
# usage: SLBWIRE_MSVC_STL=DIR bash tests/msvc/check.sh [quick]
#   DIR has stl/inc, from a clone of the public repository microsoft/STL:
#     git -C STL archive vs-2022-17.14 stl/inc | tar x -C DIR
#   quick   without the unit tests
# environment: CLANG  the compiler (clang++-19)
#              MSC    the version of MSVC that is claimed (19.44). A tag of the STL wants one: 17.8 19.36, 17.10 19.40,
#                     17.14 19.44; and each wants a clang that is new enough.
#              WINE   Wine's headers (/usr/include/wine/wine)
# Needs libwine-dev for any of it; lld and wine for programs to run. Exit status 77: skipped.
# What is missing between the STL and Wine's headers stands in runtime/, of our own; what the STL
# has in a library of its own, as far as the tests use it, in start.cpp and library.cpp.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
tests=$root/tests include=$root/include
clang=${CLANG:-clang++-19}
msc=${MSC:-19.44}
wine=${WINE:-/usr/include/wine/wine}
stl=${SLBWIRE_MSVC_STL:-}
[ -n "$stl" ] || { echo "skipped: SLBWIRE_MSVC_STL names no folder with stl/inc of microsoft/STL"; exit 77; }
[ -e "$stl/stl/inc/yvals_core.h" ] || { echo "no $stl/stl/inc/yvals_core.h"; exit 2; }
[ -e "$wine/msvcrt/corecrt.h" ] || { echo "skipped: no Wine headers in $wine"; exit 77; }
command -v "$clang" > /dev/null || { echo "skipped: no $clang"; exit 77; }
work=$(mktemp -d)
# Wine's server goes on for some seconds, and would write into the folder that is being removed.
trap '[ ! -d "$work/prefix" ] || WINEPREFIX=$work/prefix wineserver -k; rm -rf "$work"' EXIT
export LC_ALL=C

mkdir "$work/annotations"
python3 "$here/annotations.py" "$stl/stl/inc" "$wine/windows/sal.h" > "$work/annotations/sal.h" || exit 2
resources=$("$clang" -print-resource-dir)/include
# ms ARGUMENT...: the compiler. TRIPLE, STD and EH say what for.
ms() {
    # shellcheck disable=SC2086 # EH is words
    "$clang" --target="${TRIPLE:-x86_64-pc-windows-msvc}" -std="${STD:-c++20}" ${EH--fexceptions -fcxx-exceptions} \
        -fms-compatibility -fms-extensions -fms-compatibility-version="$msc" -nostdinc++ -nostdlibinc \
        -isystem "$here/runtime" -isystem "$work/annotations" -isystem "$stl/stl/inc" -isystem "$resources" \
        -isystem "$wine/msvcrt" -isystem "$wine/windows" -I "$include" "$@"
}
without_exceptions=(-D_HAS_EXCEPTIONS=0 -D_USE_STD_VECTOR_ALGORITHMS=0 -D_NO_CRT_STDIO_INLINE -fno-threadsafe-statics)
none="-fno-exceptions -fno-rtti"
as_cl=(-include "$here/as_cl.hpp")
warnings=(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)

status=0 passed=0
# step NAME COMMAND...: passes where the command does; otherwise says the first lines that tell why.
step() {
    local name=$1
    shift
    if "$@" > "$work/log" 2>&1; then
        echo "PASS  $name" && passed=$((passed + 1))
        grep -E '[0-9]+ tests, ' "$work/log" | sed 's/^/        /'
        return 0
    fi
    status=1
    echo "FAIL  $name"
    { grep -E 'error|warning|FAILED|:[0-9]+:' "$work/log" || cat "$work/log"; } | grep -v '^In file' | head -n 12 |
        sed 's/^/        /'
}
finish() {
    [ $status = 0 ] && echo "all $passed passed" || echo "not all passed"
    exit $status
}

# --- The headers. --------------------------------------------------------------------------------------------------
printf '#include <slbwire/slbwire.hpp>\n#include <slbwire/call/print.hpp>\n' > "$work/all.cpp"
(cd "$include" && find slbwire -name '*.hpp' ! -name compiled.hpp | sort | sed 's/.*/#include <&>/') > "$work/every.cpp"

# Every line of the library that is left where cl.exe's names are the only ones.
nothing_gnu() {
    ms -w "${as_cl[@]}" -E "$work/every.cpp" 2> /dev/null | awk -v own="$include/" '
        /^# [0-9]+ "/ { split($0, part, "\""); file = part[2]; line = $2 - 1; mine = index(file, own) == 1; next }
        { ++line; seen += mine }
        mine && /gnu::|gnu_only|__attribute__|__builtin_|__asm|__atomic_|__int128|__extension__|__typeof|__PRETTY/ {
            print file ":" line ": " $0; bad = 1 }
        END { exit bad || !seen }'
}
step "the STL alone, as clang-cl" ms -fsyntax-only -x c++ "$here/as_cl.hpp"
step "nothing of g++'s and clang's is left for cl.exe" nothing_gnu
step "clang-cl: all headers" ms "${warnings[@]}" -fsyntax-only "$work/every.cpp"
EH=$none step "clang-cl: without exceptions and RTTI" ms "${warnings[@]}" -D_HAS_EXCEPTIONS=0 -fsyntax-only "$work/all.cpp"
TRIPLE=aarch64-pc-windows-msvc step "clang-cl: for ARM64" ms "${warnings[@]}" -fsyntax-only "$work/all.cpp"
STD=c++2b step "clang-cl: as C++23" ms "${warnings[@]}" -fsyntax-only "$work/all.cpp"
for setting in SLBWIRE_NO_SIMD SLBWIRE_MAX_DEPTH=16; do
    step "clang-cl: $setting" ms "${warnings[@]}" -D$setting -fsyntax-only "$work/all.cpp"
done
echo '#include <slbwire/compiled.hpp>' > "$work/compiled.cpp"
step "cl.exe's names: compiled once" ms "${warnings[@]}" -Wno-unknown-attributes "${as_cl[@]}" -DSLBWIRE_SEPARATE \
    -fsyntax-only "$work/compiled.cpp"
step "cl.exe's names: all headers" ms "${warnings[@]}" -Wno-unknown-attributes "${as_cl[@]}" -fsyntax-only "$work/every.cpp"
step "cl.exe's names: templates looked at only when used" \
    ms -w -fdelayed-template-parsing "${as_cl[@]}" -fsyntax-only "$work/all.cpp"

sed '/^#undef/,$d' "$here/as_cl.hpp" > "$work/std.hpp"
for order in before behind; do
    for names in std.hpp as_cl.hpp; do
        {
            cat "$work/std.hpp"
            [ $order = behind ] || cat "$here/windows.hpp"
            [ $names = std.hpp ] || sed -n '/^#undef/,$p' "$here/as_cl.hpp"
            cat "$tests/macros/use.cpp"
            [ $order = before ] || cat "$here/windows.hpp"
        } > "$work/windows.cpp"
        step "$([ $names = std.hpp ] && echo clang-cl || echo "cl.exe's names"): <windows.h> $order the headers" \
            ms -w -fsyntax-only "$work/windows.cpp"
    done
done

# A struct that was laid out wrong is a hole of millions of bytes, or lacks what stands behind the hole.
layout() {
    ms -w -O0 -S -emit-llvm "$1" -o "$work/layout.ll" || return 1
    ! grep -E '^%.*\[[0-9]{6,} x i8\]' "$work/layout.ll"
}
step "clang-cl: the layout of the library's structs" layout "$here/layout.cpp"
step "clang-cl: the layout of a user's own struct" layout "$here/own_struct.cpp"

# In EDG's mode for g++: it has none for MSVC on Linux.
edg_reads() {
    {
        cat "$here/as_cl.hpp"
        printf '#define _MSC_VER 1944\n#define __cdecl\n#define __declspec(what)\n'
        cat "$work/all.cpp"
    } > "$work/edg.cpp"
    # <format> is not there before g++ 13.
    g++ -std=c++20 -E -I "$include" "$work/edg.cpp" -o "$work/edg.ii" 2> /dev/null || sed -i '/<format>/d' "$work/edg.cpp"
    g++ -std=c++20 -E -I "$include" "$work/edg.cpp" -o "$work/edg.ii" || return 1
    (cd "$work" && cudafe++ --c++20 --gnu_version=120200 --m64 --parse_templates --orig_src_file_name edg.cpp \
        --orig_src_path_name "$work/edg.cpp" --gen_c_file_name edg.out --stub_file_name edg.stub \
        --gen_module_id_file --module_id_file_name edg.id edg.ii > edg.log 2>&1)
    ! grep -E ': (error|catastrophic)|internal error' "$work/edg.log" && [ -s "$work/edg.out" ]
}
if command -v cudafe++ > /dev/null; then step "EDG, with cl.exe's names: all headers" edg_reads
else echo "skip  EDG: no cudafe++"; fi

# --- Programs. -----------------------------------------------------------------------------------------------------
libraries=/usr/lib/x86_64-linux-gnu/wine/x86_64-windows
lld=lld-link-${clang##*-}
for tool in "$lld" wine; do
    command -v "$tool" > /dev/null || { echo "skip  programs: no $tool"; finish; }
done
[ -e $libraries/libucrtbase.a ] || { echo "skip  programs: no $libraries/libucrtbase.a"; finish; }
export WINEPREFIX=$work/prefix WINEDEBUG=-all
ms -w -fno-exceptions -c "$here/start.cpp" -o "$work/start.obj" &&
    "$clang" --target=x86_64-pc-windows-msvc -c "$here/stack_probe.s" -o "$work/probe.obj" || exit 2
link() {  # link PROGRAM OBJECT...
    "$lld" /nologo /entry:mainCRTStartup /subsystem:console /nodefaultlib /opt:noref "/out:$1" "${@:2}" \
        "$work/start.obj" "$work/probe.obj" $libraries/lib{ucrtbase,vcruntime140,kernel32}.a
}
quickstart_runs() {
    EH=$none ms -w -O2 "$@" "${without_exceptions[@]}" -I "$tests" -c "$tests/examples/quickstart.cpp" \
        -o "$work/quickstart.obj" && link "$work/quickstart.exe" "$work/quickstart.obj" &&
        timeout 120 wine "$work/quickstart.exe"
}
step "clang-cl: the quickstart runs" quickstart_runs
step "cl.exe's names: the quickstart runs" quickstart_runs "${as_cl[@]}"
[ "${1:-}" != quick ] || finish

# clang finds the destructor of a struct that only the STL's std::optional calls missing in constant expressions: a fault
# of its own, which other libraries' std::optional does not bring out. There static_assert is taken away.
printf '#define static_assert(...) static_assert(true)\n' > "$work/no_asserts.hpp"
compile_tests() {  # compile_tests FOLDER [FLAG...]
    local file name extra bad=0 to=$1
    shift
    mkdir -p "$to"
    for file in "$here/main.cpp" "$here/library.cpp" "$tests"/{simd,core,codec,wire,model,api,call,testing}/*.cpp; do
        name=${file#"$tests"/}
        extra=()
        case $name in
        *_peer.cpp) continue ;;                       # other people's libraries
        wire/query.cpp | call/key_files.cpp) continue ;;  # folders, which the STL reads by its own library
        call/print.cpp) continue ;;                   # streams, likewise, and fmt
        model/decode.cpp | api/listener.cpp | api/samples.cpp)
            extra=(-D_ALLOW_KEYWORD_MACROS -include "$work/no_asserts.hpp") ;;
        esac
        EH=$none ms -w -O1 "$@" "${extra[@]}" "${without_exceptions[@]}" -I "$here" -I "$tests" \
            "-DSLBWIRE_TEST_VECTORS=\"Z:$tests/vectors\"" -c "$file" -o "$to/${name//\//_}.obj" || bad=1
    done
    return $bad
}
tests_run() {  # tests_run FOLDER [FLAG...]
    compile_tests "$@" && link "$1/tests.exe" "$1"/*.obj && timeout 600 wine "$1/tests.exe"
}
step "clang-cl: the unit tests run" tests_run "$work/clang-cl"
step "cl.exe's names: the unit tests run" tests_run "$work/cl" "${as_cl[@]}"
finish
