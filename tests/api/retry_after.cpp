#include <slbwire/api/retry_after.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

struct time_row {
    std::string_view header;
    std::int64_t left;
};
constexpr time_row times[] = {
    {"", 0},
    {"Limit:1,Remain:0,TimeLeft:2000,Reset:1234", 2000},
    {"Limit:1, Remain:0, TimeLeft: 2000, Reset:1234", 2000},
    {"TimeLeft:0", 0},
    {"TimeLeft:", 0},
    {"TimeLeft:-5", 0},
    {"TimeLeft:x", 0},
    {"TimeLeft:7x", 7},
    {"Remain:10", 0},
    {"TimeLeft:86399999", 86'399'999},
    {"TimeLeft:86400001", 86'400'000},
    {"TimeLeft:99999999999999999999999999999999", 86'400'000},
};
constexpr bool times_hold() {
    for (const time_row& t : times) {
        if (time_left_ms(t.header) != t.left) return false;
    }
    return true;
}
static_assert(times_hold());

struct wait_row {
    std::string_view value;
    std::int64_t acs_ms;    ///< of x-acs-retry-after
    std::int64_t retry_ms;  ///< of Retry-After, where the reply was made on 2026-11-27T15:04:38Z
};
constexpr std::int64_t now = 1'795'791'878;
constexpr wait_row waits[] = {
    {"1200", 1200, 1'200'000},
    {" 7\r\n", 7, 7'000},
    {"0", 0, 0},
    {"007", 7, 7'000},
    {"86400", 86'400, 86'400'000},
    {"86400001", 86'400'000, 86'400'000},
    {"999999999999999999999999999999", 86'400'000, 86'400'000},
    {"", -1, -1},
    {"-1", -1, -1},
    {"+1", -1, -1},
    {"1.5", -1, -1},
    {"7s", -1, -1},
    {"soon", -1, -1},
    {"Fri, 27 Nov 2026 15:04:48 GMT", -1, 10'000},
    {" Fri, 27 Nov 2026 15:04:48 GMT ", -1, 10'000},
    {"Fri, 27 Nov 2026 15:04:38 GMT", -1, 0},
    {"Fri, 27 Nov 2026 15:04:00 GMT", -1, 0},
    {"Sat, 28 Nov 2026 15:04:37 GMT", -1, 86'399'000},
    {"Fri, 27 Nov 2099 15:04:38 GMT", -1, 86'400'000},
    {"Fri, 27 Nov 2026", -1, -1},
};
constexpr bool waits_hold() {
    for (const wait_row& w : waits) {
        if (acs_retry_after_ms(w.value) != w.acs_ms || retry_after_ms(w.value, now) != w.retry_ms) return false;
    }
    return true;
}
static_assert(waits_hold());

}  // namespace

TEST_CASE("waits: the time that is left, in rate-limit headers") {
    for (const time_row& t : times) {
        CAPTURE(t.header);
        CHECK(time_left_ms(t.header) == t.left);
    }
}

TEST_CASE("waits: how long to wait before another try") {
    for (const wait_row& w : waits) {
        CAPTURE(w.value);
        CHECK(acs_retry_after_ms(w.value) == w.acs_ms);
        CHECK(retry_after_ms(w.value, now) == w.retry_ms);
    }
    // Nobody knows how far off a date is who knows no time.
    CHECK(retry_after_ms("Fri, 27 Nov 2026 15:04:48 GMT", 0) == -1);
    CHECK(retry_after_ms("10", 0) == 10'000);
}
