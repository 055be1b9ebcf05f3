// A million calls in virtual time: a service of a few lines that fails in every way there is, and what must hold after
// each call, whatever happened. usage: virtual_time [CALLS [SEED]]; prints what it saw.

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/exchange.hpp>
#include <slbwire/call/session.hpp>

namespace slb = slbwire;

namespace {

[[noreturn]] void broken(const char* promise, long call) {
    std::printf("broken in call %ld: %s\n", call, promise);
    std::exit(1);
}

/// What goes wrong with an attempt. Up to `last_before` nothing was done.
enum class fault : unsigned {
    not_sent,
    lost_before,
    throttled,
    throttled_wait,
    busy,
    busy_long,
    clock,
    token,
    gateway_before,
    page_404,
    redirect,
    html,
    last_before = html,
    lost_after,
    gateway_after,
    failed_after,
    cut_after,
    replayed,
    packed_after,
    count
};

/// Groups by name, each with whether server i-1 is in it. Nothing of slbwire reads requests here.
class service {
public:
    explicit service(std::mt19937_64& random) : random_(random) {}

    std::map<std::string, int, std::less<>> creations{};  ///< how often each name was made
    std::set<std::string, std::less<>> groups{};
    std::int64_t seconds_ahead = 0;
    std::int64_t now = 0;  ///< seconds, by its clock
    double fault_rate = 0.3;
    long attempts = 0;
    long counts[static_cast<unsigned>(fault::count) + 1] = {};

    slb::http_response answer(const slb::http_request& request) {
        ++attempts;
        const std::string nonce = parameter(request.url, "SignatureNonce");
        if (!nonces_.insert(std::hash<std::string>()(nonce)).second) broken("a nonce is used twice", attempts);
        if (nonces_.size() > 2'000'000) nonces_.clear();
        std::uniform_real_distribution<double> chance(0, 1);
        fault f = fault::count;
        if (chance(random_) < fault_rate) f = static_cast<fault>(random_() % static_cast<unsigned>(fault::count));
        ++counts[static_cast<unsigned>(f)];
        switch (f) {
        case fault::not_sent: return {.transport_error = 7, .not_sent = true};
        case fault::lost_before: return {.transport_error = 28};
        case fault::throttled: return refuse(400, "Throttling.User");
        case fault::throttled_wait: return refuse(400, "Throttling.Api", {"x-acs-retry-after", "700"});
        case fault::busy: return refuse(400, "VServerGroupProcessing");
        case fault::busy_long: return refuse(409, "BackendServer.configuring", {"Retry-After", "30"});
        case fault::clock: return refuse(400, "InvalidTimeStamp.Expired");
        case fault::token: return refuse(400, "InvalidSecurityToken.Expired");
        case fault::gateway_before: return {.status = 503, .body = "<html>busy</html>"};
        case fault::page_404: return {.status = 404, .body = "<html>not here</html>"};
        case fault::redirect: return {.status = 302, .headers = {{"Location", "http://login.example/"}}};
        case fault::html: return {.status = 200, .body = "<html><body>login</body></html>"};
        default: break;
        }
        slb::http_response done = carry_out(request.url);
        switch (f) {
        case fault::lost_after: return {.transport_error = 52};
        case fault::gateway_after: return {.status = 504, .body = "<html>late</html>"};
        case fault::failed_after: return done.status == 200 ? refuse(500, "InternalError") : done;
        case fault::cut_after: done.body.resize(done.body.size() / 2); return done;
        case fault::replayed: return refuse(400, "SignatureNonceUsed");
        case fault::packed_after: return {.status = 200, .body = "\x1f\x8b\x08"};
        default: return done;
        }
    }

private:
    static std::string parameter(std::string_view url, std::string_view name) {
        const std::string key = std::string("&") + std::string(name) + '=';
        const std::size_t at = url.find(key);
        if (at == std::string_view::npos) return {};
        const std::string_view value = url.substr(at + key.size());
        return std::string(value.substr(0, value.find('&')));
    }
    slb::http_response refuse(int status, std::string_view code, slb::http_header header = {}) const {
        // 2026-11-27 is all that this clock ever shows.
        const std::int64_t of_day = (now + seconds_ahead) % 86'400;
        char date[64];
        std::snprintf(date, sizeof date, "Fri, 27 Nov 2026 %02d:%02d:%02d GMT", static_cast<int>(of_day / 3600),
                      static_cast<int>(of_day / 60 % 60), static_cast<int>(of_day % 60));
        slb::http_response r{.status = status,
                             .body = R"({"RequestId":"R","Code":")" + std::string(code) + R"(","Message":"m"})",
                             .headers = {{"Date", date}}};
        if (!header.name.empty()) r.headers.push_back(std::move(header));
        return r;
    }
    slb::http_response carry_out(const std::string& url) {
        const std::string action = parameter(url, "Action");
        if (action == "CreateVServerGroup") {
            const std::string name = parameter(url, "VServerGroupName");
            ++creations[name];
            groups.insert(name);
            return {.status = 200, .body = R"({"RequestId":"R","VServerGroupId":")" + name + "\"}"};
        }
        if (action == "DescribeVServerGroups") {
            std::string body = R"({"RequestId":"R","VServerGroups":{"VServerGroup":[)";
            for (const std::string& name : groups) {
                if (body.back() == '}') body += ',';
                body += R"({"VServerGroupId":")" + name + R"(","VServerGroupName":")" + name + "\"}";
            }
            return {.status = 200, .body = body + "]}}"};
        }
        const std::string id = parameter(url, "VServerGroupId");
        const auto found = groups.find(id);
        if (found == groups.end()) return refuse(404, "InvalidVServerGroupId.NotFound");
        if (action == "DeleteVServerGroup") {
            groups.erase(found);
            return {.status = 200, .body = R"({"RequestId":"R"})"};
        }
        return {.status = 200, .body = R"({"RequestId":"R","VServerGroupId":")" + id + "\"}"};
    }

    std::mt19937_64& random_;
    std::unordered_set<std::size_t> nonces_{};
};

