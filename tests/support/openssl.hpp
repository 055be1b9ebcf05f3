#pragma once
// OpenSSL's hashes, to compare with; only for the tests named `*_peer.cpp`.

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cstdint>
#include <string>
#include <vector>

namespace support {

inline std::vector<std::uint8_t> openssl_digest(const EVP_MD* hash, const std::string& text) {
    std::vector<std::uint8_t> digest(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, hash, nullptr) != 1) size = 0;
    digest.resize(size);
    return digest;
}

inline std::vector<std::uint8_t> openssl_hmac(const EVP_MD* hash, const std::string& key,
                                              const std::string& text) {
    std::vector<std::uint8_t> code(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (HMAC(hash, key.data(), static_cast<int>(key.size()), bytes, text.size(), code.data(), &size) ==
        nullptr) {
        size = 0;
    }
    code.resize(size);
    return code;
}

}  // namespace support
