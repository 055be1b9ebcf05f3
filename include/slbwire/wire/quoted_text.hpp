#pragma once
// Texts in quotes as request lists hold them: JSON's double quotes, or the single ones that the
// service's pages show and its parser takes as well.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "../core/word.hpp"

namespace slbwire {

enum class quote_style : std::uint8_t {
    single_quotes,  ///< `{'ServerId':'vm-233'}`, as the pages of 2019 print it
    strict_json,    ///< `{"ServerId":"vm-233"}`, RFC 8259
};

constexpr char quote_mark(quote_style style) noexcept { return style == quote_style::strict_json ? '"' : '\''; }

namespace detail {

/// Can `text` stand between quotes as it is?
[[gnu::always_inline]] constexpr bool is_its_own_quotation(std::string_view text, char mark) noexcept {
    const std::size_t size = text.size();
    if (!std::is_constant_evaluated() && size >= 4) {
        const auto special = [mark](std::uint64_t w) {
            return word::below(w, ' ') | word::equal(w, mark) | word::equal(w, '\\');
        };
        std::uint64_t any = 0;
        if (size < 8) {
            any = special(word::load_short(text));
        } else {
            for (std::size_t at = 0; at + 8 < size; at += 8) any |= special(word::load(text.data() + at));
            any |= special(word::load(text.data() + size - 8));
        }
        return any == 0;
    }
    for (char c : text) {
        if (c == mark || c == '\\' || static_cast<unsigned char>(c) < 0x20) return false;
    }
    return true;
}

template <class Out>
[[gnu::cold]] constexpr void write_escaped(Out& out, std::string_view text, char mark) {
    constexpr char hex[] = "0123456789abcdef";
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == mark || c == '\\') {
            out.put('\\');
            out.put(c);
        } else if (byte < 0x20) {
            out.put("\\u00");
            out.put(hex[byte >> 4]);
            out.put(hex[byte & 15]);
        } else {
            out.put(c);
        }
    }
}

}  // namespace detail

/// What `write_quoted` writes between the quotes.
template <class Out>
[[gnu::always_inline]] constexpr void write_between_quotes(Out& out, std::string_view text, quote_style style) {
    const char mark = quote_mark(style);
    if (detail::is_its_own_quotation(text, mark)) {
        out.put(text);
    } else if constexpr (sizeof(Out) <= 2 * sizeof(void*) && std::is_trivially_copy_assignable_v<Out>) {
        Out copy = out;  // whose address is taken, so that `out` may stay in registers
        detail::write_escaped(copy, text, mark);
        out = copy;
    } else {
        detail::write_escaped(out, text, mark);
    }
}

/// Writes `text`, which must be UTF-8, between quotes so that no byte of it can end the quotes: the quote
/// mark and the backslash get a backslash, controls become `\u00XX`, everything else stays. `Out` has
/// put(char) and put(std::string_view).
template <class Out>
constexpr void write_quoted(Out& out, std::string_view text, quote_style style) {
    out.put(quote_mark(style));
    write_between_quotes(out, text, style);
    out.put(quote_mark(style));
}

}  // namespace slbwire
