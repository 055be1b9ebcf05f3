#pragma once
// SHA-256 by the SHA instructions of x86 processors, where simd::cpu() has them. The portable code of codec/sha256.hpp
// is its twin: both give the same, and SLBWIRE_NO_SIMD leaves this one out.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "../config.hpp"
#include "sha_x86.hpp"

#if SLBWIRE_SIMD && defined(__x86_64__)

namespace slbwire::inline SLBWIRE_ABI::detail {

/// Four rounds, the `Group`th of sixteen.
template <int Group>
[[gnu::target("sha,sse4.1,ssse3")]] inline void sha256_four_rounds(sha_words& abef, sha_words& cdgh, sha_words* w,
                                                                   const std::uint32_t* constants) noexcept {
    sha_words& word = w[Group & 3];
    if constexpr (Group >= 4) {
        const sha_words last = w[(Group + 3) & 3];
        const sha_words seven_ago = __builtin_shufflevector(w[(Group + 2) & 3], last, 1, 2, 3, 4);
        const sha_words mixed = sha_sum(__builtin_ia32_sha256msg1(word, w[(Group + 1) & 3]), seven_ago);
        word = __builtin_ia32_sha256msg2(mixed, last);
    }
    sha_words k;
    std::memcpy(&k, constants + 4 * Group, sizeof k);
    const sha_words in = sha_sum(word, k);
    cdgh = __builtin_ia32_sha256rnds2(cdgh, abef, in);
    abef = __builtin_ia32_sha256rnds2(abef, cdgh, __builtin_shufflevector(in, in, 2, 3, 2, 3));
}

/// `constants` are the standard's K, 64 words.
[[gnu::target("sha,sse4.1,ssse3")]] inline void sha256_compress_x86(std::array<std::uint32_t, 8>& state,
                                                                    const std::uint32_t* constants, const char* block,
                                                                    std::size_t count) noexcept {
    // The halves of the state that the instructions take, as the processor's manual orders them.
    sha_words abef{static_cast<int>(state[5]), static_cast<int>(state[4]), static_cast<int>(state[1]),
                   static_cast<int>(state[0])};
    sha_words cdgh{static_cast<int>(state[7]), static_cast<int>(state[6]), static_cast<int>(state[3]),
                   static_cast<int>(state[2])};
    constexpr sha_bytes big_endian{3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12};
    for (; count != 0; --count, block += 64) {
        const sha_words abef_before = abef;
        const sha_words cdgh_before = cdgh;
        sha_words w[4];
        for (std::size_t i = 0; i < 4; ++i) w[i] = sha_load(block, i, big_endian);
        sha256_four_rounds<0>(abef, cdgh, w, constants);
        sha256_four_rounds<1>(abef, cdgh, w, constants);
        sha256_four_rounds<2>(abef, cdgh, w, constants);
        sha256_four_rounds<3>(abef, cdgh, w, constants);
        sha256_four_rounds<4>(abef, cdgh, w, constants);
        sha256_four_rounds<5>(abef, cdgh, w, constants);
        sha256_four_rounds<6>(abef, cdgh, w, constants);
        sha256_four_rounds<7>(abef, cdgh, w, constants);
        sha256_four_rounds<8>(abef, cdgh, w, constants);
        sha256_four_rounds<9>(abef, cdgh, w, constants);
        sha256_four_rounds<10>(abef, cdgh, w, constants);
        sha256_four_rounds<11>(abef, cdgh, w, constants);
        sha256_four_rounds<12>(abef, cdgh, w, constants);
        sha256_four_rounds<13>(abef, cdgh, w, constants);
        sha256_four_rounds<14>(abef, cdgh, w, constants);
        sha256_four_rounds<15>(abef, cdgh, w, constants);
        abef = sha_sum(abef, abef_before);
        cdgh = sha_sum(cdgh, cdgh_before);
    }
    state = {static_cast<std::uint32_t>(abef[3]), static_cast<std::uint32_t>(abef[2]),
             static_cast<std::uint32_t>(cdgh[3]), static_cast<std::uint32_t>(cdgh[2]),
             static_cast<std::uint32_t>(abef[1]), static_cast<std::uint32_t>(abef[0]),
             static_cast<std::uint32_t>(cdgh[1]), static_cast<std::uint32_t>(cdgh[0])};
}

}  // namespace slbwire

#endif
