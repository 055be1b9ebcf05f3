#include <slbwire/call/finish.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/core/utf8.hpp>
#include <slbwire/model/decode.hpp>

#include "../support/catch.hpp"
#include "../support/both_ways.hpp"
#include "../support/exact_block.hpp"
#include "../support/samples.hpp"

#include <slbwire/api/vserver_group.hpp>

using namespace slbwire;

namespace {

using remove_servers = remove_vserver_group_backend_servers;

const std::string good = R"({"RequestId":"9DEC9C28","VServerGroupId":"g","BackendServers":{"BackendServer":[{"ServerId":"a","Port":80}]}})";

error fail_of(http_response response) {
    const auto reply = finish<remove_servers>(response);
    INFO(response.body);
    REQUIRE(!reply.has_value());
    // Nothing that is shown ends a line of a log or holds a control character.
    for (char c : reply.error().message()) CHECK(!ascii::is_control(c));
    return reply.error();
}

}  // namespace

TEST_CASE("a reply that is understood") {
    for (int status : {200, 201, 299}) {
        const auto reply = finish<remove_servers>({.status = status, .body = good});
        REQUIRE(reply.has_value());
        CHECK(reply->backend_servers[0].port == 80);
        CHECK(!reply->backend_servers[0].weight);  // absent is not zero
    }
}

TEST_CASE("no reply") {
    error e = fail_of({.body = good, .transport_error = 28, .transport_message = "timed out"});
    CHECK(e.kind == error_kind::transport);
    CHECK(e.transport_code == 28);
    CHECK(e.message() == "transport: no reply came back (code 28): timed out");
    CHECK(fail_of({.body = good}).kind == error_kind::transport);
    CHECK(fail_of({.status = 99, .body = good}).kind == error_kind::transport);
    CHECK(fail_of({.status = 600, .body = good}).kind == error_kind::transport);
    CHECK(fail_of({.status = 200, .body = good, .transport_error = -1}).kind == error_kind::transport);
}

TEST_CASE("a reply that is not understood is never success") {
    struct row {
        const char* body;
        errc code;
        const char* request_id;
    };
    const row rows[] = {
        {"", errc::empty_body, ""},
        {"{}", errc::no_known_member, ""},
        {"<r/>", errc::no_known_member, ""},
        {R"({"RequestId":"R-1"})", errc::no_known_member, "R-1"},
        {R"({"Success":true,"RequestId":"R-1"})", errc::no_known_member, "R-1"},
        {"null", errc::unknown_format, ""},
        {"<!DOCTYPE html><html><body>RequestId: x</body></html>", errc::html_page, "x"},
        {"<html><head><title>Login</title></head></html>", errc::html_page, ""},
        {"<!DOCTYPE r><r/>", errc::doctype, ""},
        {R"({"RequestId":"R-1","VServerGroupId":)", errc::truncated, "R-1"},
        {R"({"RequestId":"R-1","BackendServers":{"BackendServer":[{"ServerId":"a","Port":99999999999}]}})", errc::out_of_range, "R-1"},
        {"<r><BackendServers>none</BackendServers><RequestId>R-1</RequestId></r>", errc::wrong_shape, "R-1"},
    };
    for (const row& r : rows) {
        const error e = fail_of({.status = 200, .body = r.body});
        INFO(r.body << " gave " << e.message());
        CHECK(e.kind == error_kind::malformed_reply);
        CHECK(e.what.code == r.code);
        CHECK(e.request_id == r.request_id);
        CHECK(e.http_status == 200);
    }
}

TEST_CASE("an operation whose reply has nothing but the RequestId") {
    CHECK(finish<delete_vserver_group>({.status = 200, .body = R"({"RequestId":"R"})"}).has_value());
    CHECK(finish<delete_vserver_group>({.status = 200, .body = "<r><RequestId>R</RequestId></r>"}).has_value());
    CHECK(!finish<delete_vserver_group>({.status = 200, .body = "{}"}).has_value());
    const auto refused = finish<delete_vserver_group>({.status = 200, .body = R"({"RequestId":"R","Code":"X"})"});
    REQUIRE(!refused.has_value());
    CHECK(refused.error().kind == error_kind::refused);
}

