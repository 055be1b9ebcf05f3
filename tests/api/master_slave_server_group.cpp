// Primary/secondary groups: what their operations send, and the rules of a pair.

#include <slbwire/api/master_slave_server_group.hpp>
#include <slbwire/call/finish.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

constexpr std::string_view list_name = "MasterSlaveBackendServers";
const std::string instance_id = "lb-bp1b6c719dfa08exfuca5";
const std::string group_id = "rsp-0bfucwuotx";
const std::vector<tag> two_tags{{"env", "prod & test"}, {"团队", ""}};

/// A request with these two servers, or however many.
create_master_slave_server_group create(std::vector<backend_server> servers) {
    return {.load_balancer_id = instance_id, .backend_servers = std::move(servers)};
}
std::vector<backend_server> pair_of(std::string first_type, std::string second_type) {
    return {{.server_id = "vm-1", .port = 80, .server_type = std::move(first_type)},
            {.server_id = "vm-2", .port = 80, .server_type = std::move(second_type)}};
}

}  // namespace

TEST_CASE("CreateMasterSlaveServerGroup: requests") {
    check_request(
        create_master_slave_server_group{instance_id,
                                         "主备1",
                                         {{.server_id = "vm-233",
                                           .port = 80,
                                           .weight = 100,
                                           .type = "ecs",
                                           .description = "主",
                                           .server_type = "Master"},
                                          {.server_id = "vm-232",
                                           .port = 90,
                                           .weight = 0,
                                           .type = "eni",
                                           .server_ip = "2001:db8::1",
                                           .server_type = "Slave"}},
                                         two_tags},
        {.action = "CreateMasterSlaveServerGroup",
         .before_region_id =
             "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5"
             "&MasterSlaveBackendServers=%5B%7B%27ServerId%27%3A%27vm-233%27%2C%27Port%27%3A%2780%27%2C"
             "%27Weight%27%3A%27100%27%2C%27Type%27%3A%27ecs%27%2C%27Description%27%3A%27%E4%B8%BB%27%2C"
             "%27ServerType%27%3A%27Master%27%7D%2C"
             "%7B%27ServerId%27%3A%27vm-232%27%2C%27Port%27%3A%2790%27%2C%27Weight%27%3A%270%27%2C"
             "%27Type%27%3A%27eni%27%2C%27ServerIp%27%3A%272001%3Adb8%3A%3A1%27%2C"
             "%27ServerType%27%3A%27Slave%27%7D%5D"
             "&MasterSlaveServerGroupName=%E4%B8%BB%E5%A4%871",
         .before_timestamp = "&Tag.1.Key=env"
                             "&Tag.1.Value=prod%20%26%20test"
                             "&Tag.2.Key=%E5%9B%A2%E9%98%9F",
         .get_signature = "jxO0ev7%2FmSQ6hltRtZNmrFmSUQ8%3D",
         .post_signature = "cns0Vdx4HTHiVWtkocvulbbl108%3D"});
    // The same server with two ports; the one without a type is the Master.
    check_request(
        create(
            {{.server_id = "vm-1", .port = 80}, {.server_id = "vm-1", .port = 81, .server_type = "Slave"}}),
        {.action = "CreateMasterSlaveServerGroup",
         .before_region_id =
             "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5"
             "&MasterSlaveBackendServers=%5B%7B%27ServerId%27%3A%27vm-1%27%2C%27Port%27%3A%2780%27%7D%2C"
             "%7B%27ServerId%27%3A%27vm-1%27%2C%27Port%27%3A%2781%27%2C%27ServerType%27%3A%27Slave%27%7D%5D",
         .get_signature = "AAmbMr%2Bja0IL%2Bkgbyt8mK2ZkxZg%3D",
         .post_signature = "ycPpFs5CyFNberAJw9NTFa4lqVU%3D"});
}

