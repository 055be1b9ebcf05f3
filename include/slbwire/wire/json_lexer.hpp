#pragma once
// The single values of a JSON document, RFC 8259 sections 3, 6 and 7, each checked as it is passed.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "text_token.hpp"

namespace slbwire::inline SLBWIRE_ABI::json {

/// What stands at the cursor, told from its first byte.
enum class kind : std::uint8_t { object, array, string, number, boolean, null, none };

namespace detail {

/// A place in a text and the first fault. All functions give false at a fault, and from then on.
class lexer {
public:
    constexpr explicit lexer(std::string_view text) noexcept
        : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

    /// The kind of the value that comes next; `none` where no value can start with that byte (or none
    /// is left), which is not yet a fault.
    constexpr kind peek() noexcept {
        at_ = scan::skip_blanks(at_, end_);
        if (at_ == end_) return kind::none;
        switch (*at_) {
        case '{': return kind::object;
        case '[': return kind::array;
        case '"': return kind::string;
        case 't':
        case 'f': return kind::boolean;
        case 'n': return kind::null;
        default: return *at_ == '-' || ascii::is_digit(*at_) ? kind::number : kind::none;
        }
    }

    constexpr bool string(text_token& token) noexcept {
        if (!expect('"')) return false;
        const char* const first = at_;
        token.coded = false;
        for (;;) {
            at_ = scan::json_string(at_, end_);
            if (at_ == end_) return fail(errc::truncated);
            if (*at_ == '"') break;
            if (static_cast<unsigned char>(*at_) >= 0x80) {
                if (!non_ascii()) return false;
                continue;
            }
            if (*at_ != '\\') return fail(errc::control_character);
            token.coded = true;
            if (!escape()) return false;
        }
        token.raw = {first, static_cast<std::size_t>(at_ - first)};
        ++at_;
        return true;
    }

    /// A number as it is written; `lexeme` points into the text.
    constexpr bool number(std::string_view& lexeme) noexcept {
        at_ = scan::skip_blanks(at_, end_);
        const char* const first = at_;
        if (at_ != end_ && *at_ == '-') ++at_;
        if (at_ != end_ && *at_ == '0') ++at_;
        else if (!digits()) return false;
        if (at_ != end_ && *at_ == '.') {
            ++at_;
            if (!digits()) return false;
        }
        if (at_ != end_ && ascii::to_lower(*at_) == 'e') {
            ++at_;
            if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
            if (!digits()) return false;
        }
        // `01` and `1x` are no numbers: say so here, rather than of the byte behind.
        if (at_ != end_ && (ascii::is_alnum(*at_) || *at_ == '.')) return fail(errc::invalid_number);
        lexeme = {first, static_cast<std::size_t>(at_ - first)};
        return true;
    }

    constexpr bool boolean(bool& value) noexcept {
        at_ = scan::skip_blanks(at_, end_);
        value = at_ != end_ && *at_ == 't';
        return word(value ? "true" : "false");
    }
    constexpr bool null() noexcept {
        at_ = scan::skip_blanks(at_, end_);
        return word("null");
    }

    constexpr bool failed() const noexcept { return code_ != errc::ok; }
    /// The first fault, with its byte offset.
    constexpr fault why() const noexcept { return {.code = code_, .offset = offset()}; }
    /// Where the cursor is, in bytes from the beginning; after a fault, where that is.
    constexpr std::size_t offset() const noexcept { return static_cast<std::size_t>(at_ - begin_); }
    constexpr std::size_t bytes_left() const noexcept { return static_cast<std::size_t>(end_ - at_); }

protected:
    SLBWIRE_COLD SLBWIRE_NOINLINE constexpr bool fail(errc code) noexcept {
        if (code_ == errc::ok) code_ = code;
        end_ = at_;  // nothing is read from here on, and the offset stays
        return false;
    }
    /// What is wrong with the byte at the cursor, where another one should stand.
    SLBWIRE_COLD constexpr bool unexpected() noexcept {
        if (at_ == end_) return fail(errc::truncated);
        if (static_cast<unsigned char>(*at_) < 0x80) return fail(errc::unexpected_byte);
        const utf8::decoded point = utf8::decode({at_, bytes_left()});
        return fail(point.length != 0 ? errc::unexpected_byte : point.truncated ? errc::truncated : errc::invalid_utf8);
    }
    constexpr bool expect(char c) noexcept {
        if (at_ == end_ || *at_ != c) at_ = scan::skip_blanks(at_, end_);
        if (at_ == end_ || *at_ != c) return unexpected();
        ++at_;
        return true;
    }
    constexpr bool skip_scalar(kind next) noexcept {
        text_token token;
        std::string_view lexeme;
        bool value = false;
        switch (next) {
        case kind::string: return string(token);
        case kind::number: return number(lexeme);
        case kind::boolean: return boolean(value);
        case kind::null: return null();
        default: return failed() ? false : unexpected();
        }
    }

private:
    SLBWIRE_NOINLINE constexpr bool digits() noexcept {
        if (at_ == end_) return fail(errc::truncated);
        if (!ascii::is_digit(*at_)) return fail(errc::invalid_number);
        while (at_ != end_ && ascii::is_digit(*at_)) ++at_;
        return true;
    }
    constexpr bool word(std::string_view expected) noexcept {
        for (char c : expected) {
            if (at_ == end_ || *at_ != c) return unexpected();
            ++at_;
        }
        return true;
    }
    /// Passes characters that are not ASCII, at least one.
    constexpr bool non_ascii() noexcept {
        do {
            at_ = utf8::skip_common(at_, end_);
            if (at_ == end_ || static_cast<unsigned char>(*at_) < 0x80) break;
            const utf8::decoded c = utf8::decode({at_, bytes_left()});
            if (c.length == 0) return fail(c.truncated ? errc::truncated : errc::invalid_utf8);
            at_ += c.length;
        } while (at_ != end_ && static_cast<unsigned char>(*at_) >= 0x80);
        return true;
    }
    /// Four hexadecimal digits after `\u`.
    constexpr bool code_unit(unsigned& unit) noexcept {
        unit = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            if (at_ == end_) return fail(errc::truncated);
            const int digit = ascii::hex_value(*at_);
            if (digit < 0) return fail(errc::invalid_escape);
            unit = unit << 4 | static_cast<unsigned>(digit);
        }
        return true;
    }
    /// Checks an escape, the cursor at its backslash. Halves of a surrogate pair must stand together:
    /// alone they are no character, and no UTF-8 could hold them (RFC 8259 section 8.2).
    SLBWIRE_COLD constexpr bool escape() noexcept {
        if (++at_ == end_) return fail(errc::truncated);
        switch (*at_) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't': ++at_; return true;
        case 'u': break;
        default: return fail(errc::invalid_escape);
        }
        ++at_;
        unsigned unit = 0;
        if (!code_unit(unit)) return false;
        if (unit < 0xd800 || unit > 0xdfff) return true;
        if (unit > 0xdbff) return fail(errc::invalid_escape);
        for (char c : {'\\', 'u'}) {
            if (at_ == end_) return fail(errc::truncated);
            if (*at_ != c) return fail(errc::invalid_escape);
            ++at_;
        }
        if (!code_unit(unit)) return false;
        return (unit >= 0xdc00 && unit <= 0xdfff) || fail(errc::invalid_escape);
    }

protected:
    const char* begin_;
    const char* at_;
    const char* end_;
    errc code_ = errc::ok;
};

}  // namespace detail

}  // namespace slbwire::json
