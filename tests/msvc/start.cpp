// The start of a program, the heap, and the few functions that the STL has in a library of its own: for a test to run
// without Microsoft's libraries, over Wine's UCRT.
typedef unsigned long long size_t;
extern "C" {
int _fltused = 1;
size_t __security_cookie = 1;
void __security_check_cookie(size_t) {}
int main();
__declspec(dllimport) void exit(int);
__declspec(dllimport) void abort();
__declspec(dllimport) void* malloc(size_t);
__declspec(dllimport) void free(void*);
__declspec(dllimport) void* __acrt_iob_func(unsigned);
__declspec(dllimport) int __stdio_common_vfprintf(unsigned long long, void*, const char*, void*, __builtin_va_list);
__declspec(dllimport) int __stdio_common_vsprintf(unsigned long long, char*, size_t, const char*, void*, __builtin_va_list);
__declspec(dllimport) int _timespec64_get(void*, int);
typedef void (*function)();
#pragma section(".CRT$XCA", long, read)
#pragma section(".CRT$XCZ", long, read)
__declspec(allocate(".CRT$XCA")) function first_initializer[] = {nullptr};
__declspec(allocate(".CRT$XCZ")) function last_initializer[] = {nullptr};
#pragma comment(linker, "/merge:.CRT=.rdata")
int mainCRTStartup() {
    for (function* f = first_initializer; f < last_initializer; ++f) if (*f) (*f)();
    exit(main());
    return 0;
}
int atexit(function) { return 0; }
int timespec_get(void* t, int b) { return _timespec64_get(t, b); }
int printf(const char* f, ...) {
    __builtin_va_list a;
    __builtin_va_start(a, f);
    const int n = __stdio_common_vfprintf(0, __acrt_iob_func(1), f, nullptr, a);
    __builtin_va_end(a);
    return n;
}
int snprintf(char* s, size_t n, const char* f, ...) {
    __builtin_va_list a;
    __builtin_va_start(a, f);
    const int r = __stdio_common_vsprintf(2, s, n, f, nullptr, a);
    __builtin_va_end(a);
    return r;
}
void* imported_snprintf asm("__imp_?snprintf@@YAHPEAD_KPEBDZZ") = reinterpret_cast<void*>(&snprintf);
void _invoke_watson(const wchar_t*, const wchar_t*, const wchar_t*, unsigned, size_t) { abort(); }
}
// Weak, as a test has its own.
[[gnu::weak]] void* operator new(size_t n) { return malloc(n); }
[[gnu::weak]] void* operator new[](size_t n) { return malloc(n); }
[[gnu::weak]] void operator delete(void* p) noexcept { free(p); }
[[gnu::weak]] void operator delete[](void* p) noexcept { free(p); }
[[gnu::weak]] void operator delete(void* p, size_t) noexcept { free(p); }
[[gnu::weak]] void operator delete[](void* p, size_t) noexcept { free(p); }
namespace stdext { class exception; }
namespace std {
void _Xlength_error(const char*) { abort(); }
void _Xout_of_range(const char*) { abort(); }
void _Xbad_function_call() { abort(); }
void (*_Raise_handler)(const stdext::exception&) = nullptr;
}
