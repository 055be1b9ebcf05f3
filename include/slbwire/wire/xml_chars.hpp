#pragma once
// The character classes of XML 1.0, fifth edition: Char [2], NameStartChar [4], NameChar [4a], and what
// a reference (Reference [67]) stands for.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "text_token.hpp"

namespace slbwire::inline SLBWIRE_ABI::xml {

/// May this character stand in a document at all (production [2])?
constexpr bool is_char(char32_t c) noexcept {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c <= 0xd7ff || (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

namespace detail {

struct range {
    char32_t first, last;
};
inline constexpr range name_start_ranges[] = {
    {':', ':'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},       {0xc0, 0xd6},     {0xd8, 0xf6},
    {0xf8, 0x2ff},    {0x370, 0x37d},   {0x37f, 0x1fff},  {0x200c, 0x200d}, {0x2070, 0x218f}, {0x2c00, 0x2fef},
    {0x3001, 0xd7ff}, {0xf900, 0xfdcf}, {0xfdf0, 0xfffd}, {0x10000, 0xeffff}};
inline constexpr range name_more_ranges[] = {
    {'-', '-'}, {'.', '.'}, {'0', '9'}, {0xb7, 0xb7}, {0x300, 0x36f}, {0x203f, 0x2040}};

template <std::size_t N>
constexpr bool in(const range (&ranges)[N], char32_t c) noexcept {
    for (const range& r : ranges) {
        if (c >= r.first && c <= r.last) return true;
    }
    return false;
}

}  // namespace detail

/// May a name begin with this character (production [4])?
constexpr bool is_name_start(char32_t c) noexcept { return detail::in(detail::name_start_ranges, c); }
/// May it stand in a name behind the first (production [4a])?
constexpr bool is_name_char(char32_t c) noexcept { return is_name_start(c) || detail::in(detail::name_more_ranges, c); }

namespace detail {

// The ASCII part of NameChar, looked up for every byte of every tag.
inline constexpr auto ascii_name_chars = [] {
    std::array<bool, 128> table{};
    for (char32_t c = 0; c < 128; ++c) table[c] = is_name_char(c);
    return table;
}();

/// A reference, read from its `&` on: how many bytes it takes and which character it is.
struct reference {
    errc code = errc::ok;
    std::size_t length = 0;  ///< to behind the `;`; up to the fault where there is one
    char32_t point = 0;
};

constexpr reference character_reference(std::string_view text) noexcept {
    const bool hex = text.size() > 2 && text[2] == 'x';
    const std::size_t first = hex ? 3 : 2;
    std::size_t i = first;
    char32_t point = 0;
    for (; i < text.size() && text[i] != ';'; ++i) {
        const int digit = ascii::hex_value(text[i]);
        if (digit < 0 || (!hex && digit > 9)) return {errc::invalid_reference, i, 0};
        // Saturates far above the last code point, so that no number of digits overflows.
        if (point < 0x1000000) point = point * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    if (i == text.size()) return {errc::truncated, i, 0};
    // Production [66], Legal Character: what it names must itself match Char.
    if (i == first || !is_char(point)) return {errc::invalid_reference, i, 0};
    return {errc::ok, i + 1, point};
}

struct entity {
    std::string_view written;
    char32_t point;
};
inline constexpr entity predefined_entities[] = {
    {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};

/// `text` begins with `&`. Without a DTD only the five predefined entities exist (section 4.6).
SLBWIRE_COLD constexpr reference read_reference(std::string_view text) noexcept {
    if (text.size() > 1 && text[1] == '#') return character_reference(text);
    for (const entity& e : predefined_entities) {
        if (text.size() > 1 && text[1] != e.written[1]) continue;
        if (text.size() >= e.written.size() && scan::equal(text.data(), e.written.data(), e.written.size()))
            return {errc::ok, e.written.size(), e.point};
        if (e.written.starts_with(text)) return {errc::truncated, text.size(), 0};
    }
    // A name and `;` is an entity that was never declared; anything else is a bare ampersand.
    std::size_t i = 1;
    while (i < text.size()) {
        const utf8::decoded c = utf8::decode(text.substr(i));
        if (c.length == 0) return {c.truncated ? errc::truncated : errc::invalid_utf8, i, 0};
        if (!(i == 1 ? is_name_start(c.point) : is_name_char(c.point))) break;
        i += c.length;
    }
    if (i == text.size()) return {errc::truncated, i, 0};
    if (i == 1 || text[i] != ';') return {errc::unexpected_byte, i, 0};
    return {errc::undefined_entity, 0, 0};
}

}  // namespace detail

/// Writes the value of an element's text that a cursor has passed (so its markup is known to be right)
/// to `out`, which has room for `raw.size()` bytes and may be `raw` itself; returns the end. References
/// are replaced, CDATA sections kept as text, comments and processing instructions dropped, and line
/// ends normalised (sections 2.7, 2.11, 4.4).
SLBWIRE_COLD constexpr char* decode_text(std::string_view raw, char* out) noexcept {
    const auto line_end = [&](std::size_t& i) {
        *out++ = '\n';
        i += i + 1 < raw.size() && raw[i + 1] == '\n' ? 2U : 1U;
    };
    for (std::size_t i = 0; i < raw.size();) {
        const char c = raw[i];
        if (c == '&') {
            const detail::reference r = detail::read_reference(raw.substr(i));
            out = utf8::encode(r.point, out);
            i += r.length;
        } else if (c == '<' && raw[i + 1] == '!' && raw[i + 2] == '[') {
            constexpr std::size_t opening = std::string_view("<![CDATA[").size();
            const std::size_t stop = raw.find("]]>", i + opening);
            for (i += opening; i < stop;) {
                if (raw[i] == '\r') line_end(i);
                else *out++ = raw[i++];
            }
            i = stop + 3;
        } else if (c == '<') {
            const std::string_view close = raw[i + 1] == '?' ? "?>" : "-->";
            i = raw.find(close, i + 2 + (raw[i + 1] == '?' ? 0 : 2)) + close.size();
        } else if (c == '\r') {
            line_end(i);
        } else {
            // What xml_text passes, and what it stops at that is its own value.
            const char* const first = raw.data() + i;
            const char* const end = raw.data() + raw.size();
            const char* stop = first + 1;
            while (stop != end && static_cast<unsigned char>(*stop) >= 0x80) ++stop;
            stop = scan::xml_text(stop, end);
            const auto size = static_cast<std::size_t>(stop - first);
            out = slbwire::detail::move_text(out, {first, size});
            i += size;
        }
    }
    return out;
}

}  // namespace slbwire::xml
