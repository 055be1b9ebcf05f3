#include <slbwire/codec/sha1.hpp>

#include <string>
#include <string_view>

#include "support/hex.hpp"
#include "support/table.hpp"

namespace {

using slbwire::sha1;
using support::all_hold;
using support::check_each;

struct vector {
    std::string_view text, digest;
};
// FIPS 180-4's examples, one and two blocks, and the lengths around the padding's borders.
constexpr vector vectors[] = {
    {"", "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
    {"abc", "a9993e364706816aba3e25717850c26c9cd0d89d"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrs"
     "t"
     "nopqrstu",
     "a49b2446a02c645bf419f995b67091253a04a259"},
    {"1234567890123456789012345678901234567890123456789012345", "827a683fdfdbef225a2421078b7789b134c7eafa"},
    {"12345678901234567890123456789012345678901234567890123456", "0a84666b66e843a4146088fb46aabaa998b4c2b1"},
    {"123456789012345678901234567890123456789012345678901234567890123",
     "98b4b1764ea88d6c3fa63b70799dbd0c03372d1a"},
    {"1234567890123456789012345678901234567890123456789012345678901234",
     "c71490fc24aa3d19e11282da77032dd9cdb33103"},
    {"12345678901234567890123456789012345678901234567890123456789012345",
     "586e902a0ea9ad0d3a53ba09269cbd1e5f90ff01"},
};
constexpr bool hashes(const vector& v) { return support::is_hex(sha1::of(v.text), v.digest); }
static_assert(all_hold(vectors, hashes));

constexpr bool in_two_pieces(const vector& v) {
    for (std::size_t cut = 0; cut <= v.text.size(); cut += 9) {
        sha1 hash;
        hash.update(v.text.substr(0, cut));
        hash.update(v.text.substr(cut));
        if (!support::is_hex(hash.finish(), v.digest)) return false;
    }
    return true;
}
static_assert(in_two_pieces(vectors[0]) && in_two_pieces(vectors[1]));
static_assert(in_two_pieces(vectors[2]));

static_assert(sha1::digest_size == 20 && sha1::block_size == 64);

}  // namespace

TEST_CASE("sha1: the examples of the standard") { check_each(vectors, hashes); }

TEST_CASE("sha1: the same in two pieces") { check_each(vectors, in_two_pieces); }

TEST_CASE("sha1: a million times the letter a") {
    constexpr std::string_view digest = "34aa973cd4c4daa4f61eeb2bdbad27316534016f";
    const std::string text(1'000'000, 'a');
    CHECK(support::to_hex(sha1::of(text)) == digest);
    sha1 hash;
    for (std::size_t done = 0; done < text.size(); done += 1'000)
        hash.update(std::string_view(text).substr(0, 1'000));
    CHECK(support::to_hex(hash.finish()) == digest);
}
