#pragma once
// Percent-encoding, RFC 3986 section 2.1, in the strict form that RPC signatures are made over.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "../core/ascii.hpp"
#include "../core/bounded_output.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"

namespace slbwire {

/// RFC 3986 section 2.3: the characters that are never encoded.
constexpr bool is_unreserved(char c) noexcept {
    return ascii::is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '~';
}

namespace detail {

struct percent_entry {
    char text[3];
    unsigned char length;
};
inline constexpr auto percent_table = [] {
    std::array<percent_entry, 256> table{};
    constexpr char hex[] = "0123456789ABCDEF";
    for (unsigned byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(static_cast<unsigned char>(byte));
        table[byte] = is_unreserved(c) ? percent_entry{{c, 0, 0}, 1}
                                       : percent_entry{{'%', hex[byte >> 4], hex[byte & 15]}, 3};
    }
    return table;
}();

}  // namespace detail

/// Writes `text` with every byte but the unreserved ones as `%XY`, hex digits in capitals: a space is
/// `%20`, `*` is `%2A`, `~` stays. Any bytes may stand in `text`. At most 3 × `text.size()` bytes.
constexpr void percent_encode(bounded_output& out, std::string_view text) noexcept {
    char* const first = out.room(3 * text.size());
    if (first == nullptr) {
        for (char c : text) {
            const detail::percent_entry& entry = detail::percent_table[static_cast<unsigned char>(c)];
            out.put(std::string_view(entry.text, entry.length));
        }
        return;
    }
    char* at = first;
    for (char c : text) {
        const detail::percent_entry& entry = detail::percent_table[static_cast<unsigned char>(c)];
        // Without a branch: what is stored too much is inside the room, and the next byte goes over it.
        at[0] = entry.text[0];
        at[1] = entry.text[1];
        at[2] = entry.text[2];
        at += entry.length;
    }
    out.advance(static_cast<std::size_t>(at - first));
}

/// The same as a string of its own.
inline std::string percent_encode(std::string_view text) {
    std::string encoded;
    encoded.reserve(3 * text.size());
    assign(encoded, [&](bounded_output& out) { percent_encode(out, text); });
    return encoded;
}

/// Writes the bytes that `text` stands for. Strict: `%` needs two hexadecimal digits (either case)
/// after it, or the fault is `truncated` or `invalid_escape`; blanks, controls and bytes above 0x7E,
/// which cannot stand in a URI, are `unexpected_byte`. `+` is a plus sign.
constexpr result<void, fault> percent_decode(bounded_output& out, std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c != '%') {
            if (c <= ' ' || c > '~') return failure{fault{.code = errc::unexpected_byte, .offset = i}};
            out.put(c);
            continue;
        }
        for (std::size_t k = 1; k <= 2; ++k) {
            if (i + k == text.size()) return failure{fault{.code = errc::truncated, .offset = i + k}};
            if (ascii::hex_value(text[i + k]) < 0) return failure{fault{.code = errc::invalid_escape, .offset = i + k}};
        }
        const int byte = ascii::hex_value(text[i + 1]) * 16 + ascii::hex_value(text[i + 2]);
        out.put(static_cast<char>(static_cast<unsigned char>(byte)));
        i += 2;
    }
    return {};
}

inline result<std::string, fault> percent_decode(std::string_view text) {
    std::string decoded(text.size(), '\0');
    bounded_output out(decoded.data(), decoded.size());
    if (auto done = percent_decode(out, text); !done) return failure{done.error()};
    decoded.resize(out.size());
    return decoded;
}

}  // namespace slbwire
