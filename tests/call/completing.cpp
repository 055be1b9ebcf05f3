#include <slbwire/call/completing.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "../support/catch.hpp"
#include "../support/scripted.hpp"

using namespace slbwire;
using support::refused_as;

namespace {

const http_response good{.status = 200, .body = R"({"RequestId":"R","VServerGroupId":"g"})"};
const http_response lost{.transport_error = 28};
const http_response throttled = refused_as(400, "Throttling");
const describe_vserver_group_attribute look{.vserver_group_id = "g"};
using reply = result<vserver_group_attribute>;

/// What is to be done later, in turn, in virtual time.
struct loop {
    support::virtual_clock clock{};
    std::deque<std::pair<std::int64_t, std::function<void()>>> later{};

    void run() {
        while (!later.empty()) {
            auto [at, what] = std::move(later.front());
            later.pop_front();
            if (at > clock.ms) clock.ms = at;
            what();
        }
    }
};
/// A timer over the loop; what it is given may be move-only.
struct loop_timer {
    loop* in;
    std::int64_t now_ms() const { return in->clock.ms; }
    template <class F>
    void after_ms(std::int64_t ms, F f) const {
        const auto kept = std::make_shared<F>(std::move(f));
        in->later.emplace_back(in->clock.ms + ms, [kept] { (*kept)(); });
    }
};
/// A `done` that is counted, used up by its call, and cannot be copied.
struct counted {
    explicit counted(std::vector<std::string>& to) : to_(&to) {}
    counted(counted&&) = default;
    counted& operator=(counted&&) = default;
    void operator()(reply r) && { to_->push_back(r ? "good" : r.error().message()); }
    std::vector<std::string>* to_;
    std::unique_ptr<int> move_only_{};
};

struct world {
    loop events{};
    support::watched_session watched{events.clock};
    std::vector<std::string> done{};

    template <class T>
    call_handle make(T&& through, completion_place where = completion_place::anywhere, call_options options = {}) {
        return call(std::forward<T>(through), watched.session, look, loop_timer{&events}, counted(done), options,
                    where);
    }
};

}  // namespace

TEST_CASE("completing: a transport that answers at once") {
    world w;
    support::script script{.replies = {throttled, lost, good}};
    w.make(script);
    CHECK(w.done.empty());  // it waits
    w.events.run();
    CHECK(w.done == std::vector<std::string>{"good"});
    CHECK(w.watched.decisions == "throttled failed succeeded");
    CHECK(script.requests.size() == 3);
}

TEST_CASE("completing: a transport that completes later, and goes on with a reference to the request") {
    world w;
    std::vector<std::string> urls;
    std::vector<http_response> replies{lost, good};
    w.make([&](const http_request& request, std::function<void(http_response &&)> complete) {
        const http_request* const kept = &request;
        w.events.later.emplace_back(0, [&, kept, complete = std::move(complete)] {
            urls.push_back(kept->url);
            http_response next = replies.front();
            replies.erase(replies.begin());
            complete(std::move(next));
        });
    });
    w.events.run();
    CHECK(w.done == std::vector<std::string>{"good"});
    REQUIRE(urls.size() == 2);
    for (const std::string& url : urls) CHECK(url.find("Signature=") != std::string::npos);
    CHECK(urls[0] != urls[1]);
}

TEST_CASE("completing: never inline, where that is asked for") {
    world w;
    support::script script{.replies = {good}};
    w.make(script, completion_place::never_inline);
    CHECK(w.done.empty());
    w.events.run();
    CHECK(w.done.size() == 1);
    w.make(script);
    CHECK(w.done.size() == 2);
    // Also what cannot be sent.
    call(script, w.watched.session, describe_vserver_group_attribute{}, loop_timer{&w.events}, counted(w.done), {},
         completion_place::never_inline);
    CHECK(w.done.size() == 2);
    w.events.run();
    CHECK(w.done.back() == "invalid request: a required field is missing in VServerGroupId (see client.check_shape)");
}

