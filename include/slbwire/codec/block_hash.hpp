#pragma once
// What SHA-1 and SHA-256 share (FIPS 180-4 section 5): blocks of 64 bytes, padding, length at the end.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace slbwire {

namespace detail {

constexpr std::uint32_t load_big_endian(const char* p) noexcept {
    const auto byte = [p](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(p[i])); };
    return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
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
        std::size_t filled = static_cast<std::size_t>(total_ % block_size);
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
        std::size_t filled = static_cast<std::size_t>(total_ % block_size);
        block_[filled++] = '\x80';
        if (filled > block_size - 8) {
            while (filled < block_size) block_[filled++] = 0;
            Core::compress(state_, block_, 1);
            filled = 0;
        }
        while (filled < block_size - 8) block_[filled++] = 0;
        const std::uint64_t bits = total_ * 8;
        for (unsigned i = 0; i < 8; ++i) {
            block_[filled + i] = static_cast<char>(static_cast<unsigned char>(bits >> (56 - 8 * i) & 0xff));
        }
        Core::compress(state_, block_, 1);
        digest_type digest{};
        for (std::size_t i = 0; i < digest.size(); ++i) {
            digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
        }
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
    static constexpr void copy(char* to, std::string_view from) noexcept {
        std::char_traits<char>::copy(to, from.data(), from.size());
    }

    state_type state_ = Core::initial;
    std::uint64_t total_ = 0;
    char block_[block_size] = {};
};

}  // namespace slbwire
