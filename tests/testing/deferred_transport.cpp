#include <slbwire/testing/deferred_transport.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <slbwire/slbwire.hpp>
#include <slbwire/testing/fake_service.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

static_assert(completing_transport<deferred_transport<fake_service>>);
static_assert(!returning_transport<deferred_transport<fake_service>>);
static_assert(returning_transport<fake_service>);
static_assert(!completing_transport<fake_service>);

TEST_CASE("replies come when the test delivers them, in its order") {
    fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-1");
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    deferred_transport later(service);
    std::vector<std::string> got;
    const auto make = [&](std::string name) {
        call(later, c, create_vserver_group{.load_balancer_id = "lb-1", .vserver_group_name = name},
             [&got, name](result<create_vserver_group::response> made) {
                 got.push_back(made ? name + " " + made->vserver_group_id : made.error().message());
             });
    };
    CHECK(!later.deliver());
    make("first");
    make("second");
    CHECK(later.waiting() == 2);
    CHECK(service.changes().size() == 2);  // carried out, though nobody knows yet
    CHECK(got.empty());
    CHECK(!later.deliver(2));
    CHECK(later.deliver(1));
    CHECK(later.deliver());
    CHECK(got == std::vector<std::string>{"second rsp-fake2", "first rsp-fake1"});
    CHECK(later.waiting() == 0);
}

TEST_CASE("a completion is moved, and may make the next call") {
    fake_service service("testid", "testsecret");
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    deferred_transport later(service);
    auto owned = std::make_unique<int>(7);
    int seen = 0;
    call(later, c, describe_load_balancer_attribute{"lb-9"},
         [&, owned = std::move(owned)](result<describe_load_balancer_attribute::response>) {
             seen = *owned;
             call(later, c, describe_load_balancer_attribute{"lb-9"},
                  [&](result<describe_load_balancer_attribute::response>) { ++seen; });
         });
    CHECK(later.deliver());
    CHECK(seen == 7);
    CHECK(later.waiting() == 1);
    CHECK(later.deliver());
    CHECK(seen == 8);
}
