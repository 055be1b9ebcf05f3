#pragma once
// Integers as replies mostly have them: ports and weights, a few digits long.

#include <bit>
#include <cstddef>
#include <cstdint>

#include "word.hpp"

namespace slbwire {

/// Reads one to seven digits without a leading zero; gives where they end, which is before `end`, or null where
/// something else stands there. All eight bytes are looked at in one word, so that digits of varying number cost no
/// mispredicted branches.
[[gnu::always_inline]] inline const char* quick_integer(const char* at, const char* end, std::int64_t& value) noexcept {
    if (end - at < 8) return nullptr;
    std::uint64_t eight = 0;
    if constexpr (std::endian::native == std::endian::little) {
        eight = word::load(at);
    } else {
        for (int i = 7; i >= 0; --i) eight = eight << 8 | static_cast<unsigned char>(at[i]);
    }
    eight ^= 0x3030303030303030u;  // digits become their values, everything else is above 9
    const std::uint64_t others = ((eight + 0x7676767676767676u) | eight) & 0x8080808080808080u;
    if (others == 0) return nullptr;
    const int digits = std::countr_zero(others) / 8;
    if (digits == 0 || (digits > 1 && *at == '0')) return nullptr;
    eight <<= 64 - 8 * digits;  // zeros in front
    eight = (eight * 10 + (eight >> 8)) & 0x00ff00ff00ff00ffu;
    eight = (eight * 100 + (eight >> 16)) & 0x0000ffff0000ffffu;
    value = static_cast<std::int64_t>((eight * 10'000 + (eight >> 32)) & 0xffffffffu);
    return at + digits;
}

}  // namespace slbwire
