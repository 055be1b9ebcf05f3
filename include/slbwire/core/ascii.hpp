#pragma once
// Characters of the ASCII range and integers in decimal, without a locale.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "fault.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI::ascii {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_alnum(char c) noexcept { return is_digit(c) || is_lower(c) || is_upper(c); }
/// Space, tab, line feed, carriage return: the white space of both RFC 8259 and XML 1.0.
constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
/// C0 controls and DEL.
constexpr bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
constexpr char to_lower(char c) noexcept { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// 0-15, or -1 where `c` is no hexadecimal digit.
constexpr int hex_value(char c) noexcept {
    if (is_digit(c)) return c - '0';
    const char low = to_lower(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (to_lower(a[i]) != to_lower(b[i])) return false;
    }
    return true;
}

/// `text` without blanks at either end.
constexpr std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Reads a whole integer: `-`? then digits without a leading zero, as in JSON and nothing around it.
/// Gives errc::ok, errc::invalid_number, or errc::out_of_range outside of 64 bits.
constexpr errc parse_integer(std::string_view text, std::int64_t& value) noexcept {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    if (text.empty() || (text.front() == '0' && text.size() > 1)) return errc::invalid_number;
    std::uint64_t magnitude = 0;
    bool overflow = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) return errc::invalid_number;
        const auto digit = static_cast<std::uint64_t>(text[i] - '0');
        // Eighteen digits always fit: no division for what numbers mostly are.
        if (i >= 18 && magnitude > (UINT64_MAX - digit) / 10) overflow = true;
        magnitude = magnitude * 10 + digit;
    }
    const std::uint64_t limit = static_cast<std::uint64_t>(INT64_MAX) + (negative ? 1 : 0);
    if (overflow || magnitude > limit) return errc::out_of_range;
    // Two's complement: negating the unsigned value first keeps INT64_MIN in range.
    value = static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
    return errc::ok;
}

/// `00` to `99`, one after another.
inline constexpr char digit_pairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/// Up to eight characters as they stand in memory.
struct short_text {
    std::uint64_t word;
    unsigned size;
};
/// The digits of a number below 100,000, as ports and weights are, two by two. For little-endian processors.
SLBWIRE_ALWAYS_INLINE inline short_text short_decimal(std::uint32_t number) noexcept {
    const auto pair = [](std::uint32_t n) {
        std::uint16_t digits = 0;
        std::memcpy(&digits, digit_pairs + n * 2, sizeof digits);
        return std::uint64_t{digits};
    };
    const auto without_zero = [](std::uint64_t digits, std::uint32_t first_pair, unsigned size) -> short_text {
        const unsigned zeros = first_pair < 10;
        return short_text{digits >> 8 * zeros, size - zeros};
    };
    if (number < 100) return without_zero(pair(number), number, 2);
    const std::uint32_t hundreds = number / 100;
    const std::uint64_t back = pair(number % 100);
    if (number < 10'000) return without_zero(pair(hundreds) | back << 16, hundreds, 4);
    return {('0' + hundreds / 100) | (pair(hundreds % 100) << 8) | back << 24, 5};
}
inline constexpr bool has_short_decimal = std::endian::native == std::endian::little;

/// The same as write_decimal, digit by digit. Not inlined: mostly a number is short.
SLBWIRE_NOINLINE constexpr char* write_long_decimal(char* to, std::int64_t value) noexcept {
    auto magnitude = static_cast<std::uint64_t>(value);
    if (value < 0) {
        *to++ = '-';
        magnitude = 0 - magnitude;
    }
    std::size_t digits = 1;
    for (std::uint64_t rest = magnitude; rest >= 10; rest /= 10) ++digits;
    for (std::size_t i = digits; i != 0; magnitude /= 10) to[--i] = static_cast<char>('0' + magnitude % 10);
    return to + digits;
}
/// Writes the decimal digits of an integer to `to`, which has room for 20; returns the end.
SLBWIRE_ALWAYS_INLINE constexpr char* write_decimal(char* to, std::int64_t value) noexcept {
    if (has_short_decimal && !std::is_constant_evaluated() && static_cast<std::uint64_t>(value) < 100'000) {
        const short_text digits = short_decimal(static_cast<std::uint32_t>(value));
        std::memcpy(to, &digits.word, sizeof digits.word);
        return to + digits.size;
    }
    return write_long_decimal(to, value);
}

/// The decimal digits of an integer, in place: `decimal(80).view()`.
class decimal {
public:
    constexpr explicit decimal(std::int64_t value) noexcept
        : size_(static_cast<std::size_t>(write_long_decimal(digits_, value) - digits_)) {}
    /// Valid as long as this object.
    constexpr std::string_view view() const noexcept { return slbwire::detail::text_of(digits_, size_); }

private:
    char digits_[20] = {};
    std::size_t size_;
};

}  // namespace slbwire::ascii