TEST_CASE("primary/secondary groups by their ids: requests") {
    check_request(delete_master_slave_server_group{group_id},
                  {.action = "DeleteMasterSlaveServerGroup",
                   .before_region_id = "&MasterSlaveServerGroupId=rsp-0bfucwuotx",
                   .get_signature = "Ck6CBnE89lY%2F3BZNLGaKkQiziRE%3D",
                   .post_signature = "4d17CHqK4A5Ou71AkFNS954GVyE%3D"});
    check_request(describe_master_slave_server_group_attribute{group_id},
                  {.action = "DescribeMasterSlaveServerGroupAttribute",
                   .before_region_id = "&MasterSlaveServerGroupId=rsp-0bfucwuotx",
                   .get_signature = "4mgJ3c5Kx2%2F7H82SumNpyN%2FkAZc%3D",
                   .post_signature = "tSTp9I32uy5c4%2FMz8UVrZegICzk%3D"});
}

TEST_CASE("DescribeMasterSlaveServerGroups: requests") {
    check_request(describe_master_slave_server_groups{instance_id, true, "组 1", two_tags},
                  {.action = "DescribeMasterSlaveServerGroups",
                   .before_format = "&Description=%E7%BB%84%201",
                   .before_region_id = "&IncludeListener=true"
                                       "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .before_timestamp = "&Tag.1.Key=env"
                                       "&Tag.1.Value=prod%20%26%20test"
                                       "&Tag.2.Key=%E5%9B%A2%E9%98%9F",
                   .get_signature = "b%2BidR4n3523okw54sbdr0nM2URY%3D",
                   .post_signature = "hI5bhK0xMu%2BmttMOtcKENza5qm4%3D"});
    check_request(describe_master_slave_server_groups{.load_balancer_id = instance_id},
                  {.action = "DescribeMasterSlaveServerGroups",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "1tz8MTVUioEjGhhSUbwKxp%2B%2F5Yg%3D",
                   .post_signature = "kYdMWBECAvMejeKaHfCbSVus8ec%3D"});
}

TEST_CASE("primary/secondary groups: what is required") {
    const fault group{.code = errc::missing, .field = "MasterSlaveServerGroupId"};
    check_invalid(delete_master_slave_server_group{}, group,
                  "invalid request: a required field is missing in MasterSlaveServerGroupId");
    check_invalid(describe_master_slave_server_group_attribute{}, group);
    check_invalid(describe_master_slave_server_groups{}, {.code = errc::missing, .field = "LoadBalancerId"});

    create_master_slave_server_group op = create(pair_of("Master", "Slave"));
    check_valid(op);
    op.load_balancer_id.clear();
    check_invalid(op, {.code = errc::missing, .field = "LoadBalancerId"});
    for (std::size_t i : {std::size_t{0}, std::size_t{1}}) {
        op = create(pair_of("Master", "Slave"));
        op.backend_servers[i].port.reset();
        check_invalid(op, {.code = errc::missing, .field = "Port", .list = list_name, .index = i});
    }
    check_invalid(op, {.code = errc::missing, .field = "Port", .list = list_name, .index = 1},
                  "invalid request: a required field is missing in MasterSlaveBackendServers[1].Port");
}

TEST_CASE("primary/secondary groups: exactly two servers") {
    // One server that is a Slave, and three of which one is, keep to the other rules.
    auto three = pair_of("Master", "Slave");
    three.push_back({.server_id = "vm-3", .port = 80});
    check_invalid(create({}), {.code = errc::missing, .field = list_name});
    check_invalid(
        create({{.server_id = "vm-1", .port = 80, .server_type = "Slave"}}),
        {.code = errc::too_few, .field = list_name, .lowest = 2, .highest = 2},
        "invalid request: there are too few entries (allowed: 2 to 2) in MasterSlaveBackendServers");
    check_invalid(
        create(three), {.code = errc::too_many, .field = list_name, .lowest = 2, .highest = 2},
        "invalid request: there are too many entries (allowed: 2 to 2) in MasterSlaveBackendServers");
    // The client's limit is of other lists.
    client one = fixed_client();
    one.most_backend_servers = 1;
    check_valid(create(pair_of("Slave", "Master")), one);
    // Whoever asks for it gets it sent, and looked at no further.
    check_valid(create({{.server_id = "vm-1", .port = 80, .server_type = "Slave"}}), client_without_limits());
    check_valid(create({}), client_without_checks());
    check_valid(create(three), client_without_limits());
}