TEST_CASE("refusals keep what the service said") {
    const http_response json{.status = 400, .body =
        R"({"Recommend":"https://x","Message":"Request was \"denied\"","RequestId":"R","HostId":"h","Code":"Throttling.User",)"
        R"("AccessDeniedDetail":{"AuthAction":"slb:X","UserId":7}})",
        .headers = {{"X-Ratelimit-User", "Limit:10,Remain:0,TimeLeft:1500,Reset:1"}}};
    const error e = fail_of(json);
    CHECK(e.kind == error_kind::refused);
    CHECK(e.what.code == errc::refused);
    CHECK(e.http_status == 400);
    CHECK(e.request_id == "R");
    CHECK(e.service.code == "Throttling.User");
    CHECK(e.service.message == "Request was \"denied\"");
    CHECK(e.service.host_id == "h");
    CHECK(e.service.recommend == "https://x");
    CHECK(e.service.access_denied_detail == "AuthAction=slb:X; UserId=7");
    CHECK(e.service.kind == error_class::throttled);
    CHECK(e.service.retry == retry_advice::later);
    CHECK(e.service.retry_after_ms == 1500);
    CHECK(e.message() == "refused: Throttling.User: Request was \"denied\" (HTTP 400) RequestId R");
    CHECK(e.server_time == 0);
    http_response dated = json;
    dated.headers.push_back({"DATE", "Sun, 06 Nov 1994 08:49:37 GMT"});
    CHECK(fail_of(dated).server_time == 784'111'777);
    dated.headers.back().value = "yesterday";
    CHECK(fail_of(dated).server_time == 0);
    // Under status 200 it is the same refusal, and its fields win over a wrapper of any name.
    CHECK(fail_of({.status = 200, .body = json.body}).service.code == "Throttling.User");
    CHECK(fail_of({.status = 200, .body = "<AnyResponse><Code>X.NotFound</Code></AnyResponse>"}).service.kind ==
          error_class::not_found);
    // Own fields beside a Code are a reply.
    CHECK(finish<remove_servers>({.status = 200, .body = R"({"VServerGroupId":"g","Code":"200"})"}).has_value());
}

TEST_CASE("a status that is not 2xx is a refusal, whatever the body") {
    error e = fail_of({.status = 502, .body = "<html><body>Bad Gateway\r\n</body></html>"});
    CHECK(e.kind == error_kind::refused);
    CHECK(e.service.kind == error_class::server);
    CHECK(e.service.retry == retry_advice::later);
    CHECK(e.text == "<html><body>Bad Gateway\r\n</body></html>");
    CHECK(e.message().find("Bad Gateway") != std::string::npos);

    e = fail_of({.status = 503, .body = ""});
    CHECK(e.service.retry == retry_advice::later);
    e = fail_of({.status = 403, .body = good});  // even one that would decode
    CHECK(e.kind == error_kind::refused);
    CHECK(e.request_id == "9DEC9C28");
    CHECK(e.service.kind == error_class::gateway);
    e = fail_of({.status = 400, .body = R"({"RequestId":"R-2","Code":"Throttl)"});
    CHECK(e.request_id == "R-2");
    CHECK(e.what.code == errc::refused);
    e = fail_of({.status = 302, .body = "moved"});
    CHECK(e.kind == error_kind::refused);

    // Of a long body only the beginning is kept, cut between characters.
    std::string long_body = "x";
    for (int i = 0; i < 1'000; ++i) long_body += "文";
    e = fail_of({.status = 500, .body = long_body});
    CHECK(e.text.size() <= 512);
    CHECK(utf8::is_valid(e.text));
}

namespace {

/// What every outcome must keep to, success or not.
template <class Op>
void any_outcome(std::string_view body) {
    const support::exact_block block(body);
    const http_response response{.status = 200, .body = std::string(body)};
    const auto owning = finish<Op>(response);
    text_arena arena;
    const auto borrowing = finish_view<Op>(response, arena);
    CHECK(owning.has_value() == borrowing.has_value());
    // The same from a block without a byte to spare, where one byte too far is seen.
    text_arena more;
    const auto decoded = decode<typename Op::template response_of<std::string_view>>(block.view(), more, Op::action);
    if (owning) CHECK((decoded.has_value() && *decoded == *borrowing));
    using view = typename Op::template response_of<std::string_view>;
    if (!support::same_both_ways<view>(block.view(), Op::action)) FAIL_CHECK("read in two ways: " << body);
}

std::string_view without_end(std::string_view text) {
    while (ascii::is_blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace

TEST_CASE("every beginning of every sample is an error") {
    for (const samples::sample& s : samples::all) {
        const std::string_view whole = without_end(s.text);
        for (std::size_t n = 0; n < whole.size(); ++n) {
            const support::exact_block block(whole.substr(0, n));
            text_arena arena;
            const auto decoded = decode<basic_vserver_group_attribute<std::string_view>>(block.view(), arena);
            if (decoded) FAIL_CHECK(s.file << " cut to " << n << " bytes");
        }
    }
}

TEST_CASE("every change of one byte of the seeds' samples decodes or is an error") {
    for (const samples::sample& s :
         {samples::seed_RemoveVServerGroupBackendServers_json, samples::seed_RemoveVServerGroupBackendServers_xml,
          samples::seed_ModifyVServerGroupBackendServers_json, samples::seed_ModifyVServerGroupBackendServers_xml}) {
        std::string damaged(s.text);
        for (char& c : damaged) {
            const char right = c;
            for (int byte = 0; byte < 256; ++byte) {
                c = static_cast<char>(static_cast<unsigned char>(byte));
                any_outcome<remove_servers>(damaged);
            }
            c = right;
        }
    }
}

TEST_CASE("every byte of all samples, changed to what means something somewhere, decodes or is an error") {
    constexpr std::string_view meaning = "\"\\{}[],:<>/&!-]?=' 0tn\xe4\x80\xff\n";
    for (const samples::sample& s : samples::all) {
        std::string damaged(s.text);
        for (char& c : damaged) {
            const char right = c;
            for (char other : meaning) {
                c = other;
                any_outcome<describe_vserver_group_attribute>(damaged);
            }
            c = right;
        }
    }
}
