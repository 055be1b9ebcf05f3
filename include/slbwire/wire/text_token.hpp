#pragma once
// A text as it stands in a document.

#include <cstring>
#include <string_view>
#include <type_traits>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Text of a JSON string or an XML element, as written: where `coded` is false it is the value itself,
/// otherwise it holds escapes, references or markup that json::decode_text or xml::decode_text removes.
/// Points into the document.
struct text_token {
    std::string_view raw;
    bool coded = false;
};

namespace detail {

/// Puts a piece of a text where the decoded text goes on, which may be before it in the same memory; returns the
/// end. (char_traits::move is no constant expression for clang 14.)
constexpr char* move_text(char* to, std::string_view text) noexcept {
    if (std::is_constant_evaluated()) {
        for (char c : text) *to++ = c;
        return to;
    }
    std::memmove(to, text.data(), text.size());
    return to + text.size();
}

}  // namespace detail

}  // namespace slbwire
