// The service's refusal, in all the forms it comes in.

#include <slbwire/api/error_document.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/model/decode.hpp>
#include <slbwire/api/request_id.hpp>
#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/finish.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

using document = basic_error_document<std::string_view>;

constexpr document throttled{
    .request_id = "4C467B38-3910-447D-87BC-AC049166F216",
    .host_id = "slb.aliyuncs.com",
    .code = "Throttling.User",
    .message = "Request was denied due to \"user\" flow control & more.",
    .recommend = "https://api.aliyun.com/troubleshoot?q=Throttling.User&product=Slb"};

// The same in every form; the order of members is free.
constexpr std::string_view throttled_bodies[] = {
    R"({"RequestId":"4C467B38-3910-447D-87BC-AC049166F216","HostId":"slb.aliyuncs.com",)"
    R"("Code":"Throttling.User",)"
    R"("Message":"Request was denied due to \"user\" flow control & more.",)"
    R"("Recommend":"https://api.aliyun.com/troubleshoot?q=Throttling.User&product=Slb"})",
    R"({"Recommend":"https:\/\/api.aliyun.com\/troubleshoot?q=Throttling.User\u0026product=Slb",)"
    R"("Message":"Request was denied due to \u0022user\u0022 flow control & more.","Code":"Throttling.User",)"
    R"("HostId":"slb.aliyuncs.com","RequestId":"4C467B38-3910-447D-87BC-AC049166F216","New":[{"A":1}]})",
    // names are the same with escapes, the wrapper's too
    R"({"\u0045rrorRespons\u0065":{"C\u006fde":"Throttling.User","Host\u0049d":"slb.aliyuncs.com",)"
    R"("M\u0065ssage":"Request was denied due to \"user\" flow control & more.",)"
    R"("R\u0065commend":"https://api.aliyun.com/troubleshoot?q=Throttling.User&product=Slb",)"
    R"("\u0052equestId":"4C467B38-3910-447D-87BC-AC049166F216"}})",
    R"({"ErrorResponse":{"Code":"Throttling.User","HostId":"slb.aliyuncs.com",)"
    R"("Message":"Request was denied due to \"user\" flow control & more.",)"
    R"("Recommend":"https://api.aliyun.com/troubleshoot?q=Throttling.User&product=Slb",)"
    R"("RequestId":"4C467B38-3910-447D-87BC-AC049166F216"}})",
    "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>4C467B38-3910-447D-87BC-AC049166F216</RequestId>"
    "<HostId>slb.aliyuncs.com</HostId><Code>Throttling.User</Code>"
    "<Message>Request was denied due to \"user\" flow control &amp; more.</Message>"
    "<Recommend>https://api.aliyun.com/troubleshoot?q=Throttling.User&amp;product=Slb</Recommend></Error>",
    // under the root of an operation, misspelt, as a page has it
    "<DeleteLoadBabalancerResponse><Message><![CDATA[Request was denied due to \"user\" flow control & "
    "more.]]>"
    "</Message><Code>Throttling.User</Code><HostId>slb.aliyuncs.com</HostId>"
    "<Recommend>https://api.aliyun.com/troubleshoot?q=Throttling.User&#38;product=Slb</Recommend>"
    "<RequestId>4C467B38-3910-447D-87BC-AC049166F216</RequestId></DeleteLoadBabalancerResponse>",
};

constexpr std::string_view denied_json =
    R"({"RequestId":"R","HostId":"slb.aliyuncs.com","Code":"Forbidden",)"
    R"("Message":"User not authorized to operate on the specified resource.",)"
    R"("AccessDeniedDetail":{"AuthAction":"slb:AddBackendServers","AuthPrincipalType":"SubUser",)"
    R"("AuthPrincipalOwnerId":"123","AuthPrincipalDisplayName":"456","NoPermissionType":"ImplicitDeny",)"
    R"("PolicyType":"AccountLevelIdentityBasedPolicy","UserId":2015,"EncodedDiagnosticMessage":"AQFoaGVs",)"
    R"("New":{"A":null}}})";
constexpr std::string_view denied_xml =
    "<Error><RequestId>R</RequestId><HostId>slb.aliyuncs.com</HostId><Code>Forbidden</Code>"
    "<Message>User not authorized to operate on the specified resource.</Message><AccessDeniedDetail>"
    "<AuthAction>slb:AddBackendServers</AuthAction><AuthPrincipalType>SubUser</AuthPrincipalType>"
    "<AuthPrincipalOwnerId>123</AuthPrincipalOwnerId><AuthPrincipalDisplayName>456</AuthPrincipalDisplayName>"
    "<NoPermissionType>ImplicitDeny</NoPermissionType><PolicyType>AccountLevelIdentityBasedPolicy</"
    "PolicyType>"
    "<UserId>2015</UserId><EncodedDiagnosticMessage>AQFoaGVs</EncodedDiagnosticMessage></"
    "AccessDeniedDetail></Error>";
