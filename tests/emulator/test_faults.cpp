// Each fault over the wire, and what the library tells of it: README, "What comes back".

#include <string>
#include <string_view>
#include <vector>

#include "../support/catch.hpp"
#include "through_curl.hpp"

using namespace slbwire;
using injected = emulator::fault;

namespace {

struct expected {
    injected what;
    error_kind kind;
    error_speaker speaker;
    error_effect effect;
    error_class about;
    retry_advice twice;  ///< of what may be carried out twice
    bool carried_out;
};
constexpr auto never = retry_advice::never;
constexpr auto later = retry_advice::later;
constexpr auto repair = retry_advice::after_repair;
constexpr auto transport_failed = error_kind::transport;
constexpr auto refused = error_kind::refused;
constexpr auto nobody = error_speaker::nobody;
constexpr auto the_service = error_speaker::service;
constexpr auto gateway = error_speaker::gateway;
constexpr auto none = error_effect::none;
constexpr auto possible = error_effect::possible;
constexpr auto unknown = error_class::unknown;

constexpr expected all_failures[] = {
    {injected::cut_before, transport_failed, nobody, possible, unknown, later, false},
    {injected::cut_after, transport_failed, nobody, possible, unknown, later, true},
    {injected::replayed, refused, the_service, possible, error_class::nonce, repair, true},
    {injected::truncated, transport_failed, nobody, possible, unknown, later, true},
    {injected::gzip, error_kind::malformed_reply, the_service, possible, unknown, never, true},
    {injected::throttled, refused, the_service, none, error_class::throttled, later, false},
    {injected::retry_after, refused, the_service, none, error_class::throttled, later, false},
    {injected::busy, refused, the_service, none, error_class::busy, later, false},
    {injected::clock, refused, the_service, none, error_class::clock, repair, false},
    {injected::internal_error, refused, the_service, possible, error_class::server, later, false},
    {injected::internal_error_after, refused, the_service, possible, error_class::server, later, true},
    {injected::bad_gateway, refused, gateway, possible, error_class::server, later, false},
    {injected::gateway_timeout, refused, gateway, possible, error_class::server, later, false},
    {injected::gateway_timeout_after, refused, gateway, possible, error_class::server, later, true},
    {injected::unavailable, refused, gateway, possible, error_class::server, later, false},
    {injected::not_found_page, refused, gateway, possible, error_class::gateway, never, false},
    {injected::forbidden_page, refused, gateway, possible, error_class::gateway, never, false},
    {injected::login_page, refused, gateway, possible, error_class::gateway, never, false},
};
constexpr injected harmless[] = {injected::none, injected::slow, injected::chunked, injected::wrong_type};

struct world {
    emulator::server server{{.certificate_file = certificate_file, .certificate_key_file = certificate_key_file}};
    through_curl http{};
    client c;

    explicit world(bool tls = false) : c(client_at(tls ? server.tls_port() : server.port(), tls)) {
        server.on().add_load_balancer("lb-1");
    }
    std::size_t changes() { return server.on().counts()["Changes"].size(); }
};
const create_vserver_group create{.load_balancer_id = "lb-1"};
const set_backend_servers set{"lb-1", {{.server_id = "vm-1", .weight = 0}}};

}  // namespace

TEST_CASE("each fault on the wire gives its kind of error") {
    for (const bool tls : {false, true}) {
        for (const expected& f : all_failures) {
            world w(tls);
            w.c.format = tls ? reply_format::xml : reply_format::json;
            w.c.style = tls ? request_style::post_form : request_style::get;
            INFO(emulator::name_of(f.what) << (tls ? " through TLS" : ""));
            w.server.on().push_fault(f.what);
            const auto made = call(w.http, w.c, create);
            REQUIRE(!made.has_value());
            CHECK(w.changes() == (f.carried_out ? 1 : 0));
            const error& e = made.error();
            INFO(e.message());
            CHECK(e.kind == f.kind);
            CHECK(e.speaker == f.speaker);
            CHECK(e.effect == f.effect);
            CHECK(e.service.kind == f.about);
            CHECK(e.service.retry == (f.effect == possible ? never : f.twice));
        }
    }
}

