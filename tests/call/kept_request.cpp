#include <slbwire/call/kept_request.hpp>

#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/call.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

TEST_CASE("a kept request stays where it is as long as a copy is there") {
    std::vector<detail::kept_request> copies;
    const http_request* at = nullptr;
    {
        detail::kept_request first(http_request{.method = "GET", .url = std::string(100, 'x')});
        at = &*first;
        for (int i = 0; i < 3; ++i) copies.push_back(first);
        detail::kept_request moved = std::move(first);
        copies[0] = moved;
        copies[1] = std::move(copies[2]);
    }
    CHECK(&*copies[0] == at);
    CHECK(at->url.size() == 100);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([copy = copies[0]] {
            for (int j = 0; j < 1'000; ++j) detail::kept_request another = copy;
        });
    }
    copies.clear();
    for (std::thread& t : threads) t.join();
}

TEST_CASE("a transport may go on with a reference to the request of a single call") {
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    const http_request* kept = nullptr;
    std::vector<std::function<void(http_response &&)>> later;
    std::string id;
    const auto http = [&](const http_request& request, std::function<void(http_response &&)> done) {
        kept = &request;
        later.push_back(std::move(done));
    };
    call(http, c, delete_vserver_group{.vserver_group_id = "g"},
         [&](result<request_id_only> reply) { id = reply->request_id; });
    REQUIRE(later.size() == 1);
    CHECK(kept->url.find("VServerGroupId=g") != std::string::npos);
    later[0]({.status = 200, .body = R"({"RequestId":"R"})"});
    CHECK(id == "R");
}

TEST_CASE("a done that can be called once is called so") {
    struct once {
        int* calls;
        void operator()(result<request_id_only>) && { ++*calls; }
    };
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    int calls = 0;
    const auto http = [](const http_request&) { return http_response{.status = 200, .body = R"({"RequestId":"R"})"}; };
    call(http, c, delete_vserver_group{.vserver_group_id = "g"}, once{&calls});
    call(http, c, delete_vserver_group{}, once{&calls});
    CHECK(calls == 2);
}
