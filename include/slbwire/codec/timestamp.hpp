#pragma once
// Times as the service writes them: ISO 8601, UTC, to the second, `YYYY-MM-DDThh:mm:ssZ`.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// The seconds since 1970-01-01T00:00:00Z of the first and the last time that four digits of a year
/// can tell: 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z, in the proleptic Gregorian calendar.
inline constexpr std::int64_t first_timestamp = -62'167'219'200;
inline constexpr std::int64_t last_timestamp = 253'402'300'799;

constexpr bool is_timestamp(std::int64_t seconds) noexcept {
    return seconds >= first_timestamp && seconds <= last_timestamp;
}

class timestamp_text;
namespace detail {
constexpr timestamp_text timestamp_of(std::int64_t seconds) noexcept;
}  // namespace detail

/// The twenty characters of a time.
class timestamp_text {
public:
    /// Valid as long as this object.
    constexpr std::string_view view() const noexcept { return detail::text_of(text_, sizeof text_); }

private:
    friend constexpr timestamp_text detail::timestamp_of(std::int64_t) noexcept;
    // Not inlined, six times over.
    SLBWIRE_NOINLINE constexpr void put(std::size_t at, std::size_t digits, std::uint32_t value) noexcept {
        for (; digits != 0; value /= 10) text_[at + --digits] = static_cast<char>('0' + value % 10);
    }
    char text_[20] = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0', '0', ':', '0', '0', ':', '0', '0', 'Z'};
};

namespace detail {

constexpr fault check_timestamp(std::int64_t seconds) noexcept {
    if (is_timestamp(seconds)) return {};
    return {.code = errc::out_of_range, .field = "Timestamp", .lowest = first_timestamp, .highest = last_timestamp};
}

/// Of what `check_timestamp` found nothing wrong with.
constexpr timestamp_text timestamp_of(std::int64_t seconds) noexcept {
    constexpr std::uint32_t day = 86'400;
    // Counted from 0000-03-01, so that the leap day is the last of its year and nothing is negative
    // but the first sixty days, which one more cycle of 400 years (146,097 days) makes positive.
    constexpr std::uint32_t cycle = 146'097;
    const auto since_first = static_cast<std::uint64_t>(seconds - first_timestamp);
    auto days = static_cast<std::uint32_t>(since_first / day) - 60 + cycle;  // in 32 bits, whose divisions are short
    const auto rest = static_cast<std::uint32_t>(since_first % day);
    const std::uint32_t cycles = days / cycle - 1;
    days %= cycle;
    // A cycle has 4 centuries of 36,524 days (the last a day longer), a century 25 times 1,461 days.
    const std::uint32_t century = days / 36'524 < 4 ? days / 36'524 : 3;
    days -= century * 36'524;
    const std::uint32_t fours = days / 1'461;
    days -= fours * 1'461;
    const std::uint32_t years = days / 365 < 4 ? days / 365 : 3;
    days -= years * 365;
    // From March on, months have 31 30 31 30 31 days again and again: 153 days each five.
    const std::uint32_t month = (5 * days + 2) / 153;
    timestamp_text text;
    text.put(0, 4, cycles * 400 + century * 100 + fours * 4 + years + (month >= 10 ? 1 : 0));
    text.put(5, 2, month < 10 ? month + 3 : month - 9);
    text.put(8, 2, days - (153 * month + 2) / 5 + 1);
    text.put(11, 2, rest / 3600);
    text.put(14, 2, rest / 60 % 60);
    text.put(17, 2, rest % 60);
    return text;
}

/// What a date and a time of day are in seconds since 1970-01-01T00:00:00Z. `month` counts from March, 0 to 11, so that
/// the leap day is the last of its year; `year` is 0 to 9999, and January and February still have their own.
constexpr std::int64_t seconds_since_1970(std::int64_t year, std::int64_t month, std::int64_t day, std::int64_t hour,
                                          std::int64_t minute, std::int64_t second) noexcept {
    const std::int64_t from_march = year - (month >= 10 ? 1 : 0) + 400;  // a cycle more, for nothing to be negative
    const std::int64_t days = from_march * 365 + from_march / 4 - from_march / 100 + from_march / 400 +
                              (153 * month + 2) / 5 + day - 1;
    constexpr std::int64_t cycle = 146'097;  // days
    constexpr std::int64_t epoch = 719'468;  // days from 0000-03-01 to 1970-01-01
    return ((days - cycle - epoch) * 24 + hour) * 3600 + minute * 60 + second;
}

}  // namespace detail

/// Writes `seconds` since 1970-01-01T00:00:00Z, without leap seconds; outside of the two limits above
/// the fault is `out_of_range`. Reads no clock, no locale and no time zone.
constexpr result<timestamp_text, fault> format_timestamp(std::int64_t seconds) noexcept {
    if (const fault f = detail::check_timestamp(seconds)) return failure{f};
    return detail::timestamp_of(seconds);
}

/// The seconds since 1970-01-01T00:00:00Z of a text as `format_timestamp` writes it; anything else, and a day that its
/// month has not, is `invalid_value`.
SLBWIRE_COLD constexpr result<std::int64_t, fault> parse_timestamp(std::string_view text) noexcept {
    constexpr std::string_view form = "0000-00-00T00:00:00Z";
    bool good = text.size() == form.size();
    std::int64_t numbers[6] = {};  // year, month, day, hour, minute, second
    std::size_t size = 0;
    for (std::size_t i = 0; good && i < form.size(); ++i) {
        good = form[i] == '0' ? ascii::is_digit(text[i]) : text[i] == form[i];
        if (form[i] == '0') numbers[size] = numbers[size] * 10 + (text[i] - '0');
        else ++size;
    }
    const auto [year, month, day, hour, minute, second] = numbers;
    if (!good || month < 1 || month > 12) return failure{fault{.code = errc::invalid_value}};
    const std::int64_t seconds = detail::seconds_since_1970(year, (month + 9) % 12, day, hour, minute, second);
    // A number that is none of its place, such as 30 February, is written back as another one.
    const auto same = format_timestamp(seconds);
    if (!same || same->view() != text) return failure{fault{.code = errc::invalid_value}};
    return seconds;
}

}  // namespace slbwire
