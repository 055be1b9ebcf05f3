#include <slbwire/simd/counter.hpp>

#include "support/catch.hpp"

TEST_CASE("no two calls count the same") {
    static long count = 0;
    const std::size_t first = slbwire::simd::count_up(count);
    CHECK(slbwire::simd::count_up(count) == first + 1);
    CHECK(count == 2);
}
