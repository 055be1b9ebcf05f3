#pragma once
// JSON, RFC 8259: a cursor that walks a document in the caller's memory and checks all it passes.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/limits.hpp"
#include "../core/result.hpp"
#include "../core/scan.hpp"
#include "json_lexer.hpp"
#include "json_quick.hpp"
#include "json_text.hpp"
#include "text_token.hpp"

namespace slbwire::inline SLBWIRE_ABI::json {

/// Walks a document forward, once. Every function that moves the cursor checks each byte it passes
/// against the grammar and the encoding; the first fault stays, and from then on all give false.
/// Never recursive, never allocates; the text must outlive the cursor and what it hands out.
class cursor : private detail::lexer {
public:
    constexpr explicit cursor(std::string_view text) noexcept : lexer(text) {}

    using lexer::boolean;
    using lexer::bytes_left;
    using lexer::failed;
    using lexer::null;
    using lexer::number;
    using lexer::offset;
    using lexer::peek;
    using lexer::string;
    using lexer::why;

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
    /// As next_member where the one of `key` (see `quick`) comes next; otherwise false, and nothing is passed.
    constexpr bool try_member(const name_key& key) noexcept {
        if (std::is_constant_evaluated()) return false;
        const char* const behind = quick::member(quick_begin(), end_, quick_mark(), key);
        if (behind == nullptr) return false;
        resume(behind);
        return true;
    }
    /// As enter_object where nothing stands before it; otherwise false, and nothing is passed.
    constexpr bool try_enter_object() noexcept {
        if (at_ == end_ || *at_ != '{' || depth_ == max_depth) return false;
        ++at_;
        go_in();
        return true;
    }
    /// Leaves the object the cursor stands in where its end comes next; otherwise false, and nothing is passed.
    constexpr bool try_leave_object() noexcept {
        if (at_ == end_ || *at_ != '}') return false;
        ++at_;
        go_out();
        return true;
    }
    /// For `quick`: where it may begin, at the mark in front of a member, and what that mark is.
    constexpr const char* quick_begin() const noexcept { return fresh_ ? at_ - 1 : at_; }
    constexpr char quick_mark() const noexcept { return fresh_ ? '{' : ','; }
    constexpr const char* quick_end() const noexcept { return end_; }
    /// Goes on behind a value, where `quick` has got to.
    constexpr void resume(const char* at) noexcept {
        at_ = at;
        fresh_ = false;
    }
    /// True where another element comes next, which must be read or skipped.
    /// False at the array's end, which it passes, and at a fault.
    constexpr bool next_element() noexcept { return next_entry(']'); }

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

private:
    constexpr bool enter(char open) noexcept {
        if (!expect(open)) return false;
        if (depth_ == max_depth) {
            --at_;
            return fail(errc::too_deep);
        }
        go_in();
        return true;
    }
    SLBWIRE_ALWAYS_INLINE constexpr bool next_entry(char close) noexcept {
        if (!fresh_ && at_ != end_ && *at_ == ',') return ++at_, true;  // as mostly
        return entry_or_end(close);
    }
    SLBWIRE_NOINLINE constexpr bool entry_or_end(char close) noexcept {
        at_ = scan::skip_blanks(at_, end_);
        if (at_ == end_) return fail(errc::truncated);
        if (*at_ == close) {
            ++at_;
            go_out();
            return false;
        }
        if (!fresh_) return *at_ == ',' ? (++at_, true) : unexpected();
        fresh_ = false;
        return true;
    }
    constexpr void go_in() noexcept {
        ++depth_;
        fresh_ = true;
    }
    constexpr void go_out() noexcept {
        --depth_;
        fresh_ = false;
    }

    std::size_t depth_ = 0;
    bool fresh_ = false;  // just inside a container: no comma comes before the first entry
};

/// Passes the string that comes next if it is empty or blank, as some write a list or an object that is empty;
/// otherwise false, and nothing is passed.
constexpr bool pass_blank_text(cursor& at) noexcept {
    cursor behind = at;
    text_token text;
    name_room room;
    if (behind.peek() != kind::string || !behind.string(text)) return false;
    if (text.coded && text.raw.size() > sizeof room) return false;
    if (!ascii::trim(plain_name(text, room)).empty()) return false;
    at = behind;
    return true;
}
/// Is the value that comes next null, or empty in its kind?
constexpr bool is_empty(cursor at) noexcept {
    text_token name;
    switch (at.peek()) {
    case kind::null: return true;
    case kind::object: return at.enter_object() && !at.next_member(name);
    case kind::array: return at.enter_array() && !at.next_element();
    default: return pass_blank_text(at);
    }
}

/// Is `text` one well-formed JSON document, in valid UTF-8, nested at most max_depth deep? The fault
/// tells what is wrong and at which byte. A byte order mark is refused (RFC 8259 section 8.1).
constexpr result<void, fault> check(std::string_view text) noexcept {
    cursor at(text);
    if (at.skip() && at.finish()) return {};
    return failure{at.why()};
}

}  // namespace slbwire::json
