// The fake of the service as a party to the protocol: signatures, nonces, the clock, and what goes wrong on demand.

#include <slbwire/testing/fake_service.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slbwire/codec/http_date.hpp>
#include <slbwire/slbwire.hpp>
#include <slbwire/wire/query.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr std::int64_t noon = 1565092800;
stamp next_stamp() {
    static int calls = 0;
    return {.time = noon, .nonce = std::to_string(++calls)};
}

struct world {
    client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou", .stamps = next_stamp};
    fake_service service{"testid", "testsecret"};

    world() {
        service.set_clock(noon);
        service.add_load_balancer("lb-1");
    }
    template <operation Op>
    void done(const Op& op) {
        const auto reply = call(service, c, op);
        INFO(Op::action << (reply.has_value() ? std::string() : reply.error().message()));
        CHECK(reply.has_value());
    }
    template <operation Op>
    error failed(const Op& op) {
        auto reply = call(service, c, op);
        INFO(Op::action);
        REQUIRE_FALSE(reply.has_value());
        return std::move(reply).error();
    }
    std::size_t groups() {
        const auto all = call(service, c, describe_vserver_groups{.load_balancer_id = "lb-1"});
        REQUIRE(all.has_value());
        return all->vserver_groups.size();
    }
};

constexpr request_style all_styles[] = {request_style::get, request_style::post_query, request_style::post_form};

struct expected {
    injected_fault fault;
    error_kind kind;
    error_speaker speaker;
    error_effect effect;
    error_class what;
    retry_advice twice;  ///< of what may be carried out twice
    bool carried_out;
};
constexpr auto never = retry_advice::never;
constexpr auto later = retry_advice::later;
constexpr auto repair = retry_advice::after_repair;
constexpr auto the_service = error_speaker::service;
constexpr auto gateway = error_speaker::gateway;
constexpr auto possible = error_effect::possible;

// The clock is not among them: it is another for the requests that follow, too.
constexpr expected all_faults[] = {
    {injected_fault::not_sent, error_kind::transport, error_speaker::nobody, error_effect::not_sent,
     error_class::unknown, later, false},
    {injected_fault::cut_before, error_kind::transport, error_speaker::nobody, possible, error_class::unknown, later,
     false},
    {injected_fault::cut_after, error_kind::transport, error_speaker::nobody, possible, error_class::unknown, later,
     true},
    {injected_fault::replayed, error_kind::refused, the_service, possible, error_class::nonce, repair, true},
    {injected_fault::truncated, error_kind::malformed_reply, error_speaker::unknown, possible, error_class::unknown,
     later, true},
    {injected_fault::throttled, error_kind::refused, the_service, error_effect::none, error_class::throttled, later,
     false},
    {injected_fault::retry_after, error_kind::refused, the_service, error_effect::none, error_class::throttled, later,
     false},
    {injected_fault::busy, error_kind::refused, the_service, error_effect::none, error_class::busy, later, false},
    {injected_fault::internal_error, error_kind::refused, the_service, possible, error_class::server, later, false},
    {injected_fault::internal_error_after, error_kind::refused, the_service, possible, error_class::server, later,
     true},
    {injected_fault::bad_gateway, error_kind::refused, gateway, possible, error_class::server, later, false},
    {injected_fault::gateway_timeout, error_kind::refused, gateway, possible, error_class::server, later, false},
    {injected_fault::gateway_timeout_after, error_kind::refused, gateway, possible, error_class::server, later, true},
    {injected_fault::unavailable, error_kind::refused, gateway, possible, error_class::server, later, false},
    {injected_fault::not_found_page, error_kind::refused, gateway, possible, error_class::gateway, never, false},
    {injected_fault::login_page, error_kind::refused, gateway, possible, error_class::gateway, never, false},
};

}  // namespace

