#pragma once
// Times as the service writes them: ISO 8601, UTC, to the second, `YYYY-MM-DDThh:mm:ssZ`.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
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
    SLBWIRE_NOINLINE constexpr void put(std::size_t at, std::size_t digits, std::int64_t value) noexcept {
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
    constexpr std::int64_t day = 86'400;
    // Counted from 0000-03-01, so that the leap day is the last of its year and nothing is negative
    // but the first sixty days, which one more cycle of 400 years (146,097 days) makes positive.
    constexpr std::int64_t cycle = 146'097;
    std::int64_t days = (seconds - first_timestamp) / day - 60 + cycle;
    const std::int64_t rest = (seconds - first_timestamp) % day;
    const std::int64_t cycles = days / cycle - 1;
    days %= cycle;
    // A cycle has 4 centuries of 36,524 days (the last a day longer), a century 25 times 1,461 days.
    const std::int64_t century = days / 36'524 < 4 ? days / 36'524 : 3;
    days -= century * 36'524;
    const std::int64_t fours = days / 1'461;
    days -= fours * 1'461;
    const std::int64_t years = days / 365 < 4 ? days / 365 : 3;
    days -= years * 365;
    // From March on, months have 31 30 31 30 31 days again and again: 153 days each five.
    const std::int64_t month = (5 * days + 2) / 153;
    timestamp_text text;
    text.put(0, 4, cycles * 400 + century * 100 + fours * 4 + years + (month >= 10 ? 1 : 0));
    text.put(5, 2, month < 10 ? month + 3 : month - 9);
    text.put(8, 2, days - (153 * month + 2) / 5 + 1);
    text.put(11, 2, rest / 3600);
    text.put(14, 2, rest / 60 % 60);
    text.put(17, 2, rest % 60);
    return text;
}

}  // namespace detail

/// Writes `seconds` since 1970-01-01T00:00:00Z, without leap seconds; outside of the two limits above
/// the fault is `out_of_range`. Reads no clock, no locale and no time zone.
constexpr result<timestamp_text, fault> format_timestamp(std::int64_t seconds) noexcept {
    if (const fault f = detail::check_timestamp(seconds)) return failure{f};
    return detail::timestamp_of(seconds);
}

}  // namespace slbwire