constexpr document denied{.request_id = "R",
                          .host_id = "slb.aliyuncs.com",
                          .code = "Forbidden",
                          .message = "User not authorized to operate on the specified resource.",
                          .access_denied = {.auth_action = "slb:AddBackendServers",
                                            .auth_principal_type = "SubUser",
                                            .auth_principal_owner_id = "123",
                                            .auth_principal_display_name = "456",
                                            .no_permission_type = "ImplicitDeny",
                                            .policy_type = "AccountLevelIdentityBasedPolicy",
                                            .user_id = "2015",
                                            .encoded_diagnostic_message = "AQFoaGVs"}};

constexpr bool reads_as(std::string_view body, const document& wanted) {
    text_arena arena;
    const auto read = decode<document>(body, arena);
    return read.has_value() && *read == wanted;
}
constexpr bool all_read_as_throttled() {
    for (std::string_view body : throttled_bodies) {
        if (!reads_as(body, throttled)) return false;
    }
    return true;
}
static_assert(all_read_as_throttled());
static_assert(reads_as(denied_json, denied) && reads_as(denied_xml, denied));

error refusal_of(int status, std::string_view body, std::vector<http_header> headers = {}) {
    const http_response response{.status = status, .body = std::string(body), .headers = std::move(headers)};
    const auto reply = finish<delete_vserver_group>(response);
    REQUIRE_FALSE(reply.has_value());
    CHECK(reply.error().http_status == status);
    CHECK(reply.error().kind == error_kind::refused);
    return reply.error();
}

}  // namespace

TEST_CASE("refusals: the same in JSON and XML, under any root and any status") {
    for (std::string_view body : throttled_bodies) {
        CAPTURE(body);
        CHECK(reads_as(body, throttled));
        for (int status : {400, 503, 200}) {
            const error e = refusal_of(status, body);
            CHECK(e.what.code == errc::refused);
            CHECK(e.request_id == throttled.request_id);
            CHECK(e.service.code == throttled.code);
            CHECK(e.service.message == throttled.message);
            CHECK(e.service.host_id == throttled.host_id);
            CHECK(e.service.recommend == throttled.recommend);
            CHECK(e.service.access_denied_detail.empty());
            CHECK(e.service.kind == error_class::throttled);
            CHECK(e.service.retry == retry_advice::later);
            CHECK(e.text.empty());
        }
    }
    CHECK(refusal_of(400, throttled_bodies[0]).message() ==
          "refused: Throttling.User: Request was denied due to \"user\" flow control & more. (HTTP 400) "
          "RequestId 4C467B38-3910-447D-87BC-AC049166F216");
}

TEST_CASE("refusals: why access was denied") {
    for (std::string_view body : {denied_json, denied_xml}) {
        CAPTURE(body);
        CHECK(reads_as(body, denied));
        const error e = refusal_of(403, body);
        CHECK(e.service.kind == error_class::permission);
        CHECK(e.service.retry == retry_advice::never);
        CHECK(e.service.access_denied_detail ==
              "AuthAction=slb:AddBackendServers; AuthPrincipalType=SubUser; AuthPrincipalOwnerId=123; "
              "AuthPrincipalDisplayName=456; NoPermissionType=ImplicitDeny; "
              "PolicyType=AccountLevelIdentityBasedPolicy; UserId=2015; EncodedDiagnosticMessage=AQFoaGVs");
    }
    CHECK(refusal_of(403, R"({"Code":"Forbidden","AccessDeniedDetail":null})")
              .service.access_denied_detail.empty());
    CHECK(refusal_of(403, R"({"Code":"Forbidden","AccessDeniedDetail":{}})")
              .service.access_denied_detail.empty());
}

TEST_CASE("refusals: twins of the names") {
    struct twin {
        std::string_view body;
        std::string_view message;
    };
    constexpr twin twins[] = {
        {R"({"requestId":"R","code":"SystemBusy","message":"m"})", "m"},
        {"<Error><requestId>R</requestId><code>SystemBusy</code><message>m</message></Error>", "m"},
        {R"({"RequestId":"R","Code":"SystemBusy","Description":"d"})", "d"},
        {R"({"Description":"d","RequestId":"R","Code":"SystemBusy","Message":"m"})", "m"},
        {R"({"RequestId":"R","Code":"SystemBusy","Message":"m","Description":"d"})", "m"},
        {R"({"RequestId":"R","Code":"SystemBusy","Message":"m","Description":null})", "m"},
        // Beside the documented names they say nothing.
        {R"({"RequestId":"R","Code":"SystemBusy","Message":"m","requestId":"S","code":"400","message":"n"})", "m"},
        {R"({"requestId":"S","code":400,"message":"n","RequestId":"R","Code":"SystemBusy","Message":"m"})", "m"},
        {R"({"RequestId":"R","Code":"SystemBusy","Message":"m","code":null,"message":null})", "m"},
        {"<Error><RequestId>R</RequestId><Code>SystemBusy</Code><Message>m</Message><code/></Error>", "m"},
    };
    for (const twin& t : twins) {
        CAPTURE(t.body);
        const error e = refusal_of(449, t.body);
        CHECK(e.request_id == "R");
        CHECK(e.service.code == "SystemBusy");
        CHECK(e.service.message == t.message);
        CHECK(e.service.kind == error_class::busy);
    }
}

