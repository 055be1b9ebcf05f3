// Many calls by eight threads through libcurl, sharing one session, while three of ten requests go wrong in every way
// that the emulator knows. What must not be done twice is not, each call ends within its deadline, a success was carried
// out and a refusal was not, and no request is sent twice.
// usage: endurance_storm [CALLS]

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <curl/curl.h>
#include <nlohmann/json.hpp>
#include <slbwire/call/blocking.hpp>
#include <slbwire/slbwire.hpp>

#include "../emulator/server.hpp"

namespace slb = slbwire;

namespace {

constexpr int thread_count = 8;
constexpr double fault_rate = 0.3;

/// Time goes by twenty times as fast, so that waits of seconds do not make the test one of hours.
struct hurry {
    static constexpr std::int64_t times = 20;
    static std::int64_t now_ms() { return slb::thread_waiter::now_ms() * times; }
    static bool wait_ms(std::int64_t ms) {
        std::this_thread::sleep_for(std::chrono::microseconds(ms * 1000 / times));
        return true;
    }
};

void check(bool good, const char* what, const std::string& more = {}) {
    if (good) return;
    std::fprintf(stderr, "%s %s\n", what, more.c_str());
    std::exit(1);
}

/// Which call sent a request with which nonce; for all threads.
class record {
public:
    void sent(const std::string& nonce, int call) {
        const std::lock_guard lock(mutex_);
        check(calls_.emplace(nonce, call).second, "a nonce was used twice", nonce);
    }
    /// The call that it belongs to.
    int call_of(const std::string& nonce) const {
        const auto found = calls_.find(nonce);
        return found == calls_.end() ? -1 : found->second;
    }

private:
    std::mutex mutex_;
    std::map<std::string, int> calls_;
};

/// A handle of libcurl that is kept, with a connection for each request.
class through_curl {
public:
    explicit through_curl(record& all) : all_(all) {}
    int call = 0;
    std::int64_t ends = 0;  ///< the deadline of the call
    slb::http_response operator()(const slb::http_request& request) {
        check(hurry::now_ms() <= ends, "an attempt after the deadline");
        constexpr std::string_view name = "SignatureNonce=";
        const std::size_t at = request.url.find(name) + name.size();
        all_.sent(request.url.substr(at, request.url.find('&', at) - at), call);
        slb::http_response to;
        const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(curl_.get(), option, value); };
        curl_easy_reset(curl_.get());
        set(CURLOPT_URL, request.url.c_str());
        set(CURLOPT_NOPROXY, "*");
        set(CURLOPT_TIMEOUT_MS, 20'000L);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_FORBID_REUSE, 1L);
        set(CURLOPT_WRITEDATA, &to.body);
        set(CURLOPT_WRITEFUNCTION, +[](char* p, std::size_t, std::size_t n, std::string* body) {
            body->append(p, n);
            return n;
        });
        const CURLcode code = curl_easy_perform(curl_.get());
        to.transport_error = static_cast<int>(code);
        to.transport_message = curl_easy_strerror(code);
        long status = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
        to.status = static_cast<int>(status);
        for (curl_header* h = nullptr; (h = curl_easy_nextheader(curl_.get(), CURLH_HEADER, -1, h)) != nullptr;) {
            to.headers.push_back({h->name, h->value});
        }
        return to;
    }

private:
    record& all_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_{curl_easy_init(), &curl_easy_cleanup};
};

/// What a call of something that must not be done twice came to.
struct ending {
    std::string action;
    bool succeeded = false;
    slb::error_effect effect{};
};

/// A thread's own group, and all that it does with it.
class worker {
public:
    worker(slb::session& shared, record& all, int number, int calls)
        : session_(shared), http_(all), call_(number * 10'000'000), left_(calls) {}

