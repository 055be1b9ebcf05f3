// Every kind of value that an untyped reply can have at a path, and the shown forms of what a call is made
// of.

#include <string>

#include <slbwire/call/print.hpp>
#include <slbwire/slbwire.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

TEST_CASE("every kind of value has its text, or says why not") {
    const auto reply =
        finish_untyped({.status = 200, .body = R"({"t":true,"f":false,"n":null,"i":-1.5e3,"s":"\u0041",
        "o":{},"a":[1]})"});
    REQUIRE(reply.has_value());
    CHECK(reply->at("t").value() == "true");
    CHECK(reply->at("f").value() == "false");
    CHECK(reply->at("i").value() == "-1.5e3");
    CHECK(reply->at("s").value() == "A");
    CHECK(reply->at("a/0").value() == "1");
    CHECK(reply->at("n").error().code == errc::missing);
    CHECK(reply->at("x").error().code == errc::missing);
    CHECK(reply->at("o").error().code == errc::wrong_shape);
    CHECK(reply->at("a").error().code == errc::wrong_shape);
    CHECK(reply->has("o"));
    CHECK_FALSE(reply->has("n"));
}

TEST_CASE("a document of a user's own may be broken") {
    for (const char* text :
         {R"({"a":"x)", R"({"a":-})", R"({"a":tru})", R"({"a":?})", R"({"a")", "[", "", "<", "<r><a>"}) {
        CAPTURE(text);
        CHECK_FALSE(document(text).at("a").has_value());
        CHECK_FALSE(document(text).at("b").has_value());
    }
}

TEST_CASE("a wrapper is looked through once") {
    const auto reply = finish_untyped({.status = 200, .body = R"({"SomeResponse":{"a":{"b":"c"}}})"});
    REQUIRE(reply.has_value());
    CHECK(reply->at("a/b").value() == "c");
    CHECK(reply->at("SomeResponse/a/b").value() == "c");
    CHECK_FALSE(reply->has("b"));
}

TEST_CASE("a client shows where it calls, and an endpoint may be an IPv6 address") {
    client c{.credentials = {"id", "secret"}, .region_id = "cn-hangzhou"};
    CHECK(show(c) == "client{AccessKeyId: id, RegionId: cn-hangzhou}");
    c.endpoint = "[::1]:8080";
    CHECK(show(c) == "client{AccessKeyId: id, RegionId: cn-hangzhou, endpoint: [::1]:8080}");
    const auto request = prepare(c, describe_load_balancer_attribute{"lb-1"}, {.time = 0, .nonce = "n"});
    REQUIRE(request.has_value());
    CHECK(request->url.starts_with("https://[::1]:8080/?"));
    for (const char* region : {"-cn", "cn-", "cn--x", "CN", "cn_x"}) {
        CAPTURE(region);
        c.region_id = region;
        CHECK_FALSE(
            prepare(c, describe_load_balancer_attribute{"lb-1"}, {.time = 0, .nonce = "n"}).has_value());
    }
    c.region_id = std::string(65, 'a');
    CHECK_FALSE(prepare(c, describe_load_balancer_attribute{"lb-1"}, {.time = 0, .nonce = "n"}).has_value());
    c.region_id = "cn";
    const parameter control[] = {{"a\n", "b"}};
    CHECK_FALSE(
        prepare(c, describe_load_balancer_attribute{"lb-1"}, {.time = 0, .nonce = "n"}, control).has_value());
}
