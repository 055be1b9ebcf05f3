#pragma once
// What a JSON reply mostly looks like, read without the generality of json.hpp's cursor.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/name_key.hpp"
#include "../core/quick_integer.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "json_text.hpp"
#include "text_token.hpp"

namespace slbwire::inline SLBWIRE_ABI::json {

/// Passes one piece of an object where it looks as expected and gives where it ends, or null: then json::cursor
/// reads on from where it was, and finds faults too. Everything stays in registers; not for constant expressions.
struct quick {
    /// For the texts that are `coded`.
    static char* decode(std::string_view raw, char* out) noexcept { return decode_text(raw, out); }

    /// The mark in front of a member, a comma or the object's beginning, and the member up to its value. The key is
    /// the name in its quotes and the colon.
    SLBWIRE_ALWAYS_INLINE static const char* member(const char* at, const char* end, char mark, const name_key& key) noexcept {
        // One look for the mark, the key and a byte of the value.
        if (static_cast<std::size_t>(end - at) < key.reach() + 2) return nullptr;
        const char* const value = at + 1 + key.size();
        if (*at == mark && key.begins(at + 1) && static_cast<unsigned char>(*value) > ' ') [[likely]] return value;
        return spaced_member(at, end, mark, key);
    }
    /// A string; what is not ASCII in it mostly Chinese, Japanese or Korean.
    SLBWIRE_ALWAYS_INLINE
    static const char* text(const char* at, const char* end, const name_key&, text_token& token) noexcept {
        if (*at != '"') return nullptr;
        const char* const first = at + 1;
        const char* stop = scan::json_string(first, end);
        if (stop == end) return nullptr;
        token.coded = false;
        if (*stop != '"') [[unlikely]] {
            const text_end rest = rest_of_text(stop, end);
            if (rest.at == nullptr) return nullptr;
            stop = rest.at;
            token.coded = rest.coded;
        }
        token.raw = {first, static_cast<std::size_t>(stop - first)};
        return stop + 1;
    }
    SLBWIRE_ALWAYS_INLINE
    static const char* integer(const char* at, const char* end, const name_key&, std::int64_t& value) noexcept {
        const char* const behind = quick_integer(at, end, value);
        // Not the beginning of another number.
        if (behind == nullptr || (*behind != ',' && *behind != '}' && !ascii::is_blank(*behind))) return nullptr;
        return behind;
    }

private:
    struct text_end {
        const char* at;  ///< null: not to be read here
        bool coded;
    };
    SLBWIRE_NOINLINE
    static const char* spaced_member(const char* at, const char* end, char mark, const name_key& key) noexcept {
        at = scan::skip_blanks(at, end);
        if (at == end || *at != mark) return nullptr;
        at = scan::skip_blanks(at + 1, end);
        if (static_cast<std::size_t>(end - at) < key.reach() || !key.begins(at)) return nullptr;
        at += key.size();
        if (at != end && *at == ' ') ++at;  // mostly the only one
        at = scan::skip_blanks(at, end);
        return at == end ? nullptr : at;
    }
    /// From a byte that is not plain ASCII to the closing quote; escapes of surrogates are for the cursor.
    SLBWIRE_NOINLINE static text_end rest_of_text(const char* at, const char* end) noexcept {
        bool coded = false;
        while (at != end && *at != '"') {
            if (*at != '\\') {
                const char* const behind =
                    static_cast<unsigned char>(*at) < 0x80 ? scan::json_string(at, end) : utf8::skip_common(at, end);
                if (behind == at) return {};
                at = behind;
                continue;
            }
            coded = true;
            if (end - at < 6) return {};
            if (at[1] != 'u') {
                if (std::string_view("\"\\/bfnrt").find(at[1]) == std::string_view::npos) return {};
                at += 2;
                continue;
            }
            int unit = 0;
            for (int i = 2; i < 6; ++i) {
                const int digit = ascii::hex_value(at[i]);
                if (digit < 0) return {};
                unit = unit * 16 + digit;
            }
            if (unit >= 0xd800 && unit <= 0xdfff) return {};
            at += 6;
        }
        return at == end ? text_end{} : text_end{at, coded};
    }
};

}  // namespace slbwire::json
