#pragma once
// How hard a call tries: how often, how long apart, and how much trying again all calls of a session may do together.
// The figures for failures and throttles are those of the AWS SDKs' retry standard ("standard" mode, 2026): a quota of
// 500, of which a retry takes 14 and one after a throttle 5, three attempts, full jitter over 50 ms and 1 s, doubling,
// at most 20 s. Those for a busy load balancer are what Alibaba Cloud's own clients wait for: seconds, many times.

#include <cstdint>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Times are in milliseconds.
struct retry_policy {
    int most_attempts = 3;                       ///< of one operation, the first included; busy codes do not count
    std::int64_t failure_base_ms = 50;           ///< the longest first wait after a failure; it doubles
    std::int64_t throttle_base_ms = 1'000;       ///< the same after a throttle
    std::int64_t longest_wait_ms = 20'000;       ///< of both
    int most_busy_attempts = 30;                 ///< more, while another change is being carried out
    std::int64_t busy_base_ms = 1'000;           ///< the longest first wait then; it doubles
    std::int64_t longest_busy_wait_ms = 5'000;   ///< what configures itself is done in seconds
};

/// The time to wait before try `nth` (1 is the first retry): `random` of all numbers up to `base`, doubled each time
/// and never more than `longest`. Full jitter: what failed together comes back apart.
constexpr std::int64_t backoff_ms(std::int64_t base, std::int64_t longest, int nth, std::uint64_t random) noexcept {
    std::int64_t most = base < longest ? base : longest;
    for (int i = 1; i < nth && most < longest; ++i) most = most <= longest / 2 ? 2 * most : longest;
    return most <= 0 ? 0 : static_cast<std::int64_t>(random % (static_cast<std::uint64_t>(most) + 1));
}

/// What retries take from and successes give back, so that a client that fails does not make an outage worse. Plain: who
/// shares one between threads locks it.
class retry_quota {
public:
    static constexpr int capacity = 500;
    static constexpr int failure_cost = 14;
    static constexpr int throttle_cost = 5;

    constexpr int left() const noexcept { return left_; }
    /// False, and nothing is taken, where less is left.
    constexpr bool take(int cost) noexcept {
        if (cost > left_) return false;
        left_ -= cost;
        return true;
    }
    /// After a success: what its last retry took, or 1 where there was none.
    constexpr void give_back(int cost) noexcept {
        left_ += cost > 0 ? cost : 1;
        if (left_ > capacity) left_ = capacity;
    }

private:
    int left_ = capacity;
};

}  // namespace slbwire
