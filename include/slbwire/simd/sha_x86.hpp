#pragma once
// SHA-1 by the SHA instructions of x86 processors, where simd::cpu() has them. The portable code of codec/sha1.hpp is
// its twin: both give the same, and SLBWIRE_NO_SIMD leaves this one out.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "../config.hpp"
#include "cpu_x86.hpp"

#if SLBWIRE_SIMD && defined(__x86_64__)

namespace slbwire::inline SLBWIRE_ABI::detail {

inline constexpr bool has_sha_x86 = true;

inline bool cpu_has_sha() noexcept { return simd::cpu().sha; }

using sha_words [[gnu::vector_size(16)]] = int;
using sha_bytes [[gnu::vector_size(16)]] = char;

/// The instructions take signed words; their sums wrap around, which only unsigned ones may.
inline sha_words sha_sum(sha_words a, sha_words b) noexcept {
    using wrapping [[gnu::vector_size(16)]] = unsigned;
    return reinterpret_cast<sha_words>(reinterpret_cast<wrapping>(a) + reinterpret_cast<wrapping>(b));
}

/// The `i`th four words of a block, whose words have their first byte first.
[[gnu::target("sha,sse4.1,ssse3")]] inline sha_words sha_load(const char* block, std::size_t i,
                                                              sha_bytes order) noexcept {
    sha_bytes bytes;
    std::memcpy(&bytes, block + 16 * i, sizeof bytes);
    return reinterpret_cast<sha_words>(__builtin_ia32_pshufb128(bytes, order));
}

/// Four rounds, the `Group`th of twenty: `e` holds the fifth variable to go in, then the one to come.
template <int Group>
[[gnu::target("sha,sse4.1,ssse3")]] inline void sha1_four_rounds(sha_words& abcd, sha_words& e, sha_words* w) noexcept {
    sha_words& word = w[Group & 3];
    // The schedule's four words replace those of sixteen rounds ago.
    if constexpr (Group >= 4) {
        const sha_words mixed = __builtin_ia32_sha1msg1(word, w[(Group + 1) & 3]) ^ w[(Group + 2) & 3];
        word = __builtin_ia32_sha1msg2(mixed, w[(Group + 3) & 3]);
    }
    const sha_words before = abcd;
    const sha_words in = Group == 0 ? sha_sum(e, word) : __builtin_ia32_sha1nexte(e, word);
    abcd = __builtin_ia32_sha1rnds4(abcd, in, Group / 5);
    e = before;
}

[[gnu::target("sha,sse4.1,ssse3")]] inline void sha1_compress_x86(std::array<std::uint32_t, 5>& state,
                                                                  const char* block, std::size_t count) noexcept {
    const auto reversed = [](sha_words x) { return sha_words{x[3], x[2], x[1], x[0]}; };
    sha_words abcd{static_cast<int>(state[3]), static_cast<int>(state[2]), static_cast<int>(state[1]),
                   static_cast<int>(state[0])};
    sha_words e{0, 0, 0, static_cast<int>(state[4])};
    constexpr sha_bytes last_first{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
    for (; count != 0; --count, block += 64) {
        sha_words w[4];
        for (std::size_t i = 0; i < 4; ++i) w[i] = sha_load(block, i, last_first);
        const sha_words abcd_before = abcd;
        const sha_words e_before = e;
        sha1_four_rounds<0>(abcd, e, w);
        sha1_four_rounds<1>(abcd, e, w);
        sha1_four_rounds<2>(abcd, e, w);
        sha1_four_rounds<3>(abcd, e, w);
        sha1_four_rounds<4>(abcd, e, w);
        sha1_four_rounds<5>(abcd, e, w);
        sha1_four_rounds<6>(abcd, e, w);
        sha1_four_rounds<7>(abcd, e, w);
        sha1_four_rounds<8>(abcd, e, w);
        sha1_four_rounds<9>(abcd, e, w);
        sha1_four_rounds<10>(abcd, e, w);
        sha1_four_rounds<11>(abcd, e, w);
        sha1_four_rounds<12>(abcd, e, w);
        sha1_four_rounds<13>(abcd, e, w);
        sha1_four_rounds<14>(abcd, e, w);
        sha1_four_rounds<15>(abcd, e, w);
        sha1_four_rounds<16>(abcd, e, w);
        sha1_four_rounds<17>(abcd, e, w);
        sha1_four_rounds<18>(abcd, e, w);
        sha1_four_rounds<19>(abcd, e, w);
        e = __builtin_ia32_sha1nexte(e, e_before);
        abcd = sha_sum(abcd, abcd_before);
    }
    const sha_words words = reversed(abcd);
    for (std::size_t i = 0; i < 4; ++i) state[i] = static_cast<std::uint32_t>(words[static_cast<int>(i)]);
    state[4] = static_cast<std::uint32_t>(e[3]);
}

}  // namespace slbwire::detail

#else

namespace slbwire::inline SLBWIRE_ABI::detail {

// What codec/ names, never called.
inline constexpr bool has_sha_x86 = false;
inline bool cpu_has_sha() noexcept { return false; }
inline void sha1_compress_x86(std::array<std::uint32_t, 5>&, const char*, std::size_t) noexcept {}
inline void sha256_compress_x86(std::array<std::uint32_t, 8>&, const std::uint32_t*, const char*,
                                std::size_t) noexcept {}

}  // namespace slbwire::detail

#endif
