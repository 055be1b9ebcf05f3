#include <slbwire/call/call.hpp>

#include <functional>
#include <memory>
#include <optional>

#include "../support/catch.hpp"

#include <slbwire/slbwire.hpp>

using namespace slbwire;

namespace {

stamp fixed_stamp() { return {.time = 1565092800, .nonce = "n"}; }
client test_client() {
    return {.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou", .stamps = fixed_stamp};
}
const describe_vserver_group_attribute group_g{.vserver_group_id = "g"};
const std::string body = R"({"RequestId":"R","VServerGroupId":"g"})";

/// Keeps requests and completions until it is told to go on, as an event loop does.
struct deferred {
    std::vector<http_request> requests;
    std::vector<std::function<void(http_response&&)>> waiting;
    template <class Done>
    void operator()(http_request request, Done done) {
        requests.push_back(std::move(request));
        auto shared = std::make_shared<Done>(std::move(done));  // std::function wants a copy
        waiting.push_back([shared](http_response&& r) { (*shared)(std::move(r)); });
    }
};

}  // namespace

TEST_CASE("a call through a transport that returns") {
    int sent = 0;
    const auto http = [&](const http_request& request) -> http_response {
        ++sent;
        CHECK(request.url.find("Action=DescribeVServerGroupAttribute") != std::string::npos);
        CHECK(request.url.find("SignatureNonce=n&") != std::string::npos);
        return {.status = 200, .body = body};
    };
    const auto reply = call(http, test_client(), group_g);
    REQUIRE(reply.has_value());
    CHECK(reply->vserver_group_id == "g");
    CHECK(sent == 1);

    const auto invalid = call(http, test_client(), describe_vserver_group_attribute{});
    REQUIRE(!invalid.has_value());
    CHECK(invalid.error().kind == error_kind::invalid_request);
    CHECK(sent == 1);  // nothing went out
}

TEST_CASE("a transport that completes later is never waited for") {
    deferred http;
    std::optional<result<vserver_group_attribute>> outcome;
    int calls = 0;
    {
        const client gone = test_client();  // need not stay while the call is under way
        call(http, gone, group_g, [&](result<vserver_group_attribute> r) {
            ++calls;
            outcome.emplace(std::move(r));
        });
    }
    CHECK(calls == 0);
    REQUIRE(http.waiting.size() == 1);
    CHECK(http.requests[0].url.find("VServerGroupId=g") != std::string::npos);
    http.waiting[0]({.status = 200, .body = body});
    CHECK(calls == 1);
    REQUIRE(outcome.has_value());
    CHECK((*outcome)->vserver_group_id == "g");

    calls = 0;
    call(http, test_client(), describe_vserver_group_attribute{}, [&](result<vserver_group_attribute> r) {
        ++calls;
        CHECK(r.error().kind == error_kind::invalid_request);
    });
    CHECK(calls == 1);  // at once: nothing was sent
    CHECK(http.waiting.size() == 1);
}

TEST_CASE("one call site serves both shapes, and takes what can only be moved") {
    const auto http = [](const http_request&) -> http_response { return {.status = 200, .body = body}; };
    int calls = 0;
    call(http, test_client(), group_g,
         [&calls, only_moved = std::make_unique<int>(1)](result<vserver_group_attribute> r) {
             calls += r.has_value() ? *only_moved : 0;
         });
    CHECK(calls == 1);
    deferred later;
    call(later, test_client(), group_g,
         [&calls, only_moved = std::make_unique<int>(1)](result<vserver_group_attribute> r) {
             calls += r.has_value() ? *only_moved : 0;
         });
    later.waiting[0]({.status = 200, .body = body});
    CHECK(calls == 2);
}

TEST_CASE("extra parameters of one call") {
    const parameter extra[] = {{"OwnerId", "7"}};
    const auto http = [](const http_request& request) -> http_response {
        CHECK(request.url.find("&OwnerId=7&") != std::string::npos);
        return {.status = 200, .body = body};
    };
    CHECK(call(http, test_client(), group_g, extra).has_value());
    CHECK(call(http, test_client(), group_g, {{"OwnerId", "7"}}).has_value());
    CHECK(call(http, test_client(), group_g, {{{"OwnerId", "7"}}}).has_value());  // one pair of braces too many
    CHECK(call(http, test_client(), group_g, {{"OwnerAccount", "a"}, {"OwnerId", "7"}}).has_value());
}

namespace {

http_response plain_function(const http_request&) { return {.status = 200, .body = body}; }

/// Does the call fail, before anything is sent, and name the function that is missing?
template <class T>
bool is_told(T&& through, const client& c, std::string_view name) {
    const auto returned = call(through, c, group_g);
    const auto untyped = call(through, c, untyped_operation{"A", classic_load_balancer});
    int calls = 0;
    const auto names_it = [&](const error& e) {
        ++calls;
        return e.kind == error_kind::invalid_request && e.what.field == name && e.message().find("null") != std::string::npos;
    };
    bool good = names_it(returned.error()) && names_it(untyped.error());
    call(through, c, group_g, [&](result<vserver_group_attribute> r) { good = names_it(r.error()) && good; });
    call(through, c, untyped_operation{"A", classic_load_balancer},
         [&](result<document> r) { good = names_it(r.error()) && good; });
    return good && calls == 4;
}

}  // namespace

TEST_CASE("functions of every kind are transports, and null ones an error") {
    CHECK(call(plain_function, test_client(), group_g).has_value());
    CHECK(call(&plain_function, test_client(), group_g).has_value());
    CHECK(call(std::function(plain_function), test_client(), group_g).has_value());
    http_response (*none)(const http_request&) = nullptr;
    CHECK(is_told(none, test_client(), "transport"));
    CHECK(is_told(std::function<http_response(const http_request&)>(), test_client(), "transport"));
    client without_stamps = test_client();
    without_stamps.stamps = nullptr;
    CHECK(is_told(plain_function, without_stamps, "stamps"));
}
