// All operations through libcurl: in both formats, the three styles of requests and both quotes, plain and through TLS.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../support/catch.hpp"
#include "through_curl.hpp"

using namespace slbwire;

namespace {

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

struct world {
    client& c;
    emulator::server& server;
    through_curl http{};
    std::set<std::string_view> actions{};

    template <operation Op>
    typename Op::response done(const Op& op) {
        actions.insert(Op::action);
        const auto reply = call(http, c, op);
        INFO(Op::action << " " << (reply.has_value() ? std::string() : reply.error().message()));
        REQUIRE(reply.has_value());
        CHECK(!reply->request_id.empty());
        return *reply;
    }
    template <operation Op>
    void refused(const Op& op, int status, std::string_view code, error_class kind) {
        const auto reply = call(http, c, op);
        INFO(Op::action << " " << code);
        REQUIRE(!reply.has_value());
        CHECK(reply.error().http_status == status);
        CHECK(reply.error().service.code == code);
        CHECK(reply.error().service.kind == kind);
        CHECK(reply.error().speaker == error_speaker::service);
        CHECK(reply.error().effect == error_effect::none);
    }
};

void live_default_group(world& w, const std::string& lb) {
    auto group =
        w.done(add_backend_servers{lb, {{.server_id = "vm-1"}, {.server_id = "eni-2", .weight = 50, .type = "eni"}}});
    CHECK(group.load_balancer_id == lb);
    CHECK(group.backend_servers == servers{ecs("vm-1", {}), {.server_id = "eni-2", .weight = 50, .type = "eni"}});
    group = w.done(set_backend_servers{lb, {{.server_id = "vm-1", .weight = 0}, {.server_id = "vm-9"}}});
    CHECK(group.backend_servers[0] == ecs("vm-1", {}, 0));
    const auto balancer = w.done(describe_load_balancer_attribute{lb});
    CHECK(balancer.backend_servers == group.backend_servers);
    CHECK(balancer.listener_ports == std::vector<std::int32_t>{80});
    CHECK(balancer.end_time_stamp == 32'493'801'600'000);
    const auto health = w.done(describe_health_status{.load_balancer_id = lb});
    REQUIRE(health.backend_servers.size() == 2);
    CHECK(health.backend_servers[0].server_health_status == "normal");
    CHECK(health.backend_servers[0].listener_port == 80);
    group = w.done(remove_backend_servers{.load_balancer_id = lb, .server_ids = {"vm-9", "vm-1"}});
    CHECK(group.backend_servers.size() == 1);
    CHECK(w.done(remove_backend_servers{lb, {{.server_id = "eni-2", .type = "eni"}}, {}}).backend_servers.empty());
}

void live_vserver_group(world& w, const std::string& lb) {
    const auto made = w.done(create_vserver_group{
        lb, "网 & web", {{.server_id = "vm-1", .port = 80}, odd}, {{.key = "team", .value = "a & b"}}});
    const std::string id = made.vserver_group_id;
    CHECK(made.backend_servers == servers{ecs("vm-1", 80), odd});
    const auto group = w.done(describe_vserver_group_attribute{id});
    CHECK(group.vserver_group_name == "网 & web");
    CHECK(group.load_balancer_id == lb);
    CHECK(group.backend_servers == made.backend_servers);
    CHECK(w.done(add_vserver_group_backend_servers{
                     id, {{.server_id = "vm-3", .port = 80}, {.server_id = "vm-1", .port = 80}}})
              .backend_servers == servers{ecs("vm-1", 80), odd, ecs("vm-3", 80)});
    CHECK(w.done(modify_vserver_group_backend_servers{
                     id,
                     {{.server_id = "vm-3", .port = 80}, {.server_id = "vm-9", .port = 80}},
                     {{.server_id = "vm-4", .port = 80, .weight = 7}}})
              .backend_servers == servers{ecs("vm-1", 80), odd, ecs("vm-4", 80, 7)});
    const auto set = w.done(set_vserver_group_attribute{id, "other", {{.server_id = "vm-1", .port = 80, .weight = 1}}});
    CHECK(set.vserver_group_name == "other");
    CHECK(set.backend_servers[0] == ecs("vm-1", 80, 1));
    CHECK(w.done(remove_vserver_group_backend_servers{
                     id, {{.server_id = "vm-9", .port = 80}, {.server_id = "vm-1", .port = 80}}})
              .backend_servers == servers{odd, ecs("vm-4", 80, 7)});
    w.server.on().add_listener(lb, {.port = 8080, .protocol = "http", .group_id = id});
    const auto groups = w.done(describe_vserver_groups{.load_balancer_id = lb, .include_listener = true});
    REQUIRE(groups.vserver_groups.size() == 1);
    CHECK(groups.vserver_groups[0].server_count == 2);
    CHECK(groups.vserver_groups[0].tags == std::vector<tag_entry>{{.tag_key = "team", .tag_value = "a & b"}});
    CHECK(groups.vserver_groups[0].associated_objects.listeners ==
          std::vector<listener>{{.port = 8080, .protocol = "http"}});
    CHECK(w.done(describe_health_status{lb, 8080, "http"}).backend_servers.size() == 2);
    w.refused(delete_vserver_group{id}, 400, "RspoolVipExist", error_class::conflict);
    const std::string unused = w.done(create_vserver_group{.load_balancer_id = lb}).vserver_group_id;
    w.done(delete_vserver_group{unused});
    w.refused(describe_vserver_group_attribute{unused}, 404, "InvalidParameter", error_class::not_found);
}

void live_pair(world& w, const std::string& lb) {
    backend_server master = ecs("vm-1", 80);
    backend_server slave = ecs("vm-2", 80, 0);
    slave.server_type = "Slave";
    const auto made = w.done(create_master_slave_server_group{lb, "主备", {master, slave}, {}});
    master.server_type = "Master";
    CHECK(made.backend_servers == servers{master, slave});
    const std::string id = made.master_slave_server_group_id;
    const auto all = w.done(describe_master_slave_server_groups{.load_balancer_id = lb});
    REQUIRE(all.master_slave_server_groups.size() == 1);
    CHECK(all.master_slave_server_groups[0].master_slave_server_group_name == "主备");
    CHECK(w.done(describe_master_slave_server_group_attribute{id}).backend_servers == servers{master, slave});
    w.done(delete_master_slave_server_group{id});
    w.refused(describe_master_slave_server_group_attribute{id}, 404, "InvalidParameter", error_class::not_found);
}

}  // namespace

