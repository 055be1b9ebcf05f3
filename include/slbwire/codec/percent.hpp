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
#include "../core/word.hpp"
#include "../simd/percent.hpp"
#include "../simd/scan.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// RFC 3986 section 2.3: the characters that are never encoded.
constexpr bool is_unreserved(char c) noexcept {
    return ascii::is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '~';
}

namespace detail {

/// What each byte becomes, in entries of `Size` bytes: the text, and in the last byte how long it is. As literals,
/// which cost a compiler nothing; a test makes them again.
template <std::size_t Size>
inline constexpr const char* percent_table = nullptr;
/// Encoded once.
template <>
inline constexpr const char* percent_table<4> =
    "%00\003%01\003%02\003%03\003%04\003%05\003%06\003%07\003%08\003%09\003%0A\003%0B\003%0C\003%0D\003%0E\003%0F\003"
    "%10\003%11\003%12\003%13\003%14\003%15\003%16\003%17\003%18\003%19\003%1A\003%1B\003%1C\003%1D\003%1E\003%1F\003"
    "%20\003%21\003%22\003%23\003%24\003%25\003%26\003%27\003%28\003%29\003%2A\003%2B\003%2C\003-\0\0\001.\0\0\001"
    "%2F\0030\0\0\0011\0\0\0012\0\0\0013\0\0\0014\0\0\0015\0\0\0016\0\0\0017\0\0\0018\0\0\0019\0\0\001%3A\003%3B\003"
    "%3C\003%3D\003%3E\003%3F\003%40\003A\0\0\001B\0\0\001C\0\0\001D\0\0\001E\0\0\001F\0\0\001G\0\0\001H\0\0\001"
    "I\0\0\001J\0\0\001K\0\0\001L\0\0\001M\0\0\001N\0\0\001O\0\0\001P\0\0\001Q\0\0\001R\0\0\001S\0\0\001T\0\0\001"
    "U\0\0\001V\0\0\001W\0\0\001X\0\0\001Y\0\0\001Z\0\0\001%5B\003%5C\003%5D\003%5E\003_\0\0\001%60\003a\0\0\001"
    "b\0\0\001c\0\0\001d\0\0\001e\0\0\001f\0\0\001g\0\0\001h\0\0\001i\0\0\001j\0\0\001k\0\0\001l\0\0\001m\0\0\001"
    "n\0\0\001o\0\0\001p\0\0\001q\0\0\001r\0\0\001s\0\0\001t\0\0\001u\0\0\001v\0\0\001w\0\0\001x\0\0\001y\0\0\001"
    "z\0\0\001%7B\003%7C\003%7D\003~\0\0\001%7F\003%80\003%81\003%82\003%83\003%84\003%85\003%86\003%87\003%88\003"
    "%89\003%8A\003%8B\003%8C\003%8D\003%8E\003%8F\003%90\003%91\003%92\003%93\003%94\003%95\003%96\003%97\003%98\003"
    "%99\003%9A\003%9B\003%9C\003%9D\003%9E\003%9F\003%A0\003%A1\003%A2\003%A3\003%A4\003%A5\003%A6\003%A7\003%A8\003"
    "%A9\003%AA\003%AB\003%AC\003%AD\003%AE\003%AF\003%B0\003%B1\003%B2\003%B3\003%B4\003%B5\003%B6\003%B7\003%B8\003"
    "%B9\003%BA\003%BB\003%BC\003%BD\003%BE\003%BF\003%C0\003%C1\003%C2\003%C3\003%C4\003%C5\003%C6\003%C7\003%C8\003"
    "%C9\003%CA\003%CB\003%CC\003%CD\003%CE\003%CF\003%D0\003%D1\003%D2\003%D3\003%D4\003%D5\003%D6\003%D7\003%D8\003"
    "%D9\003%DA\003%DB\003%DC\003%DD\003%DE\003%DF\003%E0\003%E1\003%E2\003%E3\003%E4\003%E5\003%E6\003%E7\003%E8\003"
    "%E9\003%EA\003%EB\003%EC\003%ED\003%EE\003%EF\003%F0\003%F1\003%F2\003%F3\003%F4\003%F5\003%F6\003%F7\003%F8\003"
    "%F9\003%FA\003%FB\003%FC\003%FD\003%FE\003%FF\003";
/// Encoded twice: `%` becomes `%25`.
template <>
inline constexpr const char* percent_table<8> =
    "%2500\0\0\005%2501\0\0\005%2502\0\0\005%2503\0\0\005%2504\0\0\005%2505\0\0\005%2506\0\0\005%2507\0\0\005"
    "%2508\0\0\005%2509\0\0\005%250A\0\0\005%250B\0\0\005%250C\0\0\005%250D\0\0\005%250E\0\0\005%250F\0\0\005"
    "%2510\0\0\005%2511\0\0\005%2512\0\0\005%2513\0\0\005%2514\0\0\005%2515\0\0\005%2516\0\0\005%2517\0\0\005"
    "%2518\0\0\005%2519\0\0\005%251A\0\0\005%251B\0\0\005%251C\0\0\005%251D\0\0\005%251E\0\0\005%251F\0\0\005"
    "%2520\0\0\005%2521\0\0\005%2522\0\0\005%2523\0\0\005%2524\0\0\005%2525\0\0\005%2526\0\0\005%2527\0\0\005"
    "%2528\0\0\005%2529\0\0\005%252A\0\0\005%252B\0\0\005%252C\0\0\005-\0\0\0\0\0\0\001.\0\0\0\0\0\0\001%252F\0\0\005"
    "0\0\0\0\0\0\0\0011\0\0\0\0\0\0\0012\0\0\0\0\0\0\0013\0\0\0\0\0\0\0014\0\0\0\0\0\0\0015\0\0\0\0\0\0\001"
    "6\0\0\0\0\0\0\0017\0\0\0\0\0\0\0018\0\0\0\0\0\0\0019\0\0\0\0\0\0\001%253A\0\0\005%253B\0\0\005%253C\0\0\005"
    "%253D\0\0\005%253E\0\0\005%253F\0\0\005%2540\0\0\005A\0\0\0\0\0\0\001B\0\0\0\0\0\0\001C\0\0\0\0\0\0\001"
    "D\0\0\0\0\0\0\001E\0\0\0\0\0\0\001F\0\0\0\0\0\0\001G\0\0\0\0\0\0\001H\0\0\0\0\0\0\001I\0\0\0\0\0\0\001"
    "J\0\0\0\0\0\0\001K\0\0\0\0\0\0\001L\0\0\0\0\0\0\001M\0\0\0\0\0\0\001N\0\0\0\0\0\0\001O\0\0\0\0\0\0\001"
    "P\0\0\0\0\0\0\001Q\0\0\0\0\0\0\001R\0\0\0\0\0\0\001S\0\0\0\0\0\0\001T\0\0\0\0\0\0\001U\0\0\0\0\0\0\001"
    "V\0\0\0\0\0\0\001W\0\0\0\0\0\0\001X\0\0\0\0\0\0\001Y\0\0\0\0\0\0\001Z\0\0\0\0\0\0\001%255B\0\0\005%255C\0\0\005"
    "%255D\0\0\005%255E\0\0\005_\0\0\0\0\0\0\001%2560\0\0\005a\0\0\0\0\0\0\001b\0\0\0\0\0\0\001c\0\0\0\0\0\0\001"
    "d\0\0\0\0\0\0\001e\0\0\0\0\0\0\001f\0\0\0\0\0\0\001g\0\0\0\0\0\0\001h\0\0\0\0\0\0\001i\0\0\0\0\0\0\001"
    "j\0\0\0\0\0\0\001k\0\0\0\0\0\0\001l\0\0\0\0\0\0\001m\0\0\0\0\0\0\001n\0\0\0\0\0\0\001o\0\0\0\0\0\0\001"
    "p\0\0\0\0\0\0\001q\0\0\0\0\0\0\001r\0\0\0\0\0\0\001s\0\0\0\0\0\0\001t\0\0\0\0\0\0\001u\0\0\0\0\0\0\001"
    "v\0\0\0\0\0\0\001w\0\0\0\0\0\0\001x\0\0\0\0\0\0\001y\0\0\0\0\0\0\001z\0\0\0\0\0\0\001%257B\0\0\005%257C\0\0\005"
    "%257D\0\0\005~\0\0\0\0\0\0\001%257F\0\0\005%2580\0\0\005%2581\0\0\005%2582\0\0\005%2583\0\0\005%2584\0\0\005"
    "%2585\0\0\005%2586\0\0\005%2587\0\0\005%2588\0\0\005%2589\0\0\005%258A\0\0\005%258B\0\0\005%258C\0\0\005"
    "%258D\0\0\005%258E\0\0\005%258F\0\0\005%2590\0\0\005%2591\0\0\005%2592\0\0\005%2593\0\0\005%2594\0\0\005"
    "%2595\0\0\005%2596\0\0\005%2597\0\0\005%2598\0\0\005%2599\0\0\005%259A\0\0\005%259B\0\0\005%259C\0\0\005"
    "%259D\0\0\005%259E\0\0\005%259F\0\0\005%25A0\0\0\005%25A1\0\0\005%25A2\0\0\005%25A3\0\0\005%25A4\0\0\005"
    "%25A5\0\0\005%25A6\0\0\005%25A7\0\0\005%25A8\0\0\005%25A9\0\0\005%25AA\0\0\005%25AB\0\0\005%25AC\0\0\005"
    "%25AD\0\0\005%25AE\0\0\005%25AF\0\0\005%25B0\0\0\005%25B1\0\0\005%25B2\0\0\005%25B3\0\0\005%25B4\0\0\005"
    "%25B5\0\0\005%25B6\0\0\005%25B7\0\0\005%25B8\0\0\005%25B9\0\0\005%25BA\0\0\005%25BB\0\0\005%25BC\0\0\005"
    "%25BD\0\0\005%25BE\0\0\005%25BF\0\0\005%25C0\0\0\005%25C1\0\0\005%25C2\0\0\005%25C3\0\0\005%25C4\0\0\005"
    "%25C5\0\0\005%25C6\0\0\005%25C7\0\0\005%25C8\0\0\005%25C9\0\0\005%25CA\0\0\005%25CB\0\0\005%25CC\0\0\005"
    "%25CD\0\0\005%25CE\0\0\005%25CF\0\0\005%25D0\0\0\005%25D1\0\0\005%25D2\0\0\005%25D3\0\0\005%25D4\0\0\005"
    "%25D5\0\0\005%25D6\0\0\005%25D7\0\0\005%25D8\0\0\005%25D9\0\0\005%25DA\0\0\005%25DB\0\0\005%25DC\0\0\005"
    "%25DD\0\0\005%25DE\0\0\005%25DF\0\0\005%25E0\0\0\005%25E1\0\0\005%25E2\0\0\005%25E3\0\0\005%25E4\0\0\005"
    "%25E5\0\0\005%25E6\0\0\005%25E7\0\0\005%25E8\0\0\005%25E9\0\0\005%25EA\0\0\005%25EB\0\0\005%25EC\0\0\005"
    "%25ED\0\0\005%25EE\0\0\005%25EF\0\0\005%25F0\0\0\005%25F1\0\0\005%25F2\0\0\005%25F3\0\0\005%25F4\0\0\005"
    "%25F5\0\0\005%25F6\0\0\005%25F7\0\0\005%25F8\0\0\005%25F9\0\0\005%25FA\0\0\005%25FB\0\0\005%25FC\0\0\005"
    "%25FD\0\0\005%25FE\0\0\005%25FF\0\0\005";

/// Without a branch: what is stored too much lies inside of the room, and the next byte goes over it.
template <std::size_t Size>
constexpr char* put_encoded(char* to, char c) noexcept {
    const std::size_t at = Size * static_cast<unsigned char>(c);
    const auto length = static_cast<unsigned char>(percent_table<Size>[at + Size - 1]);
    if (std::is_constant_evaluated()) {
        for (std::size_t i = 0; i < length; ++i) to[i] = percent_table<Size>[at + i];
    } else {
        std::memcpy(to, percent_table<Size> + at, Size);
    }
    return to + length;
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
    SLBWIRE_ALWAYS_INLINE constexpr void put(char c) noexcept { at_ = put_encoded<4>(at_, c); }
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
SLBWIRE_NOINLINE constexpr void percent_encode(bounded_output& out, std::string_view text) noexcept {
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
