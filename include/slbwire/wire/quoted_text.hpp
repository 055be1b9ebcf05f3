#pragma once
// Texts in quotes as request lists hold them: JSON's double quotes, or the single ones that the
// service's pages show and its parser takes as well.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/bounded_output.hpp"
#include "../core/word.hpp"
#include "../simd/scan.hpp"
#include "quote_style.hpp"

namespace slbwire::inline SLBWIRE_ABI {

constexpr char quote_mark(quote_style style) noexcept { return style == quote_style::strict_json ? '"' : '\''; }

namespace detail {

/// Can `text` stand between quotes as it is? Where it can, it then also stands at `copy`, if that is not null.
SLBWIRE_ALWAYS_INLINE constexpr bool is_its_own_quotation(std::string_view text, char mark, char* copy = nullptr) noexcept {
    const std::size_t size = text.size();
    if (!std::is_constant_evaluated() && size >= 4) {
        const auto special = [mark](std::uint64_t front, std::uint64_t back) -> std::uint64_t {
            if constexpr (simd::has_scan) return simd::not_quotable(front, back, mark);
            const auto in = [mark](std::uint64_t w) { return word::below_or_one_of(w, ' ', mark, '\\'); };
            return in(front) | in(back);
        };
        const auto special_at = [&](std::size_t front_at, std::size_t back_at) {
            const std::uint64_t front = word::load(text.data() + front_at);
            const std::uint64_t back = word::load(text.data() + back_at);
            if (copy != nullptr) {
                std::memcpy(copy + front_at, &front, sizeof front);
                std::memcpy(copy + back_at, &back, sizeof back);
            }
            return special(front, back);
        };
        if (size < 8) {
            const std::uint64_t all = word::load_short(text);
            if (copy != nullptr) word::store_short(copy, size, all);
            return special(all, all) == 0;
        }
        std::uint64_t any = 0;
        for (std::size_t at = 0; at + 16 < size; at += 16) any |= special_at(at, at + 8);
        any |= special_at(size < 16 ? 0 : size - 16, size - 8);
        return any == 0;
    }
    for (char c : text) {
        if (c == mark || c == '\\' || static_cast<unsigned char>(c) < 0x20) return false;
        if (copy != nullptr) *copy++ = c;
    }
    return true;
}

template <class Out>
SLBWIRE_COLD constexpr void write_escaped(Out& out, std::string_view text, char mark) {
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        // One place that puts a character, whose code is large where it is encoded twice.
        const char escape[] = {'\\', 'u', '0', '0', static_cast<char>('0' + (byte >> 4)), "0123456789abcdef"[byte & 15]};
        const char quoted[] = {'\\', c};
        const bool is_control = byte < 0x20;
        const bool is_special = c == mark || c == '\\';
        const char* const first = is_control ? escape : quoted + (is_special ? 0 : 1);
        const char* const end = is_control ? escape + sizeof escape : quoted + sizeof quoted;
        for (const char* at = first; at != end; ++at) out.put(*at);
    }
}

}  // namespace detail

/// What `write_quoted` writes between the quotes.
template <class Out>
SLBWIRE_ALWAYS_INLINE constexpr void write_between_quotes(Out& out, std::string_view text, quote_style style) {
    const char mark = quote_mark(style);
    if constexpr (std::is_same_v<Out, detail::unchecked_output>) {
        if (detail::is_its_own_quotation(text, mark, out.at())) return out.go_to(out.at() + text.size());
    } else {
        if (detail::is_its_own_quotation(text, mark)) return out.put(text);
    }
    if constexpr (sizeof(Out) <= 2 * sizeof(void*) && std::is_trivially_copy_assignable_v<Out>) {
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
