#include <slbwire/call/signature_mismatch.hpp>
#include <slbwire/call/call.hpp>
#include <slbwire/call/sign.hpp>
#include <slbwire/call/untyped.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/wire/query.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slbwire/api/vserver_group.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

const describe_vserver_group_attribute op{.vserver_group_id = "rsp-1"};
constexpr std::string_view wrong = "the AccessKeySecret is wrong";
constexpr std::string_view changed = "the request was changed on its way";

client client_of(request_style style) {
    return {.credentials = {"testid", "testsecret", "testtoken/+="},
            .region_id = "cn-hangzhou",
            .style = style,
            .stamps = [] { return stamp{.time = 1565092800, .nonce = "n"}; }};
}
constexpr request_style styles[] = {request_style::get, request_style::post_query, request_style::post_form};

/// What was signed, worked out from what was sent without the library's reader.
std::string signed_text(const http_request& request) {
    std::string query = request.body.empty() ? request.url.substr(request.url.find('?') + 1) : request.body;
    query.resize(query.find("&Signature="));
    return string_to_sign(request.method, query);
}

/// A refusal in JSON.
http_response refusal_of(std::string_view code, std::string_view message, int status = 400) {
    std::string body = R"({"RequestId":"R-1","HostId":"slb.aliyuncs.com","Code":")";
    ((body += code) += R"(","Message":")") += message;
    return {.status = status, .body = body + "\"}"};
}
constexpr std::string_view beginning = "Specified signature is not matched with our calculation. server string to sign is:";

error error_of(std::string_view message, const http_request& sent, std::string_view code = "SignatureDoesNotMatch") {
    const auto reply = finish<describe_vserver_group_attribute>(refusal_of(code, message), sent);
    REQUIRE_FALSE(reply.has_value());
    const std::string line = reply.error().message();
    INFO(line);
    CHECK(line.find("testsecret") == std::string::npos);
    CHECK(line.find("testtoken") == std::string::npos);
    CHECK(line.find("%2F&") == std::string::npos);
    CHECK((line.find(wrong) != std::string::npos) == (reply.error().mismatch == signature_mismatch::wrong_secret));
    CHECK((line.find(changed) != std::string::npos) == (reply.error().mismatch == signature_mismatch::changed_request));
    return reply.error();
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    text.replace(text.find(what), what.size(), by);
    return text;
}

}  // namespace

TEST_CASE("mismatch: the string to sign of a request is the one that was signed") {
    for (request_style style : styles) {
        const parameter extra[] = {{"zeta~ ", "x&y=z"}, {"Empty", ""}};
        const auto request = prepare(client_of(style), op, {.time = 0, .nonce = "a b*~'"}, extra);
        REQUIRE(request.has_value());
        const std::string text = string_to_sign(*request);
        CHECK(text == signed_text(*request));
        CHECK(text.find("Signature%3D") == std::string::npos);
    }
    // The signature may stand anywhere.
    CHECK(string_to_sign({.method = "GET", .url = "https://h/?Signature=x%3D&a=1&b=2"}) == string_to_sign("GET", "a=1&b=2"));
    CHECK(string_to_sign({.method = "POST", .url = "https://h/", .body = "a=1&Signature=x%3D&b=2"}) ==
          string_to_sign("POST", "a=1&b=2"));
    CHECK(string_to_sign({.method = "GET", .url = "https://h/?SignatureNonce=1"}) == string_to_sign("GET", "SignatureNonce=1"));
    CHECK(string_to_sign({.method = "GET", .url = "https://h/"}) == "GET&%2F&");
}

TEST_CASE("mismatch: what the service signed is ours, and so the secret is wrong") {
    for (request_style style : styles) {
        const http_request sent = prepare(client_of(style), op, {.time = 0, .nonce = "n"}).value();
        const std::string ours = signed_text(sent);
        const std::string messages[] = {
            std::string(beginning) + ours,
            std::string(beginning) + " " + ours,
            std::string(beginning) + ours + " ",
            std::string(beginning) + ours + ".",
            std::string(beginning) + "\\\"" + ours + "\\\"",
            std::string(beginning) + " '" + ours + "'.",
            std::string(beginning) + "[" + ours + "]",
            std::string(beginning) + "\\n" + ours + "\\n",
            "Server String To Sign Is : " + ours,
            "no match. server string to sign is " + ours + ", sorry",
            replaced(std::string(beginning) + ours, "&%2F&", "\\u0026%2F\\u0026"),
        };
        for (const std::string& message : messages) {
            CAPTURE(message);
            for (std::string_view code : {"SignatureDoesNotMatch", "IncompleteSignature", "InvalidSignature"}) {
                CHECK(error_of(message, sent, code).mismatch == signature_mismatch::wrong_secret);
            }
        }
        std::string xml = "<Error><RequestId>R-1</RequestId><Code>SignatureDoesNotMatch</Code><Message>";
        xml += beginning;
        for (char c : ours) xml += c == '&' ? std::string("&amp;") : std::string(1, c);
        const http_response response{.status = 400, .body = xml + "</Message></Error>"};
        CHECK(finish<describe_vserver_group_attribute>(response, sent).error().mismatch == signature_mismatch::wrong_secret);
    }
    const http_request sent = prepare(client_of(request_style::get), op, {.time = 0, .nonce = "n"}).value();
    CHECK(error_of(std::string(beginning) + signed_text(sent), sent).message() ==
          "refused: SignatureDoesNotMatch: Specified signature is not matched with our calculation.  (HTTP 400) RequestId "
          "R-1: the AccessKeySecret is wrong: the service signed the same text");
}

