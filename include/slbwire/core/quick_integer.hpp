#pragma once
// Integers as replies mostly have them: ports and weights, a few digits long.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace slbwire {

/// Reads one to seven digits without a leading zero; gives where they end, which is before `end`, or null where
/// something else stands there. All eight bytes are looked at in one word, so that digits of varying number cost no
/// mispredicted branches.
[[gnu::always_inline]] inline const char* quick_integer(const char* at, const char* end, std::int64_t& value) noexcept {
    if (end - at < 8) return nullptr;
    std::uint64_t word = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&word, at, sizeof word);
    } else {
        for (int i = 7; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(at[i]);
    }
    word ^= 0x3030303030303030u;  // digits become their values, everything else is above 9
    const std::uint64_t others = ((word + 0x7676767676767676u) | word) & 0x8080808080808080u;
    if (others == 0) return nullptr;
    const int digits = std::countr_zero(others) / 8;
    if (digits == 0 || (digits > 1 && *at == '0')) return nullptr;
    word <<= 64 - 8 * digits;  // zeros in front
    word = (word * 10 + (word >> 8)) & 0x00ff00ff00ff00ffu;
    word = (word * 100 + (word >> 16)) & 0x0000ffff0000ffffu;
    value = static_cast<std::int64_t>((word * 10'000 + (word >> 32)) & 0xffffffffu);
    return at + digits;
}

}  // namespace slbwire
