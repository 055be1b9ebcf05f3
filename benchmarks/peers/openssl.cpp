// OpenSSL: HMAC-SHA1 in every way that it offers.

#include <algorithm>
#include <array>
#include <memory>

// Its low-level hashes are deprecated, and still the fastest way.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include "harness.hpp"

namespace {

using namespace bench;

using digest = std::array<unsigned char, SHA_DIGEST_LENGTH>;

const std::string key = std::string(call_input().access_key_secret) + "&";
const std::string message = library_call(make_call(0)).string_to_sign();

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

digest one_call() {
    digest code{};
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes_of(message), message.size(), code.data(), nullptr);
    return code;
}

#if OPENSSL_VERSION_MAJOR >= 3
EVP_MAC_CTX* context_with_key() {
    static char name[] = "SHA1";
    EVP_MAC* const mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    EVP_MAC_CTX* const context = EVP_MAC_CTX_new(mac);
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("digest", name, 0), OSSL_PARAM_construct_end()};
    EVP_MAC_init(context, bytes_of(key), key.size(), parameters);
    EVP_MAC_free(mac);
    return context;
}

digest finish(EVP_MAC_CTX* context) {
    digest code{};
    std::size_t size = 0;
    EVP_MAC_update(context, bytes_of(message), message.size());
    EVP_MAC_final(context, code.data(), &size, code.size());
    return code;
}

digest key_kept() {
    static EVP_MAC_CTX* const context = context_with_key();
    EVP_MAC_init(context, nullptr, 0, nullptr);
    return finish(context);
}

digest duplicated() {
    static EVP_MAC_CTX* const context = context_with_key();
    const std::unique_ptr<EVP_MAC_CTX, void (*)(EVP_MAC_CTX*)> copy(EVP_MAC_CTX_dup(context), EVP_MAC_CTX_free);
    return finish(copy.get());
}
#endif

/// The states of SHA-1 after the padded key, as HMAC's definition has them.
SHA_CTX after_key(unsigned char pad) {
    std::array<unsigned char, SHA_CBLOCK> block{};
    std::copy(key.begin(), key.end(), block.begin());
    for (unsigned char& byte : block) byte = static_cast<unsigned char>(byte ^ pad);
    SHA_CTX state;
    SHA1_Init(&state);
    SHA1_Update(&state, block.data(), block.size());
    return state;
}

digest states_kept() {
    static const SHA_CTX states[] = {after_key(0x36), after_key(0x5c)};
    digest code{};
    SHA_CTX inner = states[0];
    SHA1_Update(&inner, message.data(), message.size());
    SHA1_Final(code.data(), &inner);
    SHA_CTX outer = states[1];
    SHA1_Update(&outer, code.data(), code.size());
    SHA1_Final(code.data(), &outer);
    return code;
}

const registration here([] {
    add_version("OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING));
    add(works::hmac, message.size(), "OpenSSL: HMAC()", one_call);
#if OPENSSL_VERSION_MAJOR >= 3
    add(works::hmac, message.size(), "OpenSSL: EVP_MAC, key kept", key_kept);
    add(works::hmac, message.size(), "OpenSSL: EVP_MAC_CTX_dup of a keyed context", duplicated);
#endif
    add(works::hmac, message.size(), "OpenSSL: SHA1_Update, states after the key kept", states_kept);
});

}  // namespace
