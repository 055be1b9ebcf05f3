#pragma once
// Characters of a text that others were made of: an equals sign may be encoded for a URL, for markup or for a string,
// once or again and again.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "ascii.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// A character as it was meant before its text became a part of another: `%3D`, `%253D`, `&#61;` and `\u003d` are all
/// an equals sign.
struct meant_char {
    char c = '\0';
    std::size_t size = 1;     ///< bytes that it is written in
    unsigned depth = 0;       ///< how often it was encoded, for a URL or for markup
    unsigned markup = 0;      ///< how often of these for markup
    std::size_t slashes = 0;  ///< backslashes in front of it, which are part of it

    constexpr bool is_quote() const noexcept { return c == '"' || c == '\''; }
    /// Does it end what `open` began? Behind each level of strings in strings a quote has twice as many backslashes,
    /// and one more; those that are pairs of their own stand for a backslash.
    constexpr bool closes(const meant_char& open) const noexcept {
        return c == open.c && depth == open.depth && slashes % (2 * open.slashes + 2) == open.slashes;
    }
    /// Does it end a value without quotes behind an equals sign that was encoded `outer` times? What was encoded once
    /// more for a URL is a part of the value.
    constexpr bool ends_value(unsigned outer) const noexcept {
        if (depth - markup > outer) return false;
        return c == '&' || c == '<' || c == '>' || is_quote() || (ascii::is_blank(c) && slashes == 0);
    }
};

// The first character of a text that is not empty.

/// As it was meant before it was encoded for a URL, however often.
SLBWIRE_COLD constexpr meant_char read_percent(std::string_view text) noexcept {
    if (text.front() != '%') return {.c = text.front()};
    std::size_t at = 1;
    unsigned depth = 1;
    for (; text.substr(at, 2) == "25"; at += 2) ++depth;
    const int high = at < text.size() ? ascii::hex_value(text[at]) : -1;
    const int low = at + 1 < text.size() ? ascii::hex_value(text[at + 1]) : -1;
    if (high < 0 || low < 0) return {.c = '%', .size = at, .depth = depth - 1};
    return {.c = static_cast<char>(high * 16 + low), .size = at + 2, .depth = depth};
}
/// The character between `&` and `;`, or NUL where it has no such name.
SLBWIRE_COLD constexpr char named_char(std::string_view name) noexcept {
    if (name == "amp") return '&';
    if (name == "lt") return '<';
    if (name == "gt") return '>';
    if (name == "quot") return '"';
    if (name == "apos") return '\'';
    if (!name.starts_with('#')) return '\0';
    const bool hex = name.substr(1, 1) == "x";
    unsigned value = 0;
    for (char c : name.substr(hex ? 2 : 1)) {
        const int digit = ascii::hex_value(c);
        if (digit < 0 || (!hex && digit > 9)) return '\0';
        value = value * (hex ? 16 : 10) + static_cast<unsigned>(digit);
    }
    return value < 0x80 ? static_cast<char>(value) : '\x80';
}
/// And before it was encoded for markup, also in between.
SLBWIRE_COLD constexpr meant_char read_encoded(std::string_view text) noexcept {
    meant_char found = read_percent(text);
    while (found.c == '&') {
        char name[10] = {};
        std::size_t length = 0;
        std::size_t size = found.size;
        while (length != sizeof name && size < text.size()) {
            const meant_char next = read_percent(text.substr(size));
            size += next.size;
            if (next.c == ';') break;
            name[length++] = next.c;
        }
        const char c = named_char(text_of(name, length));
        if (c == '\0') break;
        found.c = c;
        found.size = size;
        ++found.depth;
        ++found.markup;
    }
    return found;
}
/// And before it became a part of a string, as JSON and others write them.
SLBWIRE_COLD constexpr meant_char read_meant(std::string_view text) noexcept {
    const meant_char first = read_encoded(text);
    if (first.c != '\\') return first;
    std::size_t size = first.size;
    std::size_t slashes = 1;
    meant_char next;
    for (; size < text.size(); size += next.size, ++slashes) {
        next = read_encoded(text.substr(size));
        if (next.c != '\\') break;
    }
    const meant_char alone{.c = '\\', .size = size, .depth = first.depth, .slashes = slashes};
    if (size == text.size()) return alone;
    next.size += size;
    next.slashes = slashes;
    switch (next.c) {
    case '"':
    case '\'':
    case '/': return next;
    case 'n':
    case 'r': next.c = '\n'; return next;
    case 't': next.c = '\t'; return next;
    case 'u': break;
    default: return alone;
    }
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i, ++next.size) {
        const int digit = next.size < text.size() ? ascii::hex_value(text[next.size]) : -1;
        if (digit < 0) return alone;
        value = value << 4 | static_cast<unsigned>(digit);
    }
    next.c = value < 0x80 ? static_cast<char>(value) : '\x80';
    return next;
}

}  // namespace slbwire::detail
