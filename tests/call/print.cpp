#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 sees an overflow in fmt 9 where its parser is inlined.
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#endif
#if __has_include(<fmt/format.h>)
#define FMT_HEADER_ONLY
#include <fmt/format.h>
#endif

#include <slbwire/call/print.hpp>
#include <slbwire/call/sign.hpp>

#include <sstream>

#include "../support/catch.hpp"

#include <slbwire/slbwire.hpp>

using namespace slbwire;

namespace {

template <class T>
std::string printed(const T& value) {
    std::ostringstream to;
    to << value;
    return to.str();
}

}  // namespace

namespace app {

/// A program's own type, with a function for it of the same name as the library's.
struct widget {};
std::string show(const widget&) { return "widget"; }
enum class mood { good };
constexpr std::string_view name(mood) { return "good"; }
/// A program's own struct with a field list.
struct pet {
    std::string name{};
    static constexpr field<pet> fields[] = {{"Name", &pet::name}};
};

}  // namespace app

static_assert(shown<http_request> && shown<error> && shown<client> && shown<backend_server> && shown<tag>);
static_assert(shown<delete_vserver_group> && shown<basic_vserver_groups<std::string_view>>);
static_assert(shown<error_kind> && shown<error_class> && shown<retry_advice> && shown<errc> && shown<request_style> &&
              shown<reply_format> && shown<quote_style>);
// What is a program's own is its own to print.
static_assert(!shown<app::widget> && !shown<app::pet> && !shown<int> && !shown<std::vector<backend_server>> &&
              !shown<app::mood>);

TEST_CASE("a program's own struct prints where it asks for that") {
    CHECK(show(app::pet{.name = "Rex"}) == R"({Name: "Rex"})");
    CHECK(app::show(app::widget{}) == "widget");
}

TEST_CASE("requests and replies print as one line") {
    const remove_vserver_group_backend_servers remove{
        .vserver_group_id = "rsp-1", .backend_servers = {{.server_id = "vm\n\"1\"", .port = 80}, {.server_id = "vm-2", .weight = 0}}};
    CHECK(printed(remove) == R"(RemoveVServerGroupBackendServers{VServerGroupId: "rsp-1", BackendServers: [{ServerId: )"
                             R"("vm\u000a\"1\"", Port: 80}, {ServerId: "vm-2", Weight: 0}]})");
    CHECK(printed(remove.backend_servers[1]) == R"({ServerId: "vm-2", Weight: 0})");
    CHECK(printed(vserver_groups{.request_id = "R", .vserver_groups = {{.vserver_group_id = "g", .associated_objects = {}}}}) ==
          R"({RequestId: "R", VServerGroups: [{VServerGroupId: "g"}]})");
    CHECK(printed(load_balancer_attribute{.has_reserved_info = false, .listener_ports = {80, 443}}) ==
          "{HasReservedInfo: false, ListenerPorts: [80, 443]}");
    CHECK(show(remove_backend_servers{.load_balancer_id = "lb", .server_ids = {"a", "b"}}) ==
          R"(RemoveBackendServers{LoadBalancerId: "lb", BackendServers: ["a", "b"]})");
}

TEST_CASE("enumerations print as their names") {
    CHECK(printed(error_kind::malformed_reply) == "malformed_reply");
    CHECK(printed(error_class::not_found) == "not_found");
    CHECK(printed(retry_advice::after_repair) == "after_repair");
    CHECK(printed(errc::wrong_shape) == "wrong_shape");
    CHECK(printed(request_style::post_form) == "post_form");
    CHECK(printed(reply_format::xml) == "xml");
    CHECK(printed(quote_style::strict_json) == "strict_json");
    CHECK(show(static_cast<error_kind>(99)) == "?");
    CHECK(app::name(app::mood::good) == "good");
}

