// All operations through a fake of the service that keeps state: one life of a load balancer's groups, in every
// combination of formats, ways to travel and quotes, and what the service refuses.

#include <slbwire/testing/fake_resources.hpp>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slbwire/slbwire.hpp>
#include <slbwire/testing/fake_service.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr std::int64_t noon = 1565092800;
stamp next_stamp() {
    static int calls = 0;
    return {.time = noon, .nonce = std::to_string(++calls)};
}

/// A client and the service that it talks to, with one load balancer.
struct world {
    client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou", .stamps = next_stamp};
    fake_service service{"testid", "testsecret"};
    std::set<std::string_view> actions{};

    world() {
        service.set_clock(noon);
        service.add_load_balancer("lb-1");
        service.add_listener("lb-1", 80);
    }
    template <operation Op>
    typename Op::response done(const Op& op) {
        actions.insert(Op::action);
        const auto reply = call(service, c, op);
        INFO(Op::action << (reply.has_value() ? std::string() : reply.error().message()));
        REQUIRE(reply.has_value());
        CHECK(!reply->request_id.empty());
        return *reply;
    }
    template <operation Op>
    error refused(const Op& op, int status, std::string_view code, error_class kind,
                  retry_advice retry = retry_advice::never) {
        const auto reply = call(service, c, op);
        INFO(Op::action << " " << code);
        REQUIRE_FALSE(reply.has_value());
        const error& e = reply.error();
        CHECK(e.kind == error_kind::refused);
        CHECK(e.http_status == status);
        CHECK(e.service.code == code);
        CHECK(e.service.kind == kind);
        CHECK(e.service.retry == retry);
        CHECK(!e.request_id.empty());
        CHECK(e.service.host_id == "slb.aliyuncs.com");
        return e;
    }
    std::string new_group(std::vector<backend_server> servers) {
        return done(create_vserver_group{.load_balancer_id = "lb-1", .backend_servers = std::move(servers)})
            .vserver_group_id;
    }
};

using servers = std::vector<backend_server>;

const backend_server odd{.server_id = "eni-2",
                         .port = 81,
                         .weight = 0,
                         .type = "eni",
                         .server_ip = "10.0.0.1",
                         .description = R"(it's "后端" & <b> \ 100%+)"};
backend_server ecs(std::string id, std::optional<std::int32_t> port, std::int32_t weight = 100) {
    return {.server_id = std::move(id), .port = port, .weight = weight, .type = "ecs"};
}

