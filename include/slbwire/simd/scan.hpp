#pragma once
// The scans of core/scan.hpp and codec/percent.hpp, sixteen bytes at a time: SSE2, which every x86-64 processor has,
// and Advanced SIMD, which every AArch64 one has. The loops there are its twin: both find the same, and
// SLBWIRE_NO_SIMD leaves this one out.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "../config.hpp"


#if SLBWIRE_SIMD && (defined(__SSE2__) || defined(__AARCH64EL__))

namespace slbwire::inline SLBWIRE_ABI::simd {

inline constexpr bool has_scan = true;

// The compilers' own vectors: an intrinsics header would cost more to compile than all of this library.
using block [[gnu::vector_size(16)]] = signed char;

SLBWIRE_ALWAYS_INLINE inline block load(const char* at) noexcept {
    block b;
    std::memcpy(&b, at, sizeof b);
    return b;
}
/// clang compares a vector with its own element type only, and char may be unsigned.
SLBWIRE_ALWAYS_INLINE constexpr signed char element(char c) noexcept { return static_cast<signed char>(c); }

#if defined(__SSE2__)

/// Some bytes of a block, each as a bit, the first one lowest.
using byte_set = unsigned;
inline constexpr int bits_per_byte = 1;
inline constexpr byte_set all_bytes = 0xffff;

/// The bytes that are -1; the others are 0.
SLBWIRE_ALWAYS_INLINE inline byte_set bits(block b) noexcept {
    using moved [[gnu::vector_size(16)]] = char;
    return static_cast<byte_set>(__builtin_ia32_pmovmskb128(reinterpret_cast<moved>(b)));
}

#else

/// Some bytes of a block, each as four bits, the first one lowest: what one instruction (SHRN) makes of them.
using byte_set = std::uint64_t;
inline constexpr int bits_per_byte = 4;
inline constexpr byte_set all_bytes = ~byte_set{0};

/// The bytes that are -1; the others are 0.
SLBWIRE_ALWAYS_INLINE inline byte_set bits(block b) noexcept {
    using pairs [[gnu::vector_size(16)]] = std::uint16_t;
    using bytes [[gnu::vector_size(8)]] = std::uint8_t;
    return std::bit_cast<byte_set>(__builtin_convertvector(reinterpret_cast<pairs>(b) >> 4, bytes));
}

#endif

/// The bytes of a block that are a control, A, B, C or not ASCII.
template <char A, char B, char C>
SLBWIRE_ALWAYS_INLINE inline byte_set stops(const char* at) noexcept {
    const block b = load(at);
    // Signed, what is not ASCII is negative, and so no more above the controls than they are; the marks are above.
    if constexpr (A == '"') {
        // With this bit changed, a quote is the highest of those that are not above them.
        block mark = b == element(B);
        if constexpr (C != A && C != B) mark |= b == element(C);
        return bits(((b ^ 2) > 0x20) ^ mark) ^ all_bytes;
    } else {
        block mark = b == element(A);
        if constexpr (B != A) mark |= b == element(B);
        if constexpr (C != A && C != B) mark |= b == element(C);
        return bits((b > 0x1f) ^ mark) ^ all_bytes;
    }
}
/// The bytes of a block that are no blank.
SLBWIRE_ALWAYS_INLINE inline byte_set not_blank(const char* at) noexcept {
    const block b = load(at);
    return bits((b == element(' ')) | (b == element('\n')) | (b == element('\r')) | (b == element('\t'))) ^ all_bytes;
}

/// The bytes of a block that are not unreserved (RFC 3986 section 2.3).
SLBWIRE_ALWAYS_INLINE inline byte_set not_unreserved(block b) noexcept {
    const block low = b | element(0x20);  // of letters, the small one
    const block letter = (low > element('a' - 1)) & (low < element('z' + 1));
    const block digit = (b > element('0' - 1)) & (b < element('9' + 1));
    const block mark = (b == element('-')) | (b == element('.')) | (b == element('_')) | (b == element('~'));
    return bits(letter | digit | mark) ^ all_bytes;
}
SLBWIRE_ALWAYS_INLINE inline byte_set not_unreserved(const char* at) noexcept { return not_unreserved(load(at)); }
/// The same for two words of eight bytes.
SLBWIRE_ALWAYS_INLINE inline byte_set not_unreserved(std::uint64_t front, std::uint64_t back) noexcept {
    using words [[gnu::vector_size(16)]] = std::uint64_t;
    return not_unreserved(reinterpret_cast<block>(words{front, back}));
}

/// The bytes of two words that are `mark`, a backslash or a control.
SLBWIRE_ALWAYS_INLINE inline byte_set not_quotable(std::uint64_t front, std::uint64_t back, char mark) noexcept {
    using words [[gnu::vector_size(16)]] = std::uint64_t;
    const block b = reinterpret_cast<block>(words{front, back});
    // With its highest bit changed, the lowest byte is the lowest signed one.
    return bits((b == element(mark)) | (b == element('\\')) | ((b ^ element('\x80')) < element('\xa0')));
}

}  // namespace slbwire::simd

#else

namespace slbwire::inline SLBWIRE_ABI::simd {

// What core/scan.hpp and codec/percent.hpp name, never called.
inline constexpr bool has_scan = false;
using byte_set = unsigned;
inline constexpr int bits_per_byte = 1;
template <char A, char B, char C>
inline byte_set stops(const char*) noexcept {
    return 0;
}
inline byte_set not_blank(const char*) noexcept { return 0; }
inline byte_set not_unreserved(const char*) noexcept { return 0; }
inline byte_set not_unreserved(std::uint64_t, std::uint64_t) noexcept { return 0; }
inline byte_set not_quotable(std::uint64_t, std::uint64_t, char) noexcept { return 0; }

}  // namespace slbwire::simd

#endif

namespace slbwire::inline SLBWIRE_ABI::simd {

inline constexpr std::ptrdiff_t block_size = 16;

/// Where in the block the first of the bytes is; there must be one.
SLBWIRE_ALWAYS_INLINE inline int first_of(byte_set bytes) noexcept { return std::countr_zero(bytes) / bits_per_byte; }

}  // namespace slbwire::simd
