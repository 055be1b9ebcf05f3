// Temporary keys of a role: what is sent where, what is refused, how the reply is read, and that nothing shows it.

#include <slbwire/call/print.hpp>

#include <string>
#include <string_view>

#include <slbwire/api/assume_role.hpp>
#include <slbwire/call/finish.hpp>
#include <slbwire/call/prepare.hpp>
#include <slbwire/core/bounded_output.hpp>
#include <slbwire/model/host.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

const assume_role whole{.role_arn = "acs:ram::123456789012:role/adminrole",
                        .role_session_name = "alice",
                        .duration_seconds = 3600,
                        .policy = R"({"Statement": [{"Action": ["*"],"Effect": "Allow","Resource": ["*"]}],"Version":"1"})",
                        .external_id = "abcd1234"};
assume_role small() { return {.role_arn = "acs:ram::1:role/r", .role_session_name = "me"}; }

std::string host_of(std::string_view region, bool vpc = false) {
    char room[128];
    bounded_output out(room, sizeof room);
    write_host(out, security_token_service, region, vpc);
    return std::string(out.written());
}

// As the page of the operation shows them.
constexpr std::string_view json_reply = R"({
  "RequestId": "6894B13B-6D71-4EF5-88FA-F32781734A7F",
  "AssumedRoleUser": {"AssumedRoleId": "34458433936495****:alice", "Arn": "acs:ram::123456789012:role/adminrole/alice"},
  "Credentials": {"SecurityToken": "CAISthetoken+/==", "Expiration": "2015-04-09T11:52:19Z",
                  "AccessKeySecret": "wyLTSmsyPGP1thesecret", "AccessKeyId": "STS.L4aBSCSJVMuKg5U1"}
})";
constexpr std::string_view xml_reply = R"(<AssumeRoleResponse>
  <RequestId>6894B13B-6D71-4EF5-88FA-F32781734A7F</RequestId>
  <AssumedRoleUser>
    <Arn>acs:ram::123456789012:role/adminrole/alice</Arn><AssumedRoleId>34458433936495****:alice</AssumedRoleId>
  </AssumedRoleUser>
  <Credentials>
    <AccessKeyId>STS.L4aBSCSJVMuKg5U1</AccessKeyId><AccessKeySecret>wyLTSmsyPGP1thesecret</AccessKeySecret>
    <SecurityToken>CAISthetoken+/==</SecurityToken><Expiration>2015-04-09T11:52:19Z</Expiration>
  </Credentials>
</AssumeRoleResponse>)";

void check_shows_no_secret(std::string_view line) {
    INFO(line);
    CHECK(line.find("CAIS") == std::string_view::npos);
    CHECK(line.find("wyLT") == std::string_view::npos);
}

}  // namespace

TEST_CASE("AssumeRole: the request") {
    // Both signatures were computed apart from the library.
    const std::string query =
        "AccessKeyId=testid&Action=AssumeRole&DurationSeconds=3600&ExternalId=abcd1234&Format=JSON&Policy=%7B%22Statement"
        "%22%3A%20%5B%7B%22Action%22%3A%20%5B%22%2A%22%5D%2C%22Effect%22%3A%20%22Allow%22%2C%22Resource%22%3A%20%5B%22"
        "%2A%22%5D%7D%5D%2C%22Version%22%3A%221%22%7D&RegionId=cn-hangzhou&RoleArn=acs%3Aram%3A%3A123456789012%3Arole"
        "%2Fadminrole&RoleSessionName=alice&SignatureMethod=HMAC-SHA1&SignatureNonce=15215528852396&SignatureVersion=1.0"
        "&Timestamp=2019-08-06T12%3A00%3A00Z&Version=2015-04-01&Signature=";
    client c = fixed_client();
    CHECK(prepare(c, whole, fixed_stamp)->url ==
          "https://sts.cn-hangzhou.aliyuncs.com/?" + query + "jWSLBp6PSB4%2BDj7o08Ag6VoQCKM%3D");
    c.style = request_style::post_form;
    const auto form = prepare(c, whole, fixed_stamp);
    CHECK(form->url == "https://sts.cn-hangzhou.aliyuncs.com/");
    CHECK(form->body == query + "%2F6bV6M4bPdZqcc8iIBptiwbDyp4%3D");
    // Without a region the central host is named.
    c.region_id.clear();
    c.endpoint = "sts.aliyuncs.com";
    CHECK(prepare(c, small(), fixed_stamp)->url == "https://sts.aliyuncs.com/");
}

TEST_CASE("AssumeRole: where it is served") {
    CHECK(host_of("cn-hangzhou") == "sts.cn-hangzhou.aliyuncs.com");
    CHECK(host_of("us-east-1") == "sts.us-east-1.aliyuncs.com");
    CHECK(host_of("cn-newer-9") == "sts.cn-newer-9.aliyuncs.com");
    CHECK(host_of("cn-hangzhou", true) == "sts-vpc.cn-hangzhou.aliyuncs.com");
    CHECK(host_of("cn-hangzhou-finance") == "sts.aliyuncs.com");
    CHECK(host_of("cn-north-2-gov-1") == "sts-vpc.cn-north-2-gov-1.aliyuncs.com");
    CHECK(host_of("cn-shenzhen-finance-1") == "sts-vpc.cn-shenzhen-finance-1.aliyuncs.com");
}

