#pragma once
// The marks around the names and values of a list, ready to be copied: as they are, percent-encoded, and so twice.

#include <cstddef>
#include <cstring>
#include <string_view>

#include "../codec/percent.hpp"
#include "../core/bounded_output.hpp"
#include "query_writer.hpp"
#include "quoted_text.hpp"

namespace slbwire::detail {

/// Some marks, as they are and ready for a query; each is copied whole, however long it is.
class list_marks {
public:
    struct form {
        char text[16];
        std::size_t size;
        char last;  ///< of the text

        char* write(char* to) const noexcept {
            std::memcpy(to, text, sizeof text);
            return to + size;
        }
    };

    /// At most three; an apostrophe stands for the quote mark.
    constexpr list_marks(std::string_view marks, quote_style style) noexcept : plain_{}, once_{}, twice_{} {
        for (char c : marks) {
            if (c == '\'') c = quote_mark(style);
            plain_.text[plain_.size++] = c;
            once_.size = static_cast<std::size_t>(put_encoded<percent_entry>(once_.text + once_.size, c) - once_.text);
            twice_.size = static_cast<std::size_t>(put_encoded<percent_twice_entry>(twice_.text + twice_.size, c) - twice_.text);
        }
        for (form* f : {&plain_, &once_, &twice_}) f->last = f->text[f->size - 1];
    }
    constexpr std::string_view view() const noexcept { return {plain_.text, plain_.size}; }
    constexpr const form& plain() const noexcept { return plain_; }
    constexpr const form& once() const noexcept { return once_; }
    constexpr const form& twice() const noexcept { return twice_; }

private:
    form plain_;
    form once_;
    form twice_;
};
/// All that stands around the names and values of an entry.
struct entry_marks {
    constexpr explicit entry_marks(quote_style style) noexcept
        : first("{'", style), next(",{'", style), colon("':'", style), comma("','", style), close("'}", style) {}
    list_marks first;  ///< of a list
    list_marks next;
    list_marks colon;
    list_marks comma;
    list_marks close;
};
inline constexpr entry_marks single_quoted_marks(quote_style::single_quotes);
inline constexpr entry_marks strict_json_marks(quote_style::strict_json);

/// Copies marks to where there is room.
[[gnu::always_inline]] inline void put_marks(unchecked_output& out, const list_marks& marks) noexcept {
    out.go_to(marks.plain().write(out.at()));
}
[[gnu::always_inline]] inline void put_marks(unchecked_query_output& out, const list_marks& marks) noexcept {
    out.go_to(marks.once().write(out.once()), marks.twice().write(out.twice()));
}

}  // namespace slbwire::detail
