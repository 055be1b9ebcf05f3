#pragma once
// What an XML reply mostly looks like, read without the generality of xml.hpp's cursor.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/fault.hpp"
#include "../core/name_key.hpp"
#include "../core/quick_integer.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "text_token.hpp"
#include "xml_chars.hpp"

namespace slbwire::inline SLBWIRE_ABI::xml {

/// Passes one piece of an element with a text where it looks as expected and gives where it ends, or null: then
/// xml::cursor reads on from where it was, and finds faults too. Everything stays in registers; not for constant
/// expressions. Keys are names with the `>` behind them.
struct quick {
    /// For the texts that are `coded`.
    static char* decode(std::string_view raw, char* out) noexcept { return decode_text(raw, out); }

    /// The start tag; the element's text and end tag are to be passed next.
    SLBWIRE_ALWAYS_INLINE static const char* member(const char* at, const char* end, char, const name_key& key) noexcept {
        if (at != end && static_cast<unsigned char>(*at) <= ' ') at = skip_blanks(at, end);
        if (static_cast<std::size_t>(end - at) < key.reach() + 1 || *at != '<' || !key.begins(at + 1)) return nullptr;
        return at + 1 + key.size();
    }
    /// A text and the end tag: without sections or comments, what is not ASCII mostly Chinese, Japanese or Korean.
    SLBWIRE_ALWAYS_INLINE
    static const char* text(const char* at, const char* end, const name_key& key, text_token& token) noexcept {
        const char* stop = scan::xml_text(at, end);
        if (stop == end) return nullptr;
        token.coded = false;
        if (*stop != '<') [[unlikely]] {
            const text_end rest = rest_of_text(stop, end);
            if (rest.at == nullptr) return nullptr;
            stop = rest.at;
            token.coded = rest.coded;
        }
        token.raw = {at, static_cast<std::size_t>(stop - at)};
        return end_tag(stop, end, key);
    }
    SLBWIRE_ALWAYS_INLINE
    static const char* integer(const char* at, const char* end, const name_key& key, std::int64_t& value) noexcept {
        const char* const behind = quick_integer(at, end, value);
        return behind == nullptr ? nullptr : end_tag(behind, end, key);
    }
    /// From the `<` on.
    SLBWIRE_ALWAYS_INLINE static const char* end_tag(const char* at, const char* end, const name_key& key) noexcept {
        if (static_cast<std::size_t>(end - at) < key.reach() + 2) return nullptr;
        if (at[0] != '<' || at[1] != '/' || !key.begins(at + 2)) return nullptr;
        return at + 2 + key.size();
    }

private:
    // Not inlined: mostly there are none, and the loop over the members has better use for the registers.
    SLBWIRE_NOINLINE static const char* skip_blanks(const char* at, const char* end) noexcept {
        return scan::skip_blanks(at, end);
    }
    struct text_end {
        const char* at;  ///< null: not to be read here
        bool coded;
    };
    /// From a byte that is not plain ASCII to the next tag.
    SLBWIRE_NOINLINE static text_end rest_of_text(const char* at, const char* end) noexcept {
        bool coded = false;
        while (at != end && *at != '<') {
            if (*at != '&') {
                const char* const behind =
                    static_cast<unsigned char>(*at) < 0x80 ? scan::xml_text(at, end) : utf8::skip_common(at, end);
                if (behind == at) return {};
                at = behind;
                continue;
            }
            coded = true;
            const detail::reference r = detail::read_reference({at, static_cast<std::size_t>(end - at)});
            if (r.code != errc::ok) return {};
            at += r.length;
        }
        return at == end ? text_end{} : text_end{at, coded};
    }
};

}  // namespace slbwire::xml
