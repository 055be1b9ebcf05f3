#pragma once
// Texts in quotes as request lists hold them: JSON's double quotes, or the single ones that the
// service's pages show and its parser takes as well.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../core/ascii.hpp"

namespace slbwire {

enum class quote_style : std::uint8_t {
    single_quotes,  ///< `{'ServerId':'vm-233'}`, as the pages of 2019 print it
    strict_json,    ///< `{"ServerId":"vm-233"}`, RFC 8259
};

constexpr char quote_mark(quote_style style) noexcept { return style == quote_style::strict_json ? '"' : '\''; }

/// Writes `text`, which must be UTF-8, between quotes so that no byte of it can end the quotes: the quote
/// mark and the backslash get a backslash, controls become `\u00XX`, everything else stays. `Out` has
/// put(char) and put(std::string_view).
template <class Out>
constexpr void write_quoted(Out& out, std::string_view text, quote_style style) {
    constexpr char hex[] = "0123456789abcdef";
    const char mark = quote_mark(style);
    const auto is_plain = [mark](char c) {
        return c != mark && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    };
    out.put(mark);
    for (std::size_t first = 0;;) {
        std::size_t i = first;
        while (i < text.size() && is_plain(text[i])) ++i;
        out.put(text.substr(first, i - first));
        if (i == text.size()) break;
        if (text[i] == mark || text[i] == '\\') {
            const char escaped[] = {'\\', text[i]};
            out.put(std::string_view(escaped, sizeof escaped));
        } else {
            const auto byte = static_cast<unsigned char>(text[i]);
            const char escaped[] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
            out.put(std::string_view(escaped, sizeof escaped));
        }
        first = i + 1;
    }
    out.put(mark);
}

}  // namespace slbwire
