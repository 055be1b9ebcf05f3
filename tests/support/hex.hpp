#pragma once
// Digests and keys as the standards print them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace support {

constexpr unsigned hex_digit(char c) noexcept {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

/// Are these the bytes that `hex` (small letters, no blanks) tells?
template <std::size_t N>
constexpr bool is_hex(const std::array<std::uint8_t, N>& bytes, std::string_view hex) noexcept {
    if (hex.size() != 2 * N) return false;
    for (std::size_t i = 0; i < N; ++i) {
        if (bytes[i] != hex_digit(hex[2 * i]) * 16 + hex_digit(hex[2 * i + 1])) return false;
    }
    return true;
}

template <class Bytes>
std::string to_hex(const Bytes& bytes) {
    std::string hex;
    for (std::uint8_t byte : bytes) {
        hex += "0123456789abcdef"[byte >> 4];
        hex += "0123456789abcdef"[byte & 15];
    }
    return hex;
}

/// N bytes of one value, or counting up from it, as the HMAC vectors have their keys.
template <std::size_t N>
struct filled {
    char bytes[N] = {};
    constexpr explicit filled(unsigned char first, unsigned char step = 0) noexcept {
        for (std::size_t i = 0; i < N; ++i) {
            bytes[i] = static_cast<char>(static_cast<unsigned char>(first + i * step));
        }
    }
    constexpr std::string_view view() const noexcept { return {bytes, N}; }
};

}  // namespace support