TEST_CASE("primary/secondary groups: one Master, one Slave") {
    struct row {
        std::string_view first;
        std::string_view second;
        bool good;
    };
    constexpr row rows[] = {{"Master", "Slave", true}, {"Slave", "Master", true}, {"", "Slave", true},
                            {"Slave", "", true},       {"Slave", "Slave", false}, {"Master", "Master", false},
                            {"", "", false},           {"Master", "", false}};
    for (const row& r : rows) {
        CAPTURE(r.first, r.second);
        const auto op = create(pair_of(std::string(r.first), std::string(r.second)));
        if (r.good) check_valid(op);
        else
            check_invalid(
                op, {.code = errc::invalid_value, .field = list_name},
                "invalid request: the value is not one that the field can hold in MasterSlaveBackendServers: one server "
                "is the Master, the other the Slave");
        check_valid(op, client_without_checks());
    }
    for (std::string_view strange : {"master", "slave", "Backup", " Slave"}) {
        check_invalid(create(pair_of("Slave", std::string(strange))),
                      {.code = errc::invalid_value, .field = "ServerType", .list = list_name, .index = 1},
                      "invalid request: the value is not one that the field can hold in "
                      "MasterSlaveBackendServers[1].ServerType: Master or Slave");
    }
}

TEST_CASE("primary/secondary groups: two different servers") {
    auto servers = pair_of("Master", "Slave");
    servers[1].server_id = "vm-1";
    check_invalid(create(servers), {.code = errc::invalid_value, .field = "ServerId", .list = list_name, .index = 1},
                  "invalid request: the value is not one that the field can hold in "
                  "MasterSlaveBackendServers[1].ServerId: the same server and port stand in the list before");
    servers[1].port = 81;
    check_valid(create(servers));
}

TEST_CASE("primary/secondary groups: bad texts") {
    const auto set_group = [](auto& op, std::string t) { op.master_slave_server_group_id = std::move(t); };
    const fault group{.field = "MasterSlaveServerGroupId"};
    check_bad_texts(delete_master_slave_server_group{}, set_group, group);
    check_bad_texts(describe_master_slave_server_group_attribute{}, set_group, group);
    check_bad_texts(create(pair_of("Master", "Slave")),
                    [](auto& op, std::string t) { op.master_slave_server_group_name = std::move(t); },
                    {.field = "MasterSlaveServerGroupName"});
    check_bad_texts(describe_master_slave_server_groups{.load_balancer_id = instance_id},
                    [](auto& op, std::string t) { op.description = std::move(t); }, {.field = "Description"});
}

TEST_CASE("primary/secondary groups: the inner list has either name") {
    for (std::string_view inner : {"MasterSlaveBackendServer", "MasterSlaveBackendServers"}) {
        CAPTURE(inner);
        std::string json =
            R"({"RequestId":"R","MasterSlaveServerGroupId":"rsp-1","MasterSlaveBackendServers":{")";
        (json += inner) += R"(":[{"ServerId":"vm-1","Port":80,"ServerType":"Slave"}]}})";
        std::string xml =
            "<CreateMasterSlaveServerGroup><RequestId>R</RequestId><MasterSlaveServerGroupId>rsp-1"
            "</MasterSlaveServerGroupId><MasterSlaveBackendServers><";
        ((xml += inner) += "><ServerId>vm-1</ServerId><Port>80</Port><ServerType>Slave</ServerType></") +=
            inner;
        xml += "></MasterSlaveBackendServers></CreateMasterSlaveServerGroup>";
        for (const std::string& body : {json, xml}) {
            const auto reply = finish<create_master_slave_server_group>({.status = 200, .body = body});
            REQUIRE(reply.has_value());
            CHECK(reply->master_slave_server_group_id == "rsp-1");
            CHECK(reply->backend_servers ==
                  std::vector<backend_server>{{.server_id = "vm-1", .port = 80, .server_type = "Slave"}});
        }
    }
}
