#include <slbwire/config.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct something_of_the_library {};

}  // namespace slbwire

namespace {

SLBWIRE_NOINLINE constexpr int twice(int n) noexcept { return 2 * n; }

/// With the name of `T` in it.
template <class T>
std::string_view signature() {
#if defined(_MSC_VER)
    return __FUNCSIG__;
#else
    return __PRETTY_FUNCTION__;
#endif
}

}  // namespace

static_assert(twice(2) == 4);
static_assert([](int n) SLBWIRE_ALWAYS_INLINE { return n + 1; }(1) == 2);
static_assert(SLBWIRE_VERSION >= 100 && SLBWIRE_VERSION_MAJOR == SLBWIRE_VERSION / 10000);

TEST_CASE("what everything is called has the version in it") {
    const std::string version = std::to_string(SLBWIRE_VERSION_MAJOR) + '_' + std::to_string(SLBWIRE_VERSION_MINOR) +
                                '_' + std::to_string(SLBWIRE_VERSION_PATCH);
    const std::string_view named = signature<slbwire::something_of_the_library>();
    INFO(named);
    CHECK(named.find("slbwire::v" + version) != std::string_view::npos);
#if defined(SLBWIRE_NO_SIMD)
    CHECK(named.find("_no_simd::") != std::string_view::npos);
#endif
}
