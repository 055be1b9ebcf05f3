#include <slbwire/call/exchange.hpp>

#include <string>
#include <vector>

#include <slbwire/call/blocking.hpp>

#include "../support/catch.hpp"
#include "../support/scripted.hpp"

using namespace slbwire;
using support::refused_as;

namespace {

const http_response group{
    .status = 200,
    .body =
        R"({"RequestId":"R","VServerGroupId":"g","BackendServers":{"BackendServer":[{"ServerId":"i-1","Port":80}]}})"};
const http_response empty_group{
    .status = 200, .body = R"({"RequestId":"R","VServerGroupId":"g","BackendServers":{"BackendServer":[]}})"};
const http_response only_id{.status = 200, .body = R"({"RequestId":"R"})"};
const http_response lost{.transport_error = 28, .transport_message = "timed out"};
const http_response unsent{.transport_error = 6, .transport_message = "no such host", .not_sent = true};
const http_response bad_gateway{.status = 502, .body = "<html>Bad Gateway</html>"};
const http_response throttled = refused_as(400, "Throttling.User");
const http_response busy = refused_as(400, "VServerGroupProcessing");
const http_response failing = refused_as(500, "InternalError");
const http_response used_nonce = refused_as(400, "SignatureNonceUsed");
const http_response cut{.status = 200, .body = R"({"RequestId":"R","VServerGroupId":)"};
const http_response not_found = refused_as(404, "InvalidVServerGroupId.NotFound");
const http_response invalid = refused_as(400, "InvalidParameter");
const http_response wrong_clock =
    refused_as(400, "InvalidTimeStamp.Expired", {{"Date", "Fri, 27 Nov 2026 16:30:00 GMT"}});
const http_response page{.status = 200, .body = "<html><body>login</body></html>"};

const describe_vserver_group_attribute look{.vserver_group_id = "g"};
const remove_vserver_group_backend_servers take_out{.vserver_group_id = "g",
                                                    .backend_servers = {{.server_id = "i-1", .port = 80}}};
const add_vserver_group_backend_servers put_in{.vserver_group_id = "g",
                                               .backend_servers = {{.server_id = "i-1", .port = 80}}};
const create_vserver_group create{.load_balancer_id = "lb", .vserver_group_name = "web"};
const delete_vserver_group remove_group{.vserver_group_id = "g"};

struct outcome {
    std::string decisions;
    std::string message;  ///< empty where it succeeded
    error_effect effect{};
    std::size_t sent = 0;
};
template <class Op>
outcome run(const Op& op, std::vector<http_response> replies, call_options options = {}) {
    support::virtual_clock clock;
    support::watched_session watched(clock);
    support::script script{.replies = std::move(replies)};
    const auto reply = call(script, watched.session, op, options, clock);
    CHECK(watched.ended);
    CHECK(clock.ms <= options.deadline_ms);
    outcome o{.decisions = watched.decisions, .message = {}, .effect = {}, .sent = script.requests.size()};
    if (!reply) {
        o.message = reply.error().message();
        o.effect = reply.error().effect;
    }
    for (std::size_t i = 0; i < script.requests.size(); ++i) {
        CHECK(script.requests[i].attempt == static_cast<int>(i) + 1);
        CHECK(script.requests[i].timeout_ms > 0);
        CHECK(script.requests[i].timeout_ms <= options.attempt_ms);
        for (std::size_t j = 0; j < i; ++j) CHECK(script.requests[i].url != script.requests[j].url);
    }
    return o;
}

}  // namespace

