#pragma once
// The parts of an XML document below its elements: names, attributes, character data, comments,
// processing instructions, CDATA sections and the declaration, each checked as it is passed.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/limits.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "xml_chars.hpp"

namespace slbwire::inline SLBWIRE_ABI::xml::detail {

/// A place in a text and the first fault. All functions give false at a fault, and from then on.
class lexer {
public:
    constexpr explicit lexer(std::string_view text) noexcept
        : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

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
    constexpr bool at_starts(std::string_view text) const noexcept {
        return bytes_left() >= text.size() && scan::equal(at_, text.data(), text.size());
    }
    constexpr bool skip_blanks() noexcept {
        const char* const first = at_;
        at_ = scan::skip_blanks(at_, end_);
        return at_ != first;
    }
    /// One character that production [2] allows, at the cursor, which must not be at the end.
    constexpr bool pass_character() noexcept {
        const utf8::decoded c = utf8::decode({at_, bytes_left()});
        if (c.length == 0) return fail(c.truncated ? errc::truncated : errc::invalid_utf8);
        if (!is_char(c.point)) return fail(errc::control_character);
        at_ += c.length;
        return true;
    }
    /// What is wrong with the byte at the cursor, where another one should stand.
    SLBWIRE_COLD constexpr bool unexpected() noexcept {
        if (at_ == end_) return fail(errc::truncated);
        const char* const here = at_;
        if (!pass_character()) return false;
        at_ = here;
        return fail(errc::unexpected_byte);
    }
    constexpr bool expect(std::string_view text) noexcept {
        for (char c : text) {
            if (at_ == end_ || *at_ != c) return unexpected();
            ++at_;
        }
        return true;
    }

    /// Does a name that reaches up to the cursor, or `ahead` bytes behind it, go on there?
    constexpr bool name_goes_on(std::size_t ahead) const noexcept {
        if (bytes_left() <= ahead) return false;
        const auto byte = static_cast<unsigned char>(at_[ahead]);
        if (byte < 0x80) return ascii_name_chars[byte];
        const utf8::decoded c = utf8::decode({at_ + ahead, bytes_left() - ahead});
        return c.length != 0 && is_name_char(c.point);
    }
    constexpr bool name(std::string_view& found) noexcept {
        const char* const first = at_;
        while (at_ != end_) {
            if (static_cast<unsigned char>(*at_) < 0x80) {
                if (!ascii_name_chars[static_cast<unsigned char>(*at_)]) break;
                if (at_ == first && !is_name_start(static_cast<unsigned char>(*at_))) return unexpected();
                ++at_;
                continue;
            }
            const utf8::decoded c = utf8::decode({at_, bytes_left()});
            if (c.length == 0) return fail(c.truncated ? errc::truncated : errc::invalid_utf8);
            if (!(at_ == first ? is_name_start(c.point) : is_name_char(c.point))) break;
            at_ += c.length;
        }
        found = {first, static_cast<std::size_t>(at_ - first)};
        return at_ != first || unexpected();
    }
    /// Production [40], "Unique Att Spec": no attribute may stand twice in a tag.
    SLBWIRE_COLD constexpr bool attributes() noexcept {
        std::string_view seen[max_attributes];
        std::size_t count = 0;
        for (;;) {
            const bool blank = skip_blanks();
            if (at_ != end_ && (*at_ == '>' || *at_ == '/')) return true;
            if (!blank) return unexpected();
            const char* const first = at_;
            std::string_view attribute;
            if (!name(attribute)) return false;
            for (std::size_t i = 0; i < count; ++i) {
                if (seen[i] == attribute) return fail_at(first, errc::duplicate_attribute);
            }
            if (count == max_attributes) return fail_at(first, errc::too_many_attributes);
            seen[count++] = attribute;
            if (!equals_sign() || !attribute_value()) return false;
        }
    }
    SLBWIRE_COLD constexpr bool fail_at(const char* place, errc code) noexcept {
        at_ = place;
        return fail(code);
    }
    constexpr bool equals_sign() noexcept {
        skip_blanks();
        if (!expect("=")) return false;
        skip_blanks();
        return true;
    }
    constexpr bool quote(char& mark) noexcept {
        if (at_ == end_ || (*at_ != '"' && *at_ != '\'')) return unexpected();
        mark = *at_++;
        return true;
    }
    SLBWIRE_COLD constexpr bool attribute_value() noexcept {
        char mark = 0;
        if (!quote(mark)) return false;
        while (at_ != end_ && *at_ != mark) {
            if (*at_ == '<') return fail(errc::unexpected_byte);
            if (!(*at_ == '&' ? pass_reference() : pass_character())) return false;
        }
        if (at_ == end_) return fail(errc::truncated);
        ++at_;
        return true;
    }
    constexpr bool pass_reference() noexcept {
        const reference r = read_reference({at_, bytes_left()});
        at_ += r.length;
        return r.code == errc::ok || fail(r.code);
    }

