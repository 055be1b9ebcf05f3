// What a session asks for its keys, and how it deals with who gives them: over a fake of the three services, with a
// clock that the tests set.

#include <slbwire/call/key_providers.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/api/vserver_group.hpp>
#include <slbwire/codec/timestamp.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr std::int64_t noon = 1'565'092'800;

/// Answers as the load balancer's service, as Security Token Service and as the metadata service, by the request's
/// host.
struct world {
    std::int64_t now = noon;
    int nonces = 0;
    std::vector<std::string> urls{};
    std::vector<std::string> ids{};  ///< of the keys that load balancers were called with
    std::string expired_id{};        ///< whose keys that service calls expired
    bool has_token = true;           ///< of the metadata service
    int keys_given = 0;
    std::int64_t good_for = 3'600;  ///< seconds
    int sts_status = 200;

    client settings() {
        return {.credentials = {}, .region_id = "cn-hangzhou", .stamps = [this] {
                    return stamp{.time = now, .nonce = "n" + std::to_string(++nonces)};
                }};
    }
    std::string keys() {
        const std::string number = std::to_string(++keys_given);
        return R"("AccessKeyId":"STS.)" + number + R"(","AccessKeySecret":"hidden","SecurityToken":"hidden",)" +
               R"("Expiration":")" + std::string(format_timestamp(now + good_for)->view()) + "\"";
    }
    http_response operator()(const http_request& request) {
        const std::string& url = urls.emplace_back(request.url);
        if (url.starts_with("http://100.100.100.200/")) return metadata(request);
        if (url.starts_with("https://sts")) {
            if (sts_status != 200)
                return {.status = sts_status, .body = R"({"RequestId":"R","Code":"NoPermission","Message":"no"})"};
            return {.status = 200, .body = R"({"RequestId":"R","Credentials":{)" + keys() + "}}"};
        }
        constexpr std::string_view name = "AccessKeyId=";
        const std::size_t first = url.find(name) + name.size();
        ids.push_back(url.substr(first, url.find('&', first) - first));
        if (ids.back() == expired_id) {
            return {.status = 400,
                    .body = R"({"RequestId":"R","Code":"InvalidSecurityToken.Expired","Message":"expired"})"};
        }
        return {.status = 200, .body = R"({"RequestId":"R","VServerGroupId":"rsp-1"})"};
    }
    http_response metadata(const http_request& request) {
        const bool with_token = !request.headers.empty() && request.headers[0].value == "tok";
        if (request.method == "PUT")
            return has_token ? http_response{.status = 200, .body = "tok"} : http_response{.status = 404};
        if (has_token && !with_token) return {.status = 403};
        if (request.url.ends_with('/')) return {.status = 200, .body = "the-role"};
        if (!request.url.ends_with("/the-role")) return {.status = 404};
        return {.status = 200, .body = "{" + keys() + R"(,"Code":"Success"})"};
    }
};

/// Lets time pass instead of waiting.
struct waiting {
    std::int64_t* now_ms_;
    std::int64_t now_ms() const { return *now_ms_; }
    bool wait_ms(std::int64_t ms) const {
        *now_ms_ += ms;
        return true;
    }
};

const describe_vserver_group_attribute describe{.vserver_group_id = "rsp-1"};

result<vserver_group_attribute> call_once(world& w, session& shared) {
    std::int64_t clock = 0;
    return call(w, shared, describe, {}, waiting{&clock});
}

credentials keys_called(const std::string& id) { return {id, "hidden", "hidden"}; }

/// Keys called `a1`, `a2` ..., which are good for so many seconds; where `fail` is set it says no.
struct counting_provider {
    world* of;
    int* asked;
    const bool* fail;
    std::int64_t good_for;
    result<temporary_credentials> operator()() const {
        ++*asked;
        if (*fail)
            return failure{
                error{.kind = error_kind::transport, .what = {.code = errc::transport_failed}, .text = "down"}};
        return temporary_credentials{keys_called("a" + std::to_string(*asked)), good_for == 0 ? 0 : of->now + good_for};
    }
};

}  // namespace

