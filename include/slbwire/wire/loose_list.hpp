#pragma once
// Lists of objects as clients of the service write them, which is more than JSON: quotes of either kind,
// bare names, numbers or texts, commas too many, and what the pages themselves show (brackets with a
// Markdown backslash, a full-width comma). What stays an error: an open quote or bracket, a missing
// comma or colon, controls, and anything that is not UTF-8.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/limits.hpp"
#include "../core/utf8.hpp"
#include "text_token.hpp"

namespace slbwire::inline SLBWIRE_ABI::loose {

enum class kind : std::uint8_t { text, number, word, container };

/// Walks a list forward, once, checking all it passes; the first fault stays. Never recursive, never
/// allocates; the text must outlive the cursor and what it hands out.
class cursor {
public:
    constexpr explicit cursor(std::string_view text) noexcept : text_(text) {
        // All of it at once: whatever is read below is then known to be UTF-8.
        const std::size_t valid = utf8::valid_prefix(text);
        if (valid != text.size()) fail(errc::invalid_utf8, valid);
    }

    constexpr bool enter_list() noexcept { return bracket('['); }
    /// True where another element comes; `object` tells one that is now entered from a single value.
    constexpr bool next_element(bool& object) noexcept {
        if (!next_entry(']')) return false;
        object = peek_bracket() == '{';
        return !object || bracket('{');
    }
    /// Reads a member's name and the colon; its value comes next.
    constexpr bool next_member(text_token& name) noexcept {
        if (!next_entry('}')) return false;
        if (here() == '"' || here() == '\'') {
            if (!quoted(name)) return false;
        } else if (!bare(name)) {
            return false;
        }
        skip_blanks();
        if (here() != ':') return unexpected();
        ++at_;
        return true;
    }
    /// Reads a value; a container is passed whole, its content checked for quotes and brackets only.
    constexpr bool value(kind& found, text_token& token) noexcept {
        skip_blanks();
        const char c = here();
        if (c == '"' || c == '\'') {
            found = kind::text;
            return quoted(token);
        }
        if (peek_bracket() == '{' || peek_bracket() == '[') {
            found = kind::container;
            return container();
        }
        found = c == '-' || ascii::is_digit(c) ? kind::number : kind::word;
        if (c == '-') ++at_;
        const bool read = bare(token);
        if (read && c == '-') token.raw = {token.raw.data() - 1, token.raw.size() + 1};
        return read;
    }
    constexpr bool finish() noexcept {
        skip_blanks();
        return !failed() && (at_ == text_.size() || fail(errc::trailing_bytes, at_));
    }

