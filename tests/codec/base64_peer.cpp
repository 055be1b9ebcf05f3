// Against OpenSSL's EVP_EncodeBlock.
#include <slbwire/codec/base64.hpp>
#include <slbwire/core/bounded_output.hpp>

#include <openssl/evp.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/catch.hpp"
#include "support/random_bytes.hpp"

namespace {

std::string ours(const std::string& text) {
    std::string encoded;
    slbwire::assign(encoded, [&](slbwire::bounded_output& out) {
        slbwire::base64_encode(out, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    });
    return encoded;
}

std::string theirs(const std::string& text) {
    std::string encoded(slbwire::base64_size(text.size()) + 1, '\0');  // OpenSSL ends it with a zero
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    encoded.resize(static_cast<std::size_t>(size));
    return encoded;
}

}  // namespace

TEST_CASE("base64: as OpenSSL has it, all lengths to 300") {
    support::random_bytes random(4);
    for (std::size_t size = 0; size <= 300; ++size) {
        const std::string text = random.text(size);
        CAPTURE(size);
        CHECK(ours(text) == theirs(text));
    }
}

TEST_CASE("base64: as OpenSSL has it, every pair of bytes") {
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        const std::string text = {static_cast<char>(static_cast<unsigned char>(pair >> 8)),
                                  static_cast<char>(static_cast<unsigned char>(pair & 0xff))};
        if (ours(text) != theirs(text)) FAIL(pair);
    }
    SUCCEED();
}
