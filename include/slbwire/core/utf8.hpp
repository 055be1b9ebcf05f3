#pragma once
// UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.

#include <cstddef>
#include <string_view>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI::utf8 {

/// One code point read from a text: its value and how many bytes it took, or length 0 where the
/// bytes are not valid UTF-8 (then `truncated` tells that only the text's end was missing).
struct decoded {
    char32_t point = 0;
    std::size_t length = 0;
    bool truncated = false;
};

/// Reads the code point that starts at `text[0]`; `text` must not be empty.
SLBWIRE_NOINLINE constexpr decoded decode(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    // Table 3-7 of the Unicode standard: the lead byte bounds the second one.
    std::size_t length = 0;
    unsigned low = 0x80;
    unsigned high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
        length = 2;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 3;
        if (lead == 0xe0) low = 0xa0;
        if (lead == 0xed) high = 0x9f;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 4;
        if (lead == 0xf0) low = 0x90;
        if (lead == 0xf4) high = 0x8f;
    } else {
        return {};
    }
    char32_t point = lead & (0xffu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (i == text.size()) return {0, 0, true};
        if (byte(i) < low || byte(i) > high) return {};
        point = point << 6 | (byte(i) & 0x3fu);
        low = 0x80;
        high = 0xbf;
    }
    return {point, length};
}

/// Passes the three-byte characters that need no look at the second byte's bounds (among them nearly all of
/// Chinese, Japanese and Korean); stops at anything else, which may be valid too.
constexpr const char* skip_common(const char* at, const char* end) noexcept {
    const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
    while (end - at >= 3 && byte(0) >= 0xe1 && byte(0) <= 0xec && (byte(1) & 0xc0) == 0x80 &&
           (byte(2) & 0xc0) == 0x80) {
        at += 3;
    }
    return at;
}

/// Length in bytes of the longest valid beginning of `text`: `text.size()` where all of it is valid.
// Not inlined, as `decode` is not: both are large, many call them, and most texts are ASCII, which needs none.
SLBWIRE_NOINLINE constexpr std::size_t valid_prefix(std::string_view text) noexcept {
    const char* const end = text.data() + text.size();
    for (const char* at = text.data();;) {
        at = skip_common(at, end);
        if (at == end) return text.size();
        if (static_cast<unsigned char>(*at) < 0x80) {
            ++at;
            continue;
        }
        const decoded next = decode({at, static_cast<std::size_t>(end - at)});
        if (next.length == 0) return static_cast<std::size_t>(at - text.data());
        at += next.length;
    }
}

constexpr bool is_valid(std::string_view text) noexcept { return valid_prefix(text) == text.size(); }

/// Characters (code points) in a valid text.
constexpr std::size_t count(std::string_view text) noexcept {
    std::size_t n = 0;
    for (char c : text) n += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return n;
}

/// Writes `point`, which must be a Unicode scalar value, to `out` (room for 4); returns the end.
constexpr char* encode(char32_t point, char* out) noexcept {
    const auto put = [&](char32_t byte) { *out++ = static_cast<char>(static_cast<unsigned char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0 | point >> 6);
        put(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        put(0xe0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3f));
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    }
    return out;
}

}  // namespace slbwire::utf8
