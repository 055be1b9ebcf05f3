#include <slbwire/call/transport.hpp>

#include <memory>
#include <optional>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

struct returning {
    http_response operator()(const http_request& request) { return {.status = 200, .body = request.url}; }
};
struct by_value {
    http_response operator()(http_request request) const { return {.status = static_cast<int>(request.url.size())}; }
};
struct completing {
    template <class Done>
    void operator()(http_request&& request, Done&& done) {
        std::forward<Done>(done)({.status = 200, .body = request.url});
    }
};
struct neither {
    int operator()(const http_request&) { return 0; }
};

static_assert(returning_transport<returning> && !completing_transport<returning>);
static_assert(returning_transport<by_value> && transport<by_value>);
static_assert(completing_transport<completing> && !returning_transport<completing>);
static_assert(transport<returning> && transport<completing> && !transport<neither> && !transport<int>);

}  // namespace

TEST_CASE("both shapes of a transport hand their answer on once") {
    int calls = 0;
    const auto done = [&](http_response&& r) {
        ++calls;
        CHECK(r.body == "u");
    };
    returning one;
    send(one, http_request{.method = "GET", .url = "u"}, done);
    completing other;
    send(other, http_request{.method = "GET", .url = "u"}, done);
    CHECK(calls == 2);
}