    constexpr bool failed() const noexcept { return fault_.code != errc::ok; }
    constexpr fault why() const noexcept { return fault_; }
    constexpr std::size_t offset() const noexcept { return at_; }

private:
    SLBWIRE_COLD constexpr bool fail(errc code, std::size_t offset) noexcept {
        if (!failed()) fault_ = {.code = code, .offset = offset};
        text_ = text_.substr(0, at_ < text_.size() ? at_ : text_.size());
        return false;
    }
    SLBWIRE_COLD constexpr bool unexpected() noexcept {
        return fail(at_ == text_.size() ? errc::truncated : errc::unexpected_byte, at_);
    }
    /// The byte at the cursor; NUL, which no rule takes, at the end.
    constexpr char here(std::size_t ahead = 0) const noexcept {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    constexpr void skip_blanks() noexcept {
        while (ascii::is_blank(here())) ++at_;
    }
    static constexpr bool is_bracket(char c) noexcept { return c == '[' || c == ']' || c == '{' || c == '}'; }
    /// The bracket at the cursor, also behind a backslash; NUL where there is none.
    constexpr char peek_bracket() const noexcept {
        if (is_bracket(here())) return here();
        return here() == '\\' && is_bracket(here(1)) ? here(1) : '\0';
    }
    constexpr bool bracket(char wanted) noexcept {
        skip_blanks();
        if (peek_bracket() != wanted) return unexpected();
        at_ += here() == '\\' ? 2U : 1U;
        fresh_ = true;
        return true;
    }
    constexpr bool comma() noexcept {
        constexpr std::string_view full_width = "\xef\xbc\x8c";
        if (here() == ',') return ++at_, true;
        if (!text_.substr(at_).starts_with(full_width)) return false;
        at_ += full_width.size();
        return true;
    }
    constexpr bool next_entry(char close) noexcept {
        if (failed()) return false;
        bool separated = fresh_;
        fresh_ = false;
        for (skip_blanks(); comma(); skip_blanks()) separated = true;
        if (at_ == text_.size()) return unexpected();
        if (peek_bracket() == close) {
            at_ += here() == '\\' ? 2U : 1U;
            return false;
        }
        return separated || unexpected();
    }
    constexpr bool bare(text_token& token) noexcept {
        const std::size_t first = at_;
        while (ascii::is_alnum(here()) || here() == '_' || here() == '-' || here() == '.' || here() == '$') ++at_;
        token = {text_.substr(first, at_ - first), false};
        return at_ != first || unexpected();
    }
    constexpr bool quoted(text_token& token) noexcept {
        const char mark = text_[at_++];
        const std::size_t first = at_;
        token.coded = false;
        for (; at_ != text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == mark) {
                token.raw = text_.substr(first, at_ - first);
                ++at_;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20) return fail(errc::control_character, at_);
            if (c == '\\') {
                token.coded = true;
                if (!escape()) return false;
            }
        }
        return unexpected();
    }
    constexpr bool hex(std::size_t digits, unsigned& value) noexcept {
        value = 0;
        for (; digits != 0; --digits) {
            if (++at_ == text_.size()) return unexpected();
            if (ascii::hex_value(text_[at_]) < 0) return fail(errc::invalid_escape, at_);
            value = value << 4 | static_cast<unsigned>(ascii::hex_value(text_[at_]));
        }
        return true;
    }
    /// The escapes of the parser that the service is thought to use (fastjson 1.x), from the backslash
    /// to the escape's last byte.
    constexpr bool escape() noexcept {
        if (++at_ == text_.size()) return unexpected();
        constexpr std::string_view single = "01234567btnvfFr\"'/\\";
        unsigned unit = 0;
        if (single.find(text_[at_]) != std::string_view::npos) return true;
        if (text_[at_] == 'x') return hex(2, unit);
        if (text_[at_] != 'u') return fail(errc::invalid_escape, at_);
        if (!hex(4, unit)) return false;
        if (unit < 0xd800 || unit > 0xdfff) return true;
        // Half of a pair: the other half must follow.
        if (unit > 0xdbff || here(1) != '\\' || here(2) != 'u') return fail(errc::invalid_escape, at_);
        at_ += 2;
        if (!hex(4, unit)) return false;
        return (unit >= 0xdc00 && unit <= 0xdfff) || fail(errc::invalid_escape, at_);
    }
    constexpr bool container() noexcept {
        std::uint64_t objects[(max_depth + 63) / 64] = {};
        std::size_t open = 0;
        do {
            skip_blanks();
            const char c = peek_bracket();
            if (c == '{' || c == '[') {
                if (open == max_depth) return fail(errc::too_deep, at_);
                const std::uint64_t bit = std::uint64_t{1} << (open % 64);
                objects[open / 64] = c == '{' ? objects[open / 64] | bit : objects[open / 64] & ~bit;
                ++open;
                at_ += here() == '\\' ? 2U : 1U;
            } else if (c != '\0') {
                --open;
                const bool object = (objects[open / 64] >> (open % 64) & 1) != 0;
                if (object != (c == '}')) return unexpected();
                at_ += here() == '\\' ? 2U : 1U;
            } else if (here() == '"' || here() == '\'') {
                text_token token;
                if (!quoted(token)) return false;
            } else if (here() == ':' || here() == '+') {
                ++at_;
            } else if (!comma()) {
                text_token token;
                if (!bare(token)) return false;
            }
        } while (open != 0);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool fresh_ = false;  // just inside a bracket: no comma is needed before the first entry
    fault fault_;
};

/// Writes the value of a quoted text that a cursor has passed to `out`, which has room for `raw.size()`
/// bytes and may be `raw` itself; returns the end.
constexpr char* decode_text(std::string_view raw, char* out) noexcept {
    const auto hex = [&](std::size_t at, std::size_t digits) {
        unsigned value = 0;
        for (; digits != 0; --digits) value = value << 4 | static_cast<unsigned>(ascii::hex_value(raw[at++]));
        return value;
    };
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\') {
            *out++ = raw[i];
            continue;
        }
        const char c = raw[++i];
        switch (c) {
        case 'b': *out++ = '\b'; break;
        case 't': *out++ = '\t'; break;
        case 'n': *out++ = '\n'; break;
        case 'v': *out++ = '\v'; break;
        case 'f':
        case 'F': *out++ = '\f'; break;
        case 'r': *out++ = '\r'; break;
        case 'x':
            out = utf8::encode(hex(i + 1, 2), out);
            i += 2;
            break;
        case 'u': {
            char32_t point = hex(i + 1, 4);
            i += 4;
            if (point >= 0xd800 && point <= 0xdbff) {
                point = 0x10000 + ((point - 0xd800) << 10) + (hex(i + 3, 4) - 0xdc00);
                i += 6;
            }
            out = utf8::encode(point, out);
            break;
        }
        default: *out++ = c >= '0' && c <= '7' ? static_cast<char>(c - '0') : c;
        }
    }
    return out;
}

}  // namespace slbwire::loose
