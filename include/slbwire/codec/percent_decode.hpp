#pragma once
// Percent-encoding read back (RFC 3986 section 2.1): for the side that gets requests, such as a fake of the service.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/bounded_output.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"

namespace slbwire::inline SLBWIRE_ABI {

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
