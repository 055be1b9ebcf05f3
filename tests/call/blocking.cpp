#include <slbwire/call/blocking.hpp>

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include "../support/catch.hpp"
#include "../support/scripted.hpp"

using namespace slbwire;
using support::refused_as;

namespace {

const http_response good{.status = 200, .body = R"({"RequestId":"R","VServerGroupId":"g"})"};
const describe_vserver_group_attribute look{.vserver_group_id = "g"};

static_assert(waiter<thread_waiter> && waiter<cancellation> && waiter<support::virtual_clock>);

}  // namespace

TEST_CASE("blocking: a call that waits as threads do") {
    support::virtual_clock stamps;
    support::watched_session watched(stamps);
    support::script script{.replies = {{.transport_error = 7, .not_sent = true}, good}};
    const std::int64_t before = thread_waiter::now_ms();
    CHECK(call(script, watched.session, look).has_value());
    CHECK(thread_waiter::now_ms() - before >= watched.waits[0]);
    CHECK(watched.decisions == "failed succeeded");
}

TEST_CASE("blocking: options in a variable, constant or not") {
    support::virtual_clock stamps;
    support::watched_session watched(stamps);
    support::script script{.replies = {good}};
    call_options options{};
    options.deadline_ms = 5'000;
    const call_options constant = options;
    CHECK(call(script, watched.session, look, options).has_value());
    CHECK(call(script, watched.session, look, constant).has_value());
    CHECK(call(script, watched.session, look, call_options{.deadline_ms = 0}).error().what.code == errc::deadline_passed);
}

TEST_CASE("blocking: cancelled from another thread") {
    support::virtual_clock stamps;
    support::watched_session watched(stamps);
    support::script script{.replies = {refused_as(400, "Throttling", {{"x-acs-retry-after", "20000"}})}};
    cancellation stop;
    CHECK(!stop.is_cancelled());
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        stop.cancel();
    });
    const auto reply = call(script, watched.session, look, {}, stop);
    other.join();
    CHECK(stop.is_cancelled());
    REQUIRE(!reply.has_value());
    CHECK(watched.decisions == "throttled cancelled");
    // What is cancelled stays so.
    CHECK(call(script, watched.session, look, {}, stop).error().what.code == errc::cancelled);
    CHECK(script.requests.size() == 1);
}

#if defined(__cpp_exceptions)
TEST_CASE("blocking: an exception of the transport leaves the call, and the session is as it was") {
    support::virtual_clock clock;
    support::watched_session watched(clock);
    const auto throwing = [](const http_request&) -> http_response { throw std::runtime_error("tls"); };
    CHECK_THROWS_AS(call(throwing, watched.session, look, {}, clock), std::runtime_error);
    CHECK(watched.session.retries_left() == 500);
    support::script script{.replies = {good}};
    CHECK(call(script, watched.session, look, {}, clock).has_value());
}
#endif
