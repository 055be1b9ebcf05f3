// Of every way that a call can fail: who said it, whether the thing may have been done, and what to do.

#include <slbwire/call/finish.hpp>
#include <slbwire/call/untyped.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <slbwire/api/vserver_group.hpp>
#include <slbwire/core/ascii.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr auto never = retry_advice::never;
constexpr auto later = retry_advice::later;
constexpr auto repair = retry_advice::after_repair;

/// Of an operation that may be carried out twice.
error of_remove(const http_response& response) {
    auto reply = finish<remove_vserver_group_backend_servers>(response);
    INFO(response.status << ' ' << response.body);
    REQUIRE(!reply.has_value());
    for (char c : reply.error().message()) CHECK(!ascii::is_control(c));
    return reply.error();
}
/// Of one that may not.
error of_create(const http_response& response) {
    auto reply = finish<create_vserver_group>(response);
    REQUIRE(!reply.has_value());
    return reply.error();
}
bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

struct outcome {
    int status;
    std::string_view body;
    error_speaker speaker;
    error_effect effect;
    error_class kind;
    retry_advice twice;  ///< of what may be carried out twice
    retry_advice once;   ///< of what may not
    std::string_view message;
};

constexpr auto the_service = error_speaker::service;
constexpr auto gateway = error_speaker::gateway;
constexpr auto none = error_effect::none;
constexpr auto possible = error_effect::possible;