TEST_CASE("refusals: a member that looks different hides none of the others") {
    constexpr std::string_view bodies[] = {
        R"({"RequestId":"R","Code":"Throttling","Message":"m","AccessDeniedDetail":"text"})",
        R"({"AccessDeniedDetail":"text","RequestId":"R","Code":"Throttling","Message":"m"})",
        R"({"AccessDeniedDetail":{"UserId":{"x":1}},"RequestId":"R","Code":"Throttling","Message":"m"})",
        R"({"HostId":["a",{"b":[]}],"RequestId":"R","Code":"Throttling","Message":"m","Recommend":{"c":null}})",
        R"({"RequestId":"R","Code":"Throttling","Message":"m","Description":{"a":1},"AccessDeniedDetail":[]})",
        "<Error><RequestId>R</RequestId><HostId>a <b>x</b> c</HostId><Code>Throttling</Code><Message>m</Message></Error>",
        "<Error>a<RequestId>R</RequestId><Message>m</Message><Code>Throttling</Code>b</Error>",
        "<Error><RequestId>R</RequestId><AccessDeniedDetail>text</AccessDeniedDetail><Message>m</Message>"
        "<Code>Throttling</Code></Error>",
        // under any root
        R"({"Error":{"RequestId":"R","Code":"Throttling","Message":"m"}})",
        R"({"DeleteVServerGroup":{"RequestId":"R","Code":"Throttling","Message":"m"}})",
    };
    for (std::string_view body : bodies) {
        for (const int status : {200, 400, 503}) {
            CAPTURE(body, status);
            const http_response response{.status = status, .body = std::string(body)};
            // The reply of the first has other fields too, that of the second has none.
            for (const error& e : {finish<create_vserver_group>(response).error(),
                                   finish<delete_vserver_group>(response).error()}) {
                CHECK(e.kind == error_kind::refused);
                CHECK(e.what.code == errc::refused);
                CHECK(e.service.code == "Throttling");
                CHECK(e.service.message == "m");
                CHECK(e.service.kind == error_class::throttled);
                CHECK(e.service.retry == retry_advice::later);
                CHECK(e.request_id == "R");
                CHECK(e.text.empty());
            }
        }
    }
    // A code that is none is no success either.
    for (std::string_view body : {R"({"RequestId":"R","Code":{"a":1}})", R"({"Code":["a"],"RequestId":"R"})",
                                  "<A><RequestId>R</RequestId><Code><b/></Code></A>"}) {
        CAPTURE(body);
        const auto reply = finish<delete_vserver_group>({.status = 200, .body = std::string(body)});
        CHECK(reply.error().kind == error_kind::malformed_reply);
        CHECK(reply.error().what.code == errc::wrong_shape);
        CHECK(reply.error().request_id == "R");
        CHECK(reply.error().text == body);
    }
}

TEST_CASE("refusals: how long to wait") {
    struct wait {
        std::vector<http_header> headers;
        std::int64_t wanted;
    };
    const wait waits[] = {
        {{}, 0},
        {{{"X-RateLimit-User-API", "Limit:1,Remain:0,TimeLeft:2000,Reset:1234"}}, 2000},
        {{{"x-ratelimit-user", "Limit:1,Remain:0,TimeLeft:300,Reset:1234"}}, 300},
        {{{"x-ratelimit-user-api", "TimeLeft:5"}, {"x-ratelimit-user", "TimeLeft:3"}}, 5},
        {{{"x-ratelimit-user-api", "TimeLeft:3"}, {"x-ratelimit-user", "TimeLeft:5"}}, 5},
        {{{"x-ratelimit-user-api", "Invalid"}, {"x-ratelimit-user", ""}}, 0},
    };
    for (const wait& w : waits) {
        CHECK(refusal_of(400, throttled_bodies[0], w.headers).service.retry_after_ms == w.wanted);
    }
}

TEST_CASE("refusals: a status that is not 2xx is one, whatever the body") {
    struct strange {
        int status;
        std::string_view body;
        errc code;
        error_class kind;
        std::string_view text;
    };
    constexpr strange table[] = {
        {502, "<html><head><title>502</title></head><body>Bad Gateway<hr></body></html>", errc::refused,
         error_class::server, "<html><head><title>502</title></head><body>Bad Gateway<hr></body></html>"},
        {503, "", errc::refused, error_class::server, ""},
        {404, "not here", errc::refused, error_class::gateway, "not here"},
        {400, R"({"Message":"no code"})", errc::refused, error_class::gateway, R"({"Message":"no code"})"},
        {302, "{}", errc::refused, error_class::gateway, "{}"},
        {400, R"({"Code":["a"]})", errc::refused, error_class::gateway, R"({"Code":["a"]})"},
    };
    for (const strange& s : table) {
        CAPTURE(s.status, s.body);
        const error e = refusal_of(s.status, s.body);
        CHECK(e.what.code == s.code);
        CHECK(e.service.code.empty());
        CHECK(e.service.kind == s.kind);
        CHECK(e.text == s.text);
    }
}
