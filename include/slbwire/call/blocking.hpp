#pragma once
// A call with all its attempts that the calling thread waits for.
//
//     slb::session session(client);
//     auto group = slb::call(http, session, op);                          // attempts, waits, a deadline of 30 s
//     auto group = slb::call(http, session, op, {.deadline_ms = 5'000});
//     slb::cancellation stop;                                             // stop.cancel() from any thread
//     auto group = slb::call(http, session, op, {}, stop);

#include <chrono>
#include <concepts>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "../config.hpp"
#include "../core/result.hpp"
#include "exchange.hpp"
#include "session.hpp"
#include "transport.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// What a blocking call waits with: `now_ms`, of any clock that never goes back, and `wait_ms`, which comes back after
/// that time, or earlier with false where the call is to end.
template <class W>
concept waiter = requires(W& w, std::int64_t ms) {
    { w.now_ms() } -> std::convertible_to<std::int64_t>;
    { w.wait_ms(ms) } -> std::convertible_to<bool>;
};

/// Puts the calling thread to sleep.
struct thread_waiter {
    static std::int64_t now_ms() {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    }
    static bool wait_ms(std::int64_t ms) {
        std::this_thread::sleep_for(std::chrono::milliseconds(ms));
        return true;
    }
};

/// The same, and whoever holds it can end the calls that wait with it. An attempt that is under way is the HTTP stack's
/// to break off; it still ends its call, and no other follows.
class cancellation {
public:
    /// From any thread, for good.
    void cancel() {
        {
            const std::lock_guard lock(mutex_);
            cancelled_ = true;
        }
        changed_.notify_all();
    }
    bool is_cancelled() const {
        const std::lock_guard lock(mutex_);
        return cancelled_;
    }
    static std::int64_t now_ms() { return thread_waiter::now_ms(); }
    bool wait_ms(std::int64_t ms) {
        std::unique_lock lock(mutex_);
        return !changed_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return cancelled_; });
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool cancelled_ = false;
};

/// Makes a call through a transport that returns its answer: attempt after attempt until there is a reply, or an error
/// that no further attempt helps against (`error::given_up` says why). An exception of the transport leaves this
/// function and ends the call; nothing of it stays behind.
template <returning_transport T, operation Op, waiter W = thread_waiter>
result<typename Op::response> call(T&& through, session& shared, const Op& op, const call_options& options = {},
                                   W&& with = {}) {
    exchange<Op> attempts(shared, op, options);
    if (!with.wait_ms(0)) attempts.cancel();
    for (;;) {
        switch (attempts.next(with.now_ms())) {
        case call_step::send: {
            const http_response response = through(static_cast<const http_request&>(attempts.request()));
            attempts.take(response, with.now_ms());
            if (!with.wait_ms(0)) attempts.cancel();
            break;
        }
        case call_step::wait:
            if (!with.wait_ms(attempts.wait_ms())) attempts.cancel();
            break;
        case call_step::done: return std::move(attempts).outcome();
        }
    }
}

}  // namespace slbwire
