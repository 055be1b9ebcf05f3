#pragma once
// What SHA-1 and SHA-256 share (FIPS 180-4 section 5): blocks of 64 bytes, padding, length at the end.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

constexpr std::uint32_t load_big_endian(const char* p) noexcept {
    const auto byte = [p](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(p[i])); };
    return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
}
/// Written out, so that compilers see one store: what is loaded again at once must not have come byte by byte.
template <class Byte>
constexpr void store_big_endian(Byte* p, std::uint32_t word) noexcept {
    p[0] = static_cast<Byte>(static_cast<unsigned char>(word >> 24));
    p[1] = static_cast<Byte>(static_cast<unsigned char>(word >> 16 & 0xff));
    p[2] = static_cast<Byte>(static_cast<unsigned char>(word >> 8 & 0xff));
    p[3] = static_cast<Byte>(static_cast<unsigned char>(word & 0xff));
}

}  // namespace detail

/// An incremental hash over `Core`, which has `words`, `initial` and `compress(state, blocks, count)`.
template <class Core>
class block_hash {
public:
    static constexpr std::size_t block_size = 64;
    static constexpr std::size_t digest_size = Core::words * 4;
    using state_type = std::array<std::uint32_t, Core::words>;
    using digest_type = std::array<std::uint8_t, digest_size>;

    constexpr block_hash() noexcept = default;
    /// Goes on from `state`, reached after `bytes` bytes (a multiple of 64): for HMAC's kept keys.
    constexpr block_hash(const state_type& state, std::uint64_t bytes) noexcept : state_(state), total_(bytes) {}

    /// Adds `text`, any bytes; together at most 2^61 - 1 bytes.
    constexpr void update(std::string_view text) noexcept {
        std::size_t filled = static_cast<unsigned>(total_ % block_size);
        total_ += text.size();
        if (filled != 0) {
            const std::size_t fits = block_size - filled < text.size() ? block_size - filled : text.size();
            copy(block_ + filled, text.substr(0, fits));
            text.remove_prefix(fits);
            if (filled + fits < block_size) return;
            Core::compress(state_, block_, 1);
        }
        const std::size_t whole = text.size() / block_size;
        if (whole != 0) Core::compress(state_, text.data(), whole);
        copy(block_, text.substr(whole * block_size));
    }

    /// The digest of all that was added. The object is then used up.
    constexpr digest_type finish() noexcept {
        std::size_t filled = static_cast<unsigned>(total_ % block_size);
        block_[filled++] = '\x80';
        if (filled > block_size - 8) {
            clear(filled, block_size);
            Core::compress(state_, block_, 1);
            filled = 0;
        }
        clear(filled, block_size - 8);
        detail::store_big_endian(block_ + block_size - 8, static_cast<std::uint32_t>(total_ >> 29));
        detail::store_big_endian(block_ + block_size - 4, static_cast<std::uint32_t>(total_ << 3 & 0xffffffffu));
        Core::compress(state_, block_, 1);
        digest_type digest{};
        for (std::size_t i = 0; i < Core::words; ++i) detail::store_big_endian(digest.data() + 4 * i, state_[i]);
        return digest;
    }

    /// The state after whole blocks only; what waits for its block to fill is not in it.
    constexpr const state_type& state() const noexcept { return state_; }

    static constexpr digest_type of(std::string_view text) noexcept {
        block_hash hash;
        hash.update(text);
        return hash.finish();
    }

private:
    constexpr void clear(std::size_t first, std::size_t end) noexcept {
        std::char_traits<char>::assign(block_ + first, end - first, '\0');
    }
    static constexpr void copy(char* to, std::string_view from) noexcept {
        std::char_traits<char>::copy(to, from.data(), from.size());
    }

    state_type state_ = Core::initial;
    std::uint64_t total_ = 0;
    char block_[block_size] = {};
};

}  // namespace slbwire
