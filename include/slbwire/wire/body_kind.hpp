#pragma once
// What a body is by its first bytes, whatever its headers say.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

enum class body_kind : std::uint8_t {
    empty,  ///< nothing, or nothing but blanks
    json,   ///< an object
    xml,
    html,        ///< a page for people, such as a proxy's, also one that is well-formed XML
    compressed,  ///< gzip (RFC 1952), zstd (RFC 8878), or zlib's form of deflate (RFC 1950)
    other,
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(body_kind kind) noexcept {
    switch (kind) {
    case body_kind::empty: return "empty";
    case body_kind::json: return "json";
    case body_kind::xml: return "xml";
    case body_kind::html: return "html";
    case body_kind::compressed: return "compressed";
    case body_kind::other: return "other";
    }
    return "?";
}

namespace detail {

constexpr std::string_view without_mark(std::string_view text) noexcept {
    return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

constexpr bool is_compressed(std::string_view body) noexcept {
    constexpr literal zstd = "\x28\xb5\x2f\xfd";
    if (body.size() < 2) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(body[i]); };
    if (byte(0) == 0x1f && byte(1) == 0x8b) return true;
    if (byte(0) == 0x78) return (0x7800u + byte(1)) % 31 == 0;  // the check of zlib's two bytes
    return body.starts_with(zstd);
}

/// The name of the first element, or `!DOCTYPE html`, behind what may stand before it; empty where there is none.
SLBWIRE_COLD constexpr std::string_view first_tag(std::string_view text) noexcept {
    constexpr literal comment = "!--";
    constexpr literal comment_end = "-->";
    constexpr literal declaration_end = "?>";
    for (;;) {
        text = ascii::trim(text);
        if (!text.starts_with('<')) return {};
        text.remove_prefix(1);
        if (!text.starts_with(comment) && !text.starts_with('?')) break;
        const std::string_view ending = text.front() == '?' ? declaration_end : comment_end;
        const std::size_t end = text.find(ending);
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + ending.size());
    }
    return text.substr(0, text.find_first_of("<>/ \t\r\n", text.starts_with('!') ? 9 : 0));
}

SLBWIRE_COLD constexpr bool is_html_tag(std::string_view name) noexcept {
    constexpr literal tags[] = {"html", "!DOCTYPE html", "head",   "body",   "title", "meta", "link", "base", "style",
                                "h1",   "h2",            "h3",     "h4",     "div",   "p",    "pre",  "span", "br",
                                "hr",   "font",          "center", "script", "form",  "img",  "table", "iframe"};
    for (const std::string_view tag : tags) {
        if (ascii::equal_ignoring_case(name, tag)) return true;
    }
    return false;
}

}  // namespace detail

/// Looks at the first bytes alone, behind blanks and a byte order mark; what follows may be anything.
constexpr body_kind kind_of_body(std::string_view body) noexcept {
    if (detail::is_compressed(body)) return body_kind::compressed;
    body = ascii::trim(detail::without_mark(body));
    if (body.empty()) return body_kind::empty;
    if (body.front() == '{') return body_kind::json;
    if (body.front() != '<') return body_kind::other;
    return detail::is_html_tag(detail::first_tag(body)) ? body_kind::html : body_kind::xml;
}

}  // namespace slbwire
