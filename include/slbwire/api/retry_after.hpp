#pragma once
// The times to wait that a reply's headers ask for.

#include <cstdint>
#include <string_view>

#include "../codec/http_date.hpp"
#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// What no header says. Longer waits than a day are taken for a day.
inline constexpr std::int64_t no_wait = -1;
inline constexpr std::int64_t longest_wait_ms = 86'400'000;

/// The whole number that `text` begins with, times `unit`, at most a day; no_wait where there is none. `whole`: nothing
/// may follow it.
SLBWIRE_COLD constexpr std::int64_t read_wait(std::string_view text, std::int64_t unit, bool whole) noexcept {
    std::int64_t value = 0;
    std::size_t size = 0;
    for (; size < text.size() && ascii::is_digit(text[size]); ++size) {
        if (value < longest_wait_ms) value = value * 10 + (text[size] - '0');
    }
    if (size == 0 || (whole && size != text.size())) return no_wait;
    return value < longest_wait_ms / unit ? value * unit : longest_wait_ms;
}

}  // namespace detail

/// The milliseconds after `TimeLeft:` in the value of a rate-limit header, at most a day; 0 where there are none.
SLBWIRE_COLD constexpr std::int64_t time_left_ms(std::string_view header) noexcept {
    constexpr literal name = "TimeLeft:";
    const std::size_t at = header.find(name);
    if (at == std::string_view::npos) return 0;
    const std::int64_t left = detail::read_wait(ascii::trim(header.substr(at + name.size())), 1, false);
    return left > 0 ? left : 0;
}

/// The milliseconds that the service asks to wait by `x-acs-retry-after`, at most a day; -1 where the value is not such
/// a number. Every refusal that comes with it is meant to be tried again (so do the vendor's own clients).
SLBWIRE_COLD constexpr std::int64_t acs_retry_after_ms(std::string_view header) noexcept {
    return detail::read_wait(ascii::trim(header), 1, true);
}

/// The milliseconds of `Retry-After` (RFC 9110 section 10.2.3): seconds, or a date, of which `server_time` is taken,
/// the reply's own (seconds since 1970-01-01T00:00:00Z; 0 where that is not known, and then a date tells nothing). At
/// most a day; -1 where the value is neither.
SLBWIRE_COLD constexpr std::int64_t retry_after_ms(std::string_view header, std::int64_t server_time) noexcept {
    header = ascii::trim(header);
    const std::int64_t wait = detail::read_wait(header, 1000, true);
    if (wait != detail::no_wait || server_time == 0) return wait;
    const auto date = parse_http_date(header);
    if (!date) return detail::no_wait;
    const std::int64_t left = *date > server_time ? *date - server_time : 0;
    return left < detail::longest_wait_ms / 1000 ? left * 1000 : detail::longest_wait_ms;
}

}  // namespace slbwire
