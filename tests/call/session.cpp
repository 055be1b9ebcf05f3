#include <slbwire/call/session.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/call/blocking.hpp>

#include "../support/catch.hpp"
#include "../support/scripted.hpp"

using namespace slbwire;
using support::refused_as;

namespace {

const http_response good{.status = 200, .body = R"({"RequestId":"R","VServerGroupId":"g"})"};
const describe_vserver_group_attribute look{.vserver_group_id = "g"};

/// Counts its keys: K1, K2, ... each good for an hour.
struct counting_provider {
    support::virtual_clock& clock;
    int& asked;
    result<temporary_credentials> operator()() {
        ++asked;
        return temporary_credentials{.credentials = {"K" + std::to_string(asked), "secret", "token"},
                                     .expires = clock.start + clock.ms / 1000 + 3600};
    }
};
bool has_key(const http_request& request, std::string_view id) {
    return request.url.find("AccessKeyId=" + std::string(id) + "&") != std::string::npos;
}

}  // namespace

TEST_CASE("session: keys are got before the first call, and again before they run out") {
    support::virtual_clock clock;
    int asked = 0;
    support::watched_session watched(clock, counting_provider{clock, asked});
    support::script script{.replies = {good}};
    CHECK(asked == 0);
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(asked == 1);
    CHECK(has_key(script.requests[1], "K1"));
    clock.ms += 3'299'000;
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(asked == 1);
    clock.ms += 1'000;  // five minutes before
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(asked == 2);
    CHECK(has_key(script.requests.back(), "K2"));
}

TEST_CASE("session: a provider that fails") {
    support::virtual_clock clock;
    int asked = 0;
    bool fails = true;
    support::watched_session watched(clock, [&]() -> result<temporary_credentials> {
        if (!fails) return counting_provider{clock, asked}();
        ++asked;
        return failure{
            error{.kind = error_kind::transport, .what = {.code = errc::transport_failed}, .text = "no metadata"}};
    });
    support::script script{.replies = {good}};
    const auto without = call(script, watched.session, look, {}, clock);
    REQUIRE(!without.has_value());
    CHECK(without.error().message() == "transport: no reply came back (code 0): no metadata; there are no keys");
    CHECK(without.error().effect == error_effect::not_sent);
    CHECK(script.requests.empty());
    fails = false;
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(asked == 2);
    // While the old ones are good, it is asked again a little later, and nobody is told.
    fails = true;
    clock.ms += 3'400'000;
    for (int i = 0; i < 3; ++i) REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(asked == 3);
    clock.ms += 10'000;
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(asked == 4);
    // When they have run out, it matters.
    clock.ms += 200'000;
    CHECK(!call(script, watched.session, look, {}, clock).has_value());
}

TEST_CASE("session: keys that the service calls expired are got anew, once a call") {
    support::virtual_clock clock;
    int asked = 0;
    support::watched_session watched(clock, counting_provider{clock, asked});
    const http_response expired = refused_as(400, "InvalidSecurityToken.Expired");
    support::script script{.replies = {expired, good}};
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(watched.decisions == "keys_renewed succeeded");
    CHECK(has_key(script.requests[0], "K1"));
    CHECK(has_key(script.requests[1], "K2"));
    support::script always{.replies = {expired}};
    CHECK(!call(always, watched.session, look, {}, clock).has_value());
    CHECK(always.requests.size() == 2);
    // Without a provider there is nothing to renew.
    support::watched_session plain(clock);
    support::script once{.replies = {expired}};
    CHECK(!call(once, plain.session, look, {}, clock).has_value());
    CHECK(once.requests.size() == 1);
}

TEST_CASE("session: settings are a snapshot") {
    session shared(client{.credentials = {"a", "b"}, .region_id = "cn-hangzhou"});
    const auto before = shared.settings();
    shared.set_clock(77);
    CHECK(before->clock_offset == 0);
    CHECK(shared.clock_offset() == 77);
    CHECK(shared.settings()->region_id == "cn-hangzhou");
}

TEST_CASE("session: reasons have names") {
    int names = 0;
    while (name(static_cast<call_reason>(names)) != "?") ++names;
    CHECK(names == static_cast<int>(call_reason::cancelled) + 1);
    CHECK(name(call_reason::no_time_left) == "no_time_left");
}
