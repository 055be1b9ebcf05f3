#pragma once
// XML 1.0 (fifth edition) without a document type: a cursor that walks a document in the caller's
// memory and checks all it passes. Attributes are checked and dropped; names are taken as written,
// without namespaces.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/fault.hpp"
#include "../core/limits.hpp"
#include "../core/result.hpp"
#include "../core/scan.hpp"
#include "text_token.hpp"
#include "xml_lexer.hpp"
#include "xml_quick.hpp"

namespace slbwire::inline SLBWIRE_ABI::xml {

/// Walks a document forward, once: `root`, then for the element it stands in either `next_child` until
/// that gives false, or `leaf`, or `skip`; at last `finish`. The first fault stays, and from then on
/// all give false. Never recursive, never allocates; the text must outlive the cursor and what it
/// hands out.
class cursor : private detail::lexer {
public:
    constexpr explicit cursor(std::string_view text) noexcept : lexer(text) {}
    /// A second cursor at the same place. Copies the names of open elements only, not the room for more.
    constexpr cursor(const cursor& other) noexcept : lexer(other) { *this = other; }
    constexpr cursor& operator=(const cursor& other) noexcept {
        lexer::operator=(other);
        depth_ = other.depth_;
        empty_ = other.empty_;
        stray_ = other.stray_;
        for (std::size_t i = 0; i < depth_; ++i) open_[i] = other.open_[i];
        return *this;
    }

    /// Inside an element whose start tag is not in `text`; with its end tag, whatever the name, ends what can be read.
    static constexpr cursor inside(std::string_view text) noexcept {
        cursor at(text);
        at.open_[at.depth_++] = {text.data(), 0};
        return at;
    }

    /// Passes the prolog and goes into the root element.
    constexpr bool root(std::string_view& name) noexcept {
        if (at_starts("\xef\xbb\xbf")) at_ += 3;
        if (at_starts("\xfe\xff") || at_starts("\xff\xfe")) return fail(errc::unsupported_encoding);
        if (at_starts("<?xml") && !name_goes_on(5) && !declaration()) return false;
        if (!misc()) return false;
        if (at_ == end_) return fail(errc::truncated);
        return start_tag(name);
    }

    /// Goes into the next element inside the one the cursor stands in. False at the end of that one,
    /// which it leaves, and at a fault. Text that is not blank sets `stray_text`.
    constexpr bool next_child(std::string_view& name) noexcept { return next(name) == step::child; }

    /// For `quick`: where it may begin and must end. It knows of no mark.
    constexpr const char* quick_begin() const noexcept { return at_; }
    static constexpr char quick_mark() noexcept { return '\0'; }
    constexpr const char* quick_end() const noexcept { return empty_ ? at_ : end_; }
    /// Goes on behind an element, where `quick` has got to.
    constexpr void resume(const char* at) noexcept { at_ = at; }
    /// As next_child where the element of `key` (see `quick`) comes next, without attributes; otherwise false, and
    /// nothing is passed.
    constexpr bool try_child(const name_key& key) noexcept {
        if (std::is_constant_evaluated() || depth_ == max_depth) return false;
        const char* const behind = quick::member(at_, quick_end(), quick_mark(), key);
        if (behind == nullptr) return false;
        at_ = behind;
        open_[depth_++] = {at_ - key.size(), key.size() - 1};
        return true;
    }

    /// Leaves the element the cursor stands in where it is that of `key`, was opened without attributes, and its end
    /// tag comes next; otherwise false, and nothing is passed.
    constexpr bool try_leave(const name_key& key) noexcept {
        if (std::is_constant_evaluated()) return false;
        const char* const name = open_[depth_ - 1].name;
        if (static_cast<std::size_t>(end_ - name) < key.reach() || !key.begins(name)) return false;
        const char* const behind = quick::end_tag(scan::skip_blanks(at_, quick_end()), quick_end(), key);
        if (behind == nullptr) return false;
        at_ = behind;
        --depth_;
        return true;
    }

    /// Reads the text of the element the cursor stands in and leaves it; an element inside is the fault
    /// `wrong_shape`.
    constexpr bool leaf(text_token& token) noexcept { return try_leaf(token) || fail(errc::wrong_shape); }
    /// The same, but where an element is inside the cursor stands before it, and that is no fault.
    constexpr bool try_leaf(text_token& token) noexcept {
        token = {};
        if (failed()) return false;
        if (empty_) return leave_empty();
        const char* const first = at_;
        for (;;) {
            if (!characters(token.coded)) return false;
            token.raw = {first, static_cast<std::size_t>(at_ - first)};
            if (at_starts("</")) return end_tag();
            if (!at_starts("<!") && !at_starts("<?")) return at_ + 1 == end_ && fail(errc::truncated);
            token.coded = true;
            bool text = false;
            if (!passive_markup(text)) return false;
        }
    }

