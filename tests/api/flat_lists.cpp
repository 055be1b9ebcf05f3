// Replies in XML whose lists repeat their name without an inner element, as the vendor's pages show them since 2022:
// every list of every operation, beside the same reply with the inner element.

#include <slbwire/call/finish.hpp>
#include <slbwire/model/show.hpp>
#include <slbwire/slbwire.hpp>

#include <string>
#include <string_view>

#include "../support/both_ways.hpp"
#include "../support/catch.hpp"

using namespace slbwire;

namespace {

/// Do both documents give the same reply, which `shows` as that line?
template <class Op>
void check_flat(std::string_view flat, std::string_view wrapped, std::string_view shows) {
    const auto reply = finish<Op>({.status = 200, .body = std::string(flat)});
    CAPTURE(flat);
    REQUIRE(reply.has_value());
    CHECK(show(*reply) == shows);
    const auto same = finish<Op>({.status = 200, .body = std::string(wrapped)});
    REQUIRE(same.has_value());
    CHECK(*same == *reply);
    CHECK(support::same_both_ways<typename Op::template response_of<std::string_view>>(flat, Op::action));
}

constexpr std::string_view flat_servers =
    "<R><RequestId>R-1</RequestId><BackendServers><Type>eni</Type><Weight>100</Weight><ServerId>eni-1</ServerId>"
    "</BackendServers><BackendServers><Type>ecs</Type><Weight>0</Weight><ServerId>i-2</ServerId></BackendServers>"
    "<VServerGroupId>g</VServerGroupId></R>";
constexpr std::string_view servers =
    "<R><RequestId>R-1</RequestId><BackendServers><BackendServer><Type>eni</Type><Weight>100</Weight><ServerId>eni-1"
    "</ServerId></BackendServer><BackendServer><Type>ecs</Type><Weight>0</Weight><ServerId>i-2</ServerId></BackendServer>"
    "</BackendServers><VServerGroupId>g</VServerGroupId></R>";

template <class Op>
void check_servers(std::string_view before) {
    std::string shows(R"({RequestId: "R-1", )");
    (shows += before) +=
        R"(BackendServers: [{ServerId: "eni-1", Weight: 100, Type: "eni"}, {ServerId: "i-2", Weight: 0, Type: "ecs"}]})";
    check_flat<Op>(flat_servers, servers, shows);
}

}  // namespace

TEST_CASE("servers of groups, without an inner element") {
    check_servers<create_vserver_group>(R"(VServerGroupId: "g", )");
    check_servers<set_vserver_group_attribute>(R"(VServerGroupId: "g", )");
    check_servers<add_vserver_group_backend_servers>(R"(VServerGroupId: "g", )");
    check_servers<remove_vserver_group_backend_servers>(R"(VServerGroupId: "g", )");
    check_servers<modify_vserver_group_backend_servers>(R"(VServerGroupId: "g", )");
    check_servers<describe_vserver_group_attribute>(R"(VServerGroupId: "g", )");
    check_servers<add_backend_servers>("");
    check_servers<remove_backend_servers>("");
    check_servers<set_backend_servers>("");
    check_servers<describe_load_balancer_attribute>("");
}