constexpr outcome refusals[] = {
    // what something before the service says
    {302, "", gateway, possible, error_class::gateway, never, never,
     "HTTP 302: a gateway answered, not the service: the address leads elsewhere"},
    {307, "<html><body>login</body></html>", gateway, possible, error_class::gateway, never, never,
     "HTTP 307: a gateway answered, not the service: the address leads elsewhere: <html><body>login</body></html>"},
    {407, "<html>Proxy Authentication Required</html>", gateway, possible, error_class::gateway, never, never,
     "HTTP 407: a gateway answered, not the service: a proxy wants a login: <html>Proxy Authentication "
     "Required</html>"},
    {403, "<html><body>Request blocked</body></html>", gateway, possible, error_class::gateway, never, never,
     "HTTP 403: a gateway answered, not the service: it does not let the request pass: "
     "<html><body>Request blocked</body></html>"},
    {404, "<html><body>Not found</body></html>", gateway, possible, error_class::gateway, never, never,
     "HTTP 404: a gateway answered, not the service: it has nothing at this address; is the endpoint right?: "
     "<html><body>Not found</body></html>"},
    {404, R"({"message":"no Route matched with those values"})", gateway, possible, error_class::gateway, never, never,
     "HTTP 404: a gateway answered, not the service: it has nothing at this address; is the endpoint right?: "
     R"({"message":"no Route matched with those values"})"},
    {404, R"({"code":404,"message":"Not Found"})", gateway, possible, error_class::gateway, never, never,
     "HTTP 404: a gateway answered, not the service: it has nothing at this address; is the endpoint right?: "
     R"({"code":404,"message":"Not Found"})"},
    {404, "<html><Code>InvalidVServerGroupId.NotFound</Code></html>", gateway, possible, error_class::gateway, never,
     never,
     "HTTP 404: a gateway answered, not the service: it has nothing at this address; is the endpoint right?: "
     "<html><Code>InvalidVServerGroupId.NotFound</Code></html>"},
    {502, "<html><body>bad gateway</body></html>", gateway, possible, error_class::server, later, never,
     "HTTP 502: a gateway answered, not the service: what is behind it gave no good answer: "
     "<html><body>bad gateway</body></html>"},
    {503, "", gateway, possible, error_class::server, later, never,
     "HTTP 503: a gateway answered, not the service: there is nothing behind it to answer now"},
    {504,
     "<!DOCTYPE html><html><head><title>T</title></head><body bgcolor=\"white\"><h1>T</h1><hr/>gateway</body></html>",
     gateway, possible, error_class::server, later, never,
     "HTTP 504: a gateway answered, not the service: what is behind it gave no answer in time: <!DOCTYPE html><html>"
     "<head><title>T</title></head><body bgcolor=\"white\"><h1>T</h1><hr/>gateway</body></html>"},
    {408, "", gateway, possible, error_class::gateway, later, never,
     "HTTP 408: a gateway answered, not the service: the request did not reach it in time"},
    {425, "", gateway, possible, error_class::gateway, later, never,
     "HTTP 425: a gateway answered, not the service: it does not take a request that early"},
    {429, "slow down", gateway, possible, error_class::throttled, later, never,
     "HTTP 429: a gateway answered, not the service: there were too many requests: slow down"},
    {421, "", gateway, possible, error_class::gateway, never, never,
     "HTTP 421: a gateway answered, not the service: it does not serve this host"},
    {414, "", gateway, possible, error_class::invalid, never, never,
     "HTTP 414: a gateway answered, not the service: the address is too long for it; send the request as a form "
     "(request_style::post_form)"},
    {101, "", gateway, possible, error_class::gateway, never, never,
     "HTTP 101: a gateway answered, not the service: this is no final reply"},
    // what the service says
    {404, R"({"Code":"InvalidVServerGroupId.NotFound","Message":"m","RequestId":"R"})", the_service, none,
     error_class::not_found, never, never, "refused: InvalidVServerGroupId.NotFound: m (HTTP 404) RequestId R"},
    {400, R"({"Code":"Throttling.User","Message":"m","RequestId":"R"})", the_service, none, error_class::throttled,
     later, later, "refused: Throttling.User: m (HTTP 400) RequestId R"},
    {503, R"({"Code":"Throttling","Message":"m","RequestId":"R"})", the_service, none, error_class::throttled, later,
     later, "refused: Throttling: m (HTTP 503) RequestId R"},
    {400, R"({"Code":"VServerGroupProcessing","Message":"m","RequestId":"R"})", the_service, none, error_class::busy,
     later, later, "refused: VServerGroupProcessing: m (HTTP 400) RequestId R"},
    {503, R"({"Code":"ServiceUnavailable","Message":"m","RequestId":"R"})", the_service, possible, error_class::server,
     later, never, "refused: ServiceUnavailable: m (HTTP 503) RequestId R"},
    {500, R"({"Code":"InternalError","Message":"m","RequestId":"R"})", the_service, possible, error_class::server,
     later, never, "refused: InternalError: m (HTTP 500) RequestId R"},
    {500, R"({"Code":"InternalError","Message":"Illegal timestamp.","RequestId":"R"})", the_service, none,
     error_class::clock, repair, repair, "refused: InternalError: Illegal timestamp. (HTTP 500) RequestId R"},
    {502, R"({"Code":"Novelty","Message":"m","RequestId":"R"})", the_service, possible, error_class::server, later,
     never, "refused: Novelty: m (HTTP 502) RequestId R"},
    {400, R"({"Code":"SignatureNonceUsed","Message":"m","RequestId":"R"})", the_service, possible, error_class::nonce,
     repair, never, "refused: SignatureNonceUsed: m (HTTP 400) RequestId R"},
    {400, R"({"Code":"InvalidTimeStamp.Expired","Message":"m","RequestId":"R"})", the_service, none, error_class::clock,
     repair, repair, "refused: InvalidTimeStamp.Expired: m (HTTP 400) RequestId R"},
    {404, R"({"code":"404","message":"m","requestId":"R"})", the_service, none, error_class::not_found, never, never,
     "refused: 404: m (HTTP 404) RequestId R"},
    // error documents that are damaged
    {400, "\xef\xbb\xbf{\"RequestId\":\"R\",\"Code\":\"Throttling\",\"Message\":\"m\"}", the_service, none,
     error_class::throttled, later, later, "refused: Throttling: m (HTTP 400) RequestId R"},
    {400, "\xef\xbb\xbf \n<Error><RequestId>R</RequestId><Code>Throttling</Code><Message>m</Message></Error>",
     the_service, none, error_class::throttled, later, later, "refused: Throttling: m (HTTP 400) RequestId R"},
};

}  // namespace

