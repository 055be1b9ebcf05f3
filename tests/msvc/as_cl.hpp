#pragma once
// What cl.exe sees, to be included before all else: the STL's headers are read as clang does, which they know; then none
// of the names is left that are g++'s and clang's own, and each of their keywords is an error.
#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <format>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <new>
#include <numeric>
#include <optional>
#include <ostream>
#include <random>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
#include <version>
#undef __clang__
#undef __GNUC__
#undef __SSE__
#undef __SSE2__
#undef __amd64__
#undef __x86_64__
#undef __aarch64__
#undef __AARCH64EL__
#define __attribute__(...) gnu_only_attribute
#define __asm__ gnu_only_asm
#define __atomic_fetch_add gnu_only_atomic
#define __int128 gnu_only_int128
#define __extension__ gnu_only_extension
