#include <slbwire/simd/scan_x86.hpp>

#include <string_view>

#include "support/catch.hpp"

using namespace slbwire;

// What the scans find with it, for all bytes at all places, is in tests/core/scan.cpp.
TEST_CASE("a bit for each byte of a block") {
    if (!simd::has_scan) return;  // the plain code is all there is
    constexpr std::string_view block = "a\"\\\n \t\x7f\x80\xff\x1f[]<&>z";
    static_assert(block.size() == simd::block_size);
    CHECK(simd::stops<'"', '\\', '"'>(block.data()) == 0b0000'0011'1010'1110);
    CHECK(simd::stops<'<', '&', ']'>(block.data()) == 0b0011'1011'1010'1000);
    CHECK(simd::not_blank(block.data()) == 0b1111'1111'1100'0111);
}
