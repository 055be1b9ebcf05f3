// The emulator as a judge of requests, with the library and without: published signatures, what is refused, and how
// lists are read.

#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "../support/catch.hpp"
#include "protocol.hpp"
#include "refusal.hpp"
#include "render.hpp"
#include "server_list.hpp"
#include "through_curl.hpp"

namespace {

std::string file(const std::string& name) {
    std::ifstream in(SLBWIRE_TEST_VECTORS "/signing/" + name, std::ios::binary);
    REQUIRE(in);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

/// A request of a client that was written by hand: `parameters` are those of the operation.
struct by_hand {
    std::string secret = "testsecret";
    std::time_t time = std::time(nullptr);
    std::string nonce = std::to_string(next());
    std::string method = "GET";

    static int next() {
        static int calls = 0;
        return ++calls;
    }
    slbwire::http_request sign(emulator::parameters all, std::uint16_t port) const {
        char stamp[32];
        std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&time));
        const emulator::parameters common = {{"Version", "2014-05-15"},        {"AccessKeyId", "testid"},
                                             {"SignatureMethod", "HMAC-SHA1"}, {"SignatureVersion", "1.0"},
                                             {"SignatureNonce", nonce},        {"Timestamp", stamp},
                                             {"RegionId", "cn-hangzhou"}};
        for (const auto& [name, value] : common) all.emplace(name, value);
        all["Signature"] = emulator::sign(emulator::string_to_sign(method, all), secret);
        std::string query;
        for (const auto& [name, value] : all) {
            char* const encoded = curl_easy_escape(nullptr, value.data(), static_cast<int>(value.size()));
            query += (query.empty() ? "" : "&") + name + "=" + encoded;
            curl_free(encoded);
        }
        return {.method = method == "GET" ? "GET" : "POST",
                .url = "http://127.0.0.1:" + std::to_string(port) + "/?" + query};
    }
};

struct world {
    emulator::server server{{}};
    through_curl http{};
    world() { server.on().add_load_balancer("lb-1"); }

    slbwire::http_response send(const by_hand& hand, const emulator::parameters& all) {
        return http(hand.sign(all, server.port()));
    }
    std::string code(const by_hand& hand, emulator::parameters all = {{"Action", "DescribeLoadBalancerAttribute"},
                                                                      {"LoadBalancerId", "lb-1"}}) {
        const auto reply = send(hand, all);
        return emulator::json::parse(reply.body).value("Code", "");
    }
};

}  // namespace

TEST_CASE("the emulator makes the published signatures") {
    for (const std::string sample :
         {"describe_dedicated_hosts", "describe_regions", "describe_regions_misspelt_timestamp",
          "remove_backend_servers_get", "remove_backend_servers_post"}) {
        INFO(sample);
        const std::string to_sign = file(sample + "/string_to_sign.txt");
        CHECK(emulator::sign(to_sign, "testsecret") == file(sample + "/signature.txt"));
        const auto in =
            emulator::read_parameters({.method = "GET", .target = "/?" + file(sample + "/canonical_query.txt")});
        CHECK(emulator::string_to_sign(to_sign.substr(0, to_sign.find('&')), in) == to_sign);
    }
}

TEST_CASE("requests that a gateway refuses") {
    world w;
    CHECK(w.code({}) == "");
    CHECK(w.code({.secret = "other"}) == "SignatureDoesNotMatch");
    CHECK(w.code({.nonce = "same"}) == "");
    CHECK(w.code({.nonce = "same"}) == "SignatureNonceUsed");
    CHECK(w.code({.time = std::time(nullptr) - 1000}) == "InvalidTimeStamp.Expired");
    CHECK(w.code({.time = std::time(nullptr) + 1000}) == "InvalidTimeStamp.Expired");
    CHECK(w.code({.time = std::time(nullptr) - 800}) == "");
    CHECK(w.code({}, {{"Action", "DescribeNothing"}}) == "InvalidAction");
    CHECK(w.code({}, {{"Action", "DescribeVServerGroups"}, {"Version", "2014-05-26"}}) == "InvalidParameter");
    CHECK(w.code({}, {{"Action", "DescribeVServerGroups"}, {"AccessKeyId", "other"}}) == "InvalidAccessKeyId.NotFound");
    CHECK(w.code({}, {{"Action", "DescribeVServerGroups"}, {"Timestamp", "today"}}) == "InvalidTimeStamp.Format");
    CHECK(w.code({}, {{"Action", "DescribeVServerGroups"}, {"SignatureMethod", "HMAC-MD5"}}) == "InvalidParamater");
    CHECK(w.code({}, {{"LoadBalancerId", "lb-1"}}) == "MissingParameter");
    CHECK(w.server.on().counts()["Requests"] == 13);
    CHECK(w.server.on().counts()["Refused"] == 10);
    CHECK(w.server.on().counts()["NoncesSeenTwice"] == 1);
}