struct world {
    std::mt19937_64 random;
    service slb_service{random};
    std::int64_t now_ms = 0;
    long stamps = 0;
    slb::session session{
        slb::client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou", .stamps = [this] {
                        return slb::stamp{wall(), "n" + std::to_string(++stamps)};
                    }}};

    explicit world(std::uint64_t seed) : random(seed) {}
    std::int64_t wall() const { return 1'795'737'600 + now_ms / 1000 % 40'000; }
};

/// One call, and what must hold on its way.
template <class Op>
slb::result<typename Op::response> make(world& w, const Op& op, const slb::call_options& options, long call) {
    slb::exchange<Op> exchange(w.session, op, options);
    const std::int64_t begin = w.now_ms;
    for (;;) {
        const int quota = w.session.retries_left();
        if (quota < 0 || quota > 500) broken("the quota is between 0 and 500", call);
        switch (exchange.next(w.now_ms)) {
        case slb::call_step::send: {
            if (w.now_ms >= begin + options.deadline_ms) broken("no attempt after the deadline", call);
            const std::int64_t allowed = exchange.request().timeout_ms;
            if (allowed < 1 || allowed > options.attempt_ms || w.now_ms + allowed > begin + options.deadline_ms) {
                broken("an attempt may take what is left", call);
            }
            w.slb_service.now = w.wall();
            const slb::http_response response = w.slb_service.answer(exchange.request());
            // Some stacks take longer than they may.
            w.now_ms += static_cast<std::int64_t>(w.random() % static_cast<std::uint64_t>(allowed + allowed / 8 + 2));
            exchange.take(response, w.now_ms);
            break;
        }
        case slb::call_step::wait: {
            const std::int64_t wait = exchange.wait_ms();
            // 30 s is what the service asks for at most here.
            if (wait < 1 || wait > 30'000) broken("waits are bounded", call);
            if (w.now_ms + wait >= begin + options.deadline_ms) broken("no wait past the deadline", call);
            w.now_ms += wait;
            break;
        }
        case slb::call_step::done: return std::move(exchange).outcome();
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    const long calls = count > 1 ? std::atol(arguments[1]) : 1'000'000;
    const std::uint64_t seed = count > 2 ? static_cast<std::uint64_t>(std::atoll(arguments[2])) : 1;
    world w(seed);
    long good = 0;
    long unsure = 0;
    long once = 0;
    for (long call = 0; call < calls; ++call) {
        if (call % 1000 == 0) {
            w.slb_service.fault_rate = static_cast<double>(w.random() % 100) / 100;
            w.slb_service.seconds_ahead = static_cast<std::int64_t>(w.random() % 7'200);
        }
        slb::call_options options{.deadline_ms = 1 + static_cast<std::int64_t>(w.random() % 60'000)};
        options.ask_first = w.random() % 2 == 0;
        const std::string name = "g" + std::to_string(call);
        slb::error_effect effect = slb::error_effect::none;
        bool succeeded = false;
        if (call % 2 == 0) {
            const auto made =
                make(w, slb::create_vserver_group{.load_balancer_id = "lb", .vserver_group_name = name}, options, call);
            succeeded = made.has_value();
            if (succeeded && made->vserver_group_id != name) broken("the reply is the group's", call);
            if (!succeeded) effect = made.error().effect;
            const auto found = w.slb_service.creations.find(name);
            const int times = found == w.slb_service.creations.end() ? 0 : found->second;
            if (times > 1) broken("nothing is done twice that may not be", call);
            if (succeeded && times != 1) broken("what succeeded was done", call);
            if (!succeeded && effect != slb::error_effect::possible && times != 0)
                broken("what was not done was not done", call);
            once += times;
        } else {
            w.slb_service.groups.insert(name);
            const auto gone = make(w, slb::delete_vserver_group{.vserver_group_id = name}, options, call);
            succeeded = gone.has_value();
            const bool there = w.slb_service.groups.count(name) != 0;
            if (succeeded && there) broken("what succeeded was done", call);
            if (!succeeded) effect = gone.error().effect;
            if (!succeeded && effect != slb::error_effect::possible && !there)
                broken("what was not done was not done", call);
        }
        w.slb_service.groups.clear();
        w.slb_service.creations.clear();
        good += succeeded ? 1 : 0;
        unsure += !succeeded && effect == slb::error_effect::possible ? 1 : 0;
    }
    std::printf("%ld calls, %ld attempts in %.1f days: %ld succeeded, %ld may have been done, %ld failed for sure\n",
                calls, w.slb_service.attempts, static_cast<double>(w.now_ms) / 86'400'000, good, unsure,
                calls - good - unsure);
    if (good < calls / 10 || unsure == 0 || once == 0) broken("all of it happens", calls);
    return 0;
}
