#include <slbwire/core/error.hpp>
#include <slbwire/core/ascii.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/enum_names.hpp"

namespace {

using namespace slbwire;

struct message_case {
    error what;
    std::string_view message;
};

// One line a kind of error and a part of the message; std::string is no literal type everywhere, so
// these run only when the test does.
std::vector<message_case> messages() {
    return {
        {{}, "invalid request: no fault"},
        {{.what = {.code = errc::missing, .field = "VServerGroupId"}},
         "invalid request: a required field is missing in VServerGroupId"},
        {{.what = {.code = errc::out_of_range,
                   .field = "Port",
                   .list = "BackendServers",
                   .index = 2,
                   .lowest = 1,
                   .highest = 65535}},
         "invalid request: the number is out of range (allowed: 1 to 65535) in BackendServers[2].Port"},
        {{.what = {.code = errc::out_of_range, .field = "Offset", .lowest = -5, .highest = 0}},
         "invalid request: the number is out of range (allowed: -5 to 0) in Offset"},
        {{.what = {.code = errc::missing, .field = "Port", .list = "BackendServers"}},
         "invalid request: a required field is missing in BackendServers.Port"},
        {{.what = {.code = errc::missing, .field = "Port", .list = "BackendServers", .index = 0}},
         "invalid request: a required field is missing in BackendServers[0].Port"},
        {{.what = {.code = errc::too_many, .list = "BackendServers", .index = 1}},
         "invalid request: there are too many entries"},
        {{.what = {.code = errc::invalid_value, .field = "Weight", .hint = "only group members have one"}},
         "invalid request: the value is not one that the field can hold in Weight: only group members have one"},
        {{.what = {.code = errc::too_long, .field = "Description", .lowest = 1, .highest = 80},
          .setting = "client.check_limits"},
         "invalid request: the text is too long (allowed: 1 to 80) in Description (see client.check_limits)"},
        {{.what = {.code = errc::invalid_value, .field = "Weight", .hint = "only group members have one"},
          .setting = "client.check_shape"},
         "invalid request: the value is not one that the field can hold in Weight: only group members have one (see "
         "client.check_shape)"},
        {{.kind = error_kind::transport,
          .what = {.code = errc::transport_failed},
          .transport_code = 28,
          .text = "timed out"},
         "transport: no reply came back (code 28): timed out"},
        {{.kind = error_kind::transport, .what = {.code = errc::transport_failed}, .transport_code = -1},
         "transport: no reply came back (code -1)"},
        {{.kind = error_kind::malformed_reply,
          .what = {.code = errc::truncated, .offset = 17, .field = "RequestId"},
          .http_status = 200,
          .request_id = "5BE01CD7"},
         "malformed reply: the text ends too early in RequestId at byte 17 (HTTP 200) RequestId 5BE01CD7"},
        {{.kind = error_kind::malformed_reply, .what = {.code = errc::empty_body}},
         "malformed reply: the body is empty at byte 0"},
        {{.kind = error_kind::refused,
          .what = {.code = errc::refused},
          .http_status = 400,
          .request_id = "365F4154",
          .service = {.code = "Throttling", .message = "Request was denied due to request throttling."}},
         "refused: Throttling: Request was denied due to request throttling. (HTTP 400) RequestId 365F4154"},
        {{.kind = error_kind::refused,
          .what = {.code = errc::refused},
          .http_status = 502,
          .text = "Bad"},
         "HTTP 502: the service refused the request: Bad"},
        {{.kind = error_kind::refused,
          .speaker = error_speaker::gateway,
          .what = {.code = errc::refused, .hint = "it failed"},
          .http_status = 502,
          .request_id = "365F4154",
          .text = "<html>Bad Gateway"},
         "HTTP 502: a gateway answered, not the service: it failed RequestId 365F4154: <html>Bad Gateway"},
        {{.kind = error_kind::malformed_reply,
          .speaker = error_speaker::gateway,
          .what = {.code = errc::html_page},
          .http_status = 200},
         "HTTP 200: a gateway answered, not the service: the body is a page of HTML"},
    };
}

std::string all_controls() {
    std::string text = "\x7f";
    for (char c = 0; c < 0x20; ++c) text += c;
    return text;
}

}  // namespace

TEST_CASE("error: the message of every kind, with place and limits") {
    for (const message_case& c : messages()) CHECK(c.what.message() == c.message);
}