TEST_CASE("the library tells a wrong secret, and a token that is missing") {
    using namespace slbwire;
    world w;
    client c = client_at(w.server.port());
    c.credentials = {"testid", "wrong"};
    const auto refused = call(w.http, c, describe_load_balancer_attribute{"lb-1"});
    REQUIRE(!refused.has_value());
    CHECK(refused.error().service.kind == error_class::signature);
    CHECK(refused.error().service.message.find("server string to sign is:GET&%2F&AccessKeyId%3Dtestid") !=
          std::string::npos);

    emulator::server temporary({.known = {.id = "STS.1", .secret = "testsecret", .token = "a+b/c="}});
    temporary.on().add_load_balancer("lb-1");
    c = client_at(temporary.port());
    c.credentials = {"STS.1", "testsecret"};
    CHECK(call(w.http, c, describe_load_balancer_attribute{"lb-1"}).error().service.kind == error_class::token);
    for (const request_style style : {request_style::get, request_style::post_query, request_style::post_form}) {
        c.style = style;
        c.credentials = {"STS.1", "testsecret", "a+b/c="};
        CHECK(call(w.http, c, describe_load_balancer_attribute{"lb-1"}).has_value());
    }
}

TEST_CASE("replies have the shape of the service's") {
    world w;
    const auto json = w.send({}, {{"Action", "DescribeLoadBalancerAttribute"}, {"LoadBalancerId", "lb-1"}});
    CHECK(json.status == 200);
    CHECK(json.header("content-type") == "application/json; charset=UTF-8");
    CHECK(json.header("x-acs-request-id").size() == 36);
    const auto read = emulator::json::parse(json.body);
    CHECK(read["LoadBalancerId"] == "lb-1");  // not wrapped
    CHECK(read["BackendServers"]["BackendServer"].is_array());
    CHECK(read["RequestId"] == std::string(json.header("x-acs-request-id")));
    CHECK(json.body.find(' ') == std::string::npos);

    const auto xml = w.send({}, {{"Action", "DescribeNothing"}, {"Format", "XML"}});
    CHECK(xml.status == 403);
    pugi::xml_document document;
    REQUIRE(document.load_string(xml.body.c_str()));
    CHECK(document.child("Error").child_value("Code") == std::string("InvalidAction"));
    const emulator::json tree = {{"A", {{"B", {1, 2}}}}, {"C", "<&>"}};
    CHECK(emulator::to_xml(tree, "R") ==
          R"(<?xml version="1.0" encoding="UTF-8"?><R><A><B>1</B><B>2</B></A><C>&lt;&amp;&gt;</C></R>)");
}

TEST_CASE("lists of servers are read in every form that clients send") {
    using emulator::list_entry;
    const list_entry one = {{"serverid", "vm-1"}, {"port", "80"}};
    for (const char* text : {"[{'ServerId':'vm-1','Port':'80'}]", R"([{"ServerId":"vm-1","Port":80}])",
                             "[ { 'server_id' : \"vm-1\" , port : 80 , 'TargetRef' : null , } , ]",
                             R"([{"serverId":"\u0076m-1","PORT":"8\x30"}])"}) {
        INFO(text);
        CHECK(emulator::read_server_list(text) == std::vector{one});
    }
    CHECK(emulator::read_server_list(R"(["vm-1",'vm-2'])") ==
          std::vector<list_entry>{{{"serverid", "vm-1"}}, {{"serverid", "vm-2"}}});
    CHECK(emulator::read_server_list("[]").empty());
    CHECK(emulator::read_server_list(R"(['\u00e9\u4e2d\ud83d\ude00'])")[0]["serverid"] == "é中😀");
    for (const char* text : {"", "[", "{}", "[{'ServerId':'vm-1'}", "[{'ServerId':'vm-1]", "[{'ServerId'}]", "[[]]",
                             "[]x", "[{'ServerId':{}}]", R"(['\ud83d'])", R"(['\q'])"}) {
        INFO(text);
        CHECK_THROWS_AS(emulator::read_server_list(text), emulator::refusal);
    }
}
