#include <slbwire/simd/scan.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"

using namespace slbwire;

namespace {

/// Which bytes of a block are in a set, as digits.
std::string places(simd::byte_set bytes) {
    constexpr simd::byte_set one = (simd::byte_set{1} << simd::bits_per_byte) - 1;
    std::string all;
    while (bytes != 0) {
        const auto place = static_cast<unsigned>(simd::first_of(bytes));
        all += "0123456789abcdef"[place];
        const simd::byte_set at_place = one << place * unsigned{simd::bits_per_byte};
        CHECK((bytes & at_place) == at_place);
        bytes &= ~at_place;
    }
    return all;
}

}  // namespace

// What the scans find with it, for all bytes at all places, is in tests/core/scan.cpp.
TEST_CASE("the bytes of a block that a scan looks for") {
    if (!simd::has_scan) return;  // the plain code is all there is
    constexpr std::string_view block = "a\"\\\n \t\x7f\x80\xff\x1f[]<&>z";
    static_assert(block.size() == simd::block_size);
    CHECK(places(simd::stops<'"', '\\', '"'>(block.data())) == "1235789");
    CHECK(places(simd::stops<'<', '&', ']'>(block.data())) == "35789bcd");
    CHECK(places(simd::not_blank(block.data())) == "0126789abcdef");
    CHECK(places(simd::not_unreserved(block.data())) == "123456789abcde");
    CHECK(places(simd::not_quotable(0x5c27'1f20'7fff'8061, 0, '\'')) == "56789abcdef");
    CHECK(places(simd::not_unreserved(0x7e2d'2e5f'7a41'3039, ~std::uint64_t{0})) == "89abcdef");
    CHECK(places(simd::not_unreserved(0x7e2d'2e5f'7a41'3039, 0x7e2d'2e5f'7a41'3039)).empty());
}
