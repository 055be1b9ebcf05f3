#pragma once
// Percent-encoding, RFC 3986 section 2.1, in the strict form that RPC signatures are made over.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/bounded_output.hpp"
#include "../core/text.hpp"
#include "../core/text.hpp"
#include "../core/word.hpp"
#include "../simd/percent.hpp"
#include "../simd/scan.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// RFC 3986 section 2.3: the characters that are never encoded.
constexpr bool is_unreserved(char c) noexcept {
    return ascii::is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '~';
}

namespace detail {

/// What a byte becomes: three bytes at most and how many they are, moved as one word.
struct percent_entry {
    char text[3] = {};
    unsigned char length = 0;
};
/// The same after a second encoding, in which `%` becomes `%25`.
struct percent_twice_entry {
    char text[7] = {};
    unsigned char length = 0;
};
/// An entry a byte, made with few steps: compilers make it again for every file.
template <class Entry>
struct percent_entries {
    Entry of[256] = {};

    constexpr percent_entries() noexcept {
        constexpr char hex[] = "0123456789ABCDEF";
        constexpr int digits = sizeof of->text > 3 ? 3 : 1;  // behind `%`, or `%25`
        for (int byte = 0; byte < 256; ++byte) {
            Entry& entry = of[byte];
            entry.text[0] = '%';
            if constexpr (digits == 3) {
                entry.text[1] = '2';
                entry.text[2] = '5';
            }
            entry.text[digits] = hex[byte / 16];
            entry.text[digits + 1] = hex[byte % 16];
            entry.length = digits + 2;
        }
        for (const char c : literal("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")) {
            Entry& entry = of[static_cast<unsigned char>(c)];
            entry = Entry();
            entry.text[0] = c;
            entry.length = 1;
        }
    }
};
template <class Entry>
inline constexpr percent_entries<Entry> percent_table;

/// Without a branch: what is stored too much lies inside of the room, and the next byte goes over it.
template <class Entry>
constexpr char* put_encoded(char* to, char c) noexcept {
    const Entry& entry = percent_table<Entry>.of[static_cast<unsigned char>(c)];
    if (std::is_constant_evaluated()) {
        for (std::size_t i = 0; i < entry.length; ++i) to[i] = entry.text[i];
    } else {
        std::memcpy(to, &entry, sizeof entry);
    }
    return to + entry.length;
}

/// Bytes that an encoding may write behind its text, where it does not look for room.
inline constexpr std::size_t percent_slack = 16;
/// Bytes that are encoded at one time, with one look for room.
inline constexpr std::size_t percent_piece = 128;

/// Are all bytes of a word unreserved? Seven bits of each are added to what makes the eighth tell a range.
constexpr bool all_unreserved(std::uint64_t w) noexcept {
    const auto from = [](std::uint64_t bytes, char lowest) {
        return bytes + word::every(static_cast<char>(0x80 - lowest));
    };
    const auto within = [&](std::uint64_t bytes, char lowest, char highest) {
        return from(bytes, lowest) & ~from(bytes, static_cast<char>(highest + 1));
    };
    const std::uint64_t bytes = w & ~word::high_bits;
    const std::uint64_t good = within(bytes | word::every(0x20), 'a', 'z') | within(bytes, '0', '9') |
                               within(bytes, '-', '.') | within(bytes, '_', '_') | within(bytes, '~', '~');
    return (good & ~w & word::high_bits) == word::high_bits;
}
/// Is a text of four to sixteen bytes as it stands in a query? May say no where it is.
SLBWIRE_ALWAYS_INLINE constexpr bool is_short_and_plain(std::string_view text) noexcept {
    if (std::is_constant_evaluated() || text.size() < 4 || text.size() > 16) return false;
    // From both ends, which overlap.
    const bool two = text.size() >= 8;
    const std::uint64_t front = two ? word::load(text.data()) : word::load_short(text);
    const std::uint64_t back = two ? word::load(text.data() + text.size() - 8) : front;
    if constexpr (simd::has_scan) return simd::not_unreserved(front, back) == 0;
    else return all_unreserved(front) && all_unreserved(back);
}

/// Passes `text` on to `out`, by blocks where that can be. By value: so it stays in registers.
template <class Out>
SLBWIRE_ALWAYS_INLINE constexpr Out put_by_blocks(Out out, std::string_view text) noexcept {
    if (!std::is_constant_evaluated() && text.size() >= std::size_t{simd::block_size} && simd::has_percent()) {
        const std::size_t blocks = text.size() / std::size_t{simd::block_size};
        out.put_blocks(text.data(), blocks);
        text.remove_prefix(blocks * std::size_t{simd::block_size});
    }
    if (is_short_and_plain(text)) {
        out.put_unreserved(text);
        return out;
    }
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* stop = end;
        if (simd::has_scan && !std::is_constant_evaluated() && end - at >= simd::block_size) {
            stop = at + simd::block_size;
            if (simd::not_unreserved(at) == 0) {
                out.put_unreserved({at, std::size_t{simd::block_size}});
                at = stop;
            }
        }
        for (; at != stop; ++at) out.put(*at);
    }
    return out;
}

/// Percent-encodes to where there is room.
class unchecked_percent_output {
public:
    constexpr explicit unchecked_percent_output(char* at) noexcept : at_(at) {}
    SLBWIRE_ALWAYS_INLINE constexpr void put(char c) noexcept { at_ = put_encoded<percent_entry>(at_, c); }
    SLBWIRE_ALWAYS_INLINE constexpr void put_unreserved(std::string_view text) noexcept {
        copy_short(at_, text);
        at_ += text.size();
    }
    void put_blocks(const char* first, std::size_t blocks) noexcept {
        at_ = simd::percent_encode<false>({at_, nullptr}, first, blocks).once;
    }
    constexpr char* at() const noexcept { return at_; }

private:
    char* at_;
};

/// The end of what stands at `to`: three bytes at most for each one of `text`, and percent_slack behind.
constexpr char* percent_encode(char* to, std::string_view text) noexcept {
    return put_by_blocks(unchecked_percent_output(to), text).at();
}

}  // namespace detail

/// Writes `text` with every byte but the unreserved ones as `%XY`, hex digits in capitals: a space is
/// `%20`, `*` is `%2A`, `~` stays. Any bytes may stand in `text`. At most 3 * `text.size()` bytes.
constexpr void percent_encode(bounded_output& out, std::string_view text) noexcept {
    while (!text.empty()) {
        // As much as there is room for, whatever it holds; by whole blocks.
        std::size_t fits = out.left() < detail::percent_slack ? 0 : (out.left() - detail::percent_slack) / 3;
        if (fits < text.size()) fits &= ~std::size_t{15};
        std::string_view piece = text.substr(0, fits);
        if (piece.size() >= detail::percent_piece || piece.size() == text.size()) {
            char* const to = out.room(0);
            out.advance(static_cast<std::size_t>(detail::percent_encode(to, piece) - to));
        } else {
            piece = text.substr(0, detail::percent_piece);
            char encoded[3 * detail::percent_piece + detail::percent_slack];  // written before it is read
            out.put(detail::text_of(encoded, static_cast<std::size_t>(detail::percent_encode(encoded, piece) - encoded)));
        }
        text.remove_prefix(piece.size());
    }
}

/// The same as a string of its own.
inline std::string percent_encode(std::string_view text) {
    std::string encoded;
    encoded.reserve(3 * text.size() + detail::percent_slack);
    assign(encoded, [&](bounded_output& out) { percent_encode(out, text); });
    return encoded;
}

}  // namespace slbwire
