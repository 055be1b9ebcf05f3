#pragma once
// SHA-1, FIPS 180-4 section 6.1. For HMAC only: as a hash of its own SHA-1 is broken.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "../config.hpp"
#include "../simd/sha_arm.hpp"
#include "../simd/sha_x86.hpp"
#include "block_hash.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

struct sha1_core {
    static constexpr std::size_t words = 5;
    using state_type = std::array<std::uint32_t, words>;
    static constexpr state_type initial = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

    static constexpr void compress(state_type& state, const char* block, std::size_t count) noexcept {
        if constexpr (has_sha_x86) {
            if (!std::is_constant_evaluated() && cpu_has_sha()) return sha1_compress_x86(state, block, count);
        }
        if constexpr (has_sha_arm) {
            if (!std::is_constant_evaluated()) return sha1_compress_arm(state, block, count);
        }
        compress_portable(state, block, count);
    }
    static constexpr void compress_portable(state_type& state, const char* block, std::size_t count) noexcept {
        for (; count != 0; --count, block += 64) compress_one(state, block);
    }

private:
    using word = std::uint32_t;
    static constexpr word choose(word b, word c, word d) noexcept { return d ^ (b & (c ^ d)); }
    static constexpr word parity(word b, word c, word d) noexcept { return b ^ c ^ d; }
    static constexpr word majority(word b, word c, word d) noexcept { return (b & c) + (d & (b ^ c)); }

    // The message schedule, each word made when its round comes. Inlined with all that calls it, so that every `t` is
    // known when compiling, where loops are unrolled.
    SLBWIRE_ALWAYS_INLINE static constexpr word schedule(word* w, int t) noexcept {
        if (t >= 16) w[t] = std::rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
        return w[t];
    }
    template <word (*Mix)(word, word, word)>
    SLBWIRE_ALWAYS_INLINE static constexpr void round(word a, word& b, word c, word d, word& e, word input) noexcept {
        e += std::rotl(a, 5) + Mix(b, c, d) + input;
        b = std::rotl(b, 30);
    }
    // Five rounds bring every variable back to its own place, so nothing is moved around; the state
    // stays in five plain variables, which the compiler keeps in registers.
    template <word (*Mix)(word, word, word), word K>
    SLBWIRE_ALWAYS_INLINE static constexpr void five(word& a, word& b, word& c, word& d, word& e, word* w, int t) noexcept {
        round<Mix>(a, b, c, d, e, K + schedule(w, t));
        round<Mix>(e, a, b, c, d, K + schedule(w, t + 1));
        round<Mix>(d, e, a, b, c, K + schedule(w, t + 2));
        round<Mix>(c, d, e, a, b, K + schedule(w, t + 3));
        round<Mix>(b, c, d, e, a, K + schedule(w, t + 4));
    }
    template <word (*Mix)(word, word, word), word K>
    SLBWIRE_ALWAYS_INLINE static constexpr void twenty(word& a, word& b, word& c, word& d, word& e, word* w, int t) noexcept {
        SLBWIRE_UNROLL(4) for (const int end = t + 20; t < end; t += 5) five<Mix, K>(a, b, c, d, e, w, t);
    }
    static constexpr void compress_one(state_type& state, const char* block) noexcept {
        word w[80];
        for (int i = 0; i < 16; ++i) w[i] = load_big_endian(block + 4 * i);
        word a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
        twenty<choose, 0x5a827999>(a, b, c, d, e, w, 0);
        twenty<parity, 0x6ed9eba1>(a, b, c, d, e, w, 20);
        twenty<majority, 0x8f1bbcdc>(a, b, c, d, e, w, 40);
        twenty<parity, 0xca62c1d6>(a, b, c, d, e, w, 60);
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }
};

}  // namespace detail

/// SHA-1: `update` with any number of pieces, then `finish`; or `sha1::of(text)`. 20 bytes.
using sha1 = block_hash<detail::sha1_core>;

}  // namespace slbwire
