// One client for eight threads: ten thousand calls, and beside them every step alone. All that is shared is
// constant, as the library promises that this is enough; ThreadSanitizer looks on where the compiler has it.
// No lock stands around the calls, which would hide a race: each thread has a service of its own.

#include <cstddef>
#include <cstdio>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <slbwire/slbwire.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/testing/fake_service.hpp>

namespace slb = slbwire;

namespace {

constexpr std::size_t thread_count = 8;
constexpr std::size_t calls_of_thread = 1'250;

using describe = slb::describe_vserver_group_attribute;
using modify = slb::modify_vserver_group_backend_servers;

/// What all threads use at once, without a lock.
struct shared {
    slb::client json{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    slb::client xml{.credentials = {"testid", "testsecret", "token"},
                    .region_id = "cn-hangzhou",
                    .style = slb::request_style::post_form,
                    .format = slb::reply_format::xml,
                    .quotes = slb::quote_style::strict_json};
    modify add{.vserver_group_id = "rsp-fake1",
               .old_backend_servers = {},
               .new_backend_servers = {{.server_id = "vm-1", .port = 80, .weight = 5}}};
    modify take{.vserver_group_id = "rsp-fake1",
                .old_backend_servers = {{.server_id = "vm-1", .port = 80}},
                .new_backend_servers = {}};
    slb::http_response reply{.status = 200,
                             .body = R"({"RequestId":"R","VServerGroupId":"rsp-\u0031","BackendServers":
        {"BackendServer":[{"ServerId":"vm-\u0031","Port":80},{"ServerId":"vm-2","Port":"81"}]}})"};
    slb::http_response refusal{.status = 400,
                               .body = "<Error><Code>Throttling</Code><RequestId>R</RequestId></Error>"};
    slb::http_response broken{.status = 200, .body = R"({"RequestId":"R","BackendServers":[{"ServerId":)"};
};

/// One thread's part; what went wrong in it is counted, not printed, and read when it has ended.
class worker {
public:
    explicit worker(const shared& common) : common_(common) {}

    void work() {
        service_.add_load_balancer("lb-fake");
        expect(slb::call(*this, common_.json, slb::create_vserver_group{.load_balancer_id = "lb-fake"})
                   .has_value());
        for (std::size_t i = 1; i < calls_of_thread; ++i) {
            const slb::client& client = i % 3 == 0 ? common_.xml : common_.json;
            const bool adding = i % 2 == 1;
            const auto group = slb::call(*this, client, adding ? common_.add : common_.take);
            expect(group && group->backend_servers.size() == (adding ? 1 : 0));
            if (i % 8 == 0) every_step_alone(client);
        }
    }

    /// A transport that notes the nonces on its way.
    slb::http_response operator()(const slb::http_request& request) {
        const std::string& parameters = request.body.empty() ? request.url : request.body;
        constexpr std::string_view name = "SignatureNonce=";
        const std::size_t first = parameters.find(name) + name.size();
        nonces_.push_back(parameters.substr(first, parameters.find('&', first) - first));
        return service_(request);
    }
    std::size_t failures() const { return failures_; }
    std::size_t calls() const { return service_.calls(); }
    const std::vector<std::string>& nonces() const { return nonces_; }

private:
    void every_step_alone(const slb::client& client) {
        const slb::stamp when{.time = 1'565'092'800, .nonce = "15215528852396"};
        const auto request = slb::prepare(client, common_.add, when);
        expect(request && !(client.style == slb::request_style::get ? request->url : request->body).empty());
        const auto again = slb::prepare(client, common_.add, when, request_);
        expect(again.has_value() && request && request_.url == request->url &&
               request_.body == request->body);

        const auto group = slb::finish<describe>(common_.reply);
        expect(group && group->backend_servers.size() == 2 && group->vserver_group_id == "rsp-1");
        const auto view = slb::finish_view<describe>(common_.reply, arena_);
        expect(view && view->backend_servers[0].server_id == "vm-1");
        const auto refused = slb::finish<describe>(common_.refusal);
        expect(!refused && refused.error().service.kind == slb::error_class::throttled);
        const auto broken = slb::finish_view<describe>(common_.broken, arena_);
        expect(!broken && broken.error().message().find("RequestId R") != std::string::npos);
    }
    void expect(bool holds) { failures_ += holds ? 0 : 1; }

    const shared& common_;
    slb::fake_service service_{"testid", "testsecret"};
    slb::text_arena arena_;
    slb::http_request request_;
    std::vector<std::string> nonces_;
    std::size_t failures_ = 0;
};

}  // namespace

int main() {
    const shared common;
    std::deque<worker> workers;  // they stay where they are made
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < thread_count; ++i) {
        worker& one = workers.emplace_back(common);
        threads.emplace_back([&one] { one.work(); });
    }
    for (std::thread& thread : threads) thread.join();

    std::size_t failures = 0;
    std::size_t calls = 0;
    std::set<std::string> nonces;
    for (const worker& one : workers) {
        failures += one.failures();
        calls += one.calls();
        nonces.insert(one.nonces().begin(), one.nonces().end());
    }
    std::printf("%zu calls by %zu threads, %zu nonces, %zu failures\n", calls, thread_count, nonces.size(),
                failures);
    // A nonce that two threads share would be refused by the real service.
    return failures == 0 && calls == 10'000 && nonces.size() == 10'000 ? 0 : 1;
}
