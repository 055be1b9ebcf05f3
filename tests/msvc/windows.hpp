// <windows.h> as Wine has it, behind as_cl.hpp: it needs those names back. Its macros stay: near, far, small, min, max,
// interface.
#undef __attribute__
#undef __asm__
#undef __extension__
#define __clang__ 1
#define __x86_64__ 1
#define _InterlockedCompareExchange128 wine_compare_exchange
#include <winsock2.h>
#include <windows.h>
#include <objbase.h>
#undef inline
