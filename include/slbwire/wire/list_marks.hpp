#pragma once
// What stands between the values of a list, made ready when compiling to be copied whole: as it is, percent-encoded,
// and so twice.

#include <cstddef>
#include <cstring>
#include <string_view>

#include "../config.hpp"
#include "../codec/percent.hpp"
#include "../core/bounded_output.hpp"
#include "query_writer.hpp"
#include "quoted_text.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// `Marks` marks with a name of unreserved characters between them, which may be empty.
template <std::size_t Marks, std::size_t Name = 0>
struct list_marks {
    char plain[Marks + Name]{};
    char once[3 * Marks + Name]{};
    char twice[5 * Marks + Name]{};

    /// In the three pieces an apostrophe stands for the quote mark.
    constexpr list_marks(quote_style style, std::string_view before, std::string_view name = {},
                         std::string_view behind = {}) noexcept {
        std::size_t at = 0;
        std::size_t at_once = 0;
        std::size_t at_twice = 0;
        for (std::string_view piece : {before, name, behind}) {
            for (char c : piece) {
                if (c == '\'') c = quote_mark(style);
                plain[at++] = c;
                for (char e : encoded<4>(c)) once[at_once++] = e;
                for (char e : encoded<8>(c)) twice[at_twice++] = e;
            }
        }
    }
    constexpr std::string_view view() const noexcept { return text_of(plain, sizeof plain); }

    // The same number of bytes each time, so that no call is made to copy them.
    SLBWIRE_ALWAYS_INLINE void write(unchecked_output& out) const noexcept {
        std::memcpy(out.at(), plain, sizeof plain);
        out.go_to(out.at() + sizeof plain);
    }
    SLBWIRE_ALWAYS_INLINE void write(unchecked_query_output& out) const noexcept {
        std::memcpy(out.once(), once, sizeof once);
        std::memcpy(out.twice(), twice, sizeof twice);
        out.go_to(out.once() + sizeof once, out.twice() + sizeof twice);
    }

private:
    template <std::size_t Size>
    static constexpr std::string_view encoded(char c) noexcept {
        const char* const entry = percent_table<Size> + Size * static_cast<unsigned char>(c);
        return {entry, static_cast<std::size_t>(entry[Size - 1])};
    }
};

}  // namespace slbwire::detail