TEST_CASE("refusals: who said it, may it have been done, what to do") {
    for (const outcome& o : refusals) {
        const http_response response{.status = o.status, .body = std::string(o.body)};
        const error twice = of_remove(response);
        CHECK(twice.kind == error_kind::refused);
        CHECK(twice.what.code == errc::refused);
        CHECK(twice.speaker == o.speaker);
        CHECK(twice.effect == o.effect);
        CHECK(twice.service.kind == o.kind);
        CHECK(twice.service.retry == o.twice);
        CHECK(twice.service.code.empty() == (o.speaker != error_speaker::service));
        CHECK(twice.message() == o.message);
        const error once = of_create(response);
        CHECK(once.effect == o.effect);
        CHECK(once.service.retry == o.once);
        CHECK(once.message() == o.message);
        // A call by name is no other.
        const auto untyped = finish_untyped(response, true);
        REQUIRE(!untyped.has_value());
        CHECK(untyped.error().message() == o.message);
        CHECK(untyped.error().service.retry == o.twice);
        CHECK(finish_untyped(response).error().service.retry == o.once);
    }
}

TEST_CASE("refusals: an error document is read in part where it can be read in part") {
    struct damaged {
        std::string_view body;
        std::string_view message;
    };
    const damaged table[] = {
        // bytes that are no UTF-8, before and behind the code
        {"{\"RequestId\":\"R\",\"Message\":\"\xce\xde\xb4\xed\",\"Code\":\"SystemBusy\"}",
         "refused: SystemBusy: \xef\xbf\xbd\u07b4\xef\xbf\xbd (HTTP 400) RequestId R"},
        {"{\"RequestId\":\"R\",\"Code\":\"SystemBusy\",\"Message\":\"a\xff"
         "b\"}",
         "refused: SystemBusy: a\xef\xbf\xbd"
         "b (HTTP 400) RequestId R"},
        {"{\"Error\":{\"RequestId\":\"R\",\"Code\":\"SystemBusy\",\"Message\":\"a\xff"
         "b\"}}",
         "refused: SystemBusy: a\xef\xbf\xbd"
         "b (HTTP 400) RequestId R"},
        {"<Error><RequestId>R</RequestId><Message>a\xff"
         "b</Message><Code>SystemBusy</Code></Error>",
         "refused: SystemBusy: a\xef\xbf\xbd"
         "b (HTTP 400) RequestId R"},
        {"{\"RequestId\":\"R\",\"Message\":\"line\nend\",\"Code\":\"SystemBusy\"}",
         "refused: SystemBusy: line end (HTTP 400) RequestId R"},
        {"<Error><RequestId>R</RequestId><Message>a\x01"
         "b</Message><Code>SystemBusy</Code></Error>",
         "refused: SystemBusy: a b (HTTP 400) RequestId R"},
    };
    for (const damaged& d : table) {
        // Under 2xx too: the document is whole.
        for (const int status : {400, 200}) {
            const error e = of_remove({.status = status, .body = std::string(d.body)});
            INFO(d.body);
            std::string message(d.message);
            if (status == 200) message.replace(message.find("HTTP 400"), 8, "HTTP 200");
            CHECK(e.message() == message);
            CHECK(e.speaker == error_speaker::service);
            CHECK(e.service.kind == error_class::busy);
            CHECK(e.service.retry == later);
        }
    }
    // Cut off at every byte: the code counts from where it ends on, and what is lost is nothing that was not there.
    constexpr std::string_view code = "Throttling.User";
    const std::string whole[] = {
        R"({"RequestId":"R-1","Code":"Throttling.User","Message":"Request was denied.","HostId":"h"})",
        R"({"Message":"Request was denied.","Code":"Throttling.User","RequestId":"R-1"})",
        R"({"ErrorResponse":{"RequestId":"R-1","Code":"Throttling.User","Message":"Request was denied."}})",
        "<Error><RequestId>R-1</RequestId><Code>Throttling.User</Code><Message>Request was denied.</Message></Error>",
        "<?xml "
        "version='1.0'?><Error><Message>m</Message><Code>Throttling.User</Code><RequestId>R-1</RequestId></Error>",
    };
    for (const std::string& body : whole) {
        const std::size_t end = body.find(code) + code.size();
        for (std::size_t size = 0; size <= body.size(); ++size) {
            const error e = of_remove({.status = 400, .body = body.substr(0, size)});
            INFO(body.substr(0, size));
            const std::size_t closed = end + 1;  // by a quotation mark, or the beginning of a tag
            CHECK((e.speaker == error_speaker::service) == (size >= closed));
            CHECK(e.service.code == (size >= closed ? code : std::string_view()));
            CHECK(e.service.retry == (size >= closed ? later : never));
            // Under 2xx a part of a document proves nothing.
            if (size < body.size()) {
                const error cut = of_remove({.status = 200, .body = body.substr(0, size)});
                CHECK(cut.kind == error_kind::malformed_reply);
                CHECK(cut.effect == possible);
            }
        }
    }
}

