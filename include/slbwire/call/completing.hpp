#pragma once
// A call with all its attempts that nobody waits for: it completes, on whatever thread the stack or the timer does.
//
//     slb::call(http, session, op, timer, [](slb::result<slb::vserver_group_attribute> group) { ... });

#include <atomic>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../core/result.hpp"
#include "exchange.hpp"
#include "session.hpp"
#include "transport.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// What a timer is given, in general: move-only, called once.
struct any_timed {
    any_timed() = default;
    any_timed(any_timed&&) = default;
    any_timed& operator=(any_timed&&) = default;
    void operator()() {}
};

}  // namespace detail

/// What a completing call waits with: `now_ms`, of any clock that never goes back, and `after_ms(ms, f)`, which calls
/// `f()` once, later, on any thread, and never before it returns. A timer that drops `f` ends the call never.
template <class T>
concept timer = requires(T& t, std::int64_t ms, detail::any_timed f) {
    { t.now_ms() } -> std::convertible_to<std::int64_t>;
    t.after_ms(ms, std::move(f));
};

namespace detail {

class pending_call {
public:
    virtual void cancel() = 0;

protected:
    ~pending_call() = default;
};

template <class T, class Op, class W, class Done>
class completing_call final : public pending_call, public std::enable_shared_from_this<completing_call<T, Op, W, Done>> {
public:
    completing_call(T through, session& shared, Op op, W with, Done done, const call_options& options, bool never_inline)
        : through_(std::forward<T>(through)), exchange_(shared, std::move(op), options), with_(std::move(with)),
          done_(std::move(done)), never_inline_(never_inline) {}

    /// Goes on for as long as there is nothing to wait for. One thread at a time is here: that which took `at_` away
    /// from `waiting` or `sent`.
    void run() {
        for (;;) {
            if (cancelled_.load()) exchange_.cancel();
            switch (exchange_.next(with_.now_ms())) {
            case call_step::send: return send_attempt();
            case call_step::wait: {
                at_.store(place::waiting);
                // Who cancels meanwhile sees `waiting`, or is seen here.
                if (cancelled_.load() && leave(place::waiting)) continue;
                with_.after_ms(exchange_.wait_ms(), [self = this->shared_from_this()] {
                    if (self->leave(place::waiting)) self->run();
                });
                return;
            }
            case call_step::done: return deliver();
            }
        }
    }
    void cancel() override {
        cancelled_.store(true);
        if (leave(place::waiting)) run();
    }

private:
    enum class place : unsigned char { running, waiting, sent };

    bool leave(place from) noexcept { return at_.compare_exchange_strong(from, place::running); }

    /// The completion of one attempt. What comes after the first time is not heard; where the stack forgets it, the
    /// attempt has failed.
    class completion {
    public:
        completion(std::shared_ptr<completing_call> call, http_request&& sent) noexcept
            : request(std::move(sent)), call_(std::move(call)) {}
        completion(const completion&) = delete;
        completion& operator=(const completion&) = delete;
        ~completion() {
            complete({.transport_error = -1, .transport_message = "the transport dropped the completion"});
        }
        void complete(const http_response& response) {
            if (heard_.exchange(true)) return;
            const std::shared_ptr<completing_call> call = std::move(call_);
            call->exchange_.take(response, call->with_.now_ms());
            if (call->leave(place::sent)) call->run();
        }

        http_request request;  ///< here, for transports that go on with a reference

    private:
        std::shared_ptr<completing_call> call_;
        std::atomic<bool> heard_{false};
    };

    void send_attempt() {
        at_.store(place::sent);
        const auto once = std::make_shared<completion>(this->shared_from_this(), std::move(exchange_.request()));
        const auto done = [once](http_response&& response) { once->complete(response); };
#if defined(__cpp_exceptions)
        // An exception may come out of a timer's thread, where nobody expects it.
        try {
            slbwire::send(through_, std::move(once->request), done);
        } catch (...) {
            once->complete({.transport_error = -1, .transport_message = "the transport threw an exception"});
        }
#else
        slbwire::send(through_, std::move(once->request), done);
#endif
    }
    void deliver() {
        if (never_inline_) {
            with_.after_ms(0, [self = this->shared_from_this()] { self->call_done(); });
        } else {
            call_done();
        }
    }
    void call_done() {
        Done done = std::move(*done_);
        done_.reset();
        std::move(done)(std::move(exchange_).outcome());
    }

    T through_;
    exchange<Op> exchange_;
    W with_;
    std::optional<Done> done_;
    const bool never_inline_;
    std::atomic<place> at_{place::running};
    std::atomic<bool> cancelled_{false};
};

}  // namespace detail

/// A completing call that can be cancelled. It may be thrown away, which changes nothing, and outlive the call.
class call_handle {
public:
    call_handle() = default;
    explicit call_handle(std::weak_ptr<detail::pending_call> call) noexcept : call_(std::move(call)) {}
    /// From any thread. A wait ends at once, and `done` is called here, with errc::cancelled. An attempt that is under
    /// way is the HTTP stack's to break off; what comes of it still ends the call.
    void cancel() const {
        if (const auto call = call_.lock()) call->cancel();
    }

private:
    std::weak_ptr<detail::pending_call> call_;
};

/// Where a completing call's `done` is called.
enum class completion_place : unsigned char {
    anywhere,      ///< also before `call` returns, and from `call_handle::cancel`
    never_inline,  ///< from the timer alone
};

/// Makes a call through a transport of either shape: attempt after attempt, and calls `done(result<response>)` exactly
/// once, whatever the transport does: an exception that leaves it, and a completion that it drops, are transport errors
/// of that attempt (`effect` is `possible`), and a second completion is not heard. An exception of `done` goes to who
/// completes. The transport is copied or moved where it is a temporary, and must stay where it is none. The session
/// must stay until `done` was called.
template <transport T, operation Op, timer W, class Done>
    requires std::invocable<Done, result<typename Op::response>>
call_handle call(T&& through, session& shared, Op op, W with, Done done, const call_options& options = {},
                 completion_place where = completion_place::anywhere) {
    const auto made = std::make_shared<detail::completing_call<T, Op, W, Done>>(
        std::forward<T>(through), shared, std::move(op), std::move(with), std::move(done), options,
        where == completion_place::never_inline);
    made->run();
    return call_handle(std::weak_ptr<detail::pending_call>(made));
}

}  // namespace slbwire
