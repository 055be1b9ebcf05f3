#include <slbwire/call/co_call.hpp>

#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../support/catch.hpp"
#include "../support/scripted.hpp"

using namespace slbwire;
using support::refused_as;

namespace {

const http_response good{.status = 200, .body = R"({"RequestId":"R","VServerGroupId":"g"})"};
using group = result<vserver_group_attribute>;

/// A coroutine that runs at once until it waits, and is resumed from `waiting`.
struct detached {
    struct promise_type {
        detached get_return_object() noexcept { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() noexcept {}
        void unhandled_exception() { std::rethrow_exception(std::current_exception()); }
    };
};

struct world {
    support::virtual_clock clock{};
    support::watched_session watched{clock};
    std::vector<std::coroutine_handle<>> waiting{};

    void run() {
        while (!waiting.empty()) {
            const std::coroutine_handle<> next = waiting.back();
            waiting.pop_back();
            next.resume();
        }
    }
    template <class R>
    struct later {
        world& in;
        R value;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> h) { in.waiting.push_back(h); }
        R await_resume() { return std::move(value); }
    };
};
struct awaitable_transport {
    world& in;
    support::script script;
    world::later<http_response> operator()(const http_request& request) { return {in, script(request)}; }
};
struct awaitable_timer {
    world& in;
    bool cancelled = false;
    std::int64_t now_ms() const { return in.clock.ms; }
    bool is_cancelled() const { return cancelled; }
    world::later<bool> wait_ms(std::int64_t ms) {
        in.clock.ms += ms;
        return {in, true};
    }
};

detached run(world& w, awaitable_transport& http, awaitable_timer& timer, std::optional<group>& to) {
    const describe_vserver_group_attribute look{.vserver_group_id = "g"};
    to = co_await co_call(http, w.watched.session, look, timer);
}

// An operation in braces inside a co_await expression, which g++ 12 destroys twice, does not compile.
template <class Op>
concept takes = requires(world& w, awaitable_transport& http, awaitable_timer& timer, Op&& op) {
    co_call(http, w.watched.session, std::forward<Op>(op), timer);
};
static_assert(takes<const describe_vserver_group_attribute&> && takes<describe_vserver_group_attribute&>);
static_assert(!takes<describe_vserver_group_attribute> && !takes<const describe_vserver_group_attribute>);

}  // namespace

TEST_CASE("coroutine: attempts, waits, an outcome") {
    world w;
    awaitable_transport http{w, {.replies = {refused_as(400, "Throttling"), {.transport_error = 7}, good}}};
    awaitable_timer timer{w};
    std::optional<group> outcome;
    run(w, http, timer, outcome);
    CHECK(!outcome);
    w.run();
    REQUIRE(outcome);
    CHECK(outcome->has_value());
    CHECK(w.watched.decisions == "throttled failed succeeded");
}

TEST_CASE("coroutine: cancelled before the next attempt") {
    world w;
    awaitable_transport http{w, {.replies = {refused_as(400, "Throttling"), good}}};
    awaitable_timer timer{w};
    std::optional<group> outcome;
    run(w, http, timer, outcome);
    timer.cancelled = true;
    w.run();
    REQUIRE(outcome);
    CHECK(!outcome->has_value());
    CHECK(http.script.requests.size() == 1);
}

#if defined(__cpp_exceptions)
TEST_CASE("coroutine: an exception of the transport goes to who awaits") {
    world w;
    const auto throwing = [](const http_request&) -> world::later<http_response> { throw std::runtime_error("tls"); };
    awaitable_timer timer{w};
    std::string caught;
    const auto body = [&]() -> detached {
        const describe_vserver_group_attribute look{.vserver_group_id = "g"};
        try {
            (void)co_await co_call(throwing, w.watched.session, look, timer);
        } catch (const std::runtime_error& e) {
            caught = e.what();
        }
    };
    body();
    w.run();
    CHECK(caught == "tls");
}
#endif

TEST_CASE("coroutine: of a type of the caller's own") {
    world w;
    awaitable_transport http{w, {.replies = {good}}};
    awaitable_timer timer{w};
    struct own : task<group> {
        struct promise_type : task<group>::promise_type {
            own get_return_object() { return own{task<group>::promise_type::get_return_object()}; }
        };
        explicit own(task<group>&& made) : task<group>(std::move(made)) {}
    };
    // Only its type is looked at: how it is awaited is its own affair.
    const describe_vserver_group_attribute look{.vserver_group_id = "g"};
    static_assert(std::is_same_v<decltype(co_call<own>(http, w.watched.session, look, timer)), own>);
}
