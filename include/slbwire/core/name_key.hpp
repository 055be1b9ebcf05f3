#pragma once
// A name that texts are compared with again and again, made ready for it when compiling.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "word.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Compares in two or three words, which may overlap, without a loop or a call. Texts that are longer than 24 bytes
/// are never found: they are for the caller to compare in another way.
class name_key {
public:
    constexpr name_key() noexcept = default;
    /// Of the three pieces joined.
    constexpr name_key(std::string_view before, std::string_view name, std::string_view behind) noexcept
        : size_(before.size() + name.size() + behind.size()), tail_(size_ < 8 ? 0 : size_ - 8) {
        if (size_ > 24) tail_ = never;
        const auto byte = [&](std::size_t i) {
            if (i < before.size()) return static_cast<unsigned char>(before[i]);
            i -= before.size();
            return static_cast<unsigned char>(i < name.size() ? name[i] : behind[i - name.size()]);
        };
        for (std::size_t i = 0; i < 8 && i < size_; ++i) {
            first_ |= byte_of_word(byte(i), i);
            mask_ |= byte_of_word(0xff, i);
            if (size_ > 16) middle_ |= byte_of_word(byte(8 + i), i);
            last_ |= byte_of_word(byte((size_ < 8 ? 0 : size_ - 8) + i), i);
        }
    }

    constexpr std::size_t size() const noexcept { return size_; }
    /// Bytes that `begins` looks at.
    constexpr std::size_t reach() const noexcept { return tail_ + 8; }
    /// Does the text at `at`, of at least `reach()` bytes, begin with it?
    SLBWIRE_ALWAYS_INLINE bool begins(const char* at) const noexcept {
        const std::uint64_t differ = ((word::load(at) ^ first_) & mask_) | ((word::load(at + tail_) ^ last_) & mask_);
        if (differ != 0) [[unlikely]] return false;
        if (tail_ > 8) [[unlikely]] return word::load(at + 8) == middle_;
        return true;
    }

private:
    static constexpr std::size_t never = static_cast<std::size_t>(-1) / 2;

    /// `byte` as the `i`th byte in memory.
    static constexpr std::uint64_t byte_of_word(unsigned byte, std::size_t i) noexcept {
        return std::uint64_t{byte} << 8 * (std::endian::native == std::endian::little ? i : 7 - i);
    }

    std::size_t size_ = 0;
    std::size_t tail_ = never;  // where the last word begins
    std::uint64_t first_ = 0;
    std::uint64_t mask_ = 0;
    std::uint64_t middle_ = 0;
    std::uint64_t last_ = 0;
};

}  // namespace slbwire