TEST_CASE("what is not understood may have been done") {
    struct row {
        int status;
        std::string_view body;
        errc code;
        error_speaker speaker;
        retry_advice twice;
        std::string_view message;
    };
    const row rows[] = {
        {200, "<html><body>hello</body></html>", errc::html_page, gateway, later,
         "HTTP 200: a gateway answered, not the service: the body is a page of HTML: <html><body>hello</body></html>"},
        {200, "<!DOCTYPE html><html><body>RequestId: x</body></html>", errc::html_page, gateway, later,
         "HTTP 200: a gateway answered, not the service: the body is a page of HTML RequestId x: "
         "<!DOCTYPE html><html><body>RequestId: x</body></html>"},
        {204, "", errc::empty_body, error_speaker::unknown, later,
         "malformed reply: the body is empty at byte 0 (HTTP 204)"},
        {200, "{\"RequestId\":\"R\",\"VServerGroupId\":", errc::truncated, the_service, later,
         "malformed reply: the text ends too early at byte 34 (HTTP 200) RequestId R: "
         "{\"RequestId\":\"R\",\"VServerGroupId\":"},
        {200, "{\"RequestId\":\"R\"}", errc::no_known_member, the_service, never,
         "malformed reply: the reply has none of the fields of its operation at byte 0 (HTTP 200) RequestId R: "
         "{\"RequestId\":\"R\"}"},
        {200, "\x1f\x8b\x08", errc::compressed, error_speaker::unknown, never,
         "malformed reply: the body is compressed: have the HTTP stack unpack it, or not ask for it at byte 0 (HTTP "
         "200)"},
    };
    for (const row& r : rows) {
        const error e = of_remove({.status = r.status, .body = std::string(r.body)});
        INFO(r.body);
        CHECK(e.kind == error_kind::malformed_reply);
        CHECK(e.what.code == r.code);
        CHECK(e.speaker == r.speaker);
        CHECK(e.effect == possible);
        CHECK(e.service.retry == r.twice);
        if (r.code != errc::truncated && r.code != errc::compressed) CHECK(e.message() == r.message);
        CHECK(of_create({.status = r.status, .body = std::string(r.body)}).service.retry == never);
    }
}

