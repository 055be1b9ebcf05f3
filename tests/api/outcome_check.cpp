#include <slbwire/api/outcome_check.hpp>

#include <string>
#include <vector>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

using servers = std::vector<backend_server>;
const backend_server a80{.server_id = "i-a", .port = 80, .weight = 100};
const backend_server a81{.server_id = "i-a", .port = 81};
const backend_server b80{.server_id = "i-b", .port = 80};

static_assert(!outcome_check<describe_vserver_groups>::exists);
static_assert(detail::is_deletion<delete_vserver_group> && !detail::is_deletion<remove_backend_servers>);

bool added(const servers& in_group, const servers& wanted) {
    const add_vserver_group_backend_servers op{.vserver_group_id = "g", .backend_servers = wanted};
    CHECK(outcome_check<add_vserver_group_backend_servers>::ask(op).vserver_group_id == "g");
    vserver_group_attribute seen;
    seen.request_id = "R";
    seen.vserver_group_id = "g";
    seen.backend_servers = in_group;
    vserver_group_backend_servers reply;
    const bool done = outcome_check<add_vserver_group_backend_servers>::was_done(op, seen, reply);
    if (done) CHECK((reply.request_id == "R" && reply.vserver_group_id == "g" && reply.backend_servers == in_group));
    return done;
}
bool modified(const servers& in_group, const servers& old, const servers& wanted) {
    const modify_vserver_group_backend_servers op{
        .vserver_group_id = "g", .old_backend_servers = old, .new_backend_servers = wanted};
    vserver_group_attribute seen;
    seen.backend_servers = in_group;
    vserver_group_backend_servers reply;
    return outcome_check<modify_vserver_group_backend_servers>::was_done(op, seen, reply);
}

}  // namespace

TEST_CASE("outcome: servers that were added are in the group, by id, port and address") {
    CHECK(added({a80, b80}, {a80}));
    CHECK(added({b80, a80}, {a80, b80}));
    CHECK(!added({a81, b80}, {a80}));
    CHECK(!added({a80}, {a80, b80}));
    CHECK(!added({}, {a80}));
    backend_server here{.server_id = "eni-1", .port = 80, .type = "eni", .server_ip = "10.0.0.1"};
    backend_server there = here;
    there.server_ip = "10.0.0.2";
    CHECK(added({here}, {here}));
    CHECK(!added({there}, {here}));
    there.server_ip.clear();
    CHECK(added({there}, {here}));
}

TEST_CASE("outcome: of a modification, the new ones are in and the old ones are out") {
    CHECK(modified({b80}, {a80}, {b80}));
    CHECK(!modified({a80, b80}, {a80}, {b80}));
    CHECK(!modified({a80}, {a80}, {b80}));
    CHECK(!modified({}, {a80}, {b80}));
    CHECK(modified({a80}, {a80}, {a80}));
    CHECK(modified({}, {a80}, {}));
    CHECK(modified({a80}, {}, {a80}));
}

TEST_CASE("outcome: a default group's servers have no port") {
    const add_backend_servers op{.load_balancer_id = "lb", .backend_servers = {a80}};
    CHECK(outcome_check<add_backend_servers>::ask(op).load_balancer_id == "lb");
    load_balancer_attribute seen;
    seen.backend_servers = {{.server_id = "i-a", .weight = 100}};
    default_server_group reply;
    CHECK(outcome_check<add_backend_servers>::was_done(op, seen, reply));
    seen.backend_servers = {{.server_id = "i-b"}};
    CHECK(!outcome_check<add_backend_servers>::was_done(op, seen, reply));
}

TEST_CASE("outcome: groups are found by their name") {
    create_vserver_group op{.load_balancer_id = "lb", .vserver_group_name = "web", .backend_servers = {a80}};
    CHECK(outcome_check<create_vserver_group>::ask(op).load_balancer_id == "lb");
    vserver_groups seen;
    seen.request_id = "R";
    seen.vserver_groups.resize(2);
    seen.vserver_groups[1].vserver_group_id = "rsp-2";
    vserver_group_backend_servers reply;
    CHECK(!outcome_check<create_vserver_group>::was_done(op, seen, reply));
    seen.vserver_groups[1].vserver_group_name = "web";
    REQUIRE(outcome_check<create_vserver_group>::was_done(op, seen, reply));
    CHECK(reply.vserver_group_id == "rsp-2");
    CHECK(reply.request_id == "R");
    CHECK(reply.backend_servers == op.backend_servers);
    op.vserver_group_name.clear();
    CHECK(!outcome_check<create_vserver_group>::was_done(op, seen, reply));

    const create_master_slave_server_group pair{.load_balancer_id = "lb", .master_slave_server_group_name = "pair"};
    CHECK(outcome_check<create_master_slave_server_group>::ask(pair).load_balancer_id == "lb");
    master_slave_server_groups pairs;
    pairs.master_slave_server_groups.resize(1);
    master_slave_server_group_attribute made;
    CHECK(!outcome_check<create_master_slave_server_group>::was_done(pair, pairs, made));
    pairs.master_slave_server_groups[0].master_slave_server_group_name = "pair";
    pairs.master_slave_server_groups[0].master_slave_server_group_id = "msg-1";
    REQUIRE(outcome_check<create_master_slave_server_group>::was_done(pair, pairs, made));
    CHECK(made.master_slave_server_group_id == "msg-1");
}
