// What the two hashes share: blocks, padding, pieces, and going on from a kept state.
#include <slbwire/codec/block_hash.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <slbwire/codec/sha1.hpp>
#include <slbwire/codec/sha256.hpp>

#include "support/catch.hpp"
#include "support/exact_block.hpp"
#include "support/hex.hpp"
#include "support/random_bytes.hpp"

namespace {

using slbwire::sha1;
using slbwire::sha256;

constexpr support::filled<200> counting(1, 7);
constexpr std::string_view sample = counting.view();

template <class Hash>
constexpr bool same_in_two_pieces(std::string_view text, std::size_t cut) {
    Hash hash;
    hash.update(text.substr(0, cut));
    hash.update(text.substr(cut));
    return hash.finish() == Hash::of(text);
}
// A block filled exactly, one byte less and more, and nothing on either side.
template <class Hash>
constexpr bool same_at_the_borders() {
    for (const std::size_t cut : {0u, 1u, 63u, 64u, 65u, 128u, 130u}) {
        if (!same_in_two_pieces<Hash>(sample.substr(0, 130), cut)) return false;
    }
    return true;
}
static_assert(same_at_the_borders<sha1>());
static_assert(same_at_the_borders<sha256>());

template <class Hash>
constexpr bool goes_on_from_a_state() {
    Hash first;
    first.update(sample.substr(0, 128));
    Hash second(first.state(), 128);
    second.update(sample.substr(128));
    return second.finish() == Hash::of(sample);
}
static_assert(goes_on_from_a_state<sha1>());
static_assert(goes_on_from_a_state<sha256>());

// The state is of whole blocks: bytes that wait for theirs to fill do not change it.
template <class Hash>
constexpr bool state_is_of_whole_blocks() {
    Hash hash;
    const auto initial = hash.state();
    hash.update(sample.substr(0, 63));
    if (hash.state() != initial) return false;
    hash.update(sample.substr(63, 1));
    const auto one = hash.state();
    hash.update(sample.substr(64, 10));
    return one != initial && hash.state() == one;
}
static_assert(state_is_of_whole_blocks<sha1>());
static_assert(state_is_of_whole_blocks<sha256>());

template <class Hash>
constexpr bool nothing_changes_nothing() {
    Hash hash;
    hash.update({});
    hash.update("ab");
    hash.update({});
    hash.update("c");
    hash.update({});
    return hash.finish() == Hash::of("abc") && Hash::of({}) == Hash().finish();
}
static_assert(nothing_changes_nothing<sha1>());
static_assert(nothing_changes_nothing<sha256>());

constexpr bool big_endian() {
    constexpr char bytes[] = {'\x01', '\x7f', '\x80', '\xff'};
    char written[4] = {};
    slbwire::detail::store_big_endian(written, 0x017f80ffu);
    return slbwire::detail::load_big_endian(bytes) == 0x017f80ffu && std::string_view(written, 4) == std::string_view(bytes, 4);
}
static_assert(big_endian());

template <class Hash>
void check_all_splits() {
    for (std::size_t size = 0; size <= 200; ++size) {
        const std::string_view text = sample.substr(0, size);
        const auto whole = Hash::of(text);
        for (std::size_t cut = 0; cut <= size; ++cut) {
            const support::exact_block left(text.substr(0, cut));
            const support::exact_block right(text.substr(cut));
            Hash hash;
            hash.update(left.view());
            hash.update(right.view());
            if (hash.finish() != whole) FAIL("length " << size << ", cut at " << cut);
        }
    }
    SUCCEED();
}

template <class Hash>
void check_byte_by_byte(std::string_view text) {
    Hash hash;
    for (std::size_t i = 0; i < text.size(); ++i) hash.update(text.substr(i, 1));
    CHECK(support::to_hex(hash.finish()) == support::to_hex(Hash::of(text)));
}

}  // namespace

TEST_CASE("block_hash: any split of any length to 200 gives the same") {
    check_all_splits<sha1>();
    check_all_splits<sha256>();
}

TEST_CASE("block_hash: byte by byte, and many random pieces") {
    support::random_bytes random(5);
    const std::string text = random.text(10'000);
    check_byte_by_byte<sha1>(text);
    check_byte_by_byte<sha256>(text);
    for (int round = 0; round < 100; ++round) {
        sha256 hash;
        std::string_view left = text;
        while (!left.empty()) {
            const std::string_view piece = left.substr(0, random.below(300));
            hash.update(piece);
            left.remove_prefix(piece.size());
        }
        REQUIRE(hash.finish() == sha256::of(text));
    }
}

TEST_CASE("block_hash: a kept state goes on where it was") {
    CHECK(goes_on_from_a_state<sha1>());
    CHECK(goes_on_from_a_state<sha256>());
    CHECK(state_is_of_whole_blocks<sha1>());
    CHECK(state_is_of_whole_blocks<sha256>());
}

TEST_CASE("block_hash: empty pieces change nothing") {
    CHECK(nothing_changes_nothing<sha1>());
    CHECK(nothing_changes_nothing<sha256>());
    CHECK(big_endian());
}
