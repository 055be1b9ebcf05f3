#pragma once
// SHA-256, FIPS 180-4 section 6.2.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "block_hash.hpp"
#include "../config.hpp"
#include "../simd/sha_arm.hpp"
#include "../simd/sha256_x86.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

struct sha256_core {
    static constexpr std::size_t words = 8;
    using state_type = std::array<std::uint32_t, words>;
    static constexpr state_type initial = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

    static constexpr void compress(state_type& state, const char* block, std::size_t count) noexcept {
        if constexpr (has_sha_x86) {
            if (!std::is_constant_evaluated() && cpu_has_sha()) {
                return sha256_compress_x86(state, constants, block, count);
            }
        }
        if constexpr (has_sha_arm) {
            if (!std::is_constant_evaluated()) return sha256_compress_arm(state, constants, block, count);
        }
        compress_portable(state, block, count);
    }
    static constexpr void compress_portable(state_type& state, const char* block, std::size_t count) noexcept {
        for (; count != 0; --count, block += 64) compress_one(state, block);
    }

    using word = std::uint32_t;
    static constexpr word constants[64] = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

private:
    static constexpr word schedule(word* w, int t) noexcept {
        if (t < 16) return w[t];
        const word late = w[(t + 14) & 15];
        const word early = w[(t + 1) & 15];
        return w[t & 15] += (std::rotr(early, 7) ^ std::rotr(early, 18) ^ early >> 3) + w[(t + 9) & 15] +
                            (std::rotr(late, 17) ^ std::rotr(late, 19) ^ late >> 10);
    }
    static constexpr void round(word a, word b, word c, word& d, word e, word f, word g, word& h, word input) noexcept {
        h += (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) + input;
        d += h;
        h += (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
    }
    static constexpr void compress_one(state_type& state, const char* block) noexcept {
        word w[16] = {};
        for (int i = 0; i < 16; ++i) w[i] = load_big_endian(block + 4 * i);
        word a = state[0], b = state[1], c = state[2], d = state[3];
        word e = state[4], f = state[5], g = state[6], h = state[7];
        // Eight rounds bring every variable back to its own place.
        for (int t = 0; t < 64; t += 8) {
            const auto input = [&](int i) { return constants[t + i] + schedule(w, t + i); };
            round(a, b, c, d, e, f, g, h, input(0));
            round(h, a, b, c, d, e, f, g, input(1));
            round(g, h, a, b, c, d, e, f, input(2));
            round(f, g, h, a, b, c, d, e, input(3));
            round(e, f, g, h, a, b, c, d, input(4));
            round(d, e, f, g, h, a, b, c, input(5));
            round(c, d, e, f, g, h, a, b, input(6));
            round(b, c, d, e, f, g, h, a, input(7));
        }
        const word sums[words] = {a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < words; ++i) state[i] += sums[i];
    }
};

}  // namespace detail

/// SHA-256: `update` with any number of pieces, then `finish`; or `sha256::of(text)`. 32 bytes.
using sha256 = block_hash<detail::sha256_core>;

}  // namespace slbwire