    /// Leaves the element the cursor stands in, checking all that is left of it, however deep.
    constexpr bool skip() noexcept { return leave_to(outside()); }
    /// How deep in the document, and whether stray text was passed.
    struct place {
        std::size_t depth;
        bool stray;
    };
    /// Outside of the element the cursor stands in.
    constexpr place outside() const noexcept { return {depth_ - 1, stray_}; }
    /// Leaves elements until the cursor is at `outside`, checking all that is left of them; stray text in them does not
    /// count.
    SLBWIRE_NOINLINE constexpr bool leave_to(const place& outside) noexcept {
        std::string_view name;
        while (depth_ != outside.depth) {
            if (next(name) == step::fault) return false;
        }
        stray_ = outside.stray;
        return true;
    }

    /// True where nothing but comments, processing instructions and blanks is left.
    constexpr bool finish() noexcept {
        if (!misc()) return false;
        return at_ == end_ || fail(errc::trailing_bytes);
    }

    using lexer::bytes_left;
    using lexer::failed;
    using lexer::offset;
    using lexer::why;
    /// True once next_child has passed text that is not blank (what `skip` passes does not count).
    constexpr bool stray_text() const noexcept { return stray_; }

private:
    enum class step : std::uint8_t { child, end, fault };
    struct open_element {
        const char* name;
        std::size_t size;
    };

    /// After `<`: the name and the attributes, to behind the `>`.
    constexpr bool start_tag(std::string_view& found) noexcept {
        const char* const tag = at_;
        if (!expect("<")) return false;
        if (at_starts("!DOCTYPE")) {
            at_ = tag;
            return fail(errc::doctype);
        }
        if (!name(found)) return false;
        if (at_ == end_ || *at_ != '>') {
            if (!attributes()) return false;
        }
        if (at_ != end_ && *at_ == '/') {
            ++at_;
            empty_ = true;
        }
        if (!expect(">")) return false;
        if (depth_ == max_depth) {
            at_ = tag;
            return fail(errc::too_deep);
        }
        open_[depth_++] = {found.data(), found.size()};
        return true;
    }
    constexpr bool end_tag() noexcept {
        const open_element& open = open_[depth_ - 1];
        if (bytes_left() > open.size + 2 && at_[open.size + 2] == '>' && scan::equal(at_ + 2, open.name, open.size)) {
            at_ += open.size + 3;
            --depth_;
            return true;
        }
        return strange_end_tag(open);
    }
    /// With blanks, cut off, or of another element.
    SLBWIRE_COLD constexpr bool strange_end_tag(const open_element& open) noexcept {
        const char* const tag = at_;
        at_ += 2;
        if (!at_starts({open.name, open.size})) {
            // Cut off within the right name, or another name?
            if (std::string_view(open.name, open.size).starts_with(std::string_view(at_, bytes_left()))) {
                at_ = end_;
                return fail(errc::truncated);
            }
            std::string_view other;
            if (!name(other)) return false;
            return fail_at(tag, errc::mismatched_tag);
        }
        at_ += open.size;
        if (name_goes_on(0)) return fail_at(tag, errc::mismatched_tag);
        skip_blanks();
        if (!expect(">")) return false;
        --depth_;
        return true;
    }
    constexpr bool leave_empty() noexcept {
        empty_ = false;
        --depth_;
        return true;
    }

    constexpr step next(std::string_view& found) noexcept {
        if (failed()) return step::fault;
        if (empty_) return leave_empty(), step::end;
        for (;;) {
            skip_blanks();
            if (at_ == end_ || *at_ != '<') {
                bool coded = false;
                stray_ = true;
                if (!characters(coded)) return step::fault;
            }
            if (at_starts("</")) return end_tag() ? step::end : step::fault;
            if (!at_starts("<!") && !at_starts("<?")) return start_tag(found) ? step::child : step::fault;
            bool text = false;
            if (!passive_markup(text)) return step::fault;
            stray_ = stray_ || text;
        }
    }

    std::size_t depth_ = 0;
    bool empty_ = false;  // just inside `<name/>`: its end comes without a tag
    bool stray_ = false;
    open_element open_[max_depth];  // written before it is read: left as it is
};

/// Has the element that the cursor stands in no elements, and no text but blanks? Of a cursor that has passed no stray
/// text.
constexpr bool is_empty(const cursor& at) noexcept {
    cursor probe = at;
    std::string_view name;
    return !probe.next_child(name) && !probe.failed() && probe.stray_text() == at.stray_text();
}

/// Is `text` one well-formed XML document without a document type, in UTF-8, nested at most max_depth
/// deep, with at most max_attributes in a tag? The fault tells what is wrong and at which byte.
constexpr result<void, fault> check(std::string_view text) noexcept {
    cursor at(text);
    std::string_view name;
    if (at.root(name) && at.skip() && at.finish()) return {};
    return failure{at.why()};
}

}  // namespace slbwire::xml
