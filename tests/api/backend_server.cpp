// A backend server: the limits of its fields in every list that holds servers, and its fields in replies.

#include <slbwire/api/backend_server.hpp>
#include <slbwire/api/backend_list_view.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/api/default_server_group.hpp>
#include <slbwire/api/master_slave_server_group.hpp>
#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/finish.hpp>
#include <slbwire/codec/percent_decode.hpp>
#include <slbwire/model/decode.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

/// Calls `f(operation, list name)` for every list of servers there is, with a good server and `second` in it.
template <class F>
void for_each_list(const backend_server& second, F f) {
    const std::vector<backend_server> servers{{.server_id = "vm-1", .port = 1, .server_type = "Slave"},
                                              second};
    constexpr std::string_view usual = "BackendServers";
    f(create_vserver_group{"lb-1", {}, servers, {}}, usual);
    f(set_vserver_group_attribute{"rsp-1", {}, servers}, usual);
    f(add_vserver_group_backend_servers{"rsp-1", servers}, usual);
    f(remove_vserver_group_backend_servers{"rsp-1", servers}, usual);
    f(modify_vserver_group_backend_servers{"rsp-1", servers, {}}, std::string_view("OldBackendServers"));
    f(modify_vserver_group_backend_servers{"rsp-1", {}, servers}, std::string_view("NewBackendServers"));
    f(add_backend_servers{"lb-1", servers}, usual);
    f(remove_backend_servers{"lb-1", servers, {}}, usual);
    f(set_backend_servers{"lb-1", servers}, usual);
    f(create_master_slave_server_group{"lb-1", {}, servers, {}},
      std::string_view("MasterSlaveBackendServers"));
}

void check_taken(const backend_server& server) {
    for_each_list(server, [](const auto& op, std::string_view) { check_valid(op); });
}
/// `wanted` is what is wrong with the second server; the list and the place are filled in here.
void check_refused(const backend_server& server, fault wanted) {
    wanted.index = 1;
    for_each_list(server, [&](const auto& op, std::string_view list) {
        wanted.list = list;
        std::string place = " in ";
        ((place += list) += "[1].") += wanted.field;
        const auto made = prepare(fixed_client(), op, fixed_stamp);
        check_error(made, wanted, {});
        CHECK(made.error().message().find(place) != std::string::npos);
        if (wanted.highest != 0) check_valid(op, client_without_limits());
    });
}

constexpr bool names_are_in_the_order_of_the_pages() {
    constexpr std::string_view names[] = {"ServerId",
                                          "Port",
                                          "Weight",
                                          "Type",
                                          "ServerIp",
                                          "Description",
                                          "ServerType",
                                          "VpcId",
                                          "ServerRegionId",
                                          "VbrId",
                                          "ProxyProtocolV2Enabled"};
    const auto& infos = infos_of<backend_server_view>;
    if (infos.size() != std::size(names)) return false;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (infos[i].name != names[i] || infos[i].rule.reply_only) return false;
    }
    return true;
}
static_assert(names_are_in_the_order_of_the_pages());

}  // namespace

TEST_CASE("backend servers: ports are 1 to 65535") {
    for (std::int32_t port : {1, 2, 80, 65534, 65535}) check_taken({.server_id = "vm-2", .port = port});
    for (std::int32_t port : {INT32_MIN, -80, -1, 0, 65536, INT32_MAX}) {
        CAPTURE(port);
        check_refused({.server_id = "vm-2", .port = port},
                      {.code = errc::out_of_range, .field = "Port", .lowest = 1, .highest = 65535});
    }
}

TEST_CASE("backend servers: weights are 0 to 100") {
    for (std::int32_t weight : {0, 1, 99, 100})
        check_taken({.server_id = "vm-2", .port = 80, .weight = weight});
    for (std::int32_t weight : {INT32_MIN, -1, 101, INT32_MAX}) {
        CAPTURE(weight);
        check_refused({.server_id = "vm-2", .port = 80, .weight = weight},
                      {.code = errc::out_of_range, .field = "Weight", .highest = 100});
    }
}

