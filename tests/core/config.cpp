#include <slbwire/config.hpp>

#include <string>
#include <string_view>
#include <type_traits>

#include "support/catch.hpp"

#define TEXT_OF(name) QUOTED(name)
#define QUOTED(name) #name

namespace slbwire::inline SLBWIRE_ABI {

struct something_of_the_library {};

}  // namespace slbwire

namespace {

SLBWIRE_NOINLINE constexpr int twice(int n) noexcept { return 2 * n; }

}  // namespace

static_assert(twice(2) == 4);
static_assert([](int n) SLBWIRE_ALWAYS_INLINE { return n + 1; }(1) == 2);
static_assert(SLBWIRE_VERSION >= 100 && SLBWIRE_VERSION_MAJOR == SLBWIRE_VERSION / 10000);

static_assert(std::is_same_v<slbwire::something_of_the_library, slbwire::SLBWIRE_ABI::something_of_the_library>);

TEST_CASE("what everything is called has the version in it") {
    const std::string version = std::to_string(SLBWIRE_VERSION_MAJOR) + '_' + std::to_string(SLBWIRE_VERSION_MINOR) +
                                '_' + std::to_string(SLBWIRE_VERSION_PATCH);
    const std::string_view named = TEXT_OF(SLBWIRE_ABI);
    INFO(named);
    CHECK(named.starts_with("v" + version));
#if defined(SLBWIRE_NO_SIMD)
    CHECK(named.ends_with("_no_simd"));
#endif
}
