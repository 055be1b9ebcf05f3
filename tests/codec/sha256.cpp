#include <slbwire/codec/sha256.hpp>

#include <string>
#include <string_view>

#include "support/hex.hpp"
#include "support/table.hpp"

namespace {

using slbwire::sha256;
using support::all_hold;
using support::check_each;

struct vector {
    std::string_view text, digest;
};
// FIPS 180-4's examples, one and two blocks, and the lengths around the padding's borders.
constexpr vector vectors[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrs"
     "t"
     "nopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
    {"1234567890123456789012345678901234567890123456789012345",
     "03c3a70e99ed5eeccd80f73771fcf1ece643d939d9ecc76f25544b0233f708e9"},
    {"12345678901234567890123456789012345678901234567890123456",
     "0be66ce72c2467e793202906000672306661791622e0ca9adf4a8955b2ed189c"},
    {"123456789012345678901234567890123456789012345678901234567890123",
     "b97f6a278ef6a159ba660dc99fc5426ae3c1e4e08c471827d660bf36cfb236e7"},
    {"1234567890123456789012345678901234567890123456789012345678901234",
     "676491965ed3ec50cb7a63ee96315480a95c54426b0b72bca8a0d4ad1285ad55"},
    {"12345678901234567890123456789012345678901234567890123456789012345",
     "71fbbf9bcb342cdc7768b7d494089e947ac411548fd9fd6f67bb7a207928027d"},
};
constexpr bool hashes(const vector& v) { return support::is_hex(sha256::of(v.text), v.digest); }
static_assert(all_hold(vectors, hashes));

constexpr bool in_two_pieces(const vector& v) {
    for (std::size_t cut = 0; cut <= v.text.size(); cut += 9) {
        sha256 hash;
        hash.update(v.text.substr(0, cut));
        hash.update(v.text.substr(cut));
        if (!support::is_hex(hash.finish(), v.digest)) return false;
    }
    return true;
}
static_assert(in_two_pieces(vectors[0]) && in_two_pieces(vectors[1]));
static_assert(in_two_pieces(vectors[2]));

static_assert(sha256::digest_size == 32 && sha256::block_size == 64);

}  // namespace

TEST_CASE("sha256: the examples of the standard") { check_each(vectors, hashes); }

TEST_CASE("sha256: the same in two pieces") { check_each(vectors, in_two_pieces); }

TEST_CASE("sha256: a million times the letter a") {
    constexpr std::string_view digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    const std::string text(1'000'000, 'a');
    CHECK(support::to_hex(sha256::of(text)) == digest);
    sha256 hash;
    for (std::size_t done = 0; done < text.size(); done += 1'000)
        hash.update(std::string_view(text).substr(0, 1'000));
    CHECK(support::to_hex(hash.finish()) == digest);
}
