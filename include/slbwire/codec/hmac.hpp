#pragma once
// HMAC, RFC 2104, over the hashes of this folder.

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/text.hpp"
#include "../core/wipe.hpp"
#include "sha1.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A key made ready: the hash states after the inner and the outer padded key block. Whoever has
/// them can sign, so they are wiped when the object goes.
template <class Hash>
class hmac_key {
public:
    using hash_type = Hash;

    /// `key` and `more` are used as if joined (RPC keys are the secret followed by `&`).
    constexpr explicit hmac_key(std::string_view key, std::string_view more = {}) noexcept {
        char block[Hash::block_size] = {};
        if (key.size() + more.size() > Hash::block_size) {
            Hash hash;
            hash.update(key);
            hash.update(more);
            std::size_t at = 0;
            for (auto byte : hash.finish()) block[at++] = static_cast<char>(byte);
            if (!std::is_constant_evaluated()) wipe(&hash, sizeof hash);
        } else {
            std::char_traits<char>::copy(block, key.data(), key.size());
            std::char_traits<char>::copy(block + key.size(), more.data(), more.size());
        }
        inner_ = padded(block, 0x36);
        outer_ = padded(block, 0x5c);
        if (!std::is_constant_evaluated()) wipe(block, sizeof block);
    }
    constexpr hmac_key(const hmac_key&) noexcept = default;
    constexpr hmac_key& operator=(const hmac_key&) noexcept = default;
    constexpr ~hmac_key() {
        if (std::is_constant_evaluated()) return;
        wipe(&inner_, sizeof inner_);
        wipe(&outer_, sizeof outer_);
    }

    constexpr Hash inner() const noexcept { return Hash(inner_, Hash::block_size); }
    constexpr Hash outer() const noexcept { return Hash(outer_, Hash::block_size); }

private:
    static constexpr typename Hash::state_type padded(const char* block, unsigned char pad) noexcept {
        char bytes[Hash::block_size] = {};
        for (std::size_t i = 0; i < sizeof bytes; ++i) {
            bytes[i] = static_cast<char>(static_cast<unsigned char>(block[i]) ^ pad);
        }
        Hash hash;
        hash.update(detail::text_of(bytes, sizeof bytes));
        if (!std::is_constant_evaluated()) wipe(bytes, sizeof bytes);
        return hash.state();
    }

    typename Hash::state_type inner_ = {};
    typename Hash::state_type outer_ = {};
};

/// The code of one message: `update` with any number of pieces, then `finish`. `key` must stay.
template <class Hash>
class hmac {
public:
    using digest_type = typename Hash::digest_type;

    constexpr explicit hmac(const hmac_key<Hash>& key) noexcept : key_(key), inner_(key.inner()) {}
    hmac(const hmac_key<Hash>&&) = delete;

    constexpr void update(std::string_view text) noexcept { inner_.update(text); }
    constexpr digest_type finish() noexcept {
        Hash outer = key_.outer();
        const auto digest = std::bit_cast<std::array<char, Hash::digest_size>>(inner_.finish());
        outer.update(detail::text_of(digest.data(), digest.size()));
        return outer.finish();
    }
    static constexpr digest_type of(std::string_view key, std::string_view text) noexcept {
        const hmac_key<Hash> ready(key);
        hmac code(ready);
        code.update(text);
        return code.finish();
    }

private:
    const hmac_key<Hash>& key_;
    Hash inner_;
};

using hmac_sha1 = hmac<sha1>;

}  // namespace slbwire