TEST_CASE("error: control characters from outside never reach a log") {
    const std::string nasty = "a" + all_controls() + "b";
    const std::string shown = "a" + std::string(33, ' ') + "b";
    const error refused = {.kind = error_kind::refused,
                           .what = {.code = errc::refused},
                           .http_status = 400,
                           .request_id = nasty,
                           .service = {.code = nasty, .message = nasty},
                           .text = nasty};
    CHECK(refused.message() ==
          "refused: " + shown + ": " + shown + " (HTTP 400) RequestId " + shown + ": " + shown);

    error broken = {.kind = error_kind::transport, .what = {.code = errc::transport_failed}, .text = nasty};
    for (const error_kind kind : {error_kind::invalid_request, error_kind::transport,
                                  error_kind::malformed_reply, error_kind::refused}) {
        broken.kind = kind;
        for (const char c : broken.message()) CHECK_FALSE(ascii::is_control(c));
    }
}

TEST_CASE("error: text beyond ASCII is shown as it is") {
    const error e = {.kind = error_kind::refused,
                     .what = {.code = errc::refused},
                     .service = {.code = "Forbidden", .message = "\xe6\x97\xa0\xe6\x9d\x83\xe9\x99\x90"}};
    CHECK(e.message() == "refused: Forbidden: \xe6\x97\xa0\xe6\x9d\x83\xe9\x99\x90");
}

TEST_CASE("error: the default is harmless") {
    const error e;
    CHECK(e.kind == error_kind::invalid_request);
    CHECK_FALSE(static_cast<bool>(e.what));
    CHECK(e.http_status == 0);
    CHECK(e.service.kind == error_class::unknown);
    CHECK(e.service.retry == retry_advice::never);
    CHECK(e.service.retry_after_ms == 0);
}

namespace {

constexpr support::named<error_kind> names_of_error_kind[] = {
    {error_kind::invalid_request, "invalid_request"},
    {error_kind::transport, "transport"},
    {error_kind::malformed_reply, "malformed_reply"},
    {error_kind::refused, "refused"},
};
static_assert(support::are_names(names_of_error_kind));
constexpr support::named<error_speaker> names_of_error_speaker[] = {
    {error_speaker::nobody, "nobody"},
    {error_speaker::service, "service"},
    {error_speaker::gateway, "gateway"},
    {error_speaker::unknown, "unknown"},
};
static_assert(support::are_names(names_of_error_speaker));
constexpr support::named<error_effect> names_of_error_effect[] = {
    {error_effect::not_sent, "not_sent"},
    {error_effect::none, "none"},
    {error_effect::possible, "possible"},
};
static_assert(support::are_names(names_of_error_effect));
constexpr support::named<signature_mismatch> names_of_signature_mismatch[] = {
    {signature_mismatch::unknown, "unknown"},
    {signature_mismatch::wrong_secret, "wrong_secret"},
    {signature_mismatch::changed_request, "changed_request"},
};
static_assert(support::are_names(names_of_signature_mismatch));
constexpr support::named<error_class> names_of_error_class[] = {
    {error_class::unknown, "unknown"},
    {error_class::gateway, "gateway"},
    {error_class::throttled, "throttled"},
    {error_class::busy, "busy"},
    {error_class::clock, "clock"},
    {error_class::nonce, "nonce"},
    {error_class::signature, "signature"},
    {error_class::token, "token"},
    {error_class::permission, "permission"},
    {error_class::not_found, "not_found"},
    {error_class::conflict, "conflict"},
    {error_class::invalid, "invalid"},
    {error_class::quota, "quota"},
    {error_class::server, "server"},
};
static_assert(support::are_names(names_of_error_class));
constexpr support::named<retry_advice> names_of_retry_advice[] = {
    {retry_advice::never, "never"},
    {retry_advice::later, "later"},
    {retry_advice::after_repair, "after_repair"},
};
static_assert(support::are_names(names_of_retry_advice));

}  // namespace

TEST_CASE("error: every kind, class and advice has its name") {
    CHECK(support::are_names(names_of_error_kind));
    CHECK(support::are_names(names_of_error_speaker));
    CHECK(support::are_names(names_of_error_effect));
    CHECK(support::are_names(names_of_signature_mismatch));
    CHECK(support::are_names(names_of_error_class));
    CHECK(support::are_names(names_of_retry_advice));
}
