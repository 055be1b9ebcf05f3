#pragma once
// Who calls: an AccessKey pair, with a token where it is a temporary one (STS).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "../codec/hmac.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A text that is not to be seen. It cannot be printed, compared or converted; `reveal` says in the code
/// that it is used. Its memory is overwritten when it goes or is replaced; a move leaves nothing behind.
class secret {
public:
    secret() noexcept = default;
    explicit secret(std::string_view text);
    secret(const secret& other) : secret(other.reveal()) {}
    secret(secret&& other) noexcept
        : text_(std::exchange(other.text_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    secret& operator=(secret other) noexcept {
        std::swap(text_, other.text_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~secret();

    bool empty() const noexcept { return size_ == 0; }
    /// Valid as long as this object is, and not assigned to.
    std::string_view reveal() const noexcept { return detail::text_of(text_, size_); }

    friend bool operator==(const secret&, const secret&) = delete;
    template <class Stream>
    friend Stream& operator<<(Stream&, const secret&) = delete;

private:
    char* text_ = nullptr;
    std::size_t size_ = 0;
};

/// An AccessKey id and its secret; for temporary keys the security token that came with them, which
/// `prepare` sends along. The key of the signature is made ready once, here. The texts are taken as they are: where
/// one has a blank, a line end, a quotation mark or anything else that is not visible ASCII, which no key has,
/// `prepare` gives an error that names it, and does not show it.
class credentials {
public:
    credentials();
    credentials(std::string_view access_key_id, std::string_view access_key_secret,
                std::string_view security_token = {});
    credentials(const credentials&);
    credentials(credentials&&) noexcept;
    credentials& operator=(const credentials&);
    credentials& operator=(credentials&&) noexcept;
    ~credentials();

    const std::string& access_key_id() const noexcept { return access_key_id_; }
    const secret& access_key_secret() const noexcept { return secret_; }
    const secret& security_token() const noexcept { return security_token_; }
    /// The key of signature version 1.0: the secret followed by `&`.
    const hmac_key<sha1>& signing_key() const noexcept { return signing_key_; }
    /// Are all three texts made of what keys are made of? Found once, here, for all calls with these keys.
    bool well_formed() const noexcept { return well_formed_; }

private:
    std::string access_key_id_;
    secret secret_;
    secret security_token_;
    hmac_key<sha1> signing_key_;
    bool well_formed_;
};

/// Keys and when they run out.
struct temporary_credentials {
    slbwire::credentials credentials{};
    std::int64_t expires = 0;  ///< seconds since 1970-01-01T00:00:00Z; 0 where they do not, or nobody said when
};

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "credentials_body.hpp"
#endif