TEST_CASE("exchange: what came, and what is done next") {
    CHECK(run(look, {group}).decisions == "succeeded");
    // what may be carried out twice
    CHECK(run(look, {lost, group}).decisions == "failed succeeded");
    CHECK(run(look, {bad_gateway, failing, group}).decisions == "failed failed succeeded");
    CHECK(run(look, {cut, page, group}).decisions == "failed failed succeeded");
    CHECK(run(look, {throttled, throttled, group}).decisions == "throttled throttled succeeded");
    CHECK(run(look, {used_nonce, group}).decisions == "nonce_renewed succeeded");
    CHECK(run(look, {used_nonce, used_nonce, group}).decisions == "nonce_renewed refused");
    CHECK(run(take_out, {lost, lost, group}).decisions == "failed failed succeeded");
    CHECK(run(look, {lost}).decisions == "failed failed no_attempt_left");
    CHECK(run(look, {invalid}).decisions == "refused");
    CHECK(run(look, {lost, not_found}).decisions == "failed refused");
    // what may not
    CHECK(run(put_in, {unsent, group}).decisions == "failed succeeded");
    CHECK(run(put_in, {throttled, group}).decisions == "throttled succeeded");
    CHECK(run(put_in, {busy, busy, busy, busy, group}).decisions == "busy busy busy busy succeeded");
    for (const http_response& unsure : {lost, bad_gateway, failing, used_nonce, cut, page}) {
        const outcome o = run(put_in, {unsure, group});
        CHECK(o.decisions == "uncertain");
        CHECK(o.effect == error_effect::possible);
        CHECK(o.message.ends_with("; it may have been done, and must not be done twice"));
        CHECK(o.sent == 1);
    }
}

TEST_CASE("exchange: the service is asked whether it was done") {
    const call_options ask{.ask_first = true};
    for (const http_response& unsure : {lost, bad_gateway, failing, used_nonce, cut, page}) {
        const outcome done = run(put_in, {unsure, group}, ask);
        CHECK(done.decisions == "asking found_done");
        CHECK(done.sent == 2);
        const outcome again = run(put_in, {unsure, empty_group, group}, ask);
        CHECK(again.decisions == "asking found_not_done succeeded");
        CHECK(again.sent == 3);
    }
    CHECK(run(put_in, {lost, throttled, lost, group}, ask).decisions == "asking asking asking found_done");
    const outcome unknown = run(put_in, {lost, invalid}, ask);
    CHECK(unknown.decisions == "asking uncertain");
    CHECK(unknown.message ==
          "transport: no reply came back (code 28): timed out; whether it was done could not be found out");
    const outcome never = run(put_in, {lost, empty_group, lost, empty_group, lost, empty_group}, ask);
    CHECK(never.decisions == "asking found_not_done asking found_not_done asking no_attempt_left");

    // The reply that was lost is made up from what is seen.
    support::virtual_clock clock;
    support::watched_session watched(clock);
    support::script script{.replies = {lost,
                                       {.status = 200,
                                        .body = R"({"RequestId":"R-2","VServerGroups":{"VServerGroup":[)"
                                                R"({"VServerGroupId":"a","VServerGroupName":"x"},)"
                                                R"({"VServerGroupId":"b","VServerGroupName":"web"}]}})"}}};
    const auto created = call(script, watched.session, create, ask, clock);
    REQUIRE(created.has_value());
    CHECK(created->vserver_group_id == "b");
    CHECK(created->request_id == "R-2");
    CHECK(script.requests[1].url.find("Action=DescribeVServerGroups") != std::string::npos);
    CHECK(script.requests[1].attempt == 2);
}

TEST_CASE("exchange: what was to be deleted and is gone is deleted, where it may have been") {
    CHECK(run(remove_group, {lost, not_found}).decisions == "failed already_gone");
    CHECK(run(remove_group, {lost, not_found}).message.empty());
    CHECK(run(remove_group, {not_found}).decisions == "refused");
    CHECK(run(remove_group, {throttled, not_found}).decisions == "throttled refused");
    // A gateway knows nothing of groups.
    CHECK(run(remove_group, {lost, {.status = 404, .body = "<html>"}}).decisions == "failed refused");
    CHECK(run(remove_group, {lost, only_id}).decisions == "failed succeeded");
}

TEST_CASE("exchange: what an attempt may have done is not forgotten") {
    // The last refusal did nothing, the first attempt may have.
    const outcome o = run(take_out, {lost, invalid});
    CHECK(o.decisions == "failed refused");
    CHECK(o.effect == error_effect::possible);
    CHECK(run(take_out, {throttled, invalid}).effect == error_effect::none);
    CHECK(run(take_out, {unsent}).effect == error_effect::not_sent);
}

