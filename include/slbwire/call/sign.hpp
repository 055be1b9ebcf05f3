#pragma once
// The signature of a request, version 1.0: base64(HMAC-SHA1(secret + "&", string to sign)).
// Alibaba Cloud, "RPC mechanism", request signature.

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../codec/base64.hpp"
#include "../codec/hmac.hpp"
#include "../codec/percent.hpp"
#include "../core/bounded_output.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// The twenty bytes of a HMAC-SHA1 as base64. Comparing two takes the same time wherever they differ, and
/// none can be printed by accident.
class signature {
public:
    constexpr explicit signature(const sha1::digest_type& code) noexcept {
        bounded_output out(text_, sizeof text_);
        base64_encode(out, code);
    }
    /// Valid as long as this object.
    constexpr std::string_view text() const noexcept { return detail::text_of(text_, sizeof text_); }

    friend constexpr bool operator==(const signature& a, const signature& b) noexcept { return a.is(b.text()); }
    /// Is it this text? For the side that checks signatures.
    constexpr bool is(std::string_view claimed) const noexcept {
        if (claimed.size() != sizeof text_) return false;
        unsigned differ = 0;
        for (std::size_t i = 0; i < sizeof text_; ++i) {
            const int bits = static_cast<unsigned char>(text_[i]) ^ static_cast<unsigned char>(claimed[i]);
            differ |= static_cast<unsigned>(bits);
        }
        return differ == 0;
    }
    template <class Stream>
    friend Stream& operator<<(Stream&, const signature&) = delete;

private:
    char text_[base64_size(sha1::digest_size)] = {};
};

/// Signs a whole string to sign with a secret (the `&` is added here).
constexpr signature sign(std::string_view string_to_sign, std::string_view access_key_secret) noexcept {
    const hmac_key<sha1> key(access_key_secret, "&");
    hmac_sha1 code(key);
    code.update(string_to_sign);
    return signature(code.finish());
}

/// Signs a canonical query without building the string to sign; no allocation.
constexpr signature sign_query(std::string_view method, std::string_view query, const hmac_key<sha1>& key) noexcept {
    hmac_sha1 code(key);
    code.update(method);
    code.update("&%2F&");
    while (!query.empty()) {
        char encoded[3 * 256];  // written before it is read
        const std::string_view piece = query.substr(0, sizeof encoded / 3);
        bounded_output out(encoded, sizeof encoded);
        percent_encode(out, piece);
        code.update(out.written());
        query.remove_prefix(piece.size());
    }
    return signature(code.finish());
}

}  // namespace slbwire
