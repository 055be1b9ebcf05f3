#include <slbwire/call/untyped.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slbwire/testing/fake_service.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

const std::string json_text =
    R"({"LoadBalancers":{"LoadBalancer":[{"Id":"a","Port":80,"Ok":true},{"Id":"b\u0021"}]},"TotalCount":2,"None":null})";
const std::string xml_text =
    "<R><LoadBalancers><LoadBalancer><Id>a</Id><Port>80</Port><Ok>true</Ok></LoadBalancer><LoadBalancer><Id>b&#33;"
    "</Id></LoadBalancer></LoadBalancers><TotalCount>2</TotalCount></R>";

}  // namespace

TEST_CASE("values by path, in both formats") {
    for (const std::string& text : {json_text, "{\"DescribeResponse\":" + json_text + "}", xml_text, "\n " + xml_text}) {
        INFO(text);
        const auto reply = finish_untyped({.status = 200, .body = text});
        REQUIRE(reply.has_value());
        CHECK(reply->at("TotalCount").value() == "2");
        CHECK(reply->at("LoadBalancers/LoadBalancer/0/Id").value() == "a");
        CHECK(reply->at("LoadBalancers/LoadBalancer/0/Port").value() == "80");
        CHECK(reply->at("LoadBalancers/LoadBalancer/0/Ok").value() == "true");
        CHECK(reply->at("LoadBalancers/LoadBalancer/1/Id").value() == "b!");
        CHECK(reply->at("LoadBalancers/LoadBalancer/2/Id").error().code == errc::missing);
        CHECK(reply->at("Nothing").error().code == errc::missing);
        CHECK(reply->at("None").error().code == errc::missing);
        CHECK(reply->at("LoadBalancers").error().code == errc::wrong_shape);
        CHECK(reply->has("LoadBalancers"));
        CHECK(!reply->has("LoadBalancers/Other"));
        CHECK(reply->text() == text);
    }
    const auto one = finish_untyped({.status = 200, .body = R"({"A":{"B":{"C":"1"}},"A":{"B":{"C":"2"}}})"});
    CHECK(one->at("A/B/0/C").value() == "2");  // one for a list; of two the last
}

TEST_CASE("what is no reply to anything") {
    CHECK(finish_untyped({.status = 200, .body = ""}).error().what.code == errc::empty_body);
    CHECK(finish_untyped({.status = 200, .body = "{\"A\":1"}).error().what.code == errc::truncated);
    CHECK(finish_untyped({.status = 200, .body = "hello"}).error().kind == error_kind::malformed_reply);
    CHECK(finish_untyped({.status = 200, .body = R"({"Code":"Forbidden.RAM","RequestId":"R"})"}).error().service.kind ==
          error_class::permission);
    CHECK(finish_untyped({.status = 500, .body = json_text}).error().kind == error_kind::refused);
    CHECK(finish_untyped({}).error().kind == error_kind::transport);
}

TEST_CASE("a call by name") {
    fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-1");
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    const parameter parameters[] = {{"LoadBalancerId", "lb-1"}};
    const auto reply = call(service, c, {"DescribeLoadBalancerAttribute", classic_load_balancer, parameters});
    REQUIRE(reply.has_value());
    CHECK(reply->at("LoadBalancerStatus").value() == "active");
    const auto unknown = call(service, c, {"DescribeMoon", classic_load_balancer});
    CHECK(unknown.error().service.code == "InvalidAction");
    CHECK(call(service, c, {"", classic_load_balancer}).error().what.field == "Action");
}

TEST_CASE("a call by name through a transport that completes later") {
    fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-1");
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    std::vector<std::function<void()>> later;
    const auto transport = [&](const http_request& request, std::function<void(http_response&&)> done) {
        later.push_back([&service, request, done = std::move(done)] { done(service(request)); });
    };
    std::string status;
    int done = 0;
    const auto keep = [&](result<document> reply) {
        ++done;
        status = reply ? reply->at("LoadBalancerStatus").value() : std::string(reply.error().what.field);
    };
    const parameter parameters[] = {{"LoadBalancerId", "lb-1"}};
    call(transport, c, {"DescribeLoadBalancerAttribute", classic_load_balancer, parameters}, keep);
    CHECK(done == 0);
    REQUIRE(later.size() == 1);
    later.front()();
    CHECK(done == 1);
    CHECK(status == "active");
    // Nothing is sent where nothing can be.
    call(transport, c, {"", classic_load_balancer}, keep);
    CHECK(later.size() == 1);
    CHECK(done == 2);
    CHECK(status == "Action");
}

TEST_CASE("a wrapper of any name is seen through, where it is alone") {
    const auto at = [](std::string body, std::string_view path) {
        return finish_untyped({.status = 200, .body = std::move(body)}).value().at(path).value_or("-");
    };
    CHECK(at(R"({"AddThings":{"RequestId":"R","Things":[{"Id":"a"}]}})", "Things/0/Id") == "a");
    CHECK(at(R"({"AddThingsResponse":{"RequestId":"R"}})", "RequestId") == "R");
    CHECK(at(R"({"AddThings":{"RequestId":"R"}})", "AddThings/RequestId") == "R");
    CHECK(at(R"({"Things":{"Id":"a"},"RequestId":"R"})", "Id") == "-");
    CHECK(at(R"({"Things":["a"]})", "Id") == "-");
}
