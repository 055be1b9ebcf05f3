#pragma once
// A call with all its attempts, as a coroutine over any transport and any timer that can be awaited.
//
//     auto group = co_await slb::co_call(http, session, op, timer);
//
// http: `co_await http(request)` gives an http_response. timer: `timer.now_ms()`, `co_await timer.wait_ms(ms)` and, where
// calls are to be cancelled, `timer.is_cancelled()`, which is looked at before each attempt and each wait.

#include <concepts>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../core/result.hpp"
#include "exchange.hpp"
#include "session.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A coroutine that begins when it is awaited, once, and goes on in the awaiting one when it ends. An exception goes to
/// who awaits it.
template <class T>
class [[nodiscard]] task {
public:
    struct promise_type {
        std::optional<T> value{};
        std::exception_ptr thrown{};
        std::coroutine_handle<> then{};

        task get_return_object() { return task(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct go_on {
            bool await_ready() noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> ended) noexcept {
                return ended.promise().then;
            }
            void await_resume() noexcept {}
        };
        go_on final_suspend() noexcept { return {}; }
        void return_value(T made) { value.emplace(std::move(made)); }
        void unhandled_exception() { thrown = std::current_exception(); }
    };

    task(task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
    task& operator=(task other) noexcept {
        std::swap(coroutine_, other.coroutine_);
        return *this;
    }
    ~task() {
        if (coroutine_) coroutine_.destroy();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> then) noexcept {
        coroutine_.promise().then = then;
        return coroutine_;
    }
    T await_resume() {
        if (coroutine_.promise().thrown) std::rethrow_exception(coroutine_.promise().thrown);
        return std::move(*coroutine_.promise().value);
    }

private:
    explicit task(std::coroutine_handle<promise_type> coroutine) noexcept : coroutine_(coroutine) {}

    std::coroutine_handle<promise_type> coroutine_;
};

/// Makes a call: attempt after attempt. `Return` is the type of the coroutine, for stacks that await their own kind
/// alone: `co_await slb::co_call<boost::asio::awaitable<slb::result<...>>>(...)`; by default it is a `task`. The operation
/// is copied when the coroutine begins; all arguments must stay until it ends. An exception of the transport or the
/// timer goes to who awaits the call.
///
/// The operation is a variable: of a temporary in braces inside a co_await expression g++ 12 destroys members twice.
template <class Return = void, class T, operation Op, class W>
auto co_call(T& through, session& shared, const Op& op, W& with, call_options options = {})
    -> std::conditional_t<std::is_void_v<Return>, task<result<typename Op::response>>, Return> {
    exchange<Op> attempts(shared, op, options);
    for (;;) {
        if constexpr (requires { { with.is_cancelled() } -> std::convertible_to<bool>; }) {
            if (with.is_cancelled()) attempts.cancel();
        }
        switch (attempts.next(with.now_ms())) {
        case call_step::send: {
            const http_response response = co_await through(static_cast<const http_request&>(attempts.request()));
            attempts.take(response, with.now_ms());
            break;
        }
        case call_step::wait: co_await with.wait_ms(attempts.wait_ms()); break;
        case call_step::done: co_return std::move(attempts).outcome();
        }
    }
}
/// A temporary would be gone when the coroutine begins.
template <class Return = void, class T, operation Op, class W>
void co_call(T& through, session& shared, const Op&& op, W& with, call_options options = {}) = delete;

}  // namespace slbwire
