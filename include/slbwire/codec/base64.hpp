#pragma once
// Base64, RFC 4648 section 4: the standard alphabet, with padding.

#include <cstddef>
#include <cstdint>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/bounded_output.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Characters that `bytes` bytes become.
constexpr std::size_t base64_size(std::size_t bytes) noexcept { return (bytes + 2) / 3 * 4; }

/// Not inlined: where the size is known, compilers write the loop out seven times.
SLBWIRE_NOINLINE constexpr void base64_encode(bounded_output& out, array_view<const std::uint8_t> bytes) noexcept {
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16 |
                                    static_cast<std::uint32_t>(left > 1 ? bytes[i + 1] : 0) << 8 |
                                    static_cast<std::uint32_t>(left > 2 ? bytes[i + 2] : 0);
        // One piece instead of four looks for room.
        const char four[4] = {alphabet[group >> 18], alphabet[group >> 12 & 63],
                              left > 1 ? alphabet[group >> 6 & 63] : '=', left > 2 ? alphabet[group & 63] : '='};
        out.put(detail::text_of(four, sizeof four));
    }
}

}  // namespace slbwire
