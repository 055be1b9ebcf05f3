// vServer groups themselves: what making, naming, listing and deleting them sends, and what is refused.

#include <slbwire/api/vserver_group.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

const std::string instance_id = "lb-bp1b6c719dfa08exfuca5";
const std::string group_id = "rsp-cige6j5e7p";

std::vector<backend_server> full_servers() {
    return {{.server_id = "vm-233", .port = 80, .weight = 100, .type = "ecs", .description = "后端-1"},
            {.server_id = "eni-232",
             .port = 65535,
             .weight = 0,
             .type = "eni",
             .server_ip = "192.168.11.1",
             .description = "it's \"x\"\\"}};
}
const std::vector<tag> two_tags{{"env", "prod & test"}, {"团队", ""}};

}  // namespace

TEST_CASE("CreateVServerGroup: requests") {
    check_request(
        create_vserver_group{instance_id, "Group 1/组", full_servers(), two_tags},
        {.action = "CreateVServerGroup",
         .before_format =
             "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-233%27%2C%27Port%27%3A%2780%27%2C"
             "%27Weight%27%3A%27100%27%2C%27Type%27%3A%27ecs%27%2C"
             "%27Description%27%3A%27%E5%90%8E%E7%AB%AF-1%27%7D%2C"
             "%7B%27ServerId%27%3A%27eni-232%27%2C%27Port%27%3A%2765535%27%2C%27Weight%27%3A%270%27%2C"
             "%27Type%27%3A%27eni%27%2C%27ServerIp%27%3A%27192.168.11.1%27%2C"
             "%27Description%27%3A%27it%5C%27s%20%22x%22%5C%5C%27%7D%5D",
         .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
         .before_timestamp = "&Tag.1.Key=env"
                             "&Tag.1.Value=prod%20%26%20test"
                             "&Tag.2.Key=%E5%9B%A2%E9%98%9F",
         .before_version = "&VServerGroupName=Group%201%2F%E7%BB%84",
         .get_signature = "VQkoiRUmY0X6mwGmLpXR%2BYXBtr8%3D",
         .post_signature = "vUEAVsNCrn4YqGaHzWYbHuroe0I%3D"});
    check_request(create_vserver_group{.load_balancer_id = instance_id},
                  {.action = "CreateVServerGroup",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "o37EKzj%2FgbF4jwxs9OOTJE68rxU%3D",
                   .post_signature = "JyiqPaoW%2FzCUUE588MECD%2F1%2FtpM%3D"});
}

TEST_CASE("SetVServerGroupAttribute: requests") {
    check_request(
        set_vserver_group_attribute{group_id, "Group*2~", full_servers()},
        {.action = "SetVServerGroupAttribute",
         .before_format =
             "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-233%27%2C%27Port%27%3A%2780%27%2C"
             "%27Weight%27%3A%27100%27%2C%27Type%27%3A%27ecs%27%2C"
             "%27Description%27%3A%27%E5%90%8E%E7%AB%AF-1%27%7D%2C"
             "%7B%27ServerId%27%3A%27eni-232%27%2C%27Port%27%3A%2765535%27%2C%27Weight%27%3A%270%27%2C"
             "%27Type%27%3A%27eni%27%2C%27ServerIp%27%3A%27192.168.11.1%27%2C"
             "%27Description%27%3A%27it%5C%27s%20%22x%22%5C%5C%27%7D%5D",
         .before_version = "&VServerGroupId=rsp-cige6j5e7p"
                           "&VServerGroupName=Group%2A2~",
         .get_signature = "k4T%2FkiephLDT2oiMCXfwM%2BjKbEQ%3D",
         .post_signature = "h%2Bz4acZiQ6aJ%2FVjMEAPVzx8bCfs%3D"});
    check_request(set_vserver_group_attribute{.vserver_group_id = group_id, .vserver_group_name = "G"},
                  {.action = "SetVServerGroupAttribute",
                   .before_version = "&VServerGroupId=rsp-cige6j5e7p"
                                     "&VServerGroupName=G",
                   .get_signature = "a%2BFJ9oPRp0zZO0nJyPto%2BiQPAho%3D",
                   .post_signature = "tzF7gAh2njlpvXbknWnhgH1YiDs%3D"});
    check_request(
        set_vserver_group_attribute{group_id, {}, {{.server_id = "vm-1", .port = 80}}},
        {.action = "SetVServerGroupAttribute",
         .before_format = "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-1%27%2C%27Port%27%3A%2780%27%7D%5D",
         .before_version = "&VServerGroupId=rsp-cige6j5e7p",
         .get_signature = "TksHNldmKYzuJnWjJEEfMqAbKv8%3D",
         .post_signature = "OKBFNGD2AUNbvfwEqq%2FoX1poy1g%3D"});
}

TEST_CASE("vServer groups by their ids: requests") {
    check_request(delete_vserver_group{group_id}, {.action = "DeleteVServerGroup",
                                                   .before_version = "&VServerGroupId=rsp-cige6j5e7p",
                                                   .get_signature = "yoEwDasufmMiAWNkgv%2BCbRCncyg%3D",
                                                   .post_signature = "oN1X0grhDQ2iFTth6aMMERKKLf0%3D"});
    check_request(describe_vserver_group_attribute{group_id},
                  {.action = "DescribeVServerGroupAttribute",
                   .before_version = "&VServerGroupId=rsp-cige6j5e7p",
                   .get_signature = "Yw8wGwIX6u81%2FHeVKbFlkCjzm3I%3D",
                   .post_signature = "UNPEQZFbVTll3emr2aj5YU3jY%2Bg%3D"});
}

