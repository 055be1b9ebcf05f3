#pragma once
// The comparison of one of our hashes with OpenSSL's; the same for both.

#include "catch.hpp"
#include "exact_block.hpp"
#include "hex.hpp"
#include "openssl.hpp"
#include "random_bytes.hpp"

namespace support {

/// Every length that padding treats in its own way, several times over.
template <class Hash>
void check_short_texts(const EVP_MD* peer, unsigned seed) {
    random_bytes random(seed);
    for (std::size_t size = 0; size <= 300; ++size) {
        const std::string text = random.text(size);
        const exact_block block(text);
        CAPTURE(size);
        CHECK(to_hex(Hash::of(block.view())) == to_hex(openssl_digest(peer, text)));
    }
}

/// Long texts of random length, given whole and in pieces of random length.
template <class Hash>
void check_random_pieces(const EVP_MD* peer, unsigned seed) {
    random_bytes random(seed);
    for (int round = 0; round < 200; ++round) {
        const std::string text = random.text(random.below(20'000));
        const std::size_t longest = 1 + random.below(500);
        Hash hash;
        for (std::string_view left = text; !left.empty();) {
            const exact_block piece(left.substr(0, random.below(longest + 1)));
            hash.update(piece.view());
            left.remove_prefix(piece.view().size());
        }
        const std::string expected = to_hex(openssl_digest(peer, text));
        REQUIRE(to_hex(Hash::of(text)) == expected);
        REQUIRE(to_hex(hash.finish()) == expected);
    }
}

/// Keys shorter and longer than a block, texts of any length.
template <class Hmac>
void check_random_keys(const EVP_MD* peer, unsigned seed) {
    random_bytes random(seed);
    for (std::size_t size = 0; size <= 300; ++size) {
        const std::string key = random.text(size);
        const std::string text = random.text(random.below(400));
        const exact_block key_block(key);
        const exact_block text_block(text);
        CAPTURE(size);
        CHECK(to_hex(Hmac::of(key_block.view(), text_block.view())) == to_hex(openssl_hmac(peer, key, text)));
    }
}

}  // namespace support