TEST_CASE("a compressed body is told, by its bytes or by its header") {
    const std::string gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\x56\x0a\x4a\x2d", 15);
    const std::string zstd("\x28\xb5\x2f\xfd\x04\x00", 6);
    const std::string brotli("\x0b\x02\x80\x7b\x7d\x03", 6);
    const auto check = [](const http_response& response) {
        for (const int status : {200, 400, 404, 503}) {
            http_response reply = response;
            reply.status = status;
            const error e = of_remove(reply);
            CHECK(e.kind == (status == 200 ? error_kind::malformed_reply : error_kind::refused));
            CHECK(e.what.code == errc::compressed);
            CHECK(e.speaker == error_speaker::unknown);
            CHECK(e.effect == possible);
            CHECK(e.service.kind != error_class::not_found);
            CHECK(e.service.retry == (status == 503 ? later : never));
            CHECK(has(e.message(), "the body is compressed"));
            const auto untyped = finish_untyped(reply);
            REQUIRE(!untyped.has_value());
            CHECK(untyped.error().what.code == errc::compressed);
        }
    };
    check({.body = gzip});
    check({.body = gzip, .headers = {{"Content-Encoding", "gzip"}}});
    check({.body = zstd});
    check({.body = brotli, .headers = {{"content-encoding", " br\r"}}});
    // A stack that unpacked it may leave the header.
    const auto reply = finish<remove_vserver_group_backend_servers>(
        {.status = 200, .body = R"({"VServerGroupId":"g"})", .headers = {{"Content-Encoding", "gzip"}}});
    CHECK(reply.has_value());
    CHECK(of_remove({.status = 400,
                     .body = R"({"Code":"Throttling","RequestId":"R"})",
                     .headers = {{"Content-Encoding", "gzip"}}})
              .service.code == "Throttling");
    CHECK(of_remove({.status = 502, .body = "bad", .headers = {{"Content-Encoding", "identity"}}}).what.code ==
          errc::refused);
}

TEST_CASE("a code that says success refuses nothing") {
    for (const std::string_view code : {R"("OK")", R"("ok")", R"("200")", "200", "1", R"("1")", R"("Success")",
                                        R"("SUCCESS")", "0", R"("0")", R"(" OK ")"}) {
        for (const char* name : {"Code", "code"}) {
            const std::string body =
                std::string(R"({"Message":"OK","RequestId":"R-1",")") + name + "\":" + std::string(code) + "}";
            INFO(body);
            CHECK(finish_untyped({.status = 200, .body = body}).has_value());
            CHECK(finish<delete_vserver_group>({.status = 200, .body = body}).has_value());
            // Other operations still miss their fields, and a bad status is bad.
            CHECK(of_remove({.status = 200, .body = body}).kind == error_kind::malformed_reply);
            CHECK(of_remove({.status = 503, .body = body}).speaker == gateway);
        }
    }
    for (const std::string_view body :
         {R"({"Success":true,"Code":"Strange","RequestId":"R"})",
          R"({"Success":"True","Code":"Strange","RequestId":"R"})",
          R"({"Code":"Strange","success":true,"RequestId":"R"})", R"({"Code":202,"RequestId":"R"})",
          "<R><Code>OK</Code><RequestId>R</RequestId></R>",
          "<R><Success>true</Success><Code>X</Code><RequestId>R</RequestId></R>"}) {
        INFO(body);
        CHECK(finish_untyped({.status = 202, .body = std::string(body)}).has_value());
        CHECK(finish<delete_vserver_group>({.status = 202, .body = std::string(body)}).has_value());
    }
    for (const std::string_view body :
         {R"({"Code":"Strange","RequestId":"R"})", R"({"Success":false,"Code":"200","RequestId":"R"})",
          R"({"Code":"201","RequestId":"R"})", R"({"Code":"500","RequestId":"R"})", R"({"Code":-1,"RequestId":"R"})",
          R"({"Code":"not ok","RequestId":"R"})", R"({"Success":false,"Code":"X","RequestId":"R"})"}) {
        INFO(body);
        const auto untyped = finish_untyped({.status = 200, .body = std::string(body)});
        REQUIRE(!untyped.has_value());
        CHECK(untyped.error().kind == error_kind::refused);
        CHECK(untyped.error().speaker == the_service);
        CHECK(!finish<delete_vserver_group>({.status = 200, .body = std::string(body)}).has_value());
    }
}