TEST_CASE("a session gets its keys before the first call, and new ones before they run out") {
    world w;
    int asked = 0;
    const bool fail = false;
    session shared(w.settings(), counting_provider{&w, &asked, &fail, 1'000});
    CHECK(asked == 0);
    CHECK(call_once(w, shared).has_value());
    w.now += 699;
    CHECK(call_once(w, shared).has_value());
    w.now += 1;  // 300 seconds before the end
    CHECK(call_once(w, shared).has_value());
    CHECK(call_once(w, shared).has_value());
    CHECK(w.ids == std::vector<std::string>{"a1", "a1", "a2", "a2"});
    CHECK(asked == 2);
}

TEST_CASE("keys that nobody says the end of are kept") {
    world w;
    int asked = 0;
    const bool fail = false;
    session shared(w.settings(), counting_provider{&w, &asked, &fail, 0});
    for (int i = 0; i < 3; ++i) {
        CHECK(call_once(w, shared).has_value());
        w.now += 100'000;
    }
    CHECK(asked == 1);
}

TEST_CASE("new keys that run out as soon are not asked for with each call") {
    world w;
    int asked = 0;
    const bool fail = false;
    session shared(w.settings(), counting_provider{&w, &asked, &fail, 200});  // less than the 300 before the end
    for (int i = 0; i < 10; ++i) {
        CHECK(call_once(w, shared).has_value());
        ++w.now;
    }
    CHECK(asked == 1);
    CHECK(call_once(w, shared).has_value());
    CHECK(asked == 2);
}

TEST_CASE("a provider that fails: the old keys do while they last") {
    world w;
    int asked = 0;
    bool fail = false;
    session shared(w.settings(), counting_provider{&w, &asked, &fail, 1'000});
    CHECK(call_once(w, shared).has_value());
    fail = true;
    w.now += 800;
    CHECK(call_once(w, shared).has_value());
    CHECK(asked == 2);
    w.now += 9;  // it is left alone a little
    CHECK(call_once(w, shared).has_value());
    CHECK(asked == 2);
    w.now += 1;
    CHECK(call_once(w, shared).has_value());
    CHECK(asked == 3);
    CHECK(w.ids == std::vector<std::string>{"a1", "a1", "a1", "a1"});
    // Once they have run out, its error is the call's, and nothing is sent.
    w.now += 190;
    const auto none = call_once(w, shared);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().message() == "transport: no reply came back (code 0): down; there are no keys");
    CHECK(w.ids.size() == 4);
    fail = false;
    CHECK(call_once(w, shared).has_value());
    CHECK(w.ids.back() == "a5");
}

TEST_CASE("a provider that fails at first: the call ends with its error, and the next one asks again") {
    world w;
    int asked = 0;
    bool fail = true;
    session shared(w.settings(), counting_provider{&w, &asked, &fail, 1'000});
    CHECK(call_once(w, shared).error().text == "down");
    CHECK(w.urls.empty());
    fail = false;
    CHECK(call_once(w, shared).has_value());
    CHECK(asked == 2);
}

#if defined(__cpp_exceptions)
TEST_CASE("a provider that throws leaves the session as it was") {
    world w;
    int asked = 0;
    session shared(w.settings(), [&]() -> result<temporary_credentials> {
        if (++asked == 1 || asked == 3) throw std::runtime_error("provider");
        return temporary_credentials{keys_called("a" + std::to_string(asked)), w.now + 1'000};
    });
    CHECK_THROWS_AS(call_once(w, shared), std::runtime_error);
    CHECK(w.urls.empty());
    CHECK(call_once(w, shared).has_value());
    w.now += 800;
    CHECK_THROWS_AS(call_once(w, shared), std::runtime_error);
    CHECK(call_once(w, shared).has_value());
    CHECK(w.ids == std::vector<std::string>{"a2", "a4"});
}
#endif

TEST_CASE("keys that the service calls expired are renewed, and the call is made again once") {
    world w;
    int asked = 0;
    const bool fail = false;
    session shared(w.settings(), counting_provider{&w, &asked, &fail, 0});
    w.expired_id = "a1";
    CHECK(call_once(w, shared).has_value());
    CHECK(w.ids == std::vector<std::string>{"a1", "a2"});
    CHECK(call_once(w, shared).has_value());
    CHECK(asked == 2);

    // A provider whose keys are never good does not go round.
    world stuck;
    session always(stuck.settings(),
                   [&]() -> result<temporary_credentials> { return temporary_credentials{keys_called("old")}; });
    stuck.expired_id = "old";
    const auto refused = call_once(stuck, always);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().service.kind == error_class::token);
    CHECK(stuck.ids.size() == 2);

    // Without a provider there is nothing to renew.
    world fixed;
    client own = fixed.settings();
    own.credentials = keys_called("own");
    session plain(own);
    fixed.expired_id = "own";
    CHECK_FALSE(call_once(fixed, plain).has_value());
    CHECK(fixed.ids.size() == 1);
}

TEST_CASE("keys of the instance's role") {
    world w;
    session shared(w.settings(), metadata_credentials(w));
    CHECK(call_once(w, shared).has_value());
    const std::string base = "http://100.100.100.200/latest/";
    REQUIRE(w.urls.size() == 4);
    CHECK(w.urls[0] == base + "api/token");
    CHECK(w.urls[1] == base + "meta-data/ram/security-credentials/");
    CHECK(w.urls[2] == base + "meta-data/ram/security-credentials/the-role");
    CHECK(w.ids == std::vector<std::string>{"STS.1"});
    w.now += 3'300;
    CHECK(call_once(w, shared).has_value());
    CHECK(w.ids.back() == "STS.2");

    // A name that is given is not asked for; without a token it goes in the normal mode.
    world normal;
    normal.has_token = false;
    const auto keys = metadata_credentials(normal, "the-role")();
    REQUIRE(keys.has_value());
    CHECK(keys->expires == noon + 3'600);
    CHECK(normal.urls.size() == 2);
    CHECK(metadata_credentials(normal, "another")().error().http_status == 404);
    CHECK(metadata_credentials(normal, "../x")().error().what.field == "role");
}

TEST_CASE("keys of a role, from a client's and from a session's") {
    world w;
    client from = w.settings();
    from.credentials = {"own", "hidden"};
    const assume_role role{.role_arn = "acs:ram::1:role/r", .role_session_name = "me"};
    session shared(w.settings(), assume_role_credentials(w, from, role));
    CHECK(call_once(w, shared).has_value());
    REQUIRE(w.urls.size() == 2);
    CHECK(w.urls[0].starts_with("https://sts.cn-hangzhou.aliyuncs.com/?AccessKeyId=own&Action=AssumeRole&"));
    CHECK(w.ids == std::vector<std::string>{"STS.1"});

    // From the instance's role to another one: both are renewed.
    world two;
    session instance(two.settings(), metadata_credentials(two));
    session other(two.settings(), assume_role_credentials(two, instance, role));
    CHECK(call_once(two, other).has_value());
    CHECK(two.urls[3].starts_with("https://sts.cn-hangzhou.aliyuncs.com/?AccessKeyId=STS.1&Action=AssumeRole&"));
    CHECK(two.ids == std::vector<std::string>{"STS.2"});
    two.now += 3'400;
    CHECK(call_once(two, other).has_value());
    CHECK(two.ids.back() == "STS.4");

    // Errors are the services' own, or the request's.
    w.sts_status = 403;
    const auto refused = assume_role_credentials(w, from, role)();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().service.kind == error_class::permission);
    CHECK(assume_role_credentials(w, from, {.role_arn = "r", .role_session_name = "x"})().error().what.field ==
          "RoleSessionName");
}

TEST_CASE("keys of a profile, whatever it names") {
    world w;
    key_profile profile{.name = "p", .mode = "AK", .origin = key_origin::own_keys, .credentials = {"own", "hidden"}};
    CHECK(profile_credentials(w, w.settings(), profile)()->credentials.access_key_id() == "own");
    CHECK(w.urls.empty());

    profile.origin = key_origin::ram_role;
    profile.role = {.role_arn = "acs:ram::1:role/r", .role_session_name = "me"};
    client settings = w.settings();
    settings.endpoint = "slb.example";  // of another product
    CHECK(profile_credentials(w, settings, profile)()->credentials.access_key_id() == "STS.1");
    CHECK(w.urls.back().starts_with("https://sts.cn-hangzhou.aliyuncs.com/?AccessKeyId=own&Action=AssumeRole"));
    settings.region_id.clear();
    CHECK(profile_credentials(w, settings, profile)().has_value());
    CHECK(w.urls.back().starts_with("https://sts.aliyuncs.com/?"));

    profile.origin = key_origin::instance_role;
    CHECK(profile_credentials(w, w.settings(), profile)()->credentials.access_key_id() == "STS.3");

    profile.origin = key_origin::elsewhere;
    CHECK(profile_credentials(w, w.settings(), profile)().error().what.code == errc::no_own_keys);
}