TEST_CASE("a life with the service over the wire, in every combination") {
    emulator::server server({.certificate_file = certificate_file, .certificate_key_file = certificate_key_file});
    int number = 0;
    for (const bool tls : {false, true}) {
        client c = client_at(tls ? server.tls_port() : server.port(), tls);
        for (c.format = reply_format::json;; c.format = reply_format::xml) {
            for (c.style = request_style::get;; c.style = static_cast<request_style>(static_cast<int>(c.style) + 1)) {
                c.quotes = number % 2 == 0 ? quote_style::single_quotes : quote_style::strict_json;
                CAPTURE(tls, static_cast<int>(c.format), static_cast<int>(c.style));
                const std::string lb = "lb-" + std::to_string(++number);
                server.on().add_load_balancer(lb);
                server.on().add_listener(lb, {.port = 80, .protocol = "tcp", .group_id = {}});
                world w{c, server};
                w.http.keep_open = true;
                live_default_group(w, lb);
                live_vserver_group(w, lb);
                live_pair(w, lb);
                CHECK(w.actions.size() == 17);
                if (c.style == request_style::post_form) break;
            }
            if (c.format == reply_format::xml) break;
        }
    }
    CHECK(number == 12);
    CHECK(server.on().counts()["NoncesSeenTwice"] == 0);
    CHECK(server.on().counts()["Changes"].size() == 12 * 13);
}

TEST_CASE("the emulator refuses what is not there, and what is too much") {
    emulator::server server({});
    server.on().add_load_balancer("lb-1");
    server.on().add_listener("lb-1", {.port = 80, .protocol = "tcp", .group_id = {}});
    server.on().add_listener("lb-1", {.port = 80, .protocol = "udp", .group_id = {}});
    client c = client_at(server.port());
    c.check_limits = false;
    c.check_shape = false;
    world w{c, server};
    const servers many(41, {.server_id = "vm-1", .port = 80});
    w.refused(describe_load_balancer_attribute{"lb-9"}, 404, "InvalidLoadBalancerId.NotFound", error_class::not_found);
    w.refused(describe_health_status{"lb-1", 81, {}}, 404, "ListenerNotFound", error_class::not_found);
    w.refused(describe_health_status{"lb-1", 80, {}}, 400, "TooManyListeners", error_class::invalid);
    w.done(describe_health_status{"lb-1", 80, "udp"});
    const std::string id = w.done(create_vserver_group{.load_balancer_id = "lb-1"}).vserver_group_id;
    w.refused(add_vserver_group_backend_servers{id, many}, 400, "TooManyBackendServers", error_class::invalid);
    w.refused(add_backend_servers{"lb-1", servers(21, {.server_id = "vm-1"})}, 400, "TooManyBackendServers",
              error_class::invalid);
    w.refused(add_vserver_group_backend_servers{id, {{.server_id = "vm-1", .port = 0}}}, 400, "InvalidParameter",
              error_class::invalid);
    w.refused(add_backend_servers{"lb-1", {{.server_id = "vm-1", .weight = 101}}}, 400, "InvalidWeight.Malformed",
              error_class::invalid);
    w.refused(set_vserver_group_attribute{.vserver_group_id = id}, 400, "MissingParameter", error_class::invalid);
    w.refused(create_master_slave_server_group{.load_balancer_id = "lb-1",
                                               .backend_servers = {{.server_id = "vm-1", .port = 80}}},
              400, "BACKEND_SERVERS_NUM_MUST_BE_TWO", error_class::invalid);
    c.region_id = "cn-beijing";
    w.refused(describe_vserver_group_attribute{id}, 404, "InvalidRegionId.NotFound", error_class::invalid);
}
