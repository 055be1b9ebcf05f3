#include <slbwire/codec/timestamp.hpp>
#include <slbwire/call/prepare.hpp>
#include <slbwire/codec/hmac.hpp>
#include <slbwire/codec/sha1.hpp>
#include <slbwire/model/encode_list.hpp>

#include "../support/catch.hpp"

#include <slbwire/api/vserver_group.hpp>
#include <slbwire/api/vserver_group_servers.hpp>
#include <slbwire/api/request_id.hpp>
#include <slbwire/call/finish.hpp>
#include <slbwire/call/sign.hpp>
#include <slbwire/codec/percent_decode.hpp>
#include <slbwire/wire/query.hpp>

#include <algorithm>

using namespace slbwire;

namespace {

client test_client() { return {.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"}; }
const stamp when{.time = 1565092800, .nonce = "15215528852396"};

/// The list of the page RemoveVServerGroupBackendServers.
remove_vserver_group_backend_servers page_example() {
    return {.vserver_group_id = "rsp-cige6j5e7p",
            .backend_servers = {{.server_id = "vm-233", .port = 80}, {.server_id = "vm-232", .port = 90}}};
}
constexpr std::string_view page_query =
    "AccessKeyId=testid&Action=RemoveVServerGroupBackendServers&BackendServers=%5B%7B%27ServerId%27%3A%27vm-233%27%2C"
    "%27Port%27%3A%2780%27%7D%2C%7B%27ServerId%27%3A%27vm-232%27%2C%27Port%27%3A%2790%27%7D%5D&Format=JSON&RegionId="
    "cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=15215528852396&SignatureVersion=1.0&Timestamp=2019-08-06T12"
    "%3A00%3A00Z&VServerGroupId=rsp-cige6j5e7p&Version=2014-05-15";

void is_invalid(const client& c, const stamp& s, errc code, std::string_view field,
                array_view<const parameter> extra = {}) {
    const auto request = prepare(c, page_example(), s, extra);
    INFO(field);
    REQUIRE(!request.has_value());
    CHECK(request.error().kind == error_kind::invalid_request);
    CHECK(request.error().what.code == code);
    CHECK(request.error().what.field == field);
    CHECK(request.error().message().find("testsecret") == std::string::npos);
}

// Another product's operation, all that it takes: ECS, DescribeRegions.
struct ecs_region {
    std::string region_id{};
    static constexpr field<ecs_region> fields[] = {{"RegionId", &ecs_region::region_id}};
};
struct ecs_regions {
    std::vector<ecs_region> regions{};
    static constexpr field<ecs_regions> fields[] = {list<&ecs_regions::regions>("Regions", "Region")};
};
struct describe_regions {
    static constexpr std::string_view action = "DescribeRegions";
    static constexpr slbwire::service service{.version = "2014-05-26", .code = "ecs"};
    static constexpr std::array<field<describe_regions>, 0> fields{};
    using response = ecs_regions;
};

}  // namespace

TEST_CASE("the three ways a request travels, with the two signatures of the page's example") {
    client c = test_client();
    const std::string query(page_query);
    auto request = prepare(c, page_example(), when);
    REQUIRE(request.has_value());
    CHECK(request->method == "GET");
    CHECK(request->url == "https://slb.aliyuncs.com/?" + query + "&Signature=qj6Duovel%2FuGiCS8KbqtVyiwSGo%3D");
    CHECK(request->body.empty());
    CHECK(request->headers.empty());

    c.style = request_style::post_query;
    request = prepare(c, page_example(), when);
    REQUIRE(request.has_value());
    CHECK(request->method == "POST");
    CHECK(request->url == "https://slb.aliyuncs.com/?" + query + "&Signature=hqfJIw3YJ5OvIoqSl7iEVazHHx8%3D");
    CHECK(request->body.empty());

    c.style = request_style::post_form;
    request = prepare(c, page_example(), when);
    REQUIRE(request.has_value());
    CHECK(request->method == "POST");
    CHECK(request->url == "https://slb.aliyuncs.com/");
    CHECK(request->body == query + "&Signature=hqfJIw3YJ5OvIoqSl7iEVazHHx8%3D");
    REQUIRE(request->headers.size() == 1);
    CHECK(request->headers[0].value == "application/x-www-form-urlencoded");
}

TEST_CASE("a request that is used again is as if it were new") {
    client c = test_client();
    c.style = request_style::post_form;
    http_request request;
    REQUIRE(prepare(c, page_example(), when, request).has_value());
    c.style = request_style::get;
    REQUIRE(prepare(c, page_example(), when, request).has_value());
    CHECK(request.url == prepare(c, page_example(), when)->url);
    CHECK(request.body.empty());
    CHECK(request.headers.empty());
}

TEST_CASE("where a request goes") {
    client c = test_client();
    const auto url = [&] { return prepare(c, page_example(), when)->url.substr(0, 44); };
    c.region_id = "eu-central-1";
    CHECK(url() == "https://slb.eu-central-1.aliyuncs.com/?Acces");
    c.vpc_endpoint = true;
    CHECK(url() == "https://slb-vpc.eu-central-1.aliyuncs.com/?A");
    c.endpoint = "127.0.0.1:8080";
    c.plain_http = true;
    CHECK(url() == "http://127.0.0.1:8080/?AccessKeyId=testid&Ac");
}

TEST_CASE("settings of the client are parameters") {
    client c = test_client();
    c.credentials = {"testid", "testsecret", "to/ken"};
    c.format = reply_format::xml;
    c.resource_owner_account = "owner@example";
    c.clock_offset = -60;
    c.quotes = quote_style::strict_json;
    const auto url = prepare(c, page_example(), when)->url;
    CHECK(url.find("&SecurityToken=to%2Fken&") != std::string::npos);
    CHECK(url.find("&Format=XML&") != std::string::npos);
    CHECK(url.find("&ResourceOwnerAccount=owner%40example&") != std::string::npos);
    CHECK(url.find("&Timestamp=2019-08-06T11%3A59%3A00Z&") != std::string::npos);
    CHECK(url.find("BackendServers=%5B%7B%22ServerId%22%3A%22vm-233%22") != std::string::npos);
}

TEST_CASE("extra parameters are sent and signed in their place") {
    const client c = test_client();
    const parameter extra[] = {{"zeta", "1"}, {"OwnerId", "7"}, {"access_key_id", "x y"}};
    const auto request = prepare(c, page_example(), when, extra);
    REQUIRE(request.has_value());
    CHECK(request->url.find("&Format=JSON&OwnerId=7&RegionId=") != std::string::npos);
    CHECK(request->url.find("&Version=2014-05-15&access_key_id=x%20y&zeta=1&Signature=") != std::string::npos);
}

TEST_CASE("what must not be sent is not signed") {
    client c = test_client();
    c.credentials = {"", "testsecret"};
    is_invalid(c, when, errc::missing, "AccessKeyId");
    c.credentials = {"testid", ""};
    is_invalid(c, when, errc::missing, "AccessKeySecret");
    c.credentials = {"test\nid", "testsecret"};
    is_invalid(c, when, errc::control_character, "AccessKeyId");
    c.credentials = {"testid", "testsecret", "\xff"};
    is_invalid(c, when, errc::invalid_utf8, "SecurityToken");

    c = test_client();
    c.region_id = "";
    is_invalid(c, when, errc::missing, "RegionId");
    for (const char* region : {"cn hangzhou", "cn-hangzhou.evil.example/", "CN-HANGZHOU", "-cn", "cn-", "cn--x", "@x"}) {
        c.region_id = region;
        is_invalid(c, when, errc::invalid_value, "RegionId");
    }
    c = test_client();
    for (const char* endpoint : {"evil.example/x", "user@host", "host?x", "host#x", "a b", "h\r\nX: y"}) {
        c.endpoint = endpoint;
        is_invalid(c, when, errc::invalid_value, "endpoint");
    }
    c = test_client();
    c.resource_owner_account = "a\tb";
    is_invalid(c, when, errc::control_character, "ResourceOwnerAccount");

    c = test_client();
    is_invalid(c, {.time = 0, .nonce = ""}, errc::missing, "SignatureNonce");
    is_invalid(c, {.time = 0, .nonce = std::string(129, 'n')}, errc::too_long, "SignatureNonce");
    is_invalid(c, {.time = 0, .nonce = "a\x01"}, errc::control_character, "SignatureNonce");
    is_invalid(c, {.time = last_timestamp + 1, .nonce = "n"}, errc::out_of_range, "Timestamp");
    is_invalid(c, {.time = INT64_MIN, .nonce = "n"}, errc::out_of_range, "Timestamp");
    for (std::int64_t offset : {INT64_MIN, INT64_MAX, last_timestamp}) {
        c.clock_offset = offset;
        is_invalid(c, {.time = last_timestamp, .nonce = "n"}, errc::out_of_range, "Timestamp");
    }
    c.clock_offset = 0;

    const parameter unnamed[] = {{"", "1"}};
    is_invalid(c, when, errc::missing, "extra parameters", unnamed);
    const parameter forged[] = {{"Signature", "1"}};
    is_invalid(c, when, errc::invalid_value, "Signature", forged);
    const parameter twice[] = {{"Action", "Other"}};
    is_invalid(c, when, errc::duplicate_parameter, "Action", twice);
    const parameter both[] = {{"Mine", "1"}, {"Mine", "2"}};
    is_invalid(c, when, errc::duplicate_parameter, "extra parameters", both);
    const parameter control[] = {{"Mi\nne", "1"}};
    is_invalid(c, when, errc::control_character, "extra parameters", control);
    const parameter broken[] = {{"Mine", "a\xff"}};
    is_invalid(c, when, errc::invalid_utf8, "extra parameters", broken);
    const parameter as_tag[] = {{"Tag.1.Key", "x"}};
    const create_vserver_group tagged{.load_balancer_id = "lb-1", .tags = {{.key = "env", .value = "test"}}};
    const error e = prepare(c, tagged, when, as_tag).error();
    CHECK(e.what.code == errc::duplicate_parameter);
    CHECK(e.message() == "invalid request: a parameter is given twice in Tag");
}

TEST_CASE("checks are turned off by kind, and an error names the setting") {
    const auto setting_of = [](const auto& op, const client& c = test_client()) -> std::string_view {
        const auto request = prepare(c, op, when);
        if (request) return "none";
        CHECK(request.error().message().ends_with(std::string(" (see ").append(request.error().setting) + ")"));
        return request.error().setting;
    };
    client no_limits = test_client();
    no_limits.check_limits = false;
    client no_shape = test_client();
    no_shape.check_shape = false;

    // What controllers send every day: names of more than 80 characters.
    const create_vserver_group long_name{.load_balancer_id = "lb-1", .vserver_group_name = std::string(88, 'k')};
    CHECK(setting_of(long_name) == "client.check_limits");
    CHECK(prepare(test_client(), long_name, when).error().message() ==
          "invalid request: the text is too long (allowed: 1 to 80) in VServerGroupName (see client.check_limits)");
    CHECK(setting_of(long_name, no_limits) == "none");
    CHECK(setting_of(long_name, no_shape) == "client.check_limits");

    remove_vserver_group_backend_servers many = page_example();
    for (int i = 0; i < 30; ++i) many.backend_servers.push_back({.server_id = "i-" + std::to_string(i), .port = 1});
    CHECK(setting_of(many) == "client.most_backend_servers");
    CHECK(setting_of(many, no_limits) == "none");
    many.backend_servers.resize(3);
    many.backend_servers[0].weight = 101;
    CHECK(setting_of(many) == "client.check_limits");
    CHECK(setting_of(many, no_limits) == "none");

    // The shape stays when limits are off, and the limits when the shape is.
    many = page_example();
    many.backend_servers[1].port.reset();
    CHECK(setting_of(many) == "client.check_shape");
    CHECK(setting_of(many, no_limits) == "client.check_shape");
    CHECK(setting_of(many, no_shape) == "none");
    many = page_example();
    many.vserver_group_id.clear();
    CHECK(setting_of(many, no_limits) == "client.check_shape");
    CHECK(setting_of(many, no_shape) == "none");
    many = page_example();
    many.backend_servers[1].description = "a\tb";
    CHECK(setting_of(many, no_limits) == "client.check_shape");
    CHECK(setting_of(many, no_shape) == "none");

    // What no setting turns off names none.
    client nowhere = test_client();
    nowhere.region_id.clear();
    CHECK(prepare(nowhere, page_example(), when).error().setting.empty());
}

namespace {

/// As newer products of the vendor have them: an indexed list of up to 200 entries of four fields.
struct alb_server {
    std::string id{};
    std::string type{};
    std::optional<std::int32_t> port{};
    std::optional<std::int32_t> weight{};
    static constexpr field<alb_server> fields[] = {{"ServerId", &alb_server::id},
                                                   {"ServerType", &alb_server::type},
                                                   {"Port", &alb_server::port},
                                                   {"Weight", &alb_server::weight}};
};
struct add_servers {
    static constexpr std::string_view action = "AddServersToServerGroup";
    static constexpr slbwire::service service{.version = "2020-06-16", .code = "alb"};
    std::vector<alb_server> servers{};
    static constexpr field<add_servers> fields[] = {list<&add_servers::servers>("Servers", {}, indexed | between(1, 200))};
    using response = request_id_only;
};

}  // namespace

TEST_CASE("as many parameters as are given are sent, in order and signed") {
    client c = test_client();
    c.style = request_style::post_form;
    for (std::size_t count : {1u, 13u, 14u, 22u, 200u}) {
        CAPTURE(count);
        add_servers op;
        op.servers.assign(count, {.id = "i-1", .type = "Ecs", .port = 80, .weight = 100});
        const auto request = prepare(c, op, when);
        REQUIRE(request.has_value());
        std::vector<std::string> names;
        const std::string_view body = request->body;
        const std::size_t end = body.find("&Signature=");
        for (std::size_t at = 0; at < end; at = body.find('&', at) + 1) {
            names.emplace_back(body.substr(at, body.find('=', at) - at));
            if (body.find('&', at) == end) break;
        }
        CHECK(names.size() == 9 + 4 * count);
        CHECK(std::is_sorted(names.begin(), names.end()));
        CHECK(sign(string_to_sign("POST", body.substr(0, end)), "testsecret").text() ==
              percent_decode(body.substr(end + 11)).value());
    }
    add_servers over;
    over.servers.resize(201, {.id = "i-1", .type = {}, .port = {}, .weight = {}});
    CHECK(prepare(c, over, when).error().what.code == errc::too_many);

    // The caller's own, of an operation with a struct.
    std::vector<std::string> names;
    for (int i = 0; i < 1'000; ++i) names.push_back("Mine." + std::to_string(i));
    std::vector<parameter> extra;
    for (const std::string& name : names) extra.push_back({name, "y"});
    const auto request = prepare(c, page_example(), when, extra);
    REQUIRE(request.has_value());
    for (const std::string& name : names) CHECK(request->body.find("&" + name + "=y&") != std::string::npos);
    extra.push_back({"Mine.7", "z"});
    is_invalid(c, when, errc::duplicate_parameter, "extra parameters", extra);
}

TEST_CASE("what would have too long a URL goes as a form") {
    // `size` bytes of an unreserved parameter lengthen the URL by as many.
    const auto with = [&](request_style style, std::size_t size) {
        client c = test_client();
        c.style = style;
        const std::string text(size, 'x');
        const parameter extra[] = {{"Mine", text}};
        return prepare(c, page_example(), when, extra).value();
    };
    for (request_style style : {request_style::get, request_style::post_query}) {
        CAPTURE(static_cast<int>(style));
        const http_request small = with(style, 1);
        CHECK(small.body.empty());
        // Signatures differ in how many bytes are escaped, so the edge is looked for.
        std::size_t size = longest_url - small.url.size() - 20;
        http_request last;
        http_request request = with(style, size);
        for (; request.body.empty(); request = with(style, ++size)) {
            last = request;
            REQUIRE(last.url.size() <= longest_url);
        }
        CHECK(last.url.size() + 13 > longest_url);  // at most six of the signature's characters have two bytes more
        CHECK(last.method == small.method);
        CHECK(request.method == "POST");
        CHECK(request.url == "https://slb.aliyuncs.com/");
        const http_request form = with(request_style::post_form, size);
        CHECK(request.body == form.body);
        REQUIRE(request.headers.size() == 1);
        CHECK(request.headers[0].value == form.headers[0].value);
    }
    // A list of twenty, described at length.
    remove_vserver_group_backend_servers long_list{.vserver_group_id = "rsp-1"};
    std::string description;
    for (int i = 0; i < 80; ++i) description += "\xe4\xb8\xad";
    for (int i = 0; i < 20; ++i) {
        long_list.backend_servers.push_back({.server_id = "i-" + std::to_string(i), .port = 80, .description = description});
    }
    http_request reused;
    REQUIRE(prepare(test_client(), long_list, when, reused).has_value());
    CHECK(reused.method == "POST");
    CHECK(reused.body.size() > longest_url);
    const std::size_t end = reused.body.find("&Signature=");
    CHECK(sign(string_to_sign("POST", std::string_view(reused.body).substr(0, end)), "testsecret").text() ==
          percent_decode(std::string_view(reused.body).substr(end + 11)).value());
    REQUIRE(prepare(test_client(), page_example(), when, reused).has_value());
    CHECK(reused.method == "GET");
    CHECK(reused.headers.empty());
}

TEST_CASE("another HMAC signs through the door") {
    struct hardware {
        int calls = 0;
        bool works = true;
        static bool compute(void* self, const secret& key, std::string_view message, sha1::digest_type& code) {
            auto* const m = static_cast<hardware*>(self);
            ++m->calls;
            code = hmac_sha1::of(std::string(key.reveal()) + "&", message);
            return m->works;
        }
    };
    hardware m;
    client c = test_client();
    c.mac = {.compute = &hardware::compute, .context = &m};
    CHECK(prepare(c, page_example(), when)->url == prepare(test_client(), page_example(), when)->url);
    CHECK(m.calls == 1);
    m.works = false;
    is_invalid(c, when, errc::signing_failed, "Signature");
    // Where the key is in the module, the client needs none.
    m.works = true;
    c.credentials = {"testid", ""};
    CHECK(prepare(c, page_example(), when).has_value());
}

TEST_CASE("another product's operation") {
    // Published in the documents of ECS: signature OLeaidS1JvxuMvnyHOwuJ+uX5qY=.
    const client c{.credentials = {"testid", "testsecret"}, .endpoint = "ecs.aliyuncs.com", .format = reply_format::xml};
    const auto request =
        prepare(c, describe_regions{}, {.time = 1456231584, .nonce = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"});
    REQUIRE(request.has_value());
    CHECK(request->url.ends_with("&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26&Signature="
                                 "OLeaidS1JvxuMvnyHOwuJ%2BuX5qY%3D"));
    for (const char* body : {R"({"Regions":{"Region":[{"RegionId":"cn-beijing"},{"RegionId":"cn-hangzhou"}]}})",
                             "<DescribeRegionsResponse><Regions><Region><RegionId>cn-beijing</RegionId></Region><Region>"
                             "<RegionId>cn-hangzhou</RegionId></Region></Regions></DescribeRegionsResponse>"}) {
        const auto reply = finish<describe_regions>({.status = 200, .body = body});
        REQUIRE(reply.has_value());
        REQUIRE(reply->regions.size() == 2);
        CHECK(reply->regions[1].region_id == "cn-hangzhou");
    }
}
