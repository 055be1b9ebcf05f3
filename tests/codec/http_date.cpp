#include <slbwire/codec/http_date.hpp>

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include "support/catch.hpp"

#include <slbwire/codec/timestamp.hpp>

using namespace slbwire;

namespace {

struct date {
    std::string_view text;
    std::int64_t seconds;
};
constexpr date dates[] = {
    {"Sun, 06 Nov 1994 08:49:37 GMT", 784'111'777},  // RFC 9110's own
    {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
    {"Wed, 31 Dec 1969 23:59:59 GMT", -1},
    {"Tue, 29 Feb 2000 12:00:00 GMT", 951'825'600},
    {"Thu, 01 Mar 1900 00:00:00 GMT", -2'203'891'200},
    {"Sat, 31 Dec 2016 23:59:60 GMT", 1'483'228'800},  // a leap second is the next one
    {"Sat, 01 Jan 0000 00:00:00 GMT", first_timestamp},
    {"Fri, 31 Dec 9999 23:59:59 GMT", last_timestamp},
};
static_assert([] {
    for (const date& d : dates) {
        if (parse_http_date(d.text).value() != d.seconds) return false;
    }
    return true;
}());

constexpr std::string_view wrong[] = {
    "",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 GMT ",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
    "Sun, 06 Nov 19x4 08:49:37 GMT",
    "Sun, 06 nov 1994 08:49:37 GMT",
    "Sun, 06 arA 1994 08:49:37 GMT",
    "Sun, 00 Nov 1994 08:49:37 GMT",
    "Sun, 32 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT",
};
static_assert([] {
    for (std::string_view text : wrong) {
        if (parse_http_date(text)) return false;
    }
    return true;
}());

}  // namespace

TEST_CASE("dates of HTTP") {
    for (const date& d : dates) CHECK(parse_http_date(d.text).value() == d.seconds);
    for (std::string_view text : wrong) {
        CAPTURE(text);
        CHECK(parse_http_date(text).error().code == errc::invalid_value);
    }
}

TEST_CASE("every day of a thousand years reads back") {
    constexpr std::int64_t day = 86'400;
    for (std::int64_t seconds = -500 * 365 * day; seconds < 500 * 365 * day; seconds += day + 1) {
        const auto stamp = format_timestamp(seconds);
        const std::string_view iso = stamp->view();
        constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
        const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + iso[6] - '1');
        std::string text = "Day, ";
        ((text += iso.substr(8, 2)) += ' ') += months.substr(3 * month, 3);
        (((text += ' ') += iso.substr(0, 4)) += ' ') += iso.substr(11, 8);
        text += " GMT";
        const auto read = parse_http_date(text);
        if (!read || *read != seconds) FAIL_CHECK(text << " is not " << seconds);
    }
}