void live_vserver_group(world& w) {
    const auto made = w.done(create_vserver_group{
        "lb-1", "网 & web", {{.server_id = "vm-1", .port = 80}, odd}, {{.key = "team", .value = "a & b"}}});
    const std::string id = made.vserver_group_id;
    CHECK(made.backend_servers == servers{ecs("vm-1", 80), odd});  // the service fills weight and type in
    const auto group = w.done(describe_vserver_group_attribute{id});
    CHECK(group.vserver_group_name == "网 & web");
    CHECK(group.load_balancer_id == "lb-1");
    CHECK(group.backend_servers == servers{ecs("vm-1", 80), odd});

    // The answer to a change is the whole group.
    const servers added{{.server_id = "vm-3", .port = 80}, {.server_id = "vm-1", .port = 80, .weight = 5}};
    CHECK(w.done(add_vserver_group_backend_servers{id, added}).backend_servers ==
          servers{ecs("vm-1", 80), odd, ecs("vm-3", 80)});
    // vm-9 is not there, which nobody minds.
    const servers old_ones{{.server_id = "vm-3", .port = 80}, {.server_id = "vm-9", .port = 80}};
    CHECK(w.done(modify_vserver_group_backend_servers{id, old_ones, {{.server_id = "vm-4", .port = 80, .weight = 7}}})
              .backend_servers == servers{ecs("vm-1", 80), odd, ecs("vm-4", 80, 7)});
    CHECK(w.done(modify_vserver_group_backend_servers{id, {{.server_id = "vm-4", .port = 80}}, {}}).backend_servers ==
          servers{ecs("vm-1", 80), odd});
    CHECK(w.done(modify_vserver_group_backend_servers{.vserver_group_id = id}).backend_servers ==
          servers{ecs("vm-1", 80), odd});

    auto set = w.done(set_vserver_group_attribute{id, {}, {{.server_id = "vm-1", .port = 80, .weight = 1}}});
    CHECK(set.backend_servers == servers{ecs("vm-1", 80, 1), odd});
    CHECK(set.vserver_group_name == "网 & web");
    set = w.done(set_vserver_group_attribute{.vserver_group_id = id, .vserver_group_name = "other"});
    CHECK(set.backend_servers == servers{ecs("vm-1", 80, 1), odd});
    CHECK(set.vserver_group_name == "other");

    w.service.add_listener("lb-1", 8080, id);
    const auto groups = w.done(describe_vserver_groups{.load_balancer_id = "lb-1", .include_listener = true});
    REQUIRE(groups.vserver_groups.size() == 1);
    CHECK(groups.vserver_groups[0].vserver_group_id == id);
    CHECK(groups.vserver_groups[0].server_count == 2);
    CHECK(groups.vserver_groups[0].tags == std::vector<tag_entry>{{.tag_key = "team", .tag_value = "a & b"}});
    CHECK(groups.vserver_groups[0].associated_objects.listeners ==
          std::vector<listener>{{.port = 8080, .protocol = "tcp"}});
    const auto bare = w.done(describe_vserver_groups{.load_balancer_id = "lb-1"});
    CHECK(bare.vserver_groups[0].associated_objects == associated_objects{});
    CHECK(w.done(describe_health_status{"lb-1", 8080, "tcp"}).backend_servers.size() == 2);

    const servers gone{{.server_id = "vm-9", .port = 80}, {.server_id = "vm-1", .port = 80}};
    CHECK(w.done(remove_vserver_group_backend_servers{id, gone}).backend_servers == servers{odd});
    CHECK(w.done(remove_vserver_group_backend_servers{id, {odd}}).backend_servers.empty());
    CHECK(w.done(describe_vserver_group_attribute{id}).backend_servers.empty());

    w.refused(delete_vserver_group{id}, 400, "RspoolVipExist", error_class::conflict);
    const std::string unused = w.new_group({});
    w.done(delete_vserver_group{unused});
    w.refused(describe_vserver_group_attribute{unused}, 404, "InvalidParameter", error_class::not_found);
}

void live_default_group(world& w) {
    const servers two{{.server_id = "vm-1"}, {.server_id = "eni-2", .weight = 50, .type = "eni"}};
    auto group = w.done(add_backend_servers{"lb-1", two});
    CHECK(group.load_balancer_id == "lb-1");
    CHECK(group.backend_servers == servers{ecs("vm-1", {}), {.server_id = "eni-2", .weight = 50, .type = "eni"}});
    group = w.done(set_backend_servers{"lb-1", {{.server_id = "vm-1", .weight = 0}, {.server_id = "vm-9"}}});
    CHECK(group.backend_servers[0] == ecs("vm-1", {}, 0));

    const auto instance = w.done(describe_load_balancer_attribute{"lb-1"});
    CHECK(instance.backend_servers == group.backend_servers);
    CHECK(instance.listener_ports == std::vector<std::int32_t>{80});
    CHECK(instance.load_balancer_status == "active");
    CHECK(instance.has_reserved_info == false);
    CHECK(instance.end_time_stamp == 32'493'801'600'000);
    const auto health = w.done(describe_health_status{.load_balancer_id = "lb-1"});
    REQUIRE(health.backend_servers.size() == 2);
    CHECK(
        health.backend_servers[0] ==
        server_health{
            .server_id = "vm-1", .server_health_status = "normal", .listener_port = 80, .port = 80, .protocol = "tcp"});

    group = w.done(remove_backend_servers{.load_balancer_id = "lb-1", .server_ids = {"vm-9", "vm-1"}});
    CHECK(group.backend_servers.size() == 1);
    group = w.done(remove_backend_servers{"lb-1", {{.server_id = "eni-2", .type = "eni"}}, {}});
    CHECK(group.backend_servers.empty());
}

