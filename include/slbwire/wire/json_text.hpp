#pragma once
// The value of a JSON string, RFC 8259 section 7.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/text.hpp"
#include "../core/utf8.hpp"
#include "text_token.hpp"

namespace slbwire::inline SLBWIRE_ABI::json {

/// Writes the value of a string that a cursor has passed (so its escapes are known to be right) to
/// `out`, which has room for `raw.size()` bytes and may be `raw` itself; returns the end.
constexpr char* decode_text(std::string_view raw, char* out) noexcept {
    const auto unit = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value = value << 4 | static_cast<unsigned>(ascii::hex_value(raw[at + i]));
        }
        return value;
    };
    for (std::size_t i = 0; i < raw.size();) {
        if (raw[i] != '\\') {
            const std::string_view plain = raw.substr(i, raw.find('\\', i) - i);
            out = slbwire::detail::move_text(out, plain);
            i += plain.size();
            continue;
        }
        const char c = raw[i + 1];
        i += 2;
        switch (c) {
        case 'b': *out++ = '\b'; break;
        case 'f': *out++ = '\f'; break;
        case 'n': *out++ = '\n'; break;
        case 'r': *out++ = '\r'; break;
        case 't': *out++ = '\t'; break;
        case 'u': {
            char32_t point = unit(i);
            i += 4;
            if (point >= 0xd800 && point <= 0xdbff) {
                point = 0x10000 + ((point - 0xd800) << 10) + (unit(i + 2) - 0xdc00);
                i += 6;
            }
            out = utf8::encode(point, out);
            break;
        }
        default: *out++ = c;
        }
    }
    return out;
}

/// Room for a name that is written with escapes.
using name_room = char[6 * 64];
/// A name as it is meant: itself or, where it is written with escapes, decoded to `room`. Empty where it does not fit,
/// which no name does that is looked for: the service's have at most 31 characters.
constexpr std::string_view plain_name(const text_token& name, name_room& room) noexcept {
    if (!name.coded) return name.raw;
    if (name.raw.size() > sizeof room) return {};
    return slbwire::detail::text_of(room, static_cast<std::size_t>(decode_text(name.raw, room) - room));
}

}  // namespace slbwire::json