TEST_CASE("backend servers: descriptions have 1 to 80 characters, whatever their bytes") {
    check_taken({.server_id = "vm-2", .port = 80, .description = ""});  // not set, and left out
    for (std::string_view one : {"d", "é", "字", "𠀀"}) {
        CAPTURE(one);
        for (std::size_t characters : {std::size_t{1}, std::size_t{79}, std::size_t{80}}) {
            check_taken({.server_id = "vm-2", .port = 80, .description = repeated(one, characters)});
        }
        check_refused({.server_id = "vm-2", .port = 80, .description = repeated(one, 81)},
                      {.code = errc::too_long, .field = "Description", .lowest = 1, .highest = 80});
    }
    check_taken({.server_id = "vm-2", .port = 80, .description = repeated("d", 40) + repeated("字", 40)});
    check_refused({.server_id = "vm-2", .port = 80, .description = repeated("d", 40) + repeated("字", 41)},
                  {.code = errc::too_long, .field = "Description", .lowest = 1, .highest = 80});
}

TEST_CASE("backend servers: an id is needed, a port where servers are an id with a port") {
    check_refused({.port = 80}, {.code = errc::missing, .field = "ServerId"});
    for_each_list({.server_id = "vm-2"}, [](const auto& op, std::string_view list) {
        using op_type = std::remove_cvref_t<decltype(op)>;
        constexpr bool in_default_group = op_type::action == add_backend_servers::action ||
                                          op_type::action == remove_backend_servers::action ||
                                          op_type::action == set_backend_servers::action;
        if (in_default_group) check_valid(op);
        else check_invalid(op, {.code = errc::missing, .field = "Port", .list = list, .index = 1});
        check_valid(op, client_without_checks());
    });
}

TEST_CASE("backend servers: bad texts in every field") {
    struct member {
        std::string_view name;
        std::string backend_server::*at;
    };
    constexpr member members[] = {{"ServerId", &backend_server::server_id},
                                  {"Type", &backend_server::type},
                                  {"ServerIp", &backend_server::server_ip},
                                  {"Description", &backend_server::description},
                                  {"ServerType", &backend_server::server_type},
                                  {"VpcId", &backend_server::vpc_id},
                                  {"ServerRegionId", &backend_server::server_region_id},
                                  {"VbrId", &backend_server::vbr_id}};
    for (const auto& [name, at] : members) {
        for (const bad_text& bad : bad_texts) {
            backend_server server{.server_id = "vm-2", .port = 80};
            server.*at = bad.text;
            check_refused(server, {.code = bad.code, .field = name});
        }
    }
}

TEST_CASE("backend servers: what is set is sent, in every list") {
    const backend_server second{.server_id = "vm-2",
                                .port = 80,
                                .vpc_id = "vpc-1",
                                .server_region_id = "cn-beijing",
                                .vbr_id = "vbr-1",
                                .proxy_protocol_v2_enabled = true};
    client c = fixed_client();
    c.style = request_style::post_form;
    for_each_list(second, [&](const auto& op, std::string_view list) {
        CAPTURE(list);
        const auto made = prepare(c, op, fixed_stamp);
        REQUIRE(made.has_value());
        CHECK(made->body.find("%27ServerId%27%3A%27vm-2%27%2C%27Port%27%3A%2780%27%2C%27VpcId%27%3A%27vpc-1%27%2C"
                              "%27ServerRegionId%27%3A%27cn-beijing%27%2C%27VbrId%27%3A%27vbr-1%27%2C"
                              "%27ProxyProtocolV2Enabled%27%3A%27true%27%7D%5D") != std::string::npos);
    });
}