TEST_CASE("exchange: the clock is learned, once a call, and kept for all calls") {
    CHECK(run(look, {wrong_clock, group}).decisions == "clock_repaired succeeded");
    CHECK(run(put_in, {wrong_clock, group}).decisions == "clock_repaired succeeded");
    CHECK(run(look, {wrong_clock, wrong_clock, group}).decisions == "clock_repaired refused");
    CHECK(run(look, {refused_as(400, "InvalidTimeStamp.Expired"), group}).decisions == "refused");

    support::virtual_clock clock;
    support::watched_session watched(clock);
    support::script script{.replies = {wrong_clock, group}};
    REQUIRE(call(script, watched.session, look, {}, clock).has_value());
    CHECK(watched.session.clock_offset() == 5400);
    CHECK(script.requests[0].url.find("Timestamp=2026-11-27T15%3A00%3A00Z") != std::string::npos);
    CHECK(script.requests[1].url.find("Timestamp=2026-11-27T16%3A30%3A00Z") != std::string::npos);
    // A reply that tells the time is enough; a few seconds change nothing, and a gateway is not asked what time it is.
    support::script good{
        .replies = {{.status = 200, .body = group.body, .headers = {{"Date", "Fri, 27 Nov 2026 15:10:00 GMT"}}}}};
    REQUIRE(call(good, watched.session, look, {}, clock).has_value());
    CHECK(watched.session.clock_offset() == 600);
    good.replies[0].headers[0].value = "Fri, 27 Nov 2026 15:11:50 GMT";
    REQUIRE(call(good, watched.session, look, {}, clock).has_value());
    CHECK(watched.session.clock_offset() == 600);
    support::script gateway{
        .replies = {{.status = 403, .body = "<html>", .headers = {{"Date", "Fri, 27 Nov 2099 15:10:00 GMT"}}}}};
    REQUIRE(!call(gateway, watched.session, look, {}, clock).has_value());
    CHECK(watched.session.clock_offset() == 600);
}

