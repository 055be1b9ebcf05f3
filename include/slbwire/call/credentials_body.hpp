#pragma once
// What call/credentials.hpp declares.

#include <string>
#include <string_view>

#include "../codec/hmac.hpp"
#include "../config.hpp"
#include "../core/wipe.hpp"
#include "check_setting.hpp"
#include "credentials.hpp"

namespace slbwire::inline SLBWIRE_ABI {

SLBWIRE_FUNCTION secret::secret(std::string_view text) : size_(text.size()) {
    if (size_ == 0) return;
    text_ = new char[size_];
    std::char_traits<char>::copy(text_, text.data(), size_);
}
SLBWIRE_FUNCTION secret::~secret() {
    if (text_ != nullptr) wipe(text_, size_);
    delete[] text_;
}

SLBWIRE_FUNCTION credentials::credentials() : credentials({}, {}) {}
SLBWIRE_FUNCTION credentials::credentials(std::string_view access_key_id, std::string_view access_key_secret,
                                          std::string_view security_token)
    : access_key_id_(access_key_id), secret_(access_key_secret), security_token_(security_token),
      signing_key_(access_key_secret, "&"),
      well_formed_(!detail::has_alien(access_key_id) && !detail::has_alien(access_key_secret) &&
                   !detail::has_alien(security_token)) {}
SLBWIRE_FUNCTION credentials::credentials(const credentials&) = default;
SLBWIRE_FUNCTION credentials::credentials(credentials&&) noexcept = default;
SLBWIRE_FUNCTION credentials& credentials::operator=(const credentials&) = default;
SLBWIRE_FUNCTION credentials& credentials::operator=(credentials&&) noexcept = default;
SLBWIRE_FUNCTION credentials::~credentials() = default;

}  // namespace slbwire