TEST_CASE("DescribeVServerGroups: requests") {
    check_request(describe_vserver_groups{instance_id, true, false, "组 1", two_tags},
                  {.action = "DescribeVServerGroups",
                   .before_format = "&Description=%E7%BB%84%201",
                   .before_region_id = "&IncludeListener=false"
                                       "&IncludeRule=true"
                                       "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .before_timestamp = "&Tag.1.Key=env"
                                       "&Tag.1.Value=prod%20%26%20test"
                                       "&Tag.2.Key=%E5%9B%A2%E9%98%9F",
                   .get_signature = "bVgEdXhDJ%2Be%2FsnTzFhYu97k6x%2BI%3D",
                   .post_signature = "uxDP4XZq4MxstAGwjTDy84Vb%2BpU%3D"});
    check_request(describe_vserver_groups{.load_balancer_id = instance_id},
                  {.action = "DescribeVServerGroups",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "wdyQtT1FSLMVx7EAxXpxK2gNGtU%3D",
                   .post_signature = "mVbLozS7eL5iHtE388LDsestzIc%3D"});
}

TEST_CASE("vServer groups: what is required") {
    const fault instance{.code = errc::missing, .field = "LoadBalancerId"};
    check_invalid(create_vserver_group{.vserver_group_name = "G"}, instance,
                  "invalid request: a required field is missing in LoadBalancerId");
    check_invalid(describe_vserver_groups{}, instance);
    const fault group{.code = errc::missing, .field = "VServerGroupId"};
    check_invalid(set_vserver_group_attribute{.vserver_group_name = "G"}, group);
    check_invalid(delete_vserver_group{}, group);
    check_invalid(describe_vserver_group_attribute{}, group);

    check_invalid(
        set_vserver_group_attribute{.vserver_group_id = group_id},
        {.code = errc::missing, .field = "VServerGroupName"},
        "invalid request: a required field is missing in VServerGroupName: or BackendServers must be given");

    std::vector<backend_server> servers = some_servers(2);
    servers[1].port.reset();
    const fault port{.code = errc::missing, .field = "Port", .list = "BackendServers", .index = 1};
    check_invalid(create_vserver_group{instance_id, {}, servers, {}}, port);
    check_invalid(set_vserver_group_attribute{group_id, {}, servers}, port);
}

TEST_CASE("vServer groups: names have 1 to 80 characters, whatever their bytes") {
    const fault f{.code = errc::too_long, .field = "VServerGroupName", .lowest = 1, .highest = 80};
    for (std::string_view one : {"a", "é", "组", "𠀀"}) {
        for (std::size_t characters : {std::size_t{1}, std::size_t{79}, std::size_t{80}}) {
            CAPTURE(one, characters);
            check_valid(create_vserver_group{instance_id, repeated(one, characters), {}, {}});
            check_valid(set_vserver_group_attribute{group_id, repeated(one, characters), {}});
        }
        const std::string over = repeated(one, 81);
        check_invalid(create_vserver_group{instance_id, over, {}, {}}, f,
                      "invalid request: the text is too long (allowed: 1 to 80) in VServerGroupName");
        check_invalid(set_vserver_group_attribute{group_id, over, {}}, f);
        check_valid(create_vserver_group{instance_id, over, {}, {}}, client_without_limits());
    }
}

TEST_CASE("vServer groups: how many servers") {
    client forty = fixed_client();
    forty.most_backend_servers = 40;
    fault f{.code = errc::too_many, .field = "BackendServers", .highest = 20};
    check_valid(create_vserver_group{instance_id, {}, some_servers(20), {}});
    check_valid(set_vserver_group_attribute{group_id, {}, some_servers(20)});
    check_invalid(create_vserver_group{instance_id, {}, some_servers(21), {}}, f);
    check_invalid(set_vserver_group_attribute{group_id, {}, some_servers(21)}, f);
    f.highest = 40;
    check_valid(create_vserver_group{instance_id, {}, some_servers(40), {}}, forty);
    check_valid(set_vserver_group_attribute{group_id, {}, some_servers(40)}, forty);
    check_invalid(create_vserver_group{instance_id, {}, some_servers(41), {}}, f, {}, forty);
    check_invalid(set_vserver_group_attribute{group_id, {}, some_servers(41)}, f, {}, forty);
    check_valid(create_vserver_group{instance_id, {}, some_servers(41), {}}, client_without_limits());
}

TEST_CASE("vServer groups: bad texts") {
    const create_vserver_group create{instance_id, "G", {}, {}};
    const set_vserver_group_attribute set{group_id, "G", {}};
    const describe_vserver_groups list{.load_balancer_id = instance_id};
    check_bad_texts(create, [](auto& op, std::string t) { op.load_balancer_id = std::move(t); },
                    {.field = "LoadBalancerId"});
    check_bad_texts(create, [](auto& op, std::string t) { op.vserver_group_name = std::move(t); },
                    {.field = "VServerGroupName"});
    check_bad_texts(set, [](auto& op, std::string t) { op.vserver_group_id = std::move(t); },
                    {.field = "VServerGroupId"});
    check_bad_texts(set, [](auto& op, std::string t) { op.vserver_group_name = std::move(t); },
                    {.field = "VServerGroupName"});
    check_bad_texts(list, [](auto& op, std::string t) { op.description = std::move(t); },
                    {.field = "Description"});
    check_bad_texts(delete_vserver_group{},
                    [](auto& op, std::string t) { op.vserver_group_id = std::move(t); },
                    {.field = "VServerGroupId"});
    check_bad_texts(describe_vserver_group_attribute{},
                    [](auto& op, std::string t) { op.vserver_group_id = std::move(t); },
                    {.field = "VServerGroupId"});
}
