#pragma once
// Text from or for a network, as a log may have it.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "ascii.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// Where the next value of a signature or a security token begins, in a URL, a form, or a page that repeats one, or
/// the size of `text`. An equals sign may itself be encoded.
inline std::size_t next_secret(std::string_view text) noexcept {
    for (std::size_t at = text.find_first_of("=%"); at != std::string_view::npos;
         at = text.find_first_of("=%", at + 1)) {
        const std::size_t size = text[at] == '=' ? 1 : 3;
        if (size == 3 && !ascii::equal_ignoring_case(text.substr(at, size), "%3D")) continue;
        const std::string_view before = text.substr(0, at);
        if (before.ends_with("Signature") || before.ends_with("SecurityToken")) return at + size;
    }
    return text.size();
}

/// What the service sends back all that was signed behind, a token included.
inline constexpr literal string_to_sign_words = "server string to sign is";
/// Where these words begin, in any case, or the size of `text`.
inline std::size_t find_string_to_sign(std::string_view text) noexcept {
    constexpr std::size_t size = string_to_sign_words.size();
    for (std::size_t at = 0; at + size <= text.size(); ++at) {
        if (ascii::equal_ignoring_case(text.substr(at, size), string_to_sign_words)) return at;
    }
    return text.size();
}

/// Appends `text` with a blank for each control character and `***` for each secret value, which ends where a
/// parameter, an attribute or a word does.
inline void append_shown(std::string& line, std::string_view text) {
    for (;;) {
        const std::size_t secret = next_secret(text);
        for (char c : text.substr(0, secret)) line += ascii::is_control(c) ? ' ' : c;
        if (secret == text.size()) return;
        line += "***";
        text.remove_prefix(secret);
        const std::size_t end = text.find_first_of("&<>\"' \t\r\n");
        if (end == std::string_view::npos) return;
        text.remove_prefix(end);
    }
}

}  // namespace slbwire::detail
