#include <slbwire/call/retry_policy.hpp>

#include <cstdint>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr std::uint64_t largest = 0xffff'ffff'ffff'ffff;

/// The longest wait before try `nth`: that of the random number that is one less than a multiple of all waits.
constexpr std::int64_t longest_of(std::int64_t base, std::int64_t longest, int nth) {
    std::int64_t most = 0;
    for (std::uint64_t random = 0; random < 50'000; ++random) {
        const std::int64_t wait = backoff_ms(base, longest, nth, random);
        if (wait < 0 || wait > longest) return -1;
        if (wait > most) most = wait;
    }
    return most;
}
static_assert(backoff_ms(50, 20'000, 1, 0) == 0);
static_assert(backoff_ms(50, 20'000, 1, 50) == 50);
static_assert(backoff_ms(50, 20'000, 1, 51) == 0);
static_assert(backoff_ms(50, 20'000, 3, 200) == 200);
static_assert(backoff_ms(0, 20'000, 3, 200) == 0);
static_assert(backoff_ms(50, 0, 3, 200) == 0);
static_assert(backoff_ms(50, 20'000, 1'000'000, largest) <= 20'000);
static_assert(backoff_ms(INT64_MAX - 1, INT64_MAX - 1, 9, largest) >= 0);

}  // namespace

TEST_CASE("backoff: all of a span that doubles, and never more than the longest") {
    CHECK(longest_of(50, 20'000, 1) == 50);
    CHECK(longest_of(50, 20'000, 2) == 100);
    CHECK(longest_of(50, 20'000, 3) == 200);
    CHECK(longest_of(50, 20'000, 9) == 12'800);
    CHECK(longest_of(50, 20'000, 10) == 20'000);
    CHECK(longest_of(50, 20'000, 60) == 20'000);
    CHECK(longest_of(1'000, 20'000, 1) == 1'000);
    CHECK(longest_of(30'000, 20'000, 1) == 20'000);
}

TEST_CASE("the quota of retries: never negative, never more than all") {
    retry_quota quota;
    CHECK(quota.left() == 500);
    int taken = 0;
    while (quota.take(retry_quota::failure_cost)) ++taken;
    CHECK(taken == 35);
    CHECK(quota.left() == 10);
    CHECK(!quota.take(11));
    CHECK(quota.left() == 10);
    CHECK(quota.take(retry_quota::throttle_cost));
    quota.give_back(retry_quota::throttle_cost);
    quota.give_back(0);
    CHECK(quota.left() == 11);
    for (int i = 0; i < 600; ++i) quota.give_back(14);
    CHECK(quota.left() == 500);
}
