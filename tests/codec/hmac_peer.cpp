// Against OpenSSL's HMAC.
#include <slbwire/codec/hmac.hpp>
#include <slbwire/codec/hmac_sha256.hpp>

#include <string>

#include "support/hash_peer.hpp"

TEST_CASE("hmac: as OpenSSL has it, keys of all lengths to 300") {
    support::check_random_keys<slbwire::hmac_sha1>(EVP_sha1(), 8);
    support::check_random_keys<slbwire::hmac_sha256>(EVP_sha256(), 9);
}

TEST_CASE("hmac: one kept key, many messages, as OpenSSL has them") {
    support::random_bytes random(10);
    for (int round = 0; round < 20; ++round) {
        const std::string secret = random.text(random.below(100));
        const slbwire::hmac_key<slbwire::sha1> key(secret, "&");
        for (int message = 0; message < 20; ++message) {
            const std::string text = random.text(random.below(1'000));
            const std::size_t cut = random.below(text.size() + 1);
            slbwire::hmac_sha1 code(key);
            code.update(std::string_view(text).substr(0, cut));
            code.update(std::string_view(text).substr(cut));
            const std::string expected =
                support::to_hex(support::openssl_hmac(EVP_sha1(), secret + "&", text));
            REQUIRE(support::to_hex(code.finish()) == expected);
        }
    }
}