TEST_CASE("the other lists, without an inner element") {
    check_flat<describe_vserver_groups>(
        "<R><VServerGroups><VServerGroupId>g</VServerGroupId><AssociatedObjects><Rules><RuleId>r</RuleId></Rules><Listeners>"
        "<Port>80</Port><Protocol>tcp</Protocol></Listeners><Listeners><Port>81</Port></Listeners><Rules><RuleId>s</RuleId>"
        "</Rules></AssociatedObjects></VServerGroups><VServerGroups><VServerGroupId>h</VServerGroupId><AssociatedObjects>"
        "<Listeners/></AssociatedObjects></VServerGroups></R>",
        "<R><VServerGroups><VServerGroup><VServerGroupId>g</VServerGroupId><AssociatedObjects><Rules><Rule><RuleId>r</RuleId>"
        "</Rule><Rule><RuleId>s</RuleId></Rule></Rules><Listeners><Listener><Port>80</Port><Protocol>tcp</Protocol></Listener>"
        "<Listener><Port>81</Port></Listener></Listeners></AssociatedObjects></VServerGroup><VServerGroup><VServerGroupId>h"
        "</VServerGroupId></VServerGroup></VServerGroups></R>",
        R"({VServerGroups: [{VServerGroupId: "g", AssociatedObjects: {Listeners: [{Port: 80, Protocol: "tcp"}, {Port: 81}], )"
        R"(Rules: [{RuleId: "r"}, {RuleId: "s"}]}}, {VServerGroupId: "h"}]})");
    check_flat<describe_health_status>(
        "<R><BackendServers><ServerId>a</ServerId><ServerHealthStatus>normal</ServerHealthStatus></BackendServers>"
        "<BackendServers><ServerHealthStatus>abnormal</ServerHealthStatus><ServerId>b</ServerId></BackendServers></R>",
        "<R><BackendServers><BackendServer><ServerId>a</ServerId><ServerHealthStatus>normal</ServerHealthStatus>"
        "</BackendServer><BackendServer><ServerHealthStatus>abnormal</ServerHealthStatus><ServerId>b</ServerId>"
        "</BackendServer></BackendServers></R>",
        R"({BackendServers: [{ServerId: "a", ServerHealthStatus: "normal"}, {ServerId: "b", ServerHealthStatus: "abnormal"}]})");
    check_flat<describe_load_balancer_attribute>(
        "<R><ListenerPorts>80</ListenerPorts><Tags><TagKey>k</TagKey></Tags><Labels>a</Labels><ListenerPortsAndProtocol>"
        "<ListenerPort>80</ListenerPort></ListenerPortsAndProtocol><ListenerPorts> 443\n</ListenerPorts>"
        "<ListenerPortsAndProtocal><ListenerPort>80</ListenerPort></ListenerPortsAndProtocal><ListenerPortsAndProtocol>"
        "<ForwardPort>443</ForwardPort><ListenerPort>81</ListenerPort></ListenerPortsAndProtocol><Tags><TagKey>l"
        "</TagKey><TagValue>v</TagValue></Tags><Labels>b</Labels></R>",
        "<R><ListenerPorts><ListenerPort>80</ListenerPort><ListenerPort>443</ListenerPort></ListenerPorts><Tags><Tag>"
        "<TagKey>k</TagKey></Tag><Tag><TagKey>l</TagKey><TagValue>v</TagValue></Tag></Tags><Labels><Label>a</Label><Label>b"
        "</Label></Labels><ListenerPortsAndProtocol><ListenerPortAndProtocol><ListenerPort>80</ListenerPort>"
        "</ListenerPortAndProtocol><ListenerPortAndProtocol><ListenerPort>81</ListenerPort><ForwardPort>443"
        "</ForwardPort></ListenerPortAndProtocol></ListenerPortsAndProtocol><ListenerPortsAndProtocal>"
        "<ListenerPortAndProtocal><ListenerPort>80</ListenerPort></ListenerPortAndProtocal></ListenerPortsAndProtocal></R>",
        R"({ListenerPorts: [80, 443], ListenerPortsAndProtocol: [{ListenerPort: 80}, {ListenerPort: 81, ForwardPort: )"
        R"(443}], ListenerPortsAndProtocal: [{ListenerPort: 80}], Tags: [{TagKey: "k"}, {TagKey: "l", TagValue: "v"}], )"
        R"(Labels: ["a", "b"]})");
    check_flat<create_master_slave_server_group>(
        "<R><MasterSlaveBackendServers><ServerId>a</ServerId><Port>80</Port></MasterSlaveBackendServers>"
        "<MasterSlaveBackendServers><ServerId>b</ServerId></MasterSlaveBackendServers></R>",
        "<R><MasterSlaveBackendServers><MasterSlaveBackendServer><ServerId>a</ServerId><Port>80</Port>"
        "</MasterSlaveBackendServer><MasterSlaveBackendServer><ServerId>b</ServerId></MasterSlaveBackendServer>"
        "</MasterSlaveBackendServers></R>",
        R"({MasterSlaveBackendServers: [{ServerId: "a", Port: 80}, {ServerId: "b"}]})");
    check_flat<describe_master_slave_server_groups>(
        "<R><MasterSlaveServerGroups><MasterSlaveServerGroupId>g</MasterSlaveServerGroupId><AssociatedObjects><Listeners>"
        "<Port>80</Port></Listeners></AssociatedObjects></MasterSlaveServerGroups><MasterSlaveServerGroups>"
        "<MasterSlaveServerGroupId>h</MasterSlaveServerGroupId></MasterSlaveServerGroups></R>",
        "<R><MasterSlaveServerGroups><MasterSlaveServerGroup><MasterSlaveServerGroupId>g</MasterSlaveServerGroupId>"
        "<AssociatedObjects><Listeners><Listener><Port>80</Port></Listener></Listeners></AssociatedObjects>"
        "</MasterSlaveServerGroup><MasterSlaveServerGroup><MasterSlaveServerGroupId>h</MasterSlaveServerGroupId>"
        "</MasterSlaveServerGroup></MasterSlaveServerGroups></R>",
        R"({MasterSlaveServerGroups: [{MasterSlaveServerGroupId: "g", AssociatedObjects: {Listeners: [{Port: 80}]}}, )"
        R"({MasterSlaveServerGroupId: "h"}]})");
}