TEST_CASE("mismatch: what the service signed is another text, and so the request was changed") {
    const auto request = prepare(client_of(request_style::get), op, {.time = 0, .nonce = "a b"});
    const http_request& sent = *request;
    const std::string ours = signed_text(sent);
    for (const std::string& theirs : {
             replaced(ours, "GET", "POST"),
             replaced(ours, "a%2520b", "a%252Bb"),
             replaced(ours, "rsp-1", "rsp-2"),
             replaced(ours, "%26Version", "%26Via%3Dproxy%26Version"),
             ours + "%26zone%3Da",
             ours + "0",
         }) {
        CAPTURE(theirs);
        CHECK(error_of(std::string(beginning) + theirs, sent).mismatch == signature_mismatch::changed_request);
    }
}

TEST_CASE("mismatch: nothing is said where nothing is known") {
    const http_request sent = prepare(client_of(request_style::get), op, {.time = 0, .nonce = "n"}).value();
    const std::string ours = signed_text(sent);
    for (const std::string& message : {
             std::string("Specified signature is not matched with our calculation."),
             std::string(beginning),
             std::string(beginning) + "GET",
             std::string(beginning) + ours.substr(0, ours.size() - 1),          // cut
             replaced(std::string(beginning) + ours, "testid", "test****"),    // masked
             std::string("Specified signature does not match our calculation. server StringToSign is "
                         "[ACS3-HMAC-SHA256\\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259]"),
             "our string to sign is:" + ours,
         }) {
        const auto reply = finish<describe_vserver_group_attribute>(refusal_of("SignatureDoesNotMatch", message), sent);
        CAPTURE(message);
        CHECK(reply.error().mismatch == signature_mismatch::unknown);
    }
    // Nor of what is no refusal.
    CHECK(find_mismatch({}, sent) == signature_mismatch::unknown);
    CHECK(finish<describe_vserver_group_attribute>({.transport_error = 7}, sent).error().mismatch ==
          signature_mismatch::unknown);
    CHECK(finish<describe_vserver_group_attribute>(
              {.status = 200, .body = R"({"RequestId":"R","VServerGroupId":"rsp-1"})"}, sent)
              .has_value());
}

TEST_CASE("mismatch: through every door") {
    // Signs as the service would with another secret.
    const auto service = [](const http_request& request) -> http_response {
        return refusal_of("SignatureDoesNotMatch", std::string(beginning) + signed_text(request));
    };
    for (request_style style : styles) {
        const client c = client_of(style);
        CHECK(call(service, c, op).error().mismatch == signature_mismatch::wrong_secret);
        const parameter parameters[] = {{"VServerGroupId", "rsp-1"}};
        const untyped_operation by_name{"DescribeVServerGroupAttribute", classic_load_balancer, parameters};
        CHECK(call(service, c, by_name).error().mismatch == signature_mismatch::wrong_secret);

        int calls = 0;
        const auto check = [&](const auto& reply) {
            ++calls;
            CHECK(reply.error().mismatch == signature_mismatch::wrong_secret);
        };
        call(service, c, op, check);
        call(service, c, by_name, check);
        // Later, when the request is gone.
        std::vector<std::function<void()>> later;
        const auto transport = [&](http_request request, std::function<void(http_response&&)> done) {
            later.push_back([answer = service(request), done = std::move(done)]() mutable { done(std::move(answer)); });
            request = {};
        };
        call(transport, c, op, check);
        call(transport, c, by_name, check);
        for (const auto& next : later) next();
        CHECK(calls == 4);

        const http_request sent = prepare(c, op, {.time = 0, .nonce = "n"}).value();
        text_arena arena;
        const http_response response = service(sent);
        CHECK(finish_view<describe_vserver_group_attribute>(response, arena, sent).error().mismatch ==
              signature_mismatch::wrong_secret);
        CHECK(finish_untyped(response, sent).error().mismatch == signature_mismatch::wrong_secret);
        // Without the request there is nothing to compare.
        CHECK(finish<describe_vserver_group_attribute>(response).error().mismatch == signature_mismatch::unknown);
        CHECK(finish_untyped(response).error().mismatch == signature_mismatch::unknown);
    }
    // Something on the way changes it.
    const auto proxy = [&](http_request request) {
        request.url.insert(request.url.find("&Version="), "%2B");
        return service(request);
    };
    CHECK(call(proxy, client_of(request_style::get), op).error().mismatch == signature_mismatch::changed_request);
}