TEST_CASE("a page of HTML is no reply to a call by name") {
    for (const std::string_view body : {"<html><body>hello</body></html>", "<HTML/>", "<?xml version='1.0'?><html/>",
                                        "<h1>It works!</h1>", "<!DOCTYPE html><html/>", "<!-- x --><html></html>"}) {
        INFO(body);
        const auto reply = finish_untyped({.status = 200, .body = std::string(body)});
        REQUIRE(!reply.has_value());
        CHECK(reply.error().what.code == errc::html_page);
        CHECK(reply.error().speaker == gateway);
    }
}

TEST_CASE("a byte order mark is in nobody's way") {
    const std::string_view mark = "\xef\xbb\xbf";
    for (const std::string_view before : {"", " ", "\r\n"}) {
        for (const std::string_view behind : {"", "\n "}) {
            for (
                const std::string_view text :
                {R"({"RequestId":"R-1","VServerGroupId":"g","BackendServers":{"BackendServer":[{"ServerId":"i-1","Port":80}]}})",
                 "<R><RequestId>R-1</RequestId><VServerGroupId>g</VServerGroupId><BackendServers><BackendServer>"
                 "<ServerId>i-1</ServerId><Port>80</Port></BackendServer></BackendServers></R>"}) {
                const std::string body =
                    std::string(before) + std::string(mark) + std::string(behind) + std::string(text);
                INFO(body);
                const auto reply = finish<remove_vserver_group_backend_servers>({.status = 200, .body = body});
                REQUIRE(reply.has_value());
                REQUIRE(reply->backend_servers.size() == 1);
                CHECK(reply->backend_servers[0].port == 80);
                const auto untyped = finish_untyped({.status = 200, .body = body});
                REQUIRE(untyped.has_value());
                CHECK(untyped->at("BackendServers/BackendServer/0/ServerId").value() == "i-1");
            }
        }
    }
}

TEST_CASE("no reply: was anything sent?") {
    const http_response lost{.transport_error = 28, .transport_message = "timed out"};
    http_response never_left{.transport_error = 6, .transport_message = "no such host"};
    never_left.not_sent = true;
    CHECK(of_remove(lost).effect == possible);
    CHECK(of_remove(lost).speaker == error_speaker::nobody);
    CHECK(of_remove(lost).service.retry == later);
    CHECK(of_create(lost).effect == possible);
    CHECK(of_create(lost).service.retry == never);
    for (const error& e : {of_remove(never_left), of_create(never_left)}) {
        CHECK(e.effect == error_effect::not_sent);
        CHECK(e.service.retry == later);
    }
    // A stack that says nothing at all has not said that it sent nothing.
    CHECK(of_create({}).effect == possible);
    // The reply broke off: the stack's failure counts, not what came before it.
    CHECK(of_create({.status = 200, .body = R"({"VServerGroupId":"g"})", .transport_error = 18}).effect == possible);
}

