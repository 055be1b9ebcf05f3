#pragma once
// Finding the next byte of a text that is not plain: what the parsers spend their time on. Sixteen bytes at a
// time where simd/ has a way, eight elsewhere, one in constant expressions; all three find the same.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../simd/scan.hpp"
#include "ascii.hpp"
#include "word.hpp"

namespace slbwire::inline SLBWIRE_ABI::scan {

namespace detail {

/// The bytes to stop at besides controls and all that is not ASCII: up to three marks.
template <char A, char B, char C>
struct stops {
    static constexpr bool here(char c) noexcept {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte >= 0x80 || c == A || c == B || c == C;
    }

    /// Passes words of eight bytes that are all plain ASCII.
    static const char* skip_words(const char* at, const char* end) noexcept {
        for (; end - at >= 8; at += 8) {
            const std::uint64_t w = word::load(at);
            if ((word::below_or_one_of(w, ' ', A, B, C) | (w & word::high_bits)) != 0) break;
        }
        return at;
    }

    /// Most texts end in their first block; the others cost a call, and no caller a loop.
    SLBWIRE_ALWAYS_INLINE static constexpr const char* find(const char* at, const char* end) noexcept {
        if (simd::has_scan && !std::is_constant_evaluated() && end - at >= simd::block_size) [[likely]] {
            const simd::byte_set hits = simd::stops<A, B, C>(at);
            if (hits != 0) [[likely]] return at + simd::first_of(hits);
            at += simd::block_size;
        }
        return find_more(at, end);
    }
    SLBWIRE_NOINLINE static constexpr const char* find_more(const char* at, const char* end) noexcept {
        if (simd::has_scan && !std::is_constant_evaluated()) {
            for (; end - at >= simd::block_size; at += simd::block_size) {
                const simd::byte_set hits = simd::stops<A, B, C>(at);
                if (hits != 0) return at + simd::first_of(hits);
            }
        }
        for (;;) {
            if (!simd::has_scan && !std::is_constant_evaluated()) at = skip_words(at, end);
            // A word's worth or two byte by byte, then words again.
            for (int i = 0; i < 16; ++i, ++at) {
                if (at == end || here(*at)) return at;
            }
        }
    }
};

}  // namespace detail

/// Inside a JSON string: the next quote, backslash, control or byte that is not ASCII, or `end`.
SLBWIRE_ALWAYS_INLINE constexpr const char* json_string(const char* at, const char* end) noexcept {
    return detail::stops<'"', '\\', '"'>::find(at, end);
}
/// In XML character data: the next markup, reference, `]` of a possible `]]>`, control or byte that is not ASCII, or
/// `end`. Tabs and line ends are among the controls: they are rare inside of texts.
SLBWIRE_ALWAYS_INLINE constexpr const char* xml_text(const char* at, const char* end) noexcept {
    return detail::stops<'<', '&', ']'>::find(at, end);
}

namespace detail {

constexpr const char* skip_some_blanks(const char* at, const char* end) noexcept {
    if (simd::has_scan && !std::is_constant_evaluated()) {
        for (; end - at >= simd::block_size; at += simd::block_size) {
            const simd::byte_set others = simd::not_blank(at);
            if (others != 0) return at + simd::first_of(others);
        }
    }
    while (at != end && ascii::is_blank(*at)) ++at;
    return at;
}

}  // namespace detail

SLBWIRE_ALWAYS_INLINE constexpr const char* skip_blanks(const char* at, const char* end) noexcept {
    // Between the tokens of most documents there is none, between those of the others many.
    if (at == end || static_cast<unsigned char>(*at) > ' ') return at;
    return detail::skip_some_blanks(at, end);
}

/// Is every byte from space to tilde?
constexpr bool is_printable_ascii(std::string_view text) noexcept {
    const std::size_t size = text.size();
    if (!std::is_constant_evaluated() && size >= 4) {
        // Below space, DEL, and above: no byte borrows or carries into the next unless one is found.
        const auto special = [](std::uint64_t w) { return (w - word::every(' ')) | (w + word::every(1)) | w; };
        if (size < 8) return (special(word::load_short(text)) & word::high_bits) == 0;
        std::uint64_t any = special(word::load(text.data() + size - 8));
        for (std::size_t at = 0; at + 8 < size; at += 8) any |= special(word::load(text.data() + at));
        return (any & word::high_bits) == 0;
    }
    for (char c : text) {
        if (c < ' ' || c > '~') return false;
    }
    return true;
}

/// Do `size` bytes at `a` and `b` agree? For the short names of members: no call, no loop over bytes.
constexpr bool equal(const char* a, const char* b, std::size_t size) noexcept {
    if (!std::is_constant_evaluated() && size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8) {
            if (word::load(a + at) != word::load(b + at)) return false;
        }
        return word::load(a + size - 8) == word::load(b + size - 8);
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

}  // namespace slbwire::scan