TEST_CASE("backend servers: a group is read, its weights are changed, and its servers are sent back") {
    const auto group = finish<describe_vserver_group_attribute>(
        {.status = 200,
         .body = R"({"RequestId":"R","VServerGroupId":"rsp-1","BackendServers":{"BackendServer":[)"
                 R"({"ServerId":"i-1","Port":80,"Weight":100,"Type":"ecs","VpcId":"vpc-1","ServerIp":"10.0.0.1",)"
                 R"("ServerRegionId":"cn-beijing","VbrId":"","ProxyProtocolV2Enabled":false},)"
                 R"({"ServerId":"eni-1","Port":80,"Weight":100,"Type":"eni","ServerIp":"10.0.0.2"},)"
                 R"({"ServerId":"eni-1","Port":80,"Weight":100,"Type":"eni","ServerIp":"10.0.0.3"}]}})"});
    REQUIRE(group.has_value());
    auto servers = group->backend_servers;
    for (backend_server& server : servers) server.weight = 0;
    const auto made = prepare(fixed_client(), set_vserver_group_attribute{"rsp-1", {}, servers}, fixed_stamp);
    REQUIRE(made.has_value());
    const std::size_t first = made->url.find("BackendServers=") + 15;
    CHECK(percent_decode(made->url.substr(first, made->url.find('&', first) - first)).value() ==
          "[{'ServerId':'i-1','Port':'80','Weight':'0','Type':'ecs','ServerIp':'10.0.0.1','VpcId':'vpc-1',"
          "'ServerRegionId':'cn-beijing','ProxyProtocolV2Enabled':'false'},"
          "{'ServerId':'eni-1','Port':'80','Weight':'0','Type':'eni','ServerIp':'10.0.0.2'},"
          "{'ServerId':'eni-1','Port':'80','Weight':'0','Type':'eni','ServerIp':'10.0.0.3'}]");
}

TEST_CASE("backend servers: an eni or eci has its type") {
    for (std::string_view id : {"eni-1", "eci-bp1"}) {
        CAPTURE(id);
        for (std::string_view type : {"eni", "eci", "ENI", "newer"}) {
            check_taken({.server_id = std::string(id), .port = 80, .type = std::string(type)});
        }
        check_refused({.server_id = std::string(id), .port = 80}, {.code = errc::missing, .field = "Type"});
        for (std::string_view type : {"ecs", "ECS"}) {
            check_refused({.server_id = std::string(id), .port = 80, .type = std::string(type)},
                          {.code = errc::invalid_value, .field = "Type"});
        }
    }
    for (std::string_view id : {"i-bp1", "vm-2", "eni", "enix-1", "10.0.0.1"}) {
        check_taken({.server_id = std::string(id), .port = 80});
    }
    check_invalid(add_backend_servers{"lb-1", {{.server_id = "eni-1"}}},
                  {.code = errc::missing, .field = "Type", .list = "BackendServers", .index = 0},
                  "invalid request: a required field is missing in BackendServers[0].Type: an id that begins with eni- or "
                  "eci- needs the Type eni or eci");
}

TEST_CASE("backend servers: a region of a server is a region") {
    for (std::string_view region : {"cn-beijing", "ap-southeast-1", "cn-hangzhou-finance"}) {
        check_taken({.server_id = "vm-2", .port = 80, .server_region_id = std::string(region)});
    }
    for (std::string_view region : {"10", "CN-Beijing", "cn_beijing", "cn-beijing ", "北京"}) {
        CAPTURE(region);
        check_refused({.server_id = "vm-2", .port = 80, .server_region_id = std::string(region)},
                      {.code = errc::invalid_value, .field = "ServerRegionId"});
    }
}

TEST_CASE("backend servers: none stands in a list twice") {
    // The first server of every list is vm-1 with port 1.
    check_taken({.server_id = "vm-1", .port = 1, .server_ip = "10.0.0.1"});  // another address of it
    for_each_list({.server_id = "vm-1", .port = 1, .weight = 7, .description = "again"},
                  [](const auto& op, std::string_view list) {
                      check_invalid(op, {.code = errc::invalid_value, .field = "ServerId", .list = list, .index = 1});
                      check_valid(op, client_without_checks());
                  });
    for_each_list({.server_id = "vm-1", .port = 2}, [](const auto& op, std::string_view list) {
        using op_type = std::remove_cvref_t<decltype(op)>;
        if (op_type::action == add_backend_servers::action || op_type::action == remove_backend_servers::action ||
            op_type::action == set_backend_servers::action) {
            // The port is the listener's there: it tells no servers apart.
            check_invalid(op, {.code = errc::invalid_value, .field = "ServerId", .list = list, .index = 1});
        } else {
            check_valid(op);
        }
    });
    check_invalid(add_vserver_group_backend_servers{"rsp-1", {{.server_id = "i-1", .port = 80}, {.server_id = "i-1", .port = 80}}},
                  {.code = errc::invalid_value, .field = "ServerId", .list = "BackendServers", .index = 1},
                  "invalid request: the value is not one that the field can hold in BackendServers[1].ServerId: the same "
                  "server and port stand in the list before");
    check_invalid(remove_backend_servers{"lb-1", {}, {"i-1", "i-2", "i-1"}},
                  {.code = errc::invalid_value, .field = "BackendServers", .list = "BackendServers", .index = 2});
    // A server may be among the old ones and the new ones.
    check_valid(modify_vserver_group_backend_servers{"rsp-1", some_servers(2), some_servers(2)});
}

