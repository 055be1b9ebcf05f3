#pragma once
// Integers as replies mostly have them: ports and weights, a few digits long.

#include <cstdint>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Reads one to seven digits without a leading zero; gives where they end, which is before `end`, or null where
/// something else stands there. Digit by digit, though a word could be looked at as a whole: in one list most numbers
/// have the same length, so the processor guesses where they end and goes on behind them.
SLBWIRE_ALWAYS_INLINE inline const char* quick_integer(const char* at, const char* end, std::int64_t& value) noexcept {
    if (end - at < 8) return nullptr;
    const auto digit = [&](int i) { return static_cast<unsigned>(static_cast<unsigned char>(at[i])) - '0'; };
    std::uint32_t number = digit(0);
    if (number > 9 || (number == 0 && digit(1) <= 9)) return nullptr;
    int i = 1;
    for (; digit(i) <= 9; ++i) {
        if (i == 7) return nullptr;
        number = number * 10 + digit(i);
    }
    value = number;
    return at + i;
}

}  // namespace slbwire