TEST_CASE("each fault gives its kind of error, and does or does not what was asked for") {
    for (reply_format format : {reply_format::json, reply_format::xml}) {
        for (const expected& f : all_faults) {
            CAPTURE(static_cast<int>(format), static_cast<int>(f.fault));
            world w;
            w.c.format = format;
            w.service.inject(f.fault);
            CHECK(w.service.faults_left() == 1);
            const error e = w.failed(create_vserver_group{.load_balancer_id = "lb-1"});
            CHECK(w.service.faults_left() == 0);
            CHECK(w.service.changes().size() == (f.carried_out ? 1 : 0));
            CHECK(w.groups() == w.service.changes().size());
            CHECK(e.kind == f.kind);
            if (f.fault != injected_fault::truncated) CHECK(e.speaker == f.speaker);  // half a reply may have its id
            CHECK(e.effect == f.effect);
            CHECK(e.service.kind == f.what);
            // A Create may not be carried out twice.
            CHECK(e.service.retry == (f.effect == possible ? never : f.twice));
        }
    }
}

TEST_CASE("what may be carried out twice gets the advice to try again") {
    for (const expected& f : all_faults) {
        CAPTURE(static_cast<int>(f.fault));
        world w;
        w.service.inject(f.fault);
        const error e = w.failed(set_backend_servers{"lb-1", {{.server_id = "vm-1", .weight = 0}}});
        CHECK(e.service.retry == f.twice);
        w.done(set_backend_servers{"lb-1", {{.server_id = "vm-1", .weight = 0}}});
    }
}

TEST_CASE("faults come in their order, and leave the rest alone") {
    world w;
    const create_vserver_group create{.load_balancer_id = "lb-1"};
    w.service.inject(injected_fault::none);
    w.service.inject(injected_fault::busy, 2);
    w.service.inject(injected_fault::throttled);
    w.service.inject(injected_fault::retry_after);
    w.done(create);
    CHECK(w.failed(create).service.code == "ServiceIsConfiguring");
    CHECK(w.failed(create).service.code == "ServiceIsConfiguring");
    error e = w.failed(create);
    CHECK(e.service.code == "Throttling.User");
    CHECK(e.service.retry_after_ms == 1500);
    e = w.failed(create);
    CHECK(e.service.code == "Throttling.User");
    CHECK(e.service.retry_after_ms == 2500);
    w.done(create);
    CHECK(w.service.calls() == 6);
    REQUIRE(w.service.changes().size() == 2);
    CHECK(w.service.changes()[0].action == "CreateVServerGroup");
    CHECK(w.service.changes()[0].nonce != w.service.changes()[1].nonce);
    CHECK(w.service.servers("rsp-fake1") != nullptr);
    CHECK(w.service.servers("lb-1")->empty());
    CHECK(w.service.servers("rsp-fake3") == nullptr);
}

TEST_CASE("a clock that jumps can be followed, there and back") {
    world w;
    const describe_load_balancer_attribute op{"lb-1"};
    for (const std::int64_t off : {8 * 3600, 0}) {
        w.service.inject(injected_fault::clock);
        const error e = w.failed(op);
        CHECK(e.service.kind == error_class::clock);
        CHECK(e.service.retry == retry_advice::after_repair);
        CHECK(e.effect == error_effect::none);
        CHECK(e.server_time == noon + off);
        w.c.clock_offset = e.server_time - noon;
        w.done(op);
    }
}

TEST_CASE("without a clock of its own the fake has the system's") {
    world w;
    w.service = fake_service("testid", "testsecret");
    w.service.add_load_balancer("lb-1");
    const describe_load_balancer_attribute op{"lb-1"};
    CHECK(w.failed(op).service.kind == error_class::clock);
    w.c.stamps = system_stamp;
    w.done(op);
}