    void run() {
        while (left_ > 0) {
            slb::create_vserver_group create{.load_balancer_id = "lb-1", .vserver_group_name = "g" + std::to_string(call_)};
            const auto group = make(create);
            if (!group) continue;
            const std::string& id = group->vserver_group_id;
            for (int i = 0; i < 8; ++i) {
                const slb::backend_server server{.server_id = "i-" + std::to_string(call_), .port = 80, .weight = 10};
                also(slb::add_vserver_group_backend_servers{id, {server}});
                also(slb::describe_vserver_group_attribute{.vserver_group_id = id});
                // Another in each call: what an earlier one left there must not look like the work of this one.
                const slb::backend_server other{.server_id = "n-" + std::to_string(call_), .port = 81};
                also(slb::modify_vserver_group_backend_servers{id, {server}, {other}});
                also(slb::remove_vserver_group_backend_servers{id, {server}});
            }
            also(slb::set_vserver_group_attribute{.vserver_group_id = id, .vserver_group_name = "renamed"});
            also(slb::describe_vserver_groups{.load_balancer_id = "lb-1"});
            also(slb::delete_vserver_group{.vserver_group_id = id});
        }
    }

    std::map<int, ending> endings{};
    std::map<std::string, int> given_up{};
    int succeeded = 0;

private:
    template <class Operation>
    slb::result<typename Operation::response> make(const Operation& op) {
        --left_;
        http_.call = ++call_;
        const slb::call_options options{.deadline_ms = 600'000, .policy = {.most_attempts = 8}, .ask_first = call_ % 2 == 0};
        const std::int64_t begun = hurry::now_ms();
        http_.ends = begun + options.deadline_ms;
        auto done = slb::call(http_, session_, op, options, hurry());
        // A wait of the operating system's is longer than was asked for, and twenty times so.
        check(hurry::now_ms() <= http_.ends + 20'000, "a call went on after its deadline");
        check(session_.retries_left() >= 0 && session_.retries_left() <= 500, "the quota is out of its bounds");
        if (done) ++succeeded;
        else ++given_up[std::string(name(done.error().kind)) + ' ' + std::string(name(done.error().service.kind))];
        if constexpr (!requires { Operation::idempotent; }) {
            endings[call_] = {std::string(Operation::action), done.has_value(),
                              done ? slb::error_effect::possible : done.error().effect};
        }
        return done;
    }

    template <class Operation>
    void also(const Operation& op) {
        static_cast<void>(make(op));
    }

    slb::session& session_;
    through_curl http_;
    int call_;
    int left_;
};

}  // namespace

int main(int count, char** words) {
    const int calls = count > 1 ? std::atoi(words[1]) : 20'000;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    {
        emulator::server server({});
        server.on().add_load_balancer("lb-1");
        server.on().set_fault_rate(fault_rate, 7);
        slb::session session(slb::client{.credentials = {"testid", "testsecret"},
                                         .region_id = "cn-hangzhou",
                                         .endpoint = "127.0.0.1:" + std::to_string(server.port()),
                                         .plain_http = true});
        record all;
        std::vector<std::unique_ptr<worker>> workers;
        std::vector<std::thread> threads;
        for (int i = 0; i < thread_count; ++i) {
            workers.push_back(std::make_unique<worker>(session, all, i, calls / thread_count));
            threads.emplace_back([&worker = *workers.back()] { worker.run(); });
        }
        for (std::thread& t : threads) t.join();

        const auto counts = nlohmann::json::parse(server.on().counts().dump());
        check(counts["NoncesSeenTwice"] == 0, "a request was sent twice");
        std::map<int, int> times;  // how often a call was carried out
        for (const auto& change : counts["Changes"]) ++times[all.call_of(change["Nonce"])];
        int succeeded = 0;
        std::map<std::string, int> given_up;
        for (const auto& worker : workers) {
            for (const auto& [call, e] : worker->endings) {
                const std::string which = e.action + ", call " + std::to_string(call);
                check(times[call] <= 1, "done twice:", which);
                check(!e.succeeded || times[call] == 1, "a success that was not carried out:", which);
                check(e.effect == slb::error_effect::possible || times[call] == 0, "carried out, but said not to be:", which);
            }
            succeeded += worker->succeeded;
            for (const auto& [why, often] : worker->given_up) given_up[why] += often;
        }
        std::printf("%d calls, %d requests, %d succeeded\n", calls, counts["Requests"].get<int>(), succeeded);
        for (const auto& [why, often] : given_up) std::printf("  %s: %d\n", why.c_str(), often);
        // Half of all faults are of a kind that is tried again, and the quota gives up only where nearly all fail.
        check(succeeded > calls / 2, "most calls succeed");
    }
    curl_global_cleanup();
}