TEST_CASE("exchange: deadlines end a call before a wait that would pass them") {
    // The service asks for more time than there is.
    const outcome o =
        run(look, {refused_as(400, "Throttling", {{"x-acs-retry-after", "6000"}})}, {.deadline_ms = 5'000});
    CHECK(o.decisions == "no_time_left");
    CHECK(o.sent == 1);
    CHECK(o.message == "refused: Throttling: m (HTTP 400) RequestId R-1; there is no time left for another attempt");
    CHECK(run(look, {refused_as(400, "Throttling", {{"x-acs-retry-after", "4000"}}), group}, {.deadline_ms = 5'000})
              .decisions == "throttled succeeded");
    CHECK(run(look, {group}, {.deadline_ms = 0}).sent == 0);
    CHECK(run(look, {group}, {.deadline_ms = 0}).message == "transport: the deadline passed");
    CHECK(run(look, {group}, {.deadline_ms = 0}).effect == error_effect::not_sent);
    // What is busy all the time ends at the deadline, or when the policy has enough.
    CHECK(run(put_in, {busy}, {.deadline_ms = 20'000}).decisions.ends_with("busy no_time_left"));
    call_options patient{.deadline_ms = 3'600'000};
    patient.policy.most_busy_attempts = 4;
    CHECK(run(put_in, {busy}, patient).decisions == "busy busy busy busy no_attempt_left");

    // The stack takes its time: no attempt after the deadline, and the last one has what is left.
    support::virtual_clock clock;
    support::watched_session watched(clock);
    std::vector<std::int64_t> allowed;
    const auto slow = [&](const http_request& request) -> http_response {
        allowed.push_back(request.timeout_ms);
        clock.ms += request.timeout_ms;
        return lost;
    };
    call_options options{.deadline_ms = 25'000};
    options.policy.most_attempts = 10;
    const auto reply = call(slow, watched.session, look, options, clock);
    REQUIRE(!reply.has_value());
    REQUIRE(allowed.size() == 3);
    CHECK(allowed[0] == 10'000);
    CHECK(allowed[2] < 5'000);
    CHECK(clock.ms <= 25'000);
    CHECK(reply.error().transport_code == 28);
}

TEST_CASE("exchange: the quota is the session's, and what it costs is given back by success") {
    support::virtual_clock clock;
    support::watched_session watched(clock);
    CHECK(watched.session.retries_left() == 500);
    support::script failing_first{.replies = {lost, group}};
    REQUIRE(call(failing_first, watched.session, look, {}, clock).has_value());
    CHECK(watched.session.retries_left() == 500);
    // An outage: of what calls may try again nothing is left after 36 of them, and then one attempt is all.
    support::script outage{.replies = {lost}};
    int calls = 0;
    while (watched.session.retries_left() >= 14) {
        REQUIRE(!call(outage, watched.session, look, {}, clock).has_value());
        ++calls;
    }
    CHECK(calls == 18);
    CHECK(watched.session.retries_left() == 500 - 35 * 14);
    watched.decisions.clear();
    outage.requests.clear();
    const auto last = call(outage, watched.session, look, {}, clock);
    CHECK(watched.decisions == "no_quota_left");
    CHECK(outage.requests.size() == 1);
    CHECK(last.error().message().ends_with("too many calls failed before"));
    // Success without a retry gives back one, up to what there was.
    support::script good{.replies = {group}};
    REQUIRE(call(good, watched.session, look, {}, clock).has_value());
    CHECK(watched.session.retries_left() == 500 - 35 * 14 + 1);
}

TEST_CASE("exchange: what cannot be sent is not tried again") {
    support::virtual_clock clock;
    support::watched_session watched(clock);
    support::script script{.replies = {group}};
    const auto reply = call(script, watched.session, describe_vserver_group_attribute{}, {}, clock);
    REQUIRE(!reply.has_value());
    CHECK(reply.error().kind == error_kind::invalid_request);
    CHECK(script.requests.empty());
    session without_stamps(client{.credentials = {"a", "b"}, .region_id = "cn-hangzhou", .stamps = nullptr});
    CHECK(call(script, without_stamps, look, {}, clock).error().what.field == "stamps");
    // Parameters of the caller's own go with every attempt.
    const parameter own[] = {{"ClientToken", "t-1"}};
    support::script twice{.replies = {lost, group}};
    REQUIRE(call(twice, watched.session, look, {.extra = own}, clock).has_value());
    for (const http_request& request : twice.requests) CHECK(request.url.find("ClientToken=t-1") != std::string::npos);
}

TEST_CASE("exchange: cancelled before, between and during attempts") {
    support::virtual_clock clock;
    support::watched_session watched(clock);
    exchange<describe_vserver_group_attribute> never(watched.session, look);
    never.cancel();
    CHECK(never.next(0) == call_step::done);
    const auto unsent_yet = std::move(never).outcome();
    CHECK(unsent_yet.error().what.code == errc::cancelled);
    CHECK(unsent_yet.error().effect == error_effect::not_sent);
    CHECK(unsent_yet.error().message() == "transport: the call was cancelled");

    exchange<describe_vserver_group_attribute> waits(watched.session, look);
    REQUIRE(waits.next(0) == call_step::send);
    waits.take(throttled, 0);
    waits.cancel();
    CHECK(waits.next(0) == call_step::done);
    CHECK(std::move(waits).outcome().error().message() ==
          "refused: Throttling.User: m (HTTP 400) RequestId R-1; the call was cancelled");

    // What is under way still counts.
    exchange<describe_vserver_group_attribute> under_way(watched.session, look);
    REQUIRE(under_way.next(0) == call_step::send);
    under_way.cancel();
    under_way.take(group, 0);
    CHECK(under_way.next(0) == call_step::done);
    CHECK(std::move(under_way).outcome().has_value());
}
