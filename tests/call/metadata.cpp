// The metadata service of an instance: what it is asked, and what its replies mean.

#include <slbwire/call/metadata.hpp>

#include <string>
#include <string_view>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

// As the service's page shows it.
constexpr std::string_view reply = R"({
   "AccessKeyId" : "STS.J8XXXXXXXXXX4",
   "AccessKeySecret" : "9PjfXXXXhidden",
   "Expiration" : "2017-11-01T05:20:01Z",
   "SecurityToken" : "CAIXhidden",
   "LastUpdated" : "2017-10-31T23:20:01Z",
   "Code" : "Success"
})";

http_response ok(std::string_view body) { return {.status = 200, .body = std::string(body)}; }

template <class T>
void check_wrong(const result<T>& got, error_kind kind, errc code, std::string_view field,
                 std::string_view message = {}) {
    REQUIRE_FALSE(got.has_value());
    const error& e = got.error();
    INFO(e.message());
    CHECK(e.kind == kind);
    CHECK(e.what.code == code);
    CHECK(e.what.field == field);
    if (!message.empty()) CHECK(e.message() == message);
    CHECK(e.message().find("hidden") == std::string::npos);
}

}  // namespace

TEST_CASE("the metadata service: requests") {
    const http_request token = metadata_token_request();
    CHECK(token.method == "PUT");
    CHECK(token.url == "http://100.100.100.200/latest/api/token");
    REQUIRE(token.headers.size() == 1);
    CHECK(token.headers[0].name == "X-aliyun-ecs-metadata-token-ttl-seconds");
    CHECK(token.headers[0].value == "21600");
    CHECK(token.body.empty());
    CHECK(token.timeout_ms == 2'000);
    CHECK(metadata_token_request(60).headers[0].value == "60");

    const http_request role = metadata_role_request("tok");
    CHECK(role.method == "GET");
    CHECK(role.url == "http://100.100.100.200/latest/meta-data/ram/security-credentials/");
    REQUIRE(role.headers.size() == 1);
    CHECK(role.headers[0].name == "X-aliyun-ecs-metadata-token");
    CHECK(role.headers[0].value == "tok");
    CHECK(metadata_role_request("").headers.empty());

    const auto keys = metadata_keys_request("Ecs.Ram-Role_1", "tok");
    REQUIRE(keys.has_value());
    CHECK(keys->url == "http://100.100.100.200/latest/meta-data/ram/security-credentials/Ecs.Ram-Role_1");
    CHECK(keys->headers.size() == 1);
    for (const std::string& bad :
         {std::string(), std::string("a/b"), std::string("../x"), std::string(".."), std::string("a?b"),
          std::string("a b"), std::string("a\r\nb"), std::string(65, 'a')}) {
        check_wrong(metadata_keys_request(bad, ""), error_kind::invalid_request, errc::invalid_value, "role");
    }
}

TEST_CASE("the metadata service: replies") {
    CHECK(*metadata_token(ok("AQAAAAe_token==\n")) == "AQAAAAe_token==");
    CHECK(*metadata_role(ok("EcsRamRoleTest\n")) == "EcsRamRoleTest");
    const auto keys = metadata_keys(ok(reply));
    REQUIRE(keys.has_value());
    CHECK(keys->credentials.access_key_id() == "STS.J8XXXXXXXXXX4");
    CHECK(keys->credentials.access_key_secret().reveal() == "9PjfXXXXhidden");
    CHECK(keys->credentials.security_token().reveal() == "CAIXhidden");
    CHECK(keys->expires == 1'509'513'601);
    // One that leaves the code out, as other services of this form do.
    CHECK(
        metadata_keys(
            ok(R"({"AccessKeyId":"i","AccessKeySecret":"s","SecurityToken":"t","Expiration":"2017-11-01T05:20:01Z"})"))
            .has_value());
}

TEST_CASE("the metadata service: what is no answer") {
    check_wrong(metadata_token(ok("")), error_kind::malformed_reply, errc::empty_body, "token");
    check_wrong(metadata_token(ok("a\r\nX-Header: b")), error_kind::malformed_reply, errc::invalid_value, "token");
    check_wrong(metadata_role(ok("<html>hidden</html>")), error_kind::malformed_reply, errc::invalid_value, "role");
    check_wrong(metadata_role(ok("one\ntwo")), error_kind::malformed_reply, errc::invalid_value, "role");
    check_wrong(metadata_keys(ok("<html><body>login</body></html>")), error_kind::malformed_reply, errc::missing,
                "AccessKeyId");
    check_wrong(metadata_keys(ok(R"({"Code":"Success"})")), error_kind::malformed_reply, errc::missing, "AccessKeyId");
    check_wrong(metadata_keys(ok(R"({"AccessKeyId":"i","AccessKeySecret":"hidden","Code":"Success"})")),
                error_kind::malformed_reply, errc::missing, "SecurityToken",
                "malformed reply: a required field is missing in SecurityToken: temporary keys have a token at byte 0 "
                "(HTTP 200)");
    check_wrong(
        metadata_keys(ok(R"({"AccessKeyId":"i","AccessKeySecret":"s","SecurityToken":"hidden","Expiration":"soon"})")),
        error_kind::malformed_reply, errc::invalid_value, "Expiration");
    const auto failed = metadata_keys(ok(R"({"Code":"AssumeRoleUnauthorized","AccessKeySecret":"hidden"})"));
    check_wrong(failed, error_kind::refused, errc::refused, "");
    CHECK(failed.error().service.code == "AssumeRoleUnauthorized");

    const auto none = metadata_keys({.status = 404, .body = "<html>Not Found</html>"});
    check_wrong(none, error_kind::refused, errc::refused, "",
                "HTTP 404: the metadata service knows no such role of the instance");
    CHECK(none.error().service.retry == retry_advice::never);
    check_wrong(metadata_role({.status = 403}), error_kind::refused, errc::refused, "",
                "HTTP 403: the metadata service wants a token");
    check_wrong(metadata_role({.status = 302}), error_kind::refused, errc::refused, "",
                "HTTP 302: the metadata service refused");
    const auto busy = metadata_keys({.status = 503});
    CHECK(busy.error().service.retry == retry_advice::later);

    const auto lost = metadata_token({.transport_error = 28, .transport_message = "timed out"});
    check_wrong(
        lost, error_kind::transport, errc::transport_failed, "",
        "transport: no reply came back: the metadata service is for programs on an instance (code 28): timed out");
    CHECK(lost.error().service.retry == retry_advice::later);
    CHECK(lost.error().effect == error_effect::none);
    CHECK(metadata_token({.transport_error = 7, .not_sent = true}).error().effect == error_effect::not_sent);
    CHECK(metadata_token({}).error().kind == error_kind::transport);
}

TEST_CASE("the metadata service: no beginning of a reply, and no change of one byte, gives half of the keys") {
    const auto is_whole = [](const result<temporary_credentials>& keys) {
        return !keys || (!keys->credentials.access_key_id().empty() && !keys->credentials.access_key_secret().empty() &&
                         !keys->credentials.security_token().empty() && keys->expires != 0);
    };
    for (std::size_t size = 0; size < reply.size(); ++size) {
        const auto cut = metadata_keys(ok(reply.substr(0, size)));
        REQUIRE_FALSE(cut.has_value());
        CHECK(cut.error().message().find("hidden") == std::string::npos);
    }
    for (std::size_t at = 0; at < reply.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string changed(reply);
            changed[at] = static_cast<char>(byte);
            const auto keys = metadata_keys(ok(changed));
            if (!is_whole(keys)) FAIL("byte " << at << " as " << byte);
            if (!keys && keys.error().message().find("hidden") != std::string::npos) FAIL(keys.error().message());
        }
    }
}
