#pragma once
// In place of the header of this name in Microsoft's vcruntime, which is not published: what the STL's headers ask of it,
// and what Wine's C headers lack of the UCRT. Nothing here is for programs that run as more than a test.
#include <corecrt.h>
#include <vadefs.h>
#define _HAS_CXX17 1
#define _HAS_CXX20 1
#if _MSVC_LANG > 202002L
#define _HAS_CXX23 1
#else
#define _HAS_CXX23 0
#endif
#define _HAS_CXX26 0
#define _STL_LANG _MSVC_LANG
#ifndef _HAS_EXCEPTIONS
#ifdef _CPPUNWIND
#define _HAS_EXCEPTIONS 1
#else
#define _HAS_EXCEPTIONS 0
#endif
#endif
#define _HAS_NODISCARD 1
#define _NODISCARD [[nodiscard]]
#define _MSVC_CONSTEXPR [[msvc::constexpr]]
#define _VCRTIMP
#define _VCRT_ALIGN(x) __declspec(align(x))
#define _CRT_BEGIN_C_HEADER extern "C" {
#define _CRT_END_C_HEADER }
#define _CRT_STRINGIZE_(x) #x
#define _CRT_STRINGIZE(x) _CRT_STRINGIZE_(x)
#define _CRT_WIDE_(s) L##s
#define _CRT_WIDE(s) _CRT_WIDE_(s)
#define _CRT_CONCATENATE_(a, b) a##b
#define _CRT_CONCATENATE(a, b) _CRT_CONCATENATE_(a, b)
#ifndef _CRT_PACKING
#define _CRT_PACKING 8
#endif
#ifndef _CRTIMP
#define _CRTIMP
#endif
#define _CRTIMP_ALT
#define _CRTIMP2
#define __CLR_OR_THIS_CALL
#define __CLRCALL_OR_CDECL __cdecl
#define __CLRCALL_PURE_OR_CDECL __cdecl
#define __CRTDECL __cdecl
#define _CRT_INSECURE_DEPRECATE(x)
#define _CRT_DEPRECATE_TEXT(x)
#define _CRT_GUARDOVERFLOW
#define _CRT_SATELLITE_1
#define _CRT_SATELLITE_2
#define _CRT_SATELLITE_CODECVT_IDS
#define _CRT_SATELLITE_CODECVT_IDS_NOIMPORT
#define _CRT_SECURE_INVALID_PARAMETER(...) ((void)0)
#define _MRTIMP2
#define _MRTIMP2_PURE
#define _PGLOBAL
typedef bool __vcrt_bool;
typedef bool __crt_bool;
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <wchar.h>
extern "C" {
typedef mbstate_t _Mbstatet;
typedef void(__cdecl* terminate_function)(void);
terminate_function _get_terminate(void);
inline long double fabsl(long double x) { return x < 0 ? -x : x; }
int at_quick_exit(void (*)(void));
[[noreturn]] void quick_exit(int);
[[noreturn]] void _invoke_watson(wchar_t const*, wchar_t const*, wchar_t const*, unsigned, uintptr_t);
int vfscanf(FILE*, char const*, va_list);
int vscanf(char const*, va_list);
int vsscanf(char const*, char const*, va_list);
int vfwscanf(FILE*, wchar_t const*, va_list);
int vswscanf(wchar_t const*, wchar_t const*, va_list);
int vwscanf(wchar_t const*, va_list);
int fwide(FILE*, int);
int mbsinit(const mbstate_t*);
long double wcstold(wchar_t const*, wchar_t**);
int _get_stream_buffer_pointers(FILE*, char***, char***, int**);
void _lock_file(FILE*);
void _unlock_file(FILE*);
struct timespec { time_t tv_sec; long tv_nsec; };
struct _timespec64 { __time64_t tv_sec; long tv_nsec; };
int timespec_get(struct timespec*, int);
}
#define TIME_UTC 1
extern "C++" {
inline long abs(long const x) noexcept { return x < 0 ? -x : x; }
inline long long abs(long long const x) noexcept { return x < 0 ? -x : x; }
}
