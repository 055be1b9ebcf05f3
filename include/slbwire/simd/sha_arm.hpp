#pragma once
// SHA-1 and SHA-256 by the instructions of ARMv8 processors, where the compiler is told that they are there
// (-march=armv8-a+crypto). The portable code of codec/sha1.hpp and codec/sha256.hpp is their twin: both give the same,
// and SLBWIRE_NO_SIMD leaves this one out.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "../config.hpp"

#if SLBWIRE_SIMD && defined(__AARCH64EL__) && (defined(__ARM_FEATURE_SHA2) || defined(__ARM_FEATURE_CRYPTO))

namespace slbwire::inline SLBWIRE_ABI::detail {

inline constexpr bool has_sha_arm = true;

using arm_words [[gnu::vector_size(16)]] = std::uint32_t;

// Written as instructions: <arm_neon.h> is no header of the standard library, and every compiler has other names for
// the functions in it.

/// The `i`th four words of a block, whose words have their highest byte first.
inline arm_words arm_load(const char* block, std::size_t i) noexcept {
    arm_words words;
    std::memcpy(&words, block + 16 * i, sizeof words);
    __asm__("rev32 %0.16b, %0.16b" : "+w"(words));
    return words;
}
inline arm_words arm_load(const std::uint32_t* words) noexcept {
    arm_words loaded;
    std::memcpy(&loaded, words, sizeof loaded);
    return loaded;
}

/// Four rounds, the `Group`th of twenty: `e` holds the fifth variable to go in, then the one to come.
template <int Group>
inline void sha1_four_rounds(arm_words& abcd, std::uint32_t& e, arm_words* w) noexcept {
    arm_words& word = w[Group & 3];
    // The schedule's four words replace those of sixteen rounds ago.
    if constexpr (Group >= 4) {
        __asm__("sha1su0 %0.4s, %1.4s, %2.4s" : "+w"(word) : "w"(w[(Group + 1) & 3]), "w"(w[(Group + 2) & 3]));
        __asm__("sha1su1 %0.4s, %1.4s" : "+w"(word) : "w"(w[(Group + 3) & 3]));
    }
    constexpr std::uint32_t constants[] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    const arm_words in = word + constants[Group / 5];
    const std::uint32_t a = abcd[0];
    std::uint32_t next = 0;
    __asm__("sha1h %s0, %s1" : "=w"(next) : "w"(a));
    if constexpr (Group / 5 == 0) __asm__("sha1c %q0, %s1, %2.4s" : "+w"(abcd) : "w"(e), "w"(in));
    else if constexpr (Group / 5 == 2) __asm__("sha1m %q0, %s1, %2.4s" : "+w"(abcd) : "w"(e), "w"(in));
    else __asm__("sha1p %q0, %s1, %2.4s" : "+w"(abcd) : "w"(e), "w"(in));
    e = next;
}
template <int... Group>
inline void sha1_all_rounds(arm_words& abcd, std::uint32_t& e, arm_words* w) noexcept {
    (sha1_four_rounds<Group>(abcd, e, w), ...);
}

inline void sha1_compress_arm(std::array<std::uint32_t, 5>& state, const char* block, std::size_t count) noexcept {
    arm_words abcd = arm_load(state.data());
    std::uint32_t e = state[4];
    for (; count != 0; --count, block += 64) {
        arm_words w[4];
        for (std::size_t i = 0; i < 4; ++i) w[i] = arm_load(block, i);
        const arm_words abcd_before = abcd;
        const std::uint32_t e_before = e;
        sha1_all_rounds<0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19>(abcd, e, w);
        abcd += abcd_before;
        e += e_before;
    }
    std::memcpy(state.data(), &abcd, sizeof abcd);
    state[4] = e;
}

/// Four rounds, the `Group`th of sixteen.
template <int Group>
inline void sha256_four_rounds(arm_words& abcd, arm_words& efgh, arm_words* w,
                               const std::uint32_t* constants) noexcept {
    arm_words& word = w[Group & 3];
    if constexpr (Group >= 4) {
        __asm__("sha256su0 %0.4s, %1.4s" : "+w"(word) : "w"(w[(Group + 1) & 3]));
        __asm__("sha256su1 %0.4s, %1.4s, %2.4s" : "+w"(word) : "w"(w[(Group + 2) & 3]), "w"(w[(Group + 3) & 3]));
    }
    const arm_words in = word + arm_load(constants + 4 * Group);
    const arm_words before = abcd;
    __asm__("sha256h %q0, %q1, %2.4s" : "+w"(abcd) : "w"(efgh), "w"(in));
    __asm__("sha256h2 %q0, %q1, %2.4s" : "+w"(efgh) : "w"(before), "w"(in));
}
template <int... Group>
inline void sha256_all_rounds(arm_words& abcd, arm_words& efgh, arm_words* w, const std::uint32_t* constants) noexcept {
    (sha256_four_rounds<Group>(abcd, efgh, w, constants), ...);
}

/// `constants` are the standard's K, 64 words.
inline void sha256_compress_arm(std::array<std::uint32_t, 8>& state, const std::uint32_t* constants, const char* block,
                                std::size_t count) noexcept {
    arm_words abcd = arm_load(state.data());
    arm_words efgh = arm_load(state.data() + 4);
    for (; count != 0; --count, block += 64) {
        arm_words w[4];
        for (std::size_t i = 0; i < 4; ++i) w[i] = arm_load(block, i);
        const arm_words abcd_before = abcd;
        const arm_words efgh_before = efgh;
        sha256_all_rounds<0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15>(abcd, efgh, w, constants);
        abcd += abcd_before;
        efgh += efgh_before;
    }
    std::memcpy(state.data(), &abcd, sizeof abcd);
    std::memcpy(state.data() + 4, &efgh, sizeof efgh);
}

}  // namespace slbwire::detail

#else

namespace slbwire::inline SLBWIRE_ABI::detail {

// What codec/ names, never called.
inline constexpr bool has_sha_arm = false;
inline void sha1_compress_arm(std::array<std::uint32_t, 5>&, const char*, std::size_t) noexcept {}
inline void sha256_compress_arm(std::array<std::uint32_t, 8>&, const std::uint32_t*, const char*,
                                std::size_t) noexcept {}

}  // namespace slbwire::detail

#endif