TEST_CASE("times as HTTP writes them") {
    for (const std::int64_t time : {std::int64_t{0}, noon, std::int64_t{784'111'777}, std::int64_t{1'709'251'199}}) {
        CHECK(parse_http_date(detail::fake_http_date(time)).value() == time);
    }
    CHECK(detail::fake_http_date(784'111'777) == "Sun, 06 Nov 1994 08:49:37 GMT");  // RFC 9110's
    CHECK(detail::fake_http_date(last_timestamp + 1).empty());
}

TEST_CASE("temporary keys need their token") {
    world w;
    w.service = fake_service("testid", "testsecret", "token");
    w.service.set_clock(noon);
    w.service.add_load_balancer("lb-1");
    CHECK(w.failed(describe_load_balancer_attribute{"lb-1"}).service.kind == error_class::token);
    w.c.credentials = {"testid", "testsecret", "token"};
    w.done(describe_load_balancer_attribute{"lb-1"});
}

TEST_CASE("what is no request of a client is refused") {
    world w;
    const auto good = prepare(w.c, describe_load_balancer_attribute{"lb-1"}, next_stamp());
    REQUIRE(good.has_value());
    const auto answer = [&](std::string url, std::string body = {}) {
        return finish_untyped(
                   w.service({.method = "GET", .url = std::move(url), .headers = {}, .body = std::move(body)}))
            .error()
            .service.code;
    };
    CHECK(answer("http://localhost/") == "MissingParameter");
    CHECK(answer(good->url + "&A") == "InvalidParameter");
    CHECK(answer(good->url + "&A=%4") == "InvalidParameter");
    CHECK(answer(good->url + "&Action=Other") == "InvalidParameter");
    CHECK(answer(good->url, "A=B") == "InvalidParameter");
    CHECK(answer(good->url + "&A=B") == "SignatureDoesNotMatch");
    const auto unknown =
        call(w.service, w.c, untyped_operation{.action = "DescribeNothing", .service = classic_load_balancer});
    CHECK(unknown.error().service.code == "InvalidAction");
}

TEST_CASE("a wrong secret is told from a wrong string to sign") {
    for (request_style style : all_styles) {
        world w;
        w.c.style = style;
        w.c.credentials = {"testid", "not-the-secret"};
        http_request sent;
        const auto reply = call(
            [&](const http_request& request) {
                sent = request;
                return w.service(request);
            },
            w.c, add_backend_servers{"lb-1", {{.server_id = "vm-1", .description = R"(it's "后端" & <b> \ 100%+)"}}});
        REQUIRE_FALSE(reply.has_value());
        CHECK(reply.error().service.code == "SignatureDoesNotMatch");
        CHECK(reply.error().service.kind == error_class::signature);
        CHECK(reply.error().service.retry == retry_advice::never);

        std::string query = style == request_style::post_form ? sent.body : sent.url.substr(sent.url.find('?') + 1);
        query.erase(query.find("&Signature="));
        constexpr std::string_view phrase = "server string to sign is:";
        const std::string& message = reply.error().service.message;
        REQUIRE(message.find(phrase) != message.npos);
        CHECK(message.substr(message.find(phrase) + phrase.size()) == string_to_sign(sent.method, query));
        CHECK(reply.error().message().find("not-the-secret") == std::string::npos);
    }
    world w;
    w.c.credentials = {"another", "testsecret"};
    const error e = w.failed(describe_load_balancer_attribute{"lb-1"});
    CHECK(e.service.code == "InvalidAccessKeyId.NotFound");
    CHECK(e.http_status == 404);
    CHECK(e.service.kind == error_class::signature);
}

TEST_CASE("a nonce is taken once") {
    world w;
    const auto request = prepare(w.c, describe_load_balancer_attribute{"lb-1"}, next_stamp());
    REQUIRE(request.has_value());
    CHECK(finish<describe_load_balancer_attribute>(w.service(*request)).has_value());
    const auto again = finish<describe_load_balancer_attribute>(w.service(*request));
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().service.code == "SignatureNonceUsed");
    CHECK(again.error().service.kind == error_class::nonce);
    CHECK(again.error().service.retry == retry_advice::after_repair);
}

TEST_CASE("a clock may be a quarter of an hour off, and no more") {
    world w;
    const describe_load_balancer_attribute op{"lb-1"};
    for (std::int64_t off : {-900, 900}) {
        w.service.set_clock(noon + off);
        w.done(op);
        w.service.set_clock(noon + (off < 0 ? off - 1 : off + 1));
        CHECK(w.failed(op).service.code == "InvalidTimeStamp.Expired");
        w.c.clock_offset = off;
        w.done(op);
        w.c.clock_offset = 0;
    }
}
