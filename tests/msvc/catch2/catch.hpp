#pragma once
// As much of Catch2 as the tests use, without streams and exceptions: those would need Microsoft's libraries.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
extern "C" int printf(const char*, ...);
namespace mini {
struct test { void (*run)(); test* next; };
inline test*& first() { static test* t = nullptr; return t; }
inline int checks = 0, failures = 0;
struct add {
    test t;
    explicit add(void (*r)()) : t{r, nullptr} { test** end = &first(); while (*end) end = &(*end)->next; *end = &t; }
};
inline void check(bool good, const char* what, const char* file, int line) {
    ++checks;
    if (!good && ++failures < 40) printf("FAILED %s:%d: %s\n", file, line, what);
}
struct note { template <class T> note& operator<<(const T&) { return *this; } };
template <class... T> inline void use(const T&...) {}
}
#define MINI_JOIN2(a, b) a##b
#define MINI_JOIN(a, b) MINI_JOIN2(a, b)
#define MINI_TEST(n)                                                             \
    static void MINI_JOIN(mini_test_, n)();                                      \
    static mini::add MINI_JOIN(mini_add_, n)(MINI_JOIN(mini_test_, n));          \
    static void MINI_JOIN(mini_test_, n)()
#define TEST_CASE(...) MINI_TEST(__COUNTER__)
#define SECTION(...) if (true)
#define DYNAMIC_SECTION(x) if (mini::note() << x; true)
#define CHECK(...) mini::check(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)
#define CHECK_FALSE(...) mini::check(!static_cast<bool>(__VA_ARGS__), "not " #__VA_ARGS__, __FILE__, __LINE__)
#define REQUIRE(...) CHECK(__VA_ARGS__)
#define REQUIRE_FALSE(...) CHECK_FALSE(__VA_ARGS__)
#define INFO(x) static_cast<void>(mini::note() << x)
#define CAPTURE(...) mini::use(__VA_ARGS__)
#define FAIL(x) (static_cast<void>(mini::note() << x), mini::check(false, "FAIL", __FILE__, __LINE__))
#define FAIL_CHECK(x) FAIL(x)
#define SUCCEED(...) static_cast<void>(0)