TEST_CASE("what is printed holds no secret") {
    client c{.credentials = {"testid", "testsecret", "testtoken"}, .region_id = "cn-hangzhou"};
    for (request_style style : {request_style::get, request_style::post_query, request_style::post_form}) {
        c.style = style;
        const auto request = prepare(c, delete_vserver_group{.vserver_group_id = "g"}, {.time = 0, .nonce = "n"});
        const std::string line = printed(*request);
        INFO(line);
        CHECK(line.find("testtoken") == std::string::npos);
        CHECK(line.find("Signature=***") != std::string::npos);
        CHECK(line.find("VServerGroupId=g") != std::string::npos);
    }
    CHECK(printed(c) == "client{AccessKeyId: testid, RegionId: cn-hangzhou}");

    const http_response refused{.status = 400, .body =
        R"({"Code":"SignatureDoesNotMatch","Message":"Specified signature is not matched with our calculation. server string to sign is:GET&%2F&SecurityToken%3Dtesttoken"})"};
    const auto reply = finish<delete_vserver_group>(refused);
    REQUIRE(!reply.has_value());
    CHECK(printed(reply.error()).find("testtoken") == std::string::npos);
    const auto cut = finish<delete_vserver_group>({.status = 400, .body = refused.body.substr(0, refused.body.size() - 3)});
    CHECK(printed(cut.error()).find("testtoken") == std::string::npos);
    CHECK(reply.error().service.message.find("testtoken") != std::string::npos);  // there for who looks

    // What stands between may answer with the address that it was asked for.
    c.style = request_style::get;
    const auto request = prepare(c, delete_vserver_group{.vserver_group_id = "g"}, {.time = 0, .nonce = "n"});
    for (const int status : {502, 200}) {
        const auto page = finish<delete_vserver_group>({.status = status, .body = "no way to " + request->url});
        const std::string line = printed(page.error());
        INFO(line);
        CHECK(page.error().text.starts_with("no way to "));
        CHECK(line.find("no way to ") != std::string::npos);
        CHECK(line.find("testtoken") == std::string::npos);
        CHECK(line.find("Signature=***") != std::string::npos);
    }
}

TEST_CASE("what came back may repeat a secret in any form, and is printed without it") {
    for (const char* body :
         {R"({"SecurityToken":"testtoken","Seen":1})", R"({"Security\u0054oken":"test\u0074oken","Seen":"x)",
          "<R><SecurityToken>testtoken</SecurityToken><Seen/>", "Authorization: acs id:testtoken\r\nSeen: x",
          "x-acs-security-token: testtoken\r\nSeen: x", "SecurityToken%3Dtesttoken%26Seen%3D1",
          "SecurityToken%253Dtesttoken%2526Seen%253D1", "<a href='/?SecurityToken=testtoken&amp;Seen=1'>"}) {
        for (const int status : {200, 502}) {
            const auto page = finish<delete_vserver_group>({.status = status, .body = body});
            const std::string line = printed(page.error());
            INFO(line);
            CHECK(page.error().text == body);
            CHECK(line.find("testtoken") == std::string::npos);
            CHECK(line.find("\\u0074oken") == std::string::npos);
            CHECK(line.find("***") != std::string::npos);
            CHECK(line.find("Seen") != std::string::npos);
        }
        const auto failed = finish<delete_vserver_group>({.transport_error = 7, .transport_message = body});
        CHECK(printed(failed.error()).find("testtoken") == std::string::npos);
    }
}

#if defined(FMT_VERSION)
TEST_CASE("fmt prints the same") {
    CHECK(fmt::format("{:>8}", backend_server{.server_id = "v"}) == "{ServerId: \"v\"}");
    CHECK(fmt::format("{:>6}", retry_advice::never) == " never");
    CHECK(fmt::format("{}", delete_vserver_group{.vserver_group_id = "g"}) == R"(DeleteVServerGroup{VServerGroupId: "g"})");
}
#endif
#if defined(__cpp_lib_format)
TEST_CASE("std::format prints the same") {
    CHECK(std::format("{}", backend_server{.server_id = "v"}) == "{ServerId: \"v\"}");
}
#endif
