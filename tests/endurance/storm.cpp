// Many calls by eight threads through libcurl, sharing one session, while three of ten requests go wrong in every way
// that the emulator knows. What must not be done twice is not, each call ends within its deadline with the reply that
// the emulator's record of changes asks for or an error that a fault explains, and no request is sent twice. usage:
// endurance_storm [CALLS]

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <curl/curl.h>
#include <nlohmann/json.hpp>
#include <slbwire/call/blocking.hpp>
#include <slbwire/slbwire.hpp>

#include "../emulator/faults.hpp"
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

/// A handle of libcurl that is kept, with a connection for each request: on one that was used before and is cut,
/// libcurl sends the request again by itself, which would be the same nonce twice.
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
        set(
            CURLOPT_WRITEFUNCTION, +[](char* p, std::size_t, std::size_t n, std::string* body) {
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

/// What a call asked for and what it came to.
struct made_call {
    int call = 0;
    std::string action{};
    bool idempotent = false;
    std::vector<std::string> put_in{};  ///< servers, as `id:port`
    std::vector<std::string> taken_out{};
    bool succeeded = false;
    slb::error_effect effect{};
    bool has_seen = false;
    std::set<std::string> seen{};  ///< the group's servers, as the reply shows them
};

std::string shown(const slb::backend_server& server) {
    return server.server_id + ":" + std::to_string(server.port.value_or(0));
}

/// What the emulator may refuse by for its faults alone: what has another reason is a mistake of the requests.
bool is_from_a_fault(const slb::error& e) {
    using enum slb::error_class;
    const slb::error_class kind = e.service.kind;
    switch (e.kind) {
    case slb::error_kind::transport: return e.transport_code != 0;
    case slb::error_kind::malformed_reply: return true;
    case slb::error_kind::refused:
        return kind == throttled || kind == busy || kind == clock || kind == nonce || kind == server || kind == gateway;
    default: return false;
    }
}

/// A thread's own groups, one after the other, and all that it does with them.
class worker {
public:
    worker(slb::session& shared, record& all, int number, int calls)
        : session_(shared), http_(all), call_(number * 10'000'000), left_(calls) {}

    void run() {
        while (left_ > 0) {
            slb::create_vserver_group create{.load_balancer_id = "lb-1",
                                             .vserver_group_name = "g" + std::to_string(call_)};
            const auto group = make(create);
            if (!group) continue;
            const std::string& id = group->vserver_group_id;
            for (int i = 0; i < 8; ++i) {
                const slb::backend_server server{.server_id = "i-" + std::to_string(call_), .port = 80, .weight = 10};
                also(slb::add_vserver_group_backend_servers{id, {server}}, {server});
                also(slb::describe_vserver_group_attribute{.vserver_group_id = id});
                // Another in each call: what an earlier one left there must not look like the work of this one.
                const slb::backend_server other{.server_id = "n-" + std::to_string(call_), .port = 81};
                also(slb::modify_vserver_group_backend_servers{id, {server}, {other}}, {other}, {server});
                also(slb::remove_vserver_group_backend_servers{id, {server, other}}, {}, {server, other});
            }
            also(slb::set_vserver_group_attribute{.vserver_group_id = id, .vserver_group_name = "renamed"});
            also(slb::describe_vserver_groups{.load_balancer_id = "lb-1"});
            also(slb::delete_vserver_group{.vserver_group_id = id});
        }
    }

    std::vector<made_call> made{};
    std::map<std::string, int> given_up{};

private:
    template <class Operation>
    slb::result<typename Operation::response> make(const Operation& op) {
        --left_;
        http_.call = ++call_;
        // By fours, as a row of calls with a server has four: so each operation has both.
        const bool ask_first = call_ / 4 % 2 == 0;
        const slb::call_options options{.deadline_ms = 600'000, .policy = {.most_attempts = 8}, .ask_first = ask_first};
        const std::int64_t begun = hurry::now_ms();
        http_.ends = begun + options.deadline_ms;
        auto done = slb::call(http_, session_, op, options, hurry());
        // A wait of the operating system's is longer than was asked for, and twenty times so.
        check(hurry::now_ms() <= http_.ends + 20'000, "a call went on after its deadline");
        check(session_.retries_left() >= 0 && session_.retries_left() <= 500, "the quota is out of its bounds");
        made_call& now = made.emplace_back();
        now.call = call_;
        now.action = Operation::action;
        if constexpr (requires { Operation::idempotent; }) now.idempotent = Operation::idempotent;
        now.succeeded = done.has_value();
        if (!done) {
            const slb::error& e = done.error();
            check(is_from_a_fault(e), "an error that no fault explains:", now.action + ": " + e.message());
            now.effect = e.effect;
            ++given_up[std::string(name(e.kind)) + ' ' + std::string(name(e.service.kind)) +
                       (ask_first ? ", asked" : "")];
        } else if constexpr (requires { done->backend_servers; }) {
            now.has_seen = true;
            for (const slb::backend_server& server : done->backend_servers) now.seen.insert(shown(server));
        }
        return done;
    }

    using servers = std::vector<slb::backend_server>;
    template <class Operation>
    void also(const Operation& op, const servers& put_in = {}, const servers& taken_out = {}) {
        if (left_ <= 0) return;
        static_cast<void>(make(op));
        for (const slb::backend_server& server : put_in) made.back().put_in.push_back(shown(server));
        for (const slb::backend_server& server : taken_out) made.back().taken_out.push_back(shown(server));
    }

    slb::session& session_;
    through_curl http_;
    int call_;
    int left_;
};

/// Goes through a thread's calls as they were carried out, `times` each: was each told the truth?
void compare(const std::vector<made_call>& calls, std::map<int, int>& times) {
    std::set<std::string> group;
    for (const made_call& c : calls) {
        const std::string which = c.action + ", call " + std::to_string(c.call);
        const int done = times[c.call];
        if (c.action.starts_with("Create")) group.clear();
        check(c.idempotent || done <= 1, "done twice:", which);
        check(!c.succeeded || done >= 1 || c.action.starts_with("Describe"),
              "a success that was not carried out:", which);
        check(c.succeeded || c.effect == slb::error_effect::possible || done == 0, "done, but said not to be:", which);
        if (done > 0) {
            for (const std::string& server : c.taken_out) group.erase(server);
            group.insert(c.put_in.begin(), c.put_in.end());
        }
        check(!c.has_seen || c.seen == group, "a reply that shows other servers than there are:", which);
    }
}

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
        check(times.find(-1) == times.end(), "a change that no call made");
        int succeeded = 0;
        int ended = 0;
        std::map<std::string, int> given_up;
        for (const auto& worker : workers) {
            compare(worker->made, times);
            for (const made_call& c : worker->made) succeeded += c.succeeded ? 1 : 0;
            ended += static_cast<int>(worker->made.size());
            for (const auto& [why, often] : worker->given_up) given_up[why] += often;
        }
        std::printf("%d calls, %d requests, %d changes, %d succeeded\n", ended, counts["Requests"].get<int>(),
                    static_cast<int>(counts["Changes"].size()), succeeded);
        for (const auto& [why, often] : given_up) std::printf("  %s: %d\n", why.c_str(), often);
        for (const auto& [fault, often] : counts["Faults"].items()) {
            std::printf("  fault %s: %d\n", fault.c_str(), often.get<int>());
        }
        check(counts["Faults"].size() >= emulator::fault_names().size() - 1 || ended < 1000, "not every fault came");
        // Half of all faults are of a kind that is tried again, and the quota gives up only where nearly all fail.
        check(succeeded > ended / 2, "most calls succeed");
    }
    curl_global_cleanup();
}
