#pragma once
// Percent-encoding, sixteen bytes at a time: SSSE3, found once at run time, and Advanced SIMD, which every AArch64
// processor has. The loop of codec/percent.hpp is their twin: both give the same, and SLBWIRE_NO_SIMD leaves this one
// out.

#include <cstddef>
#include <cstring>

#include "../config.hpp"
#include "cpu_x86.hpp"
#include "scan.hpp"

namespace slbwire::inline SLBWIRE_ABI::simd {

/// Where encoded text ends: percent-encoded, and the same percent-encoded once more.
struct percent_ends {
    char* once;
    char* twice;
};

#if SLBWIRE_SIMD && (defined(__x86_64__) || defined(__AARCH64EL__))

using percent_bytes [[gnu::vector_size(16)]] = char;
using percent_words [[gnu::vector_size(16)]] = int;
using percent_pairs [[gnu::vector_size(16)]] = long long;

#if defined(__x86_64__)

inline bool has_percent() noexcept { return cpu().ssse3; }

/// The bytes of `table` that `index` names, all of them below sixteen.
SLBWIRE_TARGET_SSSE3 inline percent_bytes look_up(percent_bytes table, percent_bytes index) noexcept {
    return __builtin_ia32_pshufb128(table, index);
}
/// A bit for each byte of a group of four, and the groups `group_bits` apart.
constexpr byte_set by_groups(byte_set bytes) noexcept { return bytes; }
inline constexpr int group_bits = 4;

#else

constexpr bool has_percent() noexcept { return true; }

/// The bytes of `table` that `index` names, all of them below sixteen.
inline percent_bytes look_up(percent_bytes table, percent_bytes index) noexcept {
    percent_bytes found;
    __asm__("tbl %0.16b, {%1.16b}, %2.16b" : "=w"(found) : "w"(table), "w"(index));
    return found;
}
/// A bit for each byte of a group of four, and the groups `group_bits` apart; between them is more. Of each byte one
/// of its four bits is kept, another one for each of a group, and all four are moved together without a carry.
constexpr byte_set by_groups(byte_set bytes) noexcept { return (bytes & 0x8421'8421'8421'8421) * 0x1111 >> 12; }
inline constexpr int group_bits = 16;

#endif

/// How to pick the encoded form of a few bytes from their group: four bytes as they are, `%25`, the four high digits
/// and the four low ones.
template <std::size_t Masks>
struct percent_picks {
    alignas(16) unsigned char picks[Masks][16] = {};
    // Apart: clang would take the last byte of a vector out of its register by way of memory.
    unsigned char lengths[Masks] = {};

    /// For the bytes `first` to `end`, indexed by which of them are to be encoded.
    constexpr percent_picks(unsigned first, unsigned end, bool again) noexcept {
        for (unsigned mask = 0; mask < Masks; ++mask)
            lengths[mask] = fill(picks[mask], first, end, mask << first, again);
    }

private:
    static constexpr unsigned char fill(unsigned char* pick, unsigned first, unsigned end, unsigned mask,
                                        bool again) noexcept {
        unsigned char length = 0;
        for (unsigned i = first; i < end; ++i) {
            if ((mask >> i & 1) == 0) {
                pick[length++] = static_cast<unsigned char>(i);
                continue;
            }
            for (unsigned k = 0; k < (again ? 3u : 1u); ++k) pick[length++] = static_cast<unsigned char>(4 + k);
            pick[length++] = static_cast<unsigned char>(8 + i);
            pick[length++] = static_cast<unsigned char>(12 + i);
        }
        return length;
    }
};
inline constexpr percent_picks<16> once_picks(0, 4, false);
inline constexpr percent_picks<4> twice_picks(0, 2, true);
inline constexpr percent_picks<4> twice_picks_too(2, 4, true);

/// Which bytes are unreserved (RFC 3986 section 2.3), by their halves: for each low one a bit for every high one with
/// which it is. No byte above 0x7F has a bit.
struct unreserved_halves {
    alignas(16) unsigned char low[16] = {};
    alignas(16) unsigned char high[16] = {};

    constexpr unreserved_halves() noexcept {
        for (unsigned byte = 0; byte < 128; ++byte) {
            const unsigned lower = byte | 0x20;
            const bool is_one = (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
                                byte == '.' || byte == '_' || byte == '~';
            if (is_one) low[byte % 16] = static_cast<unsigned char>(low[byte % 16] | 1u << byte / 16);
        }
        for (unsigned half = 0; half < 8; ++half) high[half] = static_cast<unsigned char>(1u << half);
    }
};
inline constexpr unreserved_halves unreserved{};

/// Stores sixteen bytes of which the first are the encoded form; where that ends.
template <std::size_t Masks>
SLBWIRE_TARGET_SSSE3 inline char* put_picked(char* to, percent_pairs group, const percent_picks<Masks>& picks,
                                       byte_set mask) noexcept {
    percent_bytes index;
    std::memcpy(&index, picks.picks[mask % Masks], sizeof index);
    const percent_bytes text = look_up(reinterpret_cast<percent_bytes>(group), index);
    std::memcpy(to, &text, sizeof text);
    return to + picks.lengths[mask % Masks];
}

/// Four bytes, of which the ones in `mask` are to be encoded.
template <bool Twice>
SLBWIRE_TARGET_SSSE3 inline percent_ends put_group(percent_ends to, percent_pairs group, byte_set mask) noexcept {
    to.once = put_picked(to.once, group, once_picks, mask);
    if constexpr (Twice) {
        to.twice = put_picked(to.twice, group, twice_picks, mask);
        to.twice = put_picked(to.twice, group, twice_picks_too, mask >> 2);
    }
    return to;
}

/// Encodes so many blocks of sixteen bytes. Writes up to sixteen bytes behind what it fills. `Twice` or not at all.
template <bool Twice>
SLBWIRE_TARGET_SSSE3 inline percent_ends percent_encode(percent_ends to, const char* at, std::size_t blocks) noexcept {
    constexpr percent_bytes digits{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    constexpr percent_bytes nibble{15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15};
    constexpr percent_bytes marks{'%', '2', '5', '%', '%', '2', '5', '%', '%', '2', '5', '%', '%', '2', '5', '%'};
    percent_bytes lows;
    percent_bytes highs;
    std::memcpy(&lows, unreserved.low, sizeof lows);
    std::memcpy(&highs, unreserved.high, sizeof highs);
    for (; blocks != 0; --blocks, at += block_size) {
        percent_bytes text;
        std::memcpy(&text, at, sizeof text);
        const auto high_bits = reinterpret_cast<percent_bytes>(reinterpret_cast<percent_words>(text) >> 4) & nibble;
        const auto low_bits = text & nibble;
        const auto both = look_up(lows, low_bits) & look_up(highs, high_bits);
        const byte_set reserved = bits(reinterpret_cast<block>(both == 0));
        if (reserved == 0) {
            std::memcpy(to.once, &text, sizeof text);
            to.once += sizeof text;
            if constexpr (Twice) {
                std::memcpy(to.twice, &text, sizeof text);
                to.twice += sizeof text;
            }
            continue;
        }
        const auto high = reinterpret_cast<percent_words>(look_up(digits, high_bits));
        const auto low = reinterpret_cast<percent_words>(look_up(digits, low_bits));
        const auto plain = reinterpret_cast<percent_words>(text);
        const auto mark = reinterpret_cast<percent_words>(marks);
        const byte_set masks = by_groups(reserved);
        // A matrix of four words by four, turned.
        const auto front = reinterpret_cast<percent_pairs>(__builtin_shufflevector(plain, mark, 0, 4, 1, 5));
        const auto front_too = reinterpret_cast<percent_pairs>(__builtin_shufflevector(plain, mark, 2, 6, 3, 7));
        const auto back = reinterpret_cast<percent_pairs>(__builtin_shufflevector(high, low, 0, 4, 1, 5));
        const auto back_too = reinterpret_cast<percent_pairs>(__builtin_shufflevector(high, low, 2, 6, 3, 7));
        to = put_group<Twice>(to, __builtin_shufflevector(front, back, 0, 2), masks);
        to = put_group<Twice>(to, __builtin_shufflevector(front, back, 1, 3), masks >> group_bits);
        to = put_group<Twice>(to, __builtin_shufflevector(front_too, back_too, 0, 2), masks >> 2 * group_bits);
        to = put_group<Twice>(to, __builtin_shufflevector(front_too, back_too, 1, 3), masks >> 3 * group_bits);
    }
    return to;
}

#else

// What codec/percent.hpp names, never called.
inline bool has_percent() noexcept { return false; }
template <bool Twice>
inline percent_ends percent_encode(percent_ends to, const char*, std::size_t) noexcept {
    return to;
}

#endif

}  // namespace slbwire::simd
