// Replies written in braces, as fakes of the service do it: g++ 12 crashed on those with a struct in them.

#include <slbwire/slbwire.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

template <class Text>
bool are_made() {
    const basic_vserver_groups<Text> groups{
        .request_id = "r",
        .vserver_groups = {{.vserver_group_id = "a", .associated_objects = {}, .tags = {{.tag_key = "k"}}}}};
    const basic_vserver_group_attribute<Text> group{
        .vserver_group_id = "g", .backend_servers = {{.server_id = "a", .port = 1}, {.server_id = "b"}}};
    const basic_health_status<Text> health{.backend_servers = {{.server_id = "a", .port = 1}, {.server_id = "b"}}};
    const basic_load_balancer_attribute<Text> balancer{.listener_ports_and_protocol = {{.listener_port = 1}},
                                                       .backend_servers = {{.server_id = "a"}}};
    const basic_master_slave_server_groups<Text> pairs{
        .master_slave_server_groups = {{.master_slave_server_group_id = "a",
                                        .associated_objects = {.listeners = {{.protocol = "x"}}, .rules = {{.rule_id = "1"}}}}}};
    return groups.vserver_groups[0].tags.size() == 1 && group.backend_servers.size() == 2 &&
           health.backend_servers.size() == 2 && balancer.backend_servers.size() == 1 &&
           pairs.master_slave_server_groups[0].associated_objects.rules.size() == 1;
}

}  // namespace

TEST_CASE("every reply can be written in braces") {
    CHECK(are_made<std::string>());
    CHECK(are_made<std::string_view>());
}