void live_pair(world& w) {
    backend_server master = ecs("vm-1", 80);
    backend_server slave = ecs("vm-2", 80, 0);
    slave.server_type = "Slave";
    const auto made = w.done(create_master_slave_server_group{"lb-1", "主备", {master, slave}, {}});
    master.server_type = "Master";
    CHECK(made.backend_servers == servers{master, slave});
    const std::string id = made.master_slave_server_group_id;
    const auto all = w.done(describe_master_slave_server_groups{.load_balancer_id = "lb-1"});
    REQUIRE(all.master_slave_server_groups.size() == 1);
    CHECK(all.master_slave_server_groups[0].master_slave_server_group_name == "主备");
    CHECK(w.done(describe_master_slave_server_group_attribute{id}).backend_servers == servers{master, slave});
    w.service.add_listener("lb-1", 81, id);
    CHECK(w.done(describe_master_slave_server_groups{.load_balancer_id = "lb-1", .include_listener = true})
              .master_slave_server_groups[0]
              .associated_objects.listeners == std::vector<listener>{{.port = 81, .protocol = "tcp"}});
    w.refused(delete_master_slave_server_group{id}, 400, "RspoolVipExist", error_class::conflict);
    const std::string unused =
        w.done(create_master_slave_server_group{"lb-1", {}, {master, slave}, {}}).master_slave_server_group_id;
    w.done(delete_master_slave_server_group{unused});
    w.refused(describe_master_slave_server_group_attribute{unused}, 404, "InvalidParameter", error_class::not_found);
}

constexpr request_style all_styles[] = {request_style::get, request_style::post_query, request_style::post_form};

}  // namespace

TEST_CASE("a life with the service, in every combination") {
    for (reply_format format : {reply_format::json, reply_format::xml}) {
        for (request_style style : all_styles) {
            for (quote_style quotes : {quote_style::single_quotes, quote_style::strict_json}) {
                CAPTURE(static_cast<int>(format), static_cast<int>(style), static_cast<int>(quotes));
                world w;
                w.c.format = format;
                w.c.style = style;
                w.c.quotes = quotes;
                live_default_group(w);
                live_vserver_group(w);
                live_pair(w);
                CHECK(w.actions.size() == 17);
            }
        }
    }
}

TEST_CASE("the service refuses what is not there, and what is too much") {
    for (reply_format format : {reply_format::json, reply_format::xml}) {
        world w;
        w.c.format = format;
        w.refused(describe_load_balancer_attribute{"lb-9"}, 404, "InvalidLoadBalancerId.NotFound",
                  error_class::not_found);
        w.refused(add_vserver_group_backend_servers{"rsp-9", {{.server_id = "vm-1", .port = 80}}}, 404,
                  "InvalidParameter", error_class::not_found);
        w.refused(describe_health_status{.load_balancer_id = "lb-1", .listener_port = 81}, 404, "ListenerNotFound",
                  error_class::not_found);

        const std::string id = w.new_group({});
        const servers many(21, {.server_id = "vm-1", .port = 80});
        const std::size_t calls = w.service.calls();
        CHECK(!call(w.service, w.c, add_vserver_group_backend_servers{id, many}).has_value());
        CHECK(w.service.calls() == calls);  // ours to refuse: nothing was sent
        w.c.check_limits = false;
        w.c.check_shape = false;
        w.refused(add_vserver_group_backend_servers{id, many}, 400, "TooManyBackendServers", error_class::invalid);
        w.service.set_most_backend_servers(21);
        CHECK(w.done(add_vserver_group_backend_servers{id, many}).backend_servers.size() == 1);
        w.refused(add_vserver_group_backend_servers{id, {{.server_id = "vm-1", .port = 0}}}, 400, "InvalidParameter",
                  error_class::invalid);
        w.refused(add_backend_servers{"lb-1", {{.server_id = "vm-1", .weight = 101}}}, 400, "InvalidWeight.Malformed",
                  error_class::invalid);
        w.refused(set_vserver_group_attribute{.vserver_group_id = id}, 400, "MissingParameter", error_class::invalid);
        w.refused(create_master_slave_server_group{.load_balancer_id = "lb-1",
                                                   .backend_servers = {{.server_id = "vm-1", .port = 80}}},
                  400, "BACKEND_SERVERS_NUM_MUST_BE_TWO", error_class::invalid);
        w.refused(create_master_slave_server_group{.load_balancer_id = "lb-1",
                                                   .backend_servers = {{.server_id = "vm-1", .port = 80},
                                                                       {.server_id = "vm-2", .port = 80}}},
                  400, "BACKEND_SERVERS_CAN_ONLY_CONTAIN_ONE_MASTER_AND_ONE_SLAVE", error_class::invalid);
        w.refused(add_backend_servers{"lb-1", {{.server_id = "", .weight = 1}}}, 400, "BackendServer.ServerIdEmpty",
                  error_class::invalid);
    }
}
