#pragma once
// Finding the next byte of a text that is not plain: what the parsers spend their time on. Sixteen bytes at a
// time where SSE2 is compiled for, eight elsewhere, one in constant expressions; all three find the same.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "ascii.hpp"

namespace slbwire::scan {

/// Where a scan stopped, and whether it passed bytes that are not ASCII (which are to be checked then).
struct found {
    const char* at;
    bool non_ascii;
};

namespace detail {

/// The bytes to stop at besides controls: up to three marks.
template <char A, char B, char C, bool BlanksArePlain>
struct stops {
    static constexpr bool here(char c) noexcept {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) return !(BlanksArePlain && (c == '\t' || c == '\n'));
        return c == A || c == B || c == C;
    }

#if defined(__SSE2__) && !defined(SLBWIRE_NO_SIMD)
    // The compilers' own vectors: an intrinsics header would cost more to compile than all of this library.
    using block [[gnu::vector_size(16)]] = signed char;
    using moved [[gnu::vector_size(16)]] = char;
    static constexpr std::size_t block_size = sizeof(block);
    static constexpr bool exact = true;

    /// clang compares a vector with its own element type only, and char may be unsigned.
    static constexpr signed char sign(char c) noexcept { return static_cast<signed char>(c); }
    static unsigned mask(block b) noexcept {
        return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<moved>(b)));
    }
    static found in_blocks(const char* at, const char* end) noexcept {
        bool non_ascii = false;
        for (; static_cast<std::size_t>(end - at) >= block_size; at += block_size) {
            block b;
            std::memcpy(&b, at, sizeof b);
            // Signed, what is not ASCII is negative, and so below the controls' end too.
            block stop = (b < 0x20) | (b == sign(A)) | (b == sign(B)) | (b == sign(C));
            if constexpr (BlanksArePlain) stop &= ~((b == sign('\t')) | (b == sign('\n')));
            const unsigned high = mask(b);
            const unsigned hits = mask(stop) & ~high;
            if (hits != 0) {
                const int first = std::countr_zero(hits);
                return {at + first, non_ascii || (high & ((1u << first) - 1)) != 0};
            }
            non_ascii = non_ascii || high != 0;
        }
        return {at, non_ascii};
    }
#elif !defined(SLBWIRE_NO_SIMD)
    static constexpr std::size_t block_size = 8;
    static constexpr bool exact = false;

    static constexpr std::uint64_t every(unsigned byte) noexcept { return 0x0101010101010101u * byte; }
    /// Not 0 where a byte of `x` is 0. (Which one is not exact: a hit is looked at byte by byte.)
    static constexpr std::uint64_t zeros(std::uint64_t x) noexcept { return (x - every(1)) & ~x & every(0x80); }
    static found in_blocks(const char* at, const char* end) noexcept {
        for (; static_cast<std::size_t>(end - at) >= block_size; at += block_size) {
            std::uint64_t b = 0;
            std::memcpy(&b, at, sizeof b);
            const std::uint64_t special = ((b - every(0x20)) & ~b & every(0x80)) | (b & every(0x80)) |
                                          zeros(b ^ every(static_cast<unsigned char>(A))) |
                                          zeros(b ^ every(static_cast<unsigned char>(B))) |
                                          zeros(b ^ every(static_cast<unsigned char>(C)));
            if (special != 0) break;
        }
        return {at, false};
    }
#endif

    static constexpr found find(const char* at, const char* end) noexcept {
        bool non_ascii = false;
        for (;;) {
#if !defined(SLBWIRE_NO_SIMD)
            if (!std::is_constant_evaluated()) {
                const found f = in_blocks(at, end);
                at = f.at;
                non_ascii = non_ascii || f.non_ascii;
                // Stopped with a block still to come: there is the stop (but see `zeros`).
                if (exact && static_cast<std::size_t>(end - at) >= block_size) return {at, non_ascii};
            }
#endif
            // A block's worth byte by byte, then blocks again.
            for (int i = 0; i < 16; ++i, ++at) {
                if (at == end || here(*at)) return {at, non_ascii};
                non_ascii = non_ascii || static_cast<unsigned char>(*at) >= 0x80;
            }
        }
    }
};

}  // namespace detail

/// Inside a JSON string: the next quote, backslash or control, or `end`.
constexpr found json_string(const char* at, const char* end) noexcept {
    return detail::stops<'"', '\\', '"', false>::find(at, end);
}
/// In XML character data: the next markup, reference, `]` of a possible `]]>` or control, or `end`. The carriage
/// return is among them: it is read as a line feed (XML 1.0 section 2.11).
constexpr found xml_text(const char* at, const char* end) noexcept {
    return detail::stops<'<', '&', ']', true>::find(at, end);
}

constexpr const char* skip_blanks(const char* at, const char* end) noexcept {
    while (at != end && ascii::is_blank(*at)) ++at;
    return at;
}

/// Do `size` bytes at `a` and `b` agree? For the short names of members: no call, no loop over bytes.
constexpr bool equal(const char* a, const char* b, std::size_t size) noexcept {
    if (!std::is_constant_evaluated() && size >= 8) {
        const auto load = [](const char* p) {
            std::uint64_t word = 0;
            std::memcpy(&word, p, sizeof word);
            return word;
        };
        std::size_t at = 0;
        for (; at + 8 < size; at += 8) {
            if (load(a + at) != load(b + at)) return false;
        }
        return load(a + size - 8) == load(b + size - 8);
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

}  // namespace slbwire::scan