TEST_CASE("how long to wait, and whose word it is") {
    const std::string throttled = R"({"Code":"Throttling.Api","Message":"m","RequestId":"R-1"})";
    const std::string invalid = R"({"Code":"InvalidParameter","Message":"m","RequestId":"R-1"})";
    const std::string failed = R"({"Code":"InternalError","Message":"m","RequestId":"R-1"})";
    struct row {
        int status;
        std::string_view body;
        std::vector<http_header> headers;
        std::int64_t wait_ms;
        retry_advice twice;
        retry_advice once;
    };
    const row rows[] = {
        {400, throttled, {{"x-acs-retry-after", "1200"}}, 1200, later, later},
        {400, throttled, {{" X-Acs-Retry-After ", " 1200\r\n"}}, 1200, later, later},
        // with it the advice is later, whatever the code
        {400, invalid, {{"x-acs-retry-after", "30"}}, 30, later, later},
        {400, invalid, {{"x-acs-retry-after", "0"}}, 0, later, later},
        {500, failed, {{"x-acs-retry-after", "30"}}, 30, later, later},
        {400, invalid, {{"x-acs-retry-after", "soon"}}, 0, never, never},
        {400, invalid, {{"Retry-After", "2"}}, 2000, never, never},
        {503, "", {{"x-acs-retry-after", "30"}}, 30, later, never},
        {503, "<html>", {{"Retry-After", "7"}}, 7000, later, never},
        {503,
         "",
         {{"Retry-After", "Fri, 27 Nov 2026 15:04:48 GMT"}, {"Date", "Fri, 27 Nov 2026 15:04:38 GMT"}},
         10'000,
         later,
         never},
        {503, "", {{"Retry-After", "Fri, 27 Nov 2026 15:04:48 GMT"}}, 0, later, never},
        // the largest counts
        {400, throttled, {{"x-ratelimit-user-api ", "Limit:1,TimeLeft:800"}, {"Retry-After", "1"}}, 1000, later, later},
        {400,
         throttled,
         {{"Retry-After", "1"}, {"x-acs-retry-after", "500"}, {"x-ratelimit-user", "TimeLeft:1500"}},
         1500,
         later,
         later},
        {400, throttled, {{"retry-after", "1"}, {"retry-after", "3"}}, 3000, later, later},
    };
    for (const row& r : rows) {
        const http_response response{.status = r.status, .body = std::string(r.body), .headers = r.headers};
        CHECK(of_remove(response).service.retry_after_ms == r.wait_ms);
        CHECK(of_remove(response).service.retry == r.twice);
        CHECK(of_create(response).service.retry == r.once);
    }
    CHECK(of_create({.status = 500, .body = failed, .headers = {{"x-acs-retry-after", "30"}}}).effect == none);
    CHECK(of_create({.status = 500, .body = failed}).effect == possible);
}

TEST_CASE("the id of the request, from the header where the body has none") {
    const std::vector<http_header> headers{{"X-Acs-Request-Id", " 4C467B38-1 "},
                                           {"Date", " Fri, 27 Nov 2026 15:04:38 GMT\r\n"}};
    for (const int status : {200, 404, 503}) {
        const error e = of_remove({.status = status, .body = "", .headers = headers});
        CHECK(e.request_id == "4C467B38-1");
        CHECK(e.server_time == 1'795'791'878);
    }
    CHECK(of_remove({.status = 503, .body = R"({"RequestId":"R"})", .headers = headers}).request_id == "R");
    CHECK(of_remove({.status = 503, .body = "", .headers = {{"x-acs-request-id", "no <id>"}}}).request_id.empty());
}

TEST_CASE("where a redirect leads is told, without what is secret in it") {
    const error e =
        of_remove({.status = 302, .headers = {{"Location", "http://login.example/?back=%3FSignature%3Dabc%26x"}}});
    CHECK(e.text == "http://login.example/?back=%3FSignature%3Dabc%26x");
    CHECK(has(e.message(), "login.example"));
    CHECK(!has(e.message(), "abc"));
}

// Which operations may be carried out twice, by the service's pages: a second Remove ignores servers that are gone, a
// second Set or Delete leaves the same; of Create, Add and Modify nothing is documented.
static_assert(detail::is_idempotent<describe_vserver_groups> &&
              detail::is_idempotent<describe_vserver_group_attribute>);
static_assert(detail::is_idempotent<remove_vserver_group_backend_servers>);
static_assert(detail::is_idempotent<set_vserver_group_attribute> && detail::is_idempotent<delete_vserver_group>);
static_assert(!detail::is_idempotent<create_vserver_group>);
static_assert(!detail::is_idempotent<add_vserver_group_backend_servers>);
static_assert(!detail::is_idempotent<modify_vserver_group_backend_servers>);
static_assert(!detail::is_idempotent<int>);