TEST_CASE("backend servers: in lists of every length a repeated one is found, and no other") {
    client c = client_without_limits();
    c.style = request_style::post_form;
    for (std::size_t count : {1u, 2u, 8u, 9u, 20u, 40u, 64u, 65u, 1'000u, 20'000u}) {
        CAPTURE(count);
        add_vserver_group_backend_servers op{"rsp-1", {}};
        for (std::size_t i = 0; i < count; ++i) {
            // Of equal beginnings and ends, as far as they go.
            op.backend_servers.push_back({.server_id = "i-bp1fq6" + std::to_string(i / 3) + "1enf4loa",
                                          .port = static_cast<std::int32_t>(1 + i % 3)});
        }
        check_valid(op, c);
        op.backend_servers.push_back(op.backend_servers[count / 2]);
        check_invalid(op, {.code = errc::invalid_value, .field = "ServerId", .list = "BackendServers", .index = count}, {}, c);
    }
}

namespace {

constexpr backend_server_view full{.server_id = "eni-1",
                                   .port = 65535,
                                   .weight = 0,
                                   .type = "eni",
                                   .server_ip = "10.0.0.1",
                                   .description = "后端",
                                   .server_type = "Slave",
                                   .vpc_id = "vpc-1",
                                   .server_region_id = "cn-beijing",
                                   .vbr_id = "vbr-1",
                                   .proxy_protocol_v2_enabled = true};
constexpr std::string_view full_json =
    R"({"ServerId":"eni-1","Port":65535,"Weight":0,"Type":"eni","ServerIp":"10.0.0.1","Description":"后端",)"
    R"("ServerType":"Slave","VpcId":"vpc-1","ServerRegionId":"cn-beijing","VbrId":"vbr-1",)"
    R"("ProxyProtocolV2Enabled":true})";
constexpr std::string_view full_xml =
    "<BackendServer><ServerId>eni-1</ServerId><Port>65535</Port><Weight>0</Weight><Type>eni</Type>"
    "<ServerIp>10.0.0.1</ServerIp><Description>后端</Description><ServerType>Slave</ServerType><VpcId>vpc-1</"
    "VpcId>"
    "<ServerRegionId>cn-beijing</ServerRegionId><VbrId>vbr-1</VbrId>"
    "<ProxyProtocolV2Enabled>true</ProxyProtocolV2Enabled></BackendServer>";

constexpr bool reads_as(std::string_view text, const backend_server_view& wanted) {
    text_arena arena;
    const auto read = decode<backend_server_view>(text, arena);
    return read.has_value() && *read == wanted;
}
static_assert(reads_as(full_json, full) && reads_as(full_xml, full));
// Absent is not zero.
static_assert(reads_as(R"({"ServerId":"vm-1"})", {.server_id = "vm-1"}));
static_assert(reads_as(R"({"ServerId":"vm-1","Port":"","Weight":null})", {.server_id = "vm-1"}));

}  // namespace

TEST_CASE("backend servers: all fields of a reply") {
    CHECK(reads_as(full_json, full));
    CHECK(reads_as(full_xml, full));
    CHECK(reads_as(R"({"ServerId":"vm-1","Port":"","Weight":null})", {.server_id = "vm-1"}));
    for (std::string_view json :
         {R"({"Port":2147483648})", R"({"Port":1.5})", R"({"Port":[80]})", R"({"Port":"x"})"}) {
        CAPTURE(json);
        text_arena arena;
        const auto read = decode<backend_server_view>(json, arena);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().field == "Port");
    }
}
