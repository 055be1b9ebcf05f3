#include <slbwire/codec/hmac.hpp>
#include <slbwire/codec/hmac_sha256.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"
#include "support/hex.hpp"

namespace {

using namespace slbwire;
using support::filled;

struct vector {
    std::string_view key, text, code;
};

constexpr filled<20> key_0b(0x0b), key_0c(0x0c), key_aa_20(0xaa);
constexpr filled<25> key_counting(1, 1);
constexpr filled<80> key_aa_80(0xaa);
constexpr filled<131> key_aa_131(0xaa);
constexpr filled<50> text_dd(0xdd), text_cd(0xcd);

// RFC 2202 section 3.
constexpr vector sha1_vectors[] = {
    {key_0b.view(), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"},
    {"Jefe", "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"},
    {key_aa_20.view(), text_dd.view(), "125d7342b9ac11cd91a39af48aa17b4f63f175d3"},
    {key_counting.view(), text_cd.view(), "4c9007f4026250c6bc8414f9bf50c86c2d7235da"},
    {key_0c.view(), "Test With Truncation", "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"},
    {key_aa_80.view(), "Test Using Larger Than Block-Size Key - Hash Key First",
     "aa4ae5e15272d00e95705637ce8a3b55ed402112"},
    {key_aa_80.view(), "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data",
     "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"},
};
// RFC 4231 section 4; of its fifth case only the first half of the code is printed.
constexpr vector sha256_vectors[] = {
    {key_0b.view(), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
    {"Jefe", "what do ya want for nothing?",
     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
    {key_aa_20.view(), text_dd.view(), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
    {key_counting.view(), text_cd.view(), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"},
    {key_0c.view(), "Test With Truncation", "a3b6167473100ee06e0c796c2955552b"},
    {key_aa_131.view(), "Test Using Larger Than Block-Size Key - Hash Key First",
     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
    {key_aa_131.view(),
     "This is a test using a larger than block-size key and a larger than block-size data. The key needs to "
     "be "
     "hashed before being used by the HMAC algorithm.",
     "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
};

template <std::size_t N>
constexpr bool begins_with(const std::array<std::uint8_t, N>& code, std::string_view hex) {
    for (std::size_t i = 0; 2 * i < hex.size(); ++i) {
        if (code[i] != support::hex_digit(hex[2 * i]) * 16 + support::hex_digit(hex[2 * i + 1])) return false;
    }
    return !hex.empty();
}
template <class Hash>
constexpr bool authenticates(const vector& v) {
    return begins_with(hmac<Hash>::of(v.key, v.text), v.code);
}
template <class Hash, std::size_t N>
constexpr bool all_authenticate(const vector (&vectors)[N], std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        if (!authenticates<Hash>(vectors[i])) return false;
    }
    return true;
}
static_assert(all_authenticate<sha1>(sha1_vectors, 0, 7));
static_assert(all_authenticate<sha256>(sha256_vectors, 0, 4));
static_assert(all_authenticate<sha256>(sha256_vectors, 4, 7));

// One key, made once, serves any number of messages, whole or in pieces.
template <class Hash>
constexpr bool key_is_reused() {
    const hmac_key<Hash> key("Jefe");
    const hmac_key<Hash> copy(key);
    const auto expected = hmac<Hash>::of("Jefe", "what do ya want for nothing?");
    for (const hmac_key<Hash>* k : {&key, &key, &copy}) {
        hmac<Hash> code(*k);
        code.update("what do ya want");
        code.update("");
        code.update(" for nothing?");
        if (code.finish() != expected) return false;
    }
    return true;
}
static_assert(key_is_reused<sha1>());
static_assert(key_is_reused<sha256>());

// The key in two parts is the two joined, also where only both together are longer than a block.
template <class Hash>
constexpr bool key_in_two_parts(std::size_t size, std::size_t cut) {
    const std::string_view key = key_aa_131.view().substr(0, size);
    const hmac_key<Hash> parts(key.substr(0, cut), key.substr(cut));
    hmac<Hash> code(parts);
    code.update("text");
    return code.finish() == hmac<Hash>::of(key, "text");
}
static_assert(key_in_two_parts<sha1>(64, 63) && key_in_two_parts<sha1>(65, 64) &&
              key_in_two_parts<sha1>(131, 70));
static_assert(key_in_two_parts<sha256>(64, 64) && key_in_two_parts<sha256>(65, 1) &&
              key_in_two_parts<sha256>(0, 0));

// An empty key and an empty message are allowed; so is a key of zeros, which is the same key.
constexpr filled<64> zeros(0);
static_assert(support::is_hex(hmac_sha1::of("", ""), "fbdb1d1b18aa6c08324b7d64b71fb76370690e1d"));
static_assert([] {
    // In variables: g++ 12 cannot compare temporary arrays in a constant where libstdc++'s debug mode looks at them.
    const auto of_nothing = hmac_sha1::of("", ""), of_zeros = hmac_sha1::of(zeros.view(), "");
    return of_nothing == of_zeros;
}());

template <class Hash>
void check_vector(const vector& v) {
    const support::exact_block key(v.key);
    const support::exact_block text(v.text);
    const auto code = hmac<Hash>::of(key.view(), text.view());
    CAPTURE(v.text);
    CHECK(support::to_hex(code).substr(0, v.code.size()) == v.code);
}

}  // namespace

TEST_CASE("hmac: RFC 2202, SHA-1") {
    for (const vector& v : sha1_vectors) check_vector<sha1>(v);
}

TEST_CASE("hmac: RFC 4231, SHA-256") {
    for (const vector& v : sha256_vectors) check_vector<sha256>(v);
}

TEST_CASE("hmac: a key is made once and used again") {
    CHECK(key_is_reused<sha1>());
    CHECK(key_is_reused<sha256>());
}

TEST_CASE("hmac: a key in two parts, of every length around the block") {
    for (std::size_t size = 0; size <= 131; ++size) {
        for (std::size_t cut = 0; cut <= size; cut += size < 60 ? 7 : 1) {
            if (!key_in_two_parts<sha1>(size, cut) || !key_in_two_parts<sha256>(size, cut)) {
                FAIL("key of " << size << " bytes, cut at " << cut);
            }
        }
    }
    SUCCEED();
}

TEST_CASE("hmac: what a key was is gone with it") {
    using key_type = hmac_key<sha1>;
    alignas(key_type) unsigned char memory[sizeof(key_type)];
    auto* const key = new (memory) key_type("Jefe");
    bool all_zero = true;
    for (const unsigned char byte : memory) all_zero = all_zero && byte == 0;
    CHECK_FALSE(all_zero);
    key->~key_type();
    all_zero = true;
    for (const unsigned char byte : memory) all_zero = all_zero && byte == 0;
    CHECK(all_zero);
}
