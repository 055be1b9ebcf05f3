#!/bin/sh
# usage: check.sh PART COMPILER [FLAG...]      FLAG... has -I of the library
# Other people's macros beside the library, in use.cpp. PART is one of
#   names      as text: each of the list below, defined after the standard headers and before the library's
#   left       the other way round: the library leaves no macro behind but SLBWIRE_*, and takes none away
#   sysmacros, complex, x11, qt, windows
#              real headers before the library's, and between them and their use
# Exit status 77: skipped, as the header is not installed.
set -eu
part=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

compiles() { "$@" -std=gnu++20 -fsyntax-only "$work/unit.cpp" > "$work/said" 2>&1; }
first_error() { grep -m 3 'error' "$work/said" || cat "$work/said"; }

# What our headers include of the standard library. Many macros would break those, which is not ours to mend.
standard() {
    cat "$here"/../../include/slbwire/*.hpp "$here"/../../include/slbwire/*/*.hpp |
        sed -n 's/^#include <\([a-z_]*\)>.*/\1/p' | sort -u | while read -r header; do
        printf '#if __has_include(<%s>)\n#include <%s>\n#endif\n' "$header" "$header"
    done
}

# One macro a line. Some are other people's object-like macros in one system and function-like ones in another.
harmless() {
    cat << 'END'
min(a, b) (((a) < (b)) ? (a) : (b))
max(a, b) (((a) > (b)) ? (a) : (b))
near
far
small char
hyper __int64
interface struct
IN
OUT
OPTIONAL
CONST const
VOID void
TRUE 1
FALSE 0
BOOL int
ERROR 0
NO_ERROR 0L
DELETE (0x00010000L)
INFINITE 0xFFFFFFFF
IGNORE 0
STRICT 1
pascal
cdecl
CALLBACK
ABSOLUTE 1
RELATIVE 2
TRANSPARENT 1
OPAQUE 2
DIFFERENCE 11
GetMessage GetMessageA
GetObject GetObjectA
SendMessage SendMessageA
CreateService CreateServiceA
GetClassName GetClassNameA
DeleteFile DeleteFileA
None 0L
Status int
Bool int
True 1
False 0
Success 0
Always 2
Above 0
Below 1
Complex 0
Convex 2
CurrentTime 0L
Unsorted 0
GrayScale 1
KeyPress 2
FocusIn 9
Expose 12
ControlMask (1 << 2)
slots
signals public
emit
foreach Q_FOREACH
forever for (;;)
major gnu_dev_major
minor gnu_dev_minor
major(device) gnu_dev_major(device)
minor(device) gnu_dev_minor(device)
makedev(major, minor) gnu_dev_makedev(major, minor)
linux 1
unix 1
verify(x) ((x) ? 0 : 1)
require(x, label) if (!(x)) goto label
require_noerr(x, label) if (x) goto label
nil 0
Nil 0
YES 1
NO 0
I (__extension__ 1.0iF)
complex _Complex
imaginary _Imaginary
F(text) text
B1 1
bit(n) (1UL << (n))
lowByte(w) ((w) & 0xff)
HIGH 1
LOW 0
INPUT 0
OUTPUT 1
DEFAULT 1
DEBUG 1
LOG(x) x
CHECK(x) x
FAIL(x) x
INFO(x) x
ASSERT(x) x
likely(x) __builtin_expect(!!(x), 1)
unlikely(x) __builtin_expect(!!(x), 0)
countof(x) (sizeof(x) / sizeof((x)[0]))
PAGE_SIZE 4096
BLOCK_SIZE 1024
OVERFLOW 3
UNDERFLOW 4
DOMAIN 1
private public
protected public
END
}

# What the library breaks with, and has to: a name that is worth more than the macro.
known() {
    cat << 'END'
check(x) ((x) ? 0 : 1)
list(x) x
END
    # check(x): json::check, xml::check, and an operation's own check. Apple's <AssertMacros.h> defined it until 2021.
    # list(x): slbwire::list in a field list. Nobody's header is known to define it.
}

names() {
    status=0
    standard > "$work/standard"
    # All at once, so that it is quick; what has the name of another comes in a batch of its own.
    harmless | awk -v to="$work/batch" '{ name = $1; sub(/\(.*/, "", name); print "#define " $0 > (to (++seen[name])) }'
    for batch in "$work"/batch*; do
        cat "$work/standard" "$batch" "$here/use.cpp" > "$work/unit.cpp"
        ! compiles "$@" || continue
        while read -r macro; do
            { cat "$work/standard" && printf '%s\n' "$macro" && cat "$here/use.cpp"; } > "$work/unit.cpp"
            compiles "$@" || { status=1 && echo "breaks: $macro" && first_error; }
        done < "$batch"
        [ $status = 1 ] || { status=1 && echo "these break together, and not one by one:" && cat "$batch"; }
    done
    known > "$work/known"
    while read -r macro; do
        { cat "$work/standard" && printf '#define %s\n' "$macro" && cat "$here/use.cpp"; } > "$work/unit.cpp"
        ! compiles "$@" || { status=1 && echo "breaks nothing any more, so it is harmless: $macro"; }
    done < "$work/known"
    return $status
}

left() {
    { standard && harmless | sed 's/^/#define /' | awk '{ name = $2; sub(/\(.*/, "", name) } !seen[name]++'; } > "$work/unit.cpp"
    "$@" -std=gnu++20 -E -dM "$work/unit.cpp" | sort > "$work/before"
    printf '#include <slbwire/slbwire.hpp>\n#include <slbwire/call/print.hpp>\n' >> "$work/unit.cpp"
    "$@" -std=gnu++20 -E -dM "$work/unit.cpp" | sort > "$work/after"
    ! { comm -3 "$work/before" "$work/after" | grep -v '^.#define SLBWIRE_'; }
}

# real PACKAGE HEADERS COMPILER...: the headers (words) before the library's, and behind them.
real() {
    package=$1
    headers=$2
    shift 2
    for header in $headers; do printf '#include <%s>\n' "$header"; done > "$work/headers"
    cp "$work/headers" "$work/unit.cpp"
    compiles "$@" || { echo "skipped: no $headers (Debian: $package)" && exit 77; }
    status=0
    cat "$work/headers" "$here/use.cpp" > "$work/unit.cpp"
    compiles "$@" || { status=1 && echo "$headers before the library's:" && first_error; }
    { grep '^#include' "$here/use.cpp" && cat "$work/headers" "$here/use.cpp"; } > "$work/unit.cpp"
    compiles "$@" || { status=1 && echo "$headers behind the library's:" && first_error; }
    return $status
}

case $part in
names | left) "$part" "$@" ;;
sysmacros) real libc6-dev "sys/types.h sys/sysmacros.h" "$@" ;;
complex) real libc6-dev complex.h "$@" ;;
x11) real libx11-dev "X11/Xlib.h X11/Xutil.h" "$@" ;;
qt)
    qt=$(pkg-config --cflags Qt5Core 2> /dev/null) || { echo "skipped: no Qt5Core (Debian: qtbase5-dev)" && exit 77; }
    # shellcheck disable=SC2086  # the flags are words
    real qtbase5-dev "QtCore/QObject QtCore/QVariant" "$@" -fPIC $qt
    ;;
windows) real mingw-w64 "winsock2.h windows.h objbase.h" "$@" ;;
*) echo "no such part: $part" && exit 2 ;;
esac
