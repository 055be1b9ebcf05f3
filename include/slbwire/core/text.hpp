#pragma once
// Texts that are quick to compile.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A string literal: static text. Its size is known without a look at its characters, which costs a compiler a step
/// for each of them, in every file.
struct literal : std::string_view {
    constexpr literal() noexcept = default;
    template <std::size_t N>
    consteval literal(const char (&characters)[N]) noexcept : std::string_view(characters, N - 1) {}
};

/// What may stand before any text in UTF-8 (RFC 8259 section 8.1: a parser may ignore it).
inline constexpr literal byte_order_mark = "\xef\xbb\xbf";

namespace detail {

/// Not inlined: the code is large, and would stand in the program once for each struct. An assignment's is larger,
/// which asks whether the value is a part of the member.
SLBWIRE_NOINLINE constexpr void set_text(std::string& member, std::string_view value) {
    member.clear();
    member.append(value);
}
constexpr void set_text(std::string_view& member, std::string_view value) noexcept { member = value; }

/// The text of `size` bytes at `first`, which may be memory that is written to. Where a `char*` is given to
/// std::string_view itself, compilers look through all that iterators can be, which takes as long as <optional>.
constexpr std::string_view text_of(const char* first, std::size_t size) noexcept { return {first, size}; }

}  // namespace detail

}  // namespace slbwire