TEST_CASE("completing: done is called once, whatever the transport does") {
    SECTION("it completes twice") {
        world w;
        w.make([](const http_request&, auto complete) {
            complete(http_response(good));
            complete(http_response(lost));
        });
        w.events.run();
        CHECK(w.done == std::vector<std::string>{"good"});
    }
    SECTION("it drops the completion") {
        world w;
        int sent = 0;
        w.make([&](const http_request&, auto complete) {
            if (++sent == 3) complete(http_response(good));
        });
        w.events.run();
        CHECK(sent == 3);
        CHECK(w.done == std::vector<std::string>{"good"});
        CHECK(w.watched.decisions == "failed failed succeeded");
    }
    SECTION("it drops it later") {
        world w;
        std::vector<std::function<void(http_response &&)>> queue;
        w.make([&](http_request, std::function<void(http_response &&)> complete) {
            queue.push_back(std::move(complete));
        });
        for (int i = 0; i < 3; ++i) {
            REQUIRE(queue.size() == 1);
            queue.clear();
            w.events.run();
        }
        CHECK(w.done == std::vector<std::string>{"transport: no reply came back (code -1): the transport dropped the "
                                                 "completion; there is no attempt left"});
    }
#if defined(__cpp_exceptions)
    SECTION("it throws before it completes") {
        world w;
        w.make([](const http_request&, auto) { throw std::runtime_error("queue full"); });
        w.events.run();
        CHECK(
            w.done ==
            std::vector<std::string>{
                "transport: no reply came back (code -1): the transport threw an exception; there is no attempt left"});
    }
    SECTION("it throws after it completed") {
        world w;
        w.make([](const http_request&, auto complete) {
            complete(http_response(good));
            throw std::runtime_error("late");
        });
        w.events.run();
        CHECK(w.done == std::vector<std::string>{"good"});
    }
    SECTION("a returning one throws") {
        world w;
        w.make([](const http_request&) -> http_response { throw std::runtime_error("tls"); });
        w.events.run();
        CHECK(w.done.size() == 1);
        CHECK(w.watched.decisions == "failed failed no_attempt_left");
    }
#endif
}

TEST_CASE("completing: cancelled while it waits, while it is sent, and afterwards") {
    SECTION("while it waits") {
        world w;
        support::script script{.replies = {throttled}};
        const call_handle handle = w.make(script);
        CHECK(w.done.empty());
        handle.cancel();
        CHECK(w.done ==
              std::vector<std::string>{"refused: Throttling: m (HTTP 400) RequestId R-1; the call was cancelled"});
        handle.cancel();
        w.events.run();  // the timer comes too late
        CHECK(w.done.size() == 1);
        CHECK(script.requests.size() == 1);
    }
    SECTION("while it is sent") {
        for (const bool succeeds : {true, false}) {
            world w;
            std::function<void(http_response &&)> complete;
            const call_handle handle =
                w.make([&](http_request, std::function<void(http_response &&)> c) { complete = std::move(c); });
            handle.cancel();
            CHECK(w.done.empty());
            complete(http_response(succeeds ? good : lost));
            REQUIRE(w.done.size() == 1);
            CHECK((w.done[0] == "good") == succeeds);
            w.events.run();
            CHECK(w.done.size() == 1);
        }
    }
    SECTION("afterwards, and without a call") {
        world w;
        support::script script{.replies = {good}};
        const call_handle handle = w.make(script);
        handle.cancel();
        call_handle().cancel();
        CHECK(w.done == std::vector<std::string>{"good"});
    }
}

TEST_CASE("completing: a transport that is a temporary is kept, and one that is none is not copied") {
    world w;
    struct counting {
        explicit counting(int& n) : copies(&n) {}
        counting(const counting& other) : copies(other.copies) { ++*copies; }
        counting(counting&& other) noexcept = default;
        http_response operator()(const http_request&) { return good; }
        int* copies;
    };
    int copies = 0;
    w.make(counting(copies));
    counting kept(copies);
    w.make(kept);
    CHECK(copies == 0);
    CHECK(w.done == std::vector<std::string>{"good", "good"});
}
