// One session for eight threads whose keys run out all the time: a provider is asked by one thread at a time, meanwhile
// the others go on with the old keys, and what a thread gets is always one whole pair. ThreadSanitizer looks on where
// the compiler has it.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/blocking.hpp>
#include <slbwire/call/session.hpp>

namespace slb = slbwire;

namespace {

constexpr std::size_t thread_count = 8;
constexpr int calls_of_thread = 400;

std::atomic<std::int64_t> now{1'565'092'800};
std::atomic<int> nonces{0};
std::atomic<int> requests{0};
std::atomic<int> inside{0};  // the provider
std::atomic<int> asked{0};
std::atomic<int> failures{0};
std::atomic<int> meanwhile{0};  // calls that were made while the provider was asked

void expect(bool holds) { failures += holds ? 0 : 1; }

/// Takes its time, fails now and then, and never gives the same keys twice.
slb::result<slb::temporary_credentials> provide() {
    expect(++inside == 1);
    const int nth = ++asked;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    --inside;
    if (nth % 5 == 2) return slb::failure{slb::error{.kind = slb::error_kind::transport}};
    const std::string number = std::to_string(nth);
    return slb::temporary_credentials{{"id" + number, "secret" + number, "token" + number}, now + 400};
}

/// The value of a parameter of the request.
std::string parameter(const std::string& url, const std::string& name) {
    const std::size_t first = url.find(name + "=") + name.size() + 1;
    return url.substr(first, url.find('&', first) - first);
}

slb::http_response answer(const slb::http_request& request) {
    meanwhile += inside != 0 ? 1 : 0;
    const std::string id = parameter(request.url, "AccessKeyId");
    expect(id.starts_with("id") && parameter(request.url, "SecurityToken") == "token" + id.substr(2));
    const int nth = ++requests;
    now += 5;
    if (nth % 97 == 0) {
        return {.status = 400,
                .body = R"({"RequestId":"R","Code":"InvalidSecurityToken.Expired","Message":"expired"})"};
    }
    return {.status = 200, .body = R"({"RequestId":"R","VServerGroupId":"rsp-1"})"};
}

}  // namespace

int main() {
    slb::client settings{.credentials = {}, .region_id = "cn-hangzhou", .stamps = [] {
                             return slb::stamp{.time = now, .nonce = std::to_string(++nonces)};
                         }};
    slb::session shared(std::move(settings), provide);
    shared.renew_before = 300;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < thread_count; ++i) {
        threads.emplace_back([&shared] {
            const slb::describe_vserver_group_attribute describe{.vserver_group_id = "rsp-1"};
            for (int call = 0; call < calls_of_thread; ++call) (void)slb::call(answer, shared, describe);
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::printf("%d requests with %d pairs of keys, %d requests while others were got, %d failures\n", requests.load(),
                asked.load(), meanwhile.load(), failures.load());
    return failures == 0 && asked > 10 && meanwhile > 0 ? 0 : 1;
}
