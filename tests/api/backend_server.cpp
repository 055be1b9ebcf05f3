// A backend server: the limits of its fields in every list that holds servers, and its fields in replies.

#include <slbwire/api/backend_server.hpp>
#include <slbwire/api/backend_list_view.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/api/default_server_group.hpp>
#include <slbwire/api/master_slave_server_group.hpp>
#include <slbwire/api/vserver_group.hpp>
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
        CHECK(made.error().message().ends_with(place));
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
        if (infos[i].name != names[i] || infos[i].rule.reply_only != (i > 6)) return false;
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
        check_valid(op, client_without_limits());
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
                                  {"ServerType", &backend_server::server_type}};
    for (const auto& [name, at] : members) {
        for (const bad_text& bad : bad_texts) {
            backend_server server{.server_id = "vm-2", .port = 80};
            server.*at = bad.text;
            check_refused(server, {.code = bad.code, .field = name});
        }
    }
}

TEST_CASE("backend servers: what only replies have is never sent, and not looked at") {
    check_taken(
        {.server_id = "vm-2", .port = 80, .vpc_id = "\xff", .server_region_id = "\n", .vbr_id = "\x7f"});
    const auto made = prepare(fixed_client(),
                              add_backend_servers{"lb-1",
                                                  {{.server_id = "vm-2",
                                                    .vpc_id = "V",
                                                    .server_region_id = "S",
                                                    .vbr_id = "B",
                                                    .proxy_protocol_v2_enabled = true}}},
                              fixed_stamp);
    REQUIRE(made.has_value());
    CHECK(made->url.find("&BackendServers=%5B%7B%27ServerId%27%3A%27vm-2%27%7D%5D&") != std::string::npos);
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
