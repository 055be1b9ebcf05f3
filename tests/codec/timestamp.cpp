#include <slbwire/codec/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace {

using namespace slbwire;

constexpr std::int64_t day = 86'400;

struct known_time {
    std::int64_t seconds;
    std::string_view text;
};
constexpr known_time known[] = {
    {0, "1970-01-01T00:00:00Z"},
    {-1, "1969-12-31T23:59:59Z"},
    {1'456'231'584, "2016-02-23T12:46:24Z"},
    {1'565'092'800, "2019-08-06T12:00:00Z"},
    {1'678'696'470, "2023-03-13T08:34:30Z"},
    {951'782'399, "2000-02-28T23:59:59Z"},  // a leap year that is a multiple of 400
    {951'782'400, "2000-02-29T00:00:00Z"},
    {951'868'800, "2000-03-01T00:00:00Z"},
    {1'709'164'800, "2024-02-29T00:00:00Z"},
    {1'709'251'200, "2024-03-01T00:00:00Z"},
    {1'735'603'200, "2024-12-31T00:00:00Z"},
    {1'735'689'599, "2024-12-31T23:59:59Z"},
    {1'735'689'600, "2025-01-01T00:00:00Z"},
    {4'107'542'399, "2100-02-28T23:59:59Z"},  // no leap year
    {4'107'542'400, "2100-03-01T00:00:00Z"},
    {-2'203'891'201, "1900-02-28T23:59:59Z"},
    {-2'203'891'200, "1900-03-01T00:00:00Z"},
    {2'147'483'647, "2038-01-19T03:14:07Z"},  // the end of 32 bits
    {2'147'483'648, "2038-01-19T03:14:08Z"},
    {4'294'967'295, "2106-02-07T06:28:15Z"},
    {4'294'967'296, "2106-02-07T06:28:16Z"},
    {first_timestamp, "0000-01-01T00:00:00Z"},
    {first_timestamp + 59 * day, "0000-02-29T00:00:00Z"},
    {first_timestamp + 60 * day - 1, "0000-02-29T23:59:59Z"},
    {first_timestamp + 60 * day, "0000-03-01T00:00:00Z"},
    {first_timestamp + 366 * day, "0001-01-01T00:00:00Z"},
    {last_timestamp - day + 1, "9999-12-31T00:00:00Z"},
    {last_timestamp, "9999-12-31T23:59:59Z"},
};
constexpr bool is_written_so(const known_time& k) {
    const auto text = format_timestamp(k.seconds);
    return text.has_value() && text->view() == k.text;
}
constexpr bool all_are_written_so() {
    for (const known_time& k : known) {
        if (!is_written_so(k)) return false;
    }
    return true;
}
static_assert(all_are_written_so());

constexpr std::int64_t beyond[] = {first_timestamp - 1,   last_timestamp + 1,  INT64_MIN,
                                   INT64_MIN + 1,         INT64_MAX,           INT64_MAX - 1,
                                   first_timestamp - day, last_timestamp + day};
constexpr bool is_out_of_range(std::int64_t seconds) {
    const auto text = format_timestamp(seconds);
    return !text && text.error().code == errc::out_of_range && text.error().field == "Timestamp" &&
           text.error().lowest == first_timestamp && text.error().highest == last_timestamp;
}
constexpr bool all_are_out_of_range() {
    for (const std::int64_t seconds : beyond) {
        if (!is_out_of_range(seconds)) return false;
    }
    return true;
}
static_assert(all_are_out_of_range());

constexpr bool all_are_read_back() {
    for (const known_time& k : known) {
        if (parse_timestamp(k.text).value_or(-2) != k.seconds) return false;
    }
    return true;
}
static_assert(all_are_read_back());

constexpr std::string_view no_times[] = {
    "",
    "2019-08-08T16:12:21",
    "2019-08-08T16:12:21Z ",
    " 2019-08-08T16:12:21Z",
    "2019-08-08t16:12:21z",
    "2019-08-08 16:12:21Z",
    "2019-08-08T16:12:21+08:00",
    "2019-08-08T16:12:21.000Z",
    "2019-08-08T16:12Z",
    "2019-8-08T16:12:21Z",
    "+019-08-08T16:12:21Z",
    "2019-00-08T16:12:21Z",
    "2019-13-08T16:12:21Z",
    "2019-08-00T16:12:21Z",
    "2019-08-32T16:12:21Z",
    "2019-02-29T16:12:21Z",  // no leap year
    "2100-02-29T16:12:21Z",
    "2020-02-30T16:12:21Z",
    "2019-04-31T16:12:21Z",
    "2019-08-08T24:12:21Z",
    "2019-08-08T16:60:21Z",
    "2019-08-08T16:12:60Z",
    "9999-12-31T23:59:60Z",
    "0000-01-00T00:00:00Z",
    "Thu, 08 Aug 2019 16:12:21 GMT",
};
constexpr bool none_is_a_time() {
    for (const std::string_view text : no_times) {
        const auto read = parse_timestamp(text);
        if (read || read.error().code != errc::invalid_value) return false;
    }
    return true;
}
static_assert(none_is_a_time());

// A calendar that is leafed through day by day, with the rule of leap years and nothing cleverer.
struct calendar {
    int year = 0, month = 1, day_of_month = 1;

    bool is_leap() const { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
    int days_in_month() const {
        constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return month == 2 && is_leap() ? 29 : days[month - 1];
    }
    void turn_the_page() {
        if (++day_of_month <= days_in_month()) return;
        day_of_month = 1;
        if (++month <= 12) return;
        month = 1;
        ++year;
    }
    std::string written() const {
        std::string text;
        const auto put = [&](int value, int unit) {
            for (; unit != 0; unit /= 10) text += static_cast<char>('0' + value / unit % 10);
        };
        put(year, 1000);
        text += '-';
        put(month, 10);
        text += '-';
        put(day_of_month, 10);
        return text + 'T';
    }
};

}  // namespace

TEST_CASE("timestamp: known times, leap days, the borders of year 0 and year 9999") {
    for (const known_time& k : known) {
        CAPTURE(k.seconds);
        CHECK(format_timestamp(k.seconds).value().view() == k.text);
    }
}

TEST_CASE("timestamp: what four digits of a year cannot tell is out of range") {
    for (const std::int64_t seconds : beyond) {
        CAPTURE(seconds);
        CHECK(is_out_of_range(seconds));
    }
}

TEST_CASE("timestamp: what was written is read, and nothing else") {
    CHECK(all_are_read_back());
    for (const std::string_view text : no_times) {
        CAPTURE(text);
        CHECK(parse_timestamp(text).error().code == errc::invalid_value);
    }
}

TEST_CASE("timestamp: every day from year 0 to year 9999, its first and its last second") {
    calendar today;
    std::int64_t seconds = first_timestamp;
    std::size_t days = 0;
    for (; today.year <= 9999; today.turn_the_page(), seconds += day, ++days) {
        const std::string date = today.written();
        const auto first = format_timestamp(seconds);
        const auto last = format_timestamp(seconds + day - 1);
        if (!first || !last || first->view() != date + "00:00:00Z" || last->view() != date + "23:59:59Z")
            FAIL(date);
        if (parse_timestamp(first->view()).value_or(-1) != seconds) FAIL(date << " is not read back");
    }
    CHECK(days == 3'652'425);
    CHECK(seconds == last_timestamp + 1);
}

TEST_CASE("timestamp: every second of a day") {
    std::int64_t seconds = 1'565'049'600;
    for (int hour = 0; hour < 24; ++hour) {
        for (int minute = 0; minute < 60; ++minute) {
            for (int second = 0; second < 60; ++second, ++seconds) {
                char expected[40] = {};
                (void)std::snprintf(expected, sizeof expected, "2019-08-06T%02d:%02d:%02dZ", hour, minute,
                                    second);
                if (format_timestamp(seconds).value().view() != expected) FAIL(expected);
            }
        }
    }
    SUCCEED();
}
