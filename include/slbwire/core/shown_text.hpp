#pragma once
// Text from or for a network, as a log may have it.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// Is what has this name a secret? Signatures, tokens of a session, the secrets of access keys, passwords and the
/// header Authorization, without regard to case, `-`, `_`, `.` and what stands before: `x-acs-security-token`.
bool is_secret_name(std::string_view name) noexcept;

/// What the service sends back all that was signed behind, a token included.
inline constexpr literal string_to_sign_words = "server string to sign is";
/// Where these words begin, in any case, or the size of `text`.
std::size_t find_string_to_sign(std::string_view text) noexcept;

/// Appends `text` with a blank for each control character, and `***` for each value that stands behind such a name:
/// in a query (`Signature=`), a header (`Authorization:`, to the end of the line), JSON (`"SecurityToken":"`) or XML
/// (`<SecurityToken>`), also where these were encoded for a URL, for markup or as a string, once or more often. A value
/// that does not end hides the rest. Takes time linear in `text`.
void append_shown(std::string& line, std::string_view text);

}  // namespace slbwire::detail

#if !defined(SLBWIRE_SEPARATE)
#include "shown_text_body.hpp"
#endif
