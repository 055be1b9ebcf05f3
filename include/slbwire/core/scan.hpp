#pragma once
// Finding the next byte of a text that is not plain: what the parsers spend their time on.

#include <array>
#include <cstddef>

#include "ascii.hpp"

namespace slbwire::scan {

/// A set of bytes to stop at.
using byte_set = std::array<bool, 256>;

namespace detail {

constexpr byte_set stops(const char* specials, bool blanks_are_plain) noexcept {
    byte_set set{};
    for (std::size_t byte = 0; byte < 256; ++byte) set[byte] = byte < 0x20 || byte >= 0x80;
    if (blanks_are_plain) set['\t'] = set['\n'] = false;
    for (; *specials != '\0'; ++specials) set[static_cast<unsigned char>(*specials)] = true;
    return set;
}

}  // namespace detail

/// Inside a JSON string: quote, backslash, controls, non-ASCII.
inline constexpr byte_set json_string = detail::stops("\"\\", false);
/// In XML character data: markup, references, the `]` of a possible `]]>`, controls, non-ASCII, and the
/// carriage return, which is read as a line feed (XML 1.0 section 2.11).
inline constexpr byte_set xml_text = detail::stops("<&]", true);

/// The first byte of `[at, end)` that is in `set`, or `end`.
constexpr const char* find(const char* at, const char* end, const byte_set& set) noexcept {
    while (at != end && !set[static_cast<unsigned char>(*at)]) ++at;
    return at;
}

constexpr const char* skip_blanks(const char* at, const char* end) noexcept {
    while (at != end && ascii::is_blank(*at)) ++at;
    return at;
}

}  // namespace slbwire::scan
