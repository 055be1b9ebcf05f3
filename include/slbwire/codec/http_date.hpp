#pragma once
// Times as HTTP writes them, RFC 9110 section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"

namespace slbwire {

/// The seconds since 1970-01-01T00:00:00Z. Of the three forms the preferred one only, which is all that a sender may
/// write; anything else is `invalid_value`. The name of the day is not compared with the date.
constexpr result<std::int64_t, fault> parse_http_date(std::string_view text) noexcept {
    constexpr std::string_view form = "aaa, 00 aaa 0000 00:00:00 GMT";
    bool good = text.size() == form.size();
    for (std::size_t i = 0; good && i < form.size(); ++i) {
        if (form[i] == '0') good = ascii::is_digit(text[i]);
        else good = form[i] == 'a' ? ascii::is_alnum(text[i]) : text[i] == form[i];
    }
    if (!good) return failure{fault{.code = errc::invalid_value}};
    const auto number = [text](std::size_t at, std::size_t digits) {
        std::int64_t value = 0;
        for (const char c : text.substr(at, digits)) value = value * 10 + (c - '0');
        return value;
    };
    // From March on, so that the leap day is the last of its year.
    constexpr std::string_view months = "MarAprMayJunJulAugSepOctNovDecJanFeb";
    const std::size_t month_at = months.find(text.substr(8, 3));
    const std::int64_t day = number(5, 2);
    const std::int64_t hour = number(17, 2);
    const std::int64_t minute = number(20, 2);
    const std::int64_t second = number(23, 2);
    if (month_at == std::string_view::npos || month_at % 3 != 0 || day < 1 || day > 31 || hour > 23 || minute > 59 ||
        second > 60) {
        return failure{fault{.code = errc::invalid_value}};
    }
    const auto month = static_cast<std::int64_t>(month_at / 3);
    const std::int64_t year = number(12, 4) - (month >= 10 ? 1 : 0) + 400;  // a cycle more, for nothing to be negative
    const std::int64_t days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    constexpr std::int64_t cycle = 146'097;  // days
    constexpr std::int64_t epoch = 719'468;  // days from 0000-03-01 to 1970-01-01
    return ((days - cycle - epoch) * 24 + hour) * 3600 + minute * 60 + second;
}

}  // namespace slbwire
