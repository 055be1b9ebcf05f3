#include <slbwire/simd/percent.hpp>

#include <cstring>
#include <string>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

#include <slbwire/codec/percent.hpp>

using namespace slbwire;

namespace {

/// By the table alone, byte by byte.
template <std::size_t Size>
std::string plain(std::string_view text) {
    std::string encoded;
    for (char c : text) {
        const char* const entry = detail::percent_table<Size> + Size * static_cast<unsigned char>(c);
        encoded.append(entry, static_cast<std::size_t>(entry[Size - 1]));
    }
    return encoded;
}

void check(const std::string& text) {
    const std::size_t blocks = text.size() / std::size_t{simd::block_size};
    const support::exact_block block(text);
    std::string once(3 * text.size() + detail::percent_slack, '\0');
    std::string twice(5 * text.size() + detail::percent_slack, '\0');
    const simd::percent_ends both = simd::percent_encode<true>({once.data(), twice.data()}, block.view().data(), blocks);
    CHECK(std::string_view(once.data(), both.once) == plain<4>(text));
    CHECK(std::string_view(twice.data(), both.twice) == plain<8>(text));
    once.assign(once.size(), '\0');
    const simd::percent_ends one = simd::percent_encode<false>({once.data(), nullptr}, block.view().data(), blocks);
    CHECK(std::string_view(once.data(), one.once) == plain<4>(text));
}

}  // namespace

TEST_CASE("blocks are encoded as their bytes are one by one") {
    if (!simd::has_percent()) return;  // the plain code is all there is
    for (unsigned byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(static_cast<unsigned char>(byte));
        check(std::string(16, c));
        for (std::size_t place = 0; place < 16; ++place) {
            std::string one = "abcdefgh01234567";
            one[place] = c;
            check(one);
        }
    }
    unsigned next = 1;
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (int i = 0; i < 48; ++i) {
            next = next * 1'664'525 + 1'013'904'223;
            // Every mix of what is encoded and what is not.
            text += (next >> 31) != 0 ? '-' : static_cast<char>(static_cast<unsigned char>(next >> 23));
        }
        check(text);
    }
}

#if defined(__GNUC__) && !defined(SLBWIRE_NO_SIMD) && (defined(__x86_64__) || defined(__AARCH64EL__))
TEST_CASE("what blocks are encoded with is the same when a program makes it") {
    const auto same = [](const auto& a, const auto& b) { return std::memcmp(a, b, sizeof a) == 0; };
    const auto same_picks = [same](const auto& a, const auto& b) {
        return same(a.picks, b.picks) && same(a.lengths, b.lengths);
    };
    CHECK(same_picks(simd::percent_picks<16>(0, 4, false), simd::once_picks));
    CHECK(same_picks(simd::percent_picks<4>(0, 2, true), simd::twice_picks));
    CHECK(same_picks(simd::percent_picks<4>(2, 4, true), simd::twice_picks_too));
    CHECK_FALSE(same_picks(simd::percent_picks<4>(0, 2, true), simd::twice_picks_too));
    const simd::unreserved_halves halves;
    CHECK(same(halves.low, simd::unreserved.low));
    CHECK(same(halves.high, simd::unreserved.high));
}
#endif