TEST_CASE("what may be carried out twice is to be tried again, and then comes through") {
    world w;
    for (const expected& f : all_failures) {
        INFO(emulator::name_of(f.what));
        w.server.on().push_fault(f.what);
        const auto first = call(w.http, w.c, set);
        REQUIRE(!first.has_value());
        CHECK(first.error().service.retry == f.twice);
        if (f.what == injected::clock) {
            w.c.clock_offset = first.error().server_time - system_stamp().time;
            CHECK(w.c.clock_offset >= 8 * 3600 - 5);
            CHECK(w.c.clock_offset <= 8 * 3600 + 5);
        }
        CHECK(call(w.http, w.c, set).has_value());
    }
    CHECK(w.server.on().counts()["NoncesSeenTwice"] == 0);
}

TEST_CASE("what is strange but whole is a success") {
    for (const bool tls : {false, true}) {
        world w(tls);
        for (const injected f : harmless) {
            INFO(emulator::name_of(f));
            w.server.on().push_fault(f);
            CHECK(call(w.http, w.c, set).has_value());
        }
        w.http.unpack = true;
        w.server.on().push_fault(injected::gzip);
        CHECK(call(w.http, w.c, set).has_value());
        CHECK(w.changes() == 5);
    }
}

TEST_CASE("waiting times and addresses come through") {
    world w;
    for (const injected f : {injected::throttled, injected::retry_after, injected::login_page})
        w.server.on().push_fault(f);
    CHECK(call(w.http, w.c, set).error().service.retry_after_ms == 1500);
    CHECK(call(w.http, w.c, set).error().service.retry_after_ms == 2500);
    CHECK(call(w.http, w.c, set).error().text == "https://login.example/");
}

TEST_CASE("nobody listens there") {
    std::uint16_t port = 0;
    {
        const world w;
        port = w.server.port();
    }
    through_curl http;
    const auto made = call(http, client_at(port), create);
    REQUIRE(!made.has_value());
    CHECK(made.error().kind == error_kind::transport);
    CHECK(made.error().effect == error_effect::not_sent);
    CHECK(made.error().service.retry == later);
}

// On a connection that is used again, libcurl takes a cut before any reply for a time-out of idleness, and sends the
// same bytes again by itself.
TEST_CASE("a HTTP stack that sends twice by itself is told from a mistake") {
    world w;
    w.http.keep_open = true;
    CHECK(call(w.http, w.c, set).has_value());
    w.server.on().push_fault(injected::cut_after);
    const auto made = call(w.http, w.c, create);
    REQUIRE(!made.has_value());
    CHECK(made.error().service.code == "SignatureNonceUsed");
    CHECK(made.error().effect == possible);
    CHECK(made.error().service.retry == never);
    CHECK(w.server.on().counts()["NoncesSeenTwice"] == 1);
    CHECK(w.changes() == 2);
}

namespace {

/// What README.md advises.
template <class Op>
bool persist(world& w, const Op& op) {
    for (int attempt = 0; attempt < 20; ++attempt) {
        const auto reply = call(w.http, w.c, op);
        if (reply) return true;
        if (reply.error().service.kind == error_class::clock) {
            w.c.clock_offset = reply.error().server_time - system_stamp().time;
        }
        // A gateway's pages and what is packed are for a person to look into; here the next request will be better.
    }
    return false;
}

}  // namespace

TEST_CASE("a program comes through a bad day, and does nothing twice") {
    world w;
    w.http.unpack = true;
    w.server.on().set_fault_rate(0.4, 1);
    const auto groups = [&]() -> std::size_t {
        for (int attempt = 0; attempt < 20; ++attempt) {
            const auto all = call(w.http, w.c, describe_vserver_groups{.load_balancer_id = "lb-1"});
            if (all) return all->vserver_groups.size();
            if (all.error().service.kind == error_class::clock) {
                w.c.clock_offset = all.error().server_time - system_stamp().time;
            }
        }
        FAIL("no reply");
        return 0;
    };
    for (std::size_t wanted = 1; wanted <= 20; ++wanted) {
        int attempt = 0;
        for (; attempt < 20; ++attempt) {
            const auto made = call(w.http, w.c, create);
            if (made) break;
            const error& e = made.error();
            if (e.service.kind == error_class::clock) w.c.clock_offset = e.server_time - system_stamp().time;
            if (e.effect == possible && groups() == wanted) break;  // it was made; only its reply was lost
        }
        CHECK(attempt < 20);
        CHECK(persist(w, set));
    }
    const auto counts = w.server.on().counts();
    CHECK(counts["NoncesSeenTwice"] == 0);
    CHECK(counts["Faults"].size() > 10);
    std::size_t created = 0;
    for (const auto& change : counts["Changes"]) created += change["Action"] == "CreateVServerGroup" ? 1 : 0;
    CHECK(created == 20);
    CHECK(w.server.on().show_state()["Groups"].size() == 20);
}
