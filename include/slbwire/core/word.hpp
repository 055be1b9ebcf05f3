#pragma once
// Eight bytes of a text in one word, for looks at all of them at once. Not for constant expressions.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI::word {

inline std::uint64_t load(const char* at) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}
/// A text of four to eight bytes, of which some stand there twice.
inline std::uint64_t load_short(std::string_view text) noexcept {
    std::uint32_t front = 0;
    std::uint32_t back = 0;
    std::memcpy(&front, text.data(), sizeof front);
    std::memcpy(&back, text.data() + text.size() - sizeof back, sizeof back);
    return std::uint64_t{front} << 32 | back;
}
/// Writes such a text back.
inline void store_short(char* to, std::size_t size, std::uint64_t word) noexcept {
    const auto front = static_cast<std::uint32_t>(word >> 32);
    const auto back = static_cast<std::uint32_t>(word);
    std::memcpy(to, &front, sizeof front);
    std::memcpy(to + size - sizeof back, &back, sizeof back);
}
/// `c` in every byte.
constexpr std::uint64_t every(char c) noexcept { return 0x0101010101010101u * static_cast<unsigned char>(c); }
/// The highest bit of every byte.
inline constexpr std::uint64_t high_bits = 0x8080808080808080u;

// The three below have a high bit set where there is such a byte, and none where there is not; which byte it is, is
// exact for the lowest alone.

/// Bytes below `c`, which is at most 0x80.
constexpr std::uint64_t below(std::uint64_t word, char c) noexcept { return (word - every(c)) & ~word & high_bits; }
/// Bytes that are `c`.
constexpr std::uint64_t equal(std::uint64_t word, char c) noexcept { return below(word ^ every(c), 1); }

/// Bytes below `c`, or one of `others`, all of ASCII; with one mask for all.
template <class... Chars>
constexpr std::uint64_t below_or_one_of(std::uint64_t word, char c, Chars... others) noexcept {
    return ((word - every(c)) | ... | ((word ^ every(others)) - every(1))) & ~word & high_bits;
}

}  // namespace slbwire::word
