#pragma once
// Times as HTTP writes them, RFC 9110 section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"
#include "timestamp.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// The seconds since 1970-01-01T00:00:00Z. Of the three forms the preferred one only, which is all that a sender may
/// write; anything else is `invalid_value`. The name of the day is not compared with the date.
SLBWIRE_COLD constexpr result<std::int64_t, fault> parse_http_date(std::string_view text) noexcept {
    constexpr std::string_view form = "aaa, 00 aaa 0000 00:00:00 GMT";
    constexpr std::string_view months = "MarAprMayJunJulAugSepOctNovDecJanFeb";  // so the leap day is the last of a year
    bool good = text.size() == form.size();
    std::int64_t numbers[5] = {};  // day, year, hour, minute, second
    std::size_t size = 0;
    for (std::size_t i = 0; good && i < form.size(); ++i) {
        const char c = text[i];
        if (form[i] == 'a') {
            good = ascii::is_alnum(c);
        } else if (form[i] == '0') {
            good = ascii::is_digit(c);
            numbers[size] = numbers[size] * 10 + (c - '0');
            if (form[i + 1] != '0') ++size;
        } else {
            good = c == form[i];
        }
    }
    const auto [day, year, hour, minute, second] = numbers;
    const std::size_t month_at = good ? months.find(text.substr(8, 3)) : 1;
    good = month_at < months.size() && month_at % 3 == 0 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 &&
           second <= 60;
    if (!good) return failure{fault{.code = errc::invalid_value}};
    return detail::seconds_since_1970(year, static_cast<std::int64_t>(month_at / 3), day, hour, minute, second);
}

}  // namespace slbwire