    /// Character data up to the next `<`; `coded` is set where it is not its own value.
    constexpr bool characters(bool& coded) noexcept {
        for (;;) {
            at_ = scan::xml_text(at_, end_);
            if (at_ == end_) return fail(errc::truncated);
            switch (*at_) {
            case '<': return true;
            case '&':
                coded = true;
                if (!pass_reference()) return false;
                break;
            case ']':
                // Section 2.4: `]]>` must not stand in text.
                if (at_starts("]]>")) return fail(errc::unexpected_byte);
                ++at_;
                break;
            case '\r':
                coded = true;  // it is read as a line feed, section 2.11
                ++at_;
                break;
            case '\t':
            case '\n': ++at_; break;
            default: {
                const char* const behind = utf8::skip_common(at_, end_);
                if (behind != at_) at_ = behind;
                else if (!pass_character()) return false;
            }
            }
        }
    }
    SLBWIRE_COLD constexpr bool pass_to(std::string_view terminator) noexcept {
        while (at_ != end_) {
            if (*at_ == terminator.front() && at_starts(terminator)) {
                at_ += terminator.size();
                return true;
            }
            if (!pass_character()) return false;
        }
        return fail(errc::truncated);
    }
    /// A comment, a processing instruction or a CDATA section; `text` is set where the last holds more
    /// than blanks.
    SLBWIRE_COLD constexpr bool passive_markup(bool& text) noexcept {
        if (at_starts("<!-")) return expect("<!--") && pass_to("--") && expect(">");  // 2.5: no `--` inside
        if (at_starts("<?")) return instruction();
        if (at_starts("<!DOCTYPE")) return fail(errc::doctype);
        if (!expect("<![CDATA[")) return false;
        skip_blanks();
        text = !at_starts("]]>");
        return pass_to("]]>");
    }
    SLBWIRE_COLD constexpr bool instruction() noexcept {
        const char* const first = at_;
        at_ += 2;
        std::string_view target;
        if (!name(target)) return false;
        // Production [17]: the name is reserved, also for a declaration in the wrong place.
        if (ascii::equal_ignoring_case(target, "xml")) return fail_at(first, errc::unexpected_byte);
        if (at_ != end_ && *at_ == '?') return expect("?>");
        return skip_blanks() ? pass_to("?>") : unexpected();
    }
    /// Outside of the root: blanks, comments and processing instructions.
    constexpr bool misc() noexcept {
        for (;;) {
            if (failed()) return false;
            skip_blanks();
            // CDATA and document types are for the element's rule to refuse.
            const bool mark = at_starts("<!") && !at_starts("<![") && !at_starts("<!DOCTYPE");
            if (!at_starts("<?") && !mark) return true;
            bool text = false;
            if (!passive_markup(text)) return false;
        }
    }

    /// Section 2.8: `<?xml version="1.x" encoding="..." standalone="..."?>`, in this order.
    SLBWIRE_COLD constexpr bool declaration() noexcept {
        at_ += 5;
        std::string_view value;
        if (!pseudo_attribute("version", value)) return failed() ? false : unexpected();
        if (!value.starts_with("1.") || value.size() < 3) return fail_at(value.data(), errc::unexpected_byte);
        for (char c : value.substr(2)) {
            if (!ascii::is_digit(c)) return fail_at(value.data(), errc::unexpected_byte);
        }
        if (pseudo_attribute("encoding", value)) {
            if (!is_utf8(value)) return fail_at(value.data(), errc::unsupported_encoding);
        }
        if (!failed() && pseudo_attribute("standalone", value)) {
            if (value != "yes" && value != "no") return fail_at(value.data(), errc::unexpected_byte);
        }
        if (failed()) return false;
        skip_blanks();
        return expect("?>");
    }
    /// UTF-8 or its subset US-ASCII. Under both names the text is held to UTF-8: who declares the subset and sends more
    /// can have meant nothing else.
    SLBWIRE_COLD static constexpr bool is_utf8(std::string_view encoding) noexcept {
        return ascii::equal_ignoring_case(encoding, "UTF-8") || ascii::equal_ignoring_case(encoding, "US-ASCII") ||
               ascii::equal_ignoring_case(encoding, "ASCII");
    }
    /// Blank, `name`, `=` and a quoted value; false without a fault where another name comes.
    SLBWIRE_COLD constexpr bool pseudo_attribute(std::string_view wanted, std::string_view& value) noexcept {
        const char* const before = at_;
        if (!skip_blanks() || !at_starts(wanted)) {
            if (wanted.starts_with(std::string_view(at_, bytes_left()))) return fail_at(end_, errc::truncated);
            at_ = before;
            return false;
        }
        at_ += wanted.size();
        char mark = 0;
        if (!equals_sign() || !quote(mark)) return false;
        const char* const first = at_;
        while (at_ != end_ && *at_ != mark) {
            if (!pass_character()) return false;
        }
        if (at_ == end_) return fail(errc::truncated);
        value = {first, static_cast<std::size_t>(at_ - first)};
        ++at_;
        return true;
    }

    const char* begin_;
    const char* at_;
    const char* end_;
    errc code_ = errc::ok;
};

}  // namespace slbwire::xml::detail
