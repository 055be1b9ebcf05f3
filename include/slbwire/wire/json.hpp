#pragma once
// JSON, RFC 8259: a cursor that walks a document in the caller's memory and checks all it passes.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/limits.hpp"
#include "../core/result.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "json_text.hpp"
#include "text_token.hpp"

namespace slbwire::json {

/// What stands at the cursor, told from its first byte.
enum class kind : std::uint8_t { object, array, string, number, boolean, null, none };

/// Walks a document forward, once. Every function that moves the cursor checks each byte it passes
/// against the grammar and the encoding; the first fault stays, and from then on all give false.
/// Never recursive, never allocates; the text must outlive the cursor and what it hands out.
class cursor {
public:
    constexpr explicit cursor(std::string_view text) noexcept
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

    /// Goes into an object; then call next_member until it gives false.
    constexpr bool enter_object() noexcept { return enter('{'); }
    /// Goes into an array; then call next_element until it gives false.
    constexpr bool enter_array() noexcept { return enter('['); }

    /// Reads a member's name and the colon; its value comes next and must be read or skipped.
    /// False at the object's end, which it passes, and at a fault.
    constexpr bool next_member(text_token& name) noexcept {
        if (!next_entry('}')) return false;
        return string(name) && expect(':');
    }
    /// True where another element comes next, which must be read or skipped.
    /// False at the array's end, which it passes, and at a fault.
    constexpr bool next_element() noexcept { return next_entry(']'); }

    constexpr bool string(text_token& token) noexcept {
        if (!expect('"')) return false;
        const char* const first = at_;
        token.coded = false;
        for (;;) {
            at_ = scan::find(at_, end_, scan::json_string);
            if (at_ == end_) return fail(errc::truncated);
            const char c = *at_;
            if (c == '"') break;
            if (c == '\\') {
                token.coded = true;
                if (!escape()) return false;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                return fail(errc::control_character);
            } else if (!non_ascii()) {
                return false;
            }
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

    /// Passes one value of any kind, however deep, checking all of it.
    constexpr bool skip() noexcept {
        const kind first = peek();
        if (first != kind::object && first != kind::array) return skip_scalar(first);
        // One bit for each open container tells objects (1) from arrays.
        std::uint64_t objects[(max_depth + 63) / 64] = {};
        std::size_t open = 0;
        kind next = first;
        do {
            if (next == kind::object || next == kind::array) {
                if (!enter(next == kind::object ? '{' : '[')) return false;
                const std::uint64_t bit = std::uint64_t{1} << (open % 64);
                if (next == kind::object) objects[open / 64] |= bit;
                else objects[open / 64] &= ~bit;
                ++open;
            } else if (!skip_scalar(next)) {
                return false;
            }
            // Leave every container that ends here, then stand before the next value.
            for (;;) {
                const bool object = (objects[(open - 1) / 64] >> ((open - 1) % 64) & 1) != 0;
                text_token name;
                if (object ? next_member(name) : next_element()) break;
                if (failed()) return false;
                if (--open == 0) return true;
            }
            next = peek();
        } while (true);
    }

    /// True where only blanks are left.
    constexpr bool finish() noexcept {
        if (failed()) return false;
        at_ = scan::skip_blanks(at_, end_);
        return at_ == end_ || fail(errc::trailing_bytes);
    }

    constexpr bool failed() const noexcept { return code_ != errc::ok; }
    /// The first fault, with its byte offset.
    constexpr fault why() const noexcept { return {.code = code_, .offset = offset()}; }
    /// Where the cursor is, in bytes from the beginning; after a fault, where that is.
    constexpr std::size_t offset() const noexcept { return static_cast<std::size_t>(at_ - begin_); }
    constexpr std::size_t bytes_left() const noexcept { return static_cast<std::size_t>(end_ - at_); }

private:
    constexpr bool fail(errc code) noexcept {
        if (code_ == errc::ok) code_ = code;
        end_ = at_;  // nothing is read from here on, and the offset stays
        return false;
    }
    /// What is wrong with the byte at the cursor, where another one should stand.
    constexpr bool unexpected() noexcept {
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
    constexpr bool enter(char open) noexcept {
        if (!expect(open)) return false;
        if (depth_ == max_depth) {
            --at_;
            return fail(errc::too_deep);
        }
        ++depth_;
        fresh_ = true;
        return true;
    }
    constexpr bool next_entry(char close) noexcept {
        if (failed()) return false;
        if (at_ == end_ || *at_ != ',') at_ = scan::skip_blanks(at_, end_);
        if (at_ == end_) return fail(errc::truncated);
        if (*at_ == close) {
            ++at_;
            --depth_;
            fresh_ = false;
            return false;
        }
        if (!fresh_) return *at_ == ',' ? (++at_, true) : unexpected();
        fresh_ = false;
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
    constexpr bool digits() noexcept {
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
    constexpr bool non_ascii() noexcept {
        const utf8::decoded point = utf8::decode({at_, bytes_left()});
        if (point.length == 0) return fail(point.truncated ? errc::truncated : errc::invalid_utf8);
        at_ += point.length;
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
    constexpr bool escape() noexcept {
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

    const char* begin_;
    const char* at_;
    const char* end_;
    std::size_t depth_ = 0;
    bool fresh_ = false;  // just inside a container: no comma comes before the first entry
    errc code_ = errc::ok;
};

/// Is `text` one well-formed JSON document, in valid UTF-8, nested at most max_depth deep? The fault
/// tells what is wrong and at which byte. A byte order mark is refused (RFC 8259 section 8.1).
constexpr result<void, fault> check(std::string_view text) noexcept {
    cursor at(text);
    if (at.skip() && at.finish()) return {};
    return failure{at.why()};
}

}  // namespace slbwire::json