TEST_CASE("AssumeRole: what is refused") {
    check_invalid(assume_role{}, {.code = errc::missing, .field = "RoleArn"});
    check_invalid(assume_role{.role_arn = "r"}, {.code = errc::missing, .field = "RoleSessionName"});
    for (std::int64_t good : {900, 3'600, 43'200}) {
        assume_role op = small();
        op.duration_seconds = good;
        check_valid(op);
    }
    for (std::int64_t bad : {-1, 0, 899, 43'201}) {
        assume_role op = small();
        op.duration_seconds = bad;
        check_invalid(op, {.code = errc::out_of_range, .field = "DurationSeconds", .lowest = 900, .highest = 43'200});
    }
    const auto with = [](std::string assume_role::*member, std::size_t size) {
        assume_role op = small();
        op.*member = std::string(size, 'a');
        return op;
    };
    for (std::size_t good : {2u, 64u}) check_valid(with(&assume_role::role_session_name, good));
    check_invalid(with(&assume_role::role_session_name, 1),
                  {.code = errc::too_few, .field = "RoleSessionName", .lowest = 2, .highest = 64});
    check_invalid(with(&assume_role::role_session_name, 65),
                  {.code = errc::too_long, .field = "RoleSessionName", .lowest = 2, .highest = 64});
    check_valid(with(&assume_role::policy, 2'048));
    check_invalid(with(&assume_role::policy, 2'049),
                  {.code = errc::too_long, .field = "Policy", .lowest = 1, .highest = 2'048});
    check_valid(with(&assume_role::external_id, 1'224));
    check_invalid(with(&assume_role::external_id, 1'225),
                  {.code = errc::too_long, .field = "ExternalId", .lowest = 2, .highest = 1'224});
    check_bad_texts(small(), [](auto& op, std::string t) { op.role_arn = std::move(t); }, {.field = "RoleArn"});
}

TEST_CASE("AssumeRole: the reply, in both formats") {
    for (const std::string_view body : {json_reply, xml_reply}) {
        const http_response response{.status = 200, .body = std::string(body)};
        const auto reply = finish<assume_role>(response);
        REQUIRE(reply.has_value());
        CHECK(reply->request_id == "6894B13B-6D71-4EF5-88FA-F32781734A7F");
        CHECK(reply->credentials.access_key_id == "STS.L4aBSCSJVMuKg5U1");
        CHECK(reply->credentials.access_key_secret == "wyLTSmsyPGP1thesecret");
        CHECK(reply->credentials.security_token == "CAISthetoken+/==");
        CHECK(reply->credentials.expiration == "2015-04-09T11:52:19Z");
        CHECK(reply->assumed_role_user.arn == "acs:ram::123456789012:role/adminrole/alice");
        CHECK(reply->assumed_role_user.assumed_role_id == "34458433936495****:alice");
        text_arena arena;
        const auto view = finish_view<assume_role>(response, arena);
        REQUIRE(view.has_value());
        CHECK(view->credentials.security_token == "CAISthetoken+/==");

        // What is printed of it.
        check_shows_no_secret(show(*reply));
        check_shows_no_secret(show(*view));
        CHECK(show(*reply) ==
              R"({RequestId: "6894B13B-6D71-4EF5-88FA-F32781734A7F", Credentials: {AccessKeyId: )"
              R"("STS.L4aBSCSJVMuKg5U1", AccessKeySecret: "***", SecurityToken: "***", Expiration: )"
              R"("2015-04-09T11:52:19Z"}, AssumedRoleUser: {Arn: "acs:ram::123456789012:role/adminrole/alice", )"
              R"(AssumedRoleId: "34458433936495****:alice"}})");
    }
}

TEST_CASE("AssumeRole: a reply that is not understood shows no secret either") {
    for (const std::string_view body : {json_reply, xml_reply}) {
        for (std::size_t size = 0; size < body.size(); ++size) {
            const auto cut = finish<assume_role>({.status = 200, .body = std::string(body.substr(0, size))});
            REQUIRE_FALSE(cut.has_value());
            check_shows_no_secret(cut.error().message());
            const auto failed = finish<assume_role>({.status = 502, .body = std::string(body.substr(0, size))});
            REQUIRE_FALSE(failed.has_value());
            check_shows_no_secret(failed.error().message());
        }
    }
    const auto refused = finish<assume_role>(
        {.status = 403, .body = R"({"RequestId":"R","Code":"NoPermission","Message":"You are not authorized to do this action."})"});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().service.kind == error_class::permission);
}
