// Every reply that the service's documentation shows, decoded to the values that stand in it: at compile
// time, and at run time owning, borrowing and from a heap block of exactly its size.

#include <slbwire/slbwire.hpp>
#include <slbwire/api/error_document.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/model/decode.hpp>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"
#include "../support/samples.hpp"
#include "../support/vectors.hpp"

using namespace slbwire;
using text = std::string_view;
using server = basic_backend_server<text>;

namespace {

/// Borrowing and at compile time.
template <class Reply>
constexpr bool is(const samples::sample& s, text action, const Reply& expected) {
    text_arena arena;
    const auto reply = decode<Reply>(s.text, arena, action);
    return reply.has_value() && *reply == expected;
}
constexpr bool is_broken(const samples::sample& s, errc code, std::size_t offset) {
    text_arena arena;
    const auto reply = decode<basic_request_id_only<text>>(s.text, arena);
    return !reply.has_value() && reply.error().code == code && reply.error().offset == offset;
}

/// At run time by the public function, from the file, owning and borrowing.
template <class Op>
void finishes(const samples::sample& s, const typename Op::template response_of<text>& expected) {
    INFO(s.file);
    const http_response response{.status = 200, .body = read_vector("replies/" + std::string(s.file))};
    const auto owning = finish<Op>(response);
    REQUIRE(owning.has_value());
    text_arena arena;
    const auto borrowing = finish_view<Op>(response, arena);
    REQUIRE(borrowing.has_value());
    CHECK(*borrowing == expected);
    // Both show the same text, so the owning reply has the expected values too.
    CHECK(owning->request_id == borrowing->request_id);
    const support::exact_block block(s.text);
    CHECK(is(samples::sample{s.file, block.view()}, Op::action, expected));
}

#define SAMPLE(name, operation, ...)                                                                            \
    static_assert(is<operation::response_of<text>>(samples::name, operation::action, {__VA_ARGS__}));           \
    finishes<operation>(samples::name, {__VA_ARGS__})

}  // namespace

TEST_CASE("the texts for compile time are those of the files") {
    for (const samples::sample& s : samples::all) {
        INFO(s.file);
        CHECK(read_vector("replies/" + std::string(s.file)) == s.text);
    }
    CHECK(std::size(samples::all) == 44);
}

TEST_CASE("samples of the vServer groups' servers") {
#define GROUP_CHANGED .request_id = "9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C", .vserver_group_id = "rsp-cige6j5e7p"
#define AFTER_MODIFY                                                                         \
    GROUP_CHANGED, .backend_servers = {{.server_id = "vm-400", .port = 80, .weight = 100},   \
                                       {.server_id = "vm-401", .port = 90, .weight = 100}}
    SAMPLE(seed_ModifyVServerGroupBackendServers_json, modify_vserver_group_backend_servers, AFTER_MODIFY);
    SAMPLE(seed_ModifyVServerGroupBackendServers_xml, modify_vserver_group_backend_servers, AFTER_MODIFY);

#define AFTER_REMOVE \
    GROUP_CHANGED, .backend_servers = {{.server_id = "vm-231", .port = 70, .weight = 100, .type = "ecs"}}
    SAMPLE(seed_RemoveVServerGroupBackendServers_json, remove_vserver_group_backend_servers, AFTER_REMOVE);
    SAMPLE(seed_RemoveVServerGroupBackendServers_xml, remove_vserver_group_backend_servers, AFTER_REMOVE);

#define THREE_SERVERS                                                                        \
    GROUP_CHANGED, .backend_servers = {{.server_id = "vm-233", .port = 80, .weight = 100},   \
                                       {.server_id = "vm-232", .port = 90, .weight = 100},   \
                                       {.server_id = "vm-231", .port = 70, .weight = 100}}
    SAMPLE(AddVServerGroupBackendServers_2019_09_18_json, add_vserver_group_backend_servers, THREE_SERVERS);
    SAMPLE(AddVServerGroupBackendServers_2019_09_18_xml, add_vserver_group_backend_servers, THREE_SERVERS);
    SAMPLE(CreateVServerGroup_2019_09_11_json, create_vserver_group, THREE_SERVERS);
    SAMPLE(CreateVServerGroup_2019_09_11_xml, create_vserver_group, THREE_SERVERS);
}

TEST_CASE("samples of vServer groups") {
    SAMPLE(SetVServerGroupAttribute_2019_08_06_json, set_vserver_group_attribute,
           .request_id = "A4FDF333-F904-4540-88FC-ED6F87AEFFCB", .vserver_group_id = "rsp-bp1d2e3*****",
           .vserver_group_name = "test1",
           .backend_servers = {{.server_id = "i-bp1ek6yd7jvkx*****", .port = 80, .weight = 100, .type = "ecs"}});
    SAMPLE(SetVServerGroupAttribute_2019_08_06_xml, set_vserver_group_attribute,
           .request_id = "A4FDF333-F904-4540-88FC-ED6F87AEFFCB", .vserver_group_id = "rsp-bp1d2e3qel****",
           .vserver_group_name = "test1",
           .backend_servers = {{.server_id = "i-bp1ek6yd7jvkxk5y1*****", .port = 80, .weight = 100, .type = "ecs"}});

    SAMPLE(DescribeVServerGroupAttribute_2019_08_06_json, describe_vserver_group_attribute, GROUP_CHANGED,
           .vserver_group_name = "Group1",
           .backend_servers = {{.server_id = "vm-233", .port = 80, .weight = 100},
                               {.server_id = "vm-232", .port = 90, .weight = 100}});
    SAMPLE(DescribeVServerGroupAttribute_2019_08_06_xml, describe_vserver_group_attribute, GROUP_CHANGED,
           .vserver_group_name = "Group1",
           .backend_servers = {{.server_id = "vm-232", .port = 80, .weight = 100},
                               {.server_id = "vm-233", .port = 90, .weight = 100}});

    // The JSON page leaves a level out, the XML page shows other groups.
    SAMPLE(DescribeVServerGroups_2019_07_03_json, describe_vserver_groups,
           .request_id = "9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C",
           .vserver_groups = {{.vserver_group_id = "rsp-cige6j5e7p", .vserver_group_name = "Group1", .associated_objects = {}},
                              {.vserver_group_id = "rsp-6cejjzlld7", .vserver_group_name = "Group2", .associated_objects = {}},
                              {.vserver_group_id = "rsp-0bfucwuotx", .vserver_group_name = "Group3", .associated_objects = {}}});
    SAMPLE(DescribeVServerGroups_2019_07_03_xml, describe_vserver_groups,
           .request_id = "E3F94C66-5DDD-4A6B-B37D-FD237FB31FE6",
           .vserver_groups = {{.vserver_group_id = "rsp-bp12bjrnykyp0", .vserver_group_name = "6", .associated_objects = {}},
                              {.vserver_group_id = "rsp-bp16rt0dzbm23", .vserver_group_name = "text2", .associated_objects = {}}});

    SAMPLE(DeleteVServerGroup_2019_01_24_json, delete_vserver_group,
           .request_id = "9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C");
    SAMPLE(DeleteVServerGroup_2019_01_24_xml, delete_vserver_group,
           .request_id = "9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C");
}

TEST_CASE("samples of the default group") {
    SAMPLE(AddBackendServers_2019_09_11_json, add_backend_servers,
           .request_id = "34B82C81-F13B-4EEB-99F6-A048C67CC830", .load_balancer_id = "lb-2ze7o5h52g02kkzze****",
           .backend_servers = {{.server_id = "i-2zej4lxhjoq1icue****", .weight = 100, .type = "ecs"},
                               {.server_id = "i-2ze1u9ywulp5pbvv****", .weight = 100, .type = "ecs"}});
    SAMPLE(AddBackendServers_2019_09_11_xml, add_backend_servers,
           .request_id = "34B82C81-F13B-4EEB-99F6-A048C67CC830", .load_balancer_id = "lb-2ze7o5h52g02kkzz*****",
           .backend_servers = {{.server_id = "i-2zej4lxhjoq1icu*****", .weight = 100, .type = "ecs"},
                               {.server_id = "i-2ze1u9ywulp5pbv*****", .weight = 100, .type = "ecs"}});
#define DEFAULT_GROUP \
    .request_id = "365F4154-92F6-4AE4-92F8-7FF34B540710", .load_balancer_id = "139a00604ad-cn-east-hangzhou-01"
    SAMPLE(RemoveBackendServers_2019_07_25_json, remove_backend_servers, DEFAULT_GROUP,
           .backend_servers = {{.server_id = "vm-233", .weight = 100}, {.server_id = "vm-234", .weight = 100}});
    SAMPLE(RemoveBackendServers_2019_07_25_xml, remove_backend_servers, DEFAULT_GROUP,
           .backend_servers = {{.server_id = "vm-231", .weight = 100}, {.server_id = "vm-232", .weight = 100}});
#define SET_SERVERS                                                                                           \
    DEFAULT_GROUP, .backend_servers = {{.server_id = "eni-231", .weight = 100, .type = "eni"},                \
                                       {.server_id = "eni-233", .weight = 100, .type = "eni"}}
    SAMPLE(SetBackendServers_2019_08_26_json, set_backend_servers, SET_SERVERS);
    SAMPLE(SetBackendServers_2019_08_26_xml, set_backend_servers, SET_SERVERS);

    SAMPLE(DescribeHealthStatus_2019_07_25_json, describe_health_status,
           .request_id = "196EC328-B566-4226-B435-8697723205EF",
           .backend_servers = {{.server_id = "i-bp1do02x7n4nua4k72um", .server_health_status = "abnormal",
                                .listener_port = 443, .port = 80}});
    SAMPLE(DescribeHealthStatus_2019_07_25_xml, describe_health_status,
           .request_id = "365F4154-92F6-4AE4-92F8-7FF34B540710",
           .backend_servers = {{.server_id = "vm-233", .server_health_status = "normal"},
                               {.server_id = "vm-234", .server_health_status = "abnormal"}});
}

TEST_CASE("samples of primary/secondary groups") {
#define PAIR                                                                                                 \
    .request_id = "9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C", .master_slave_server_group_id = "rsp-cige6j5e7p",  \
    .backend_servers = {{.server_id = "vm-233", .port = 80, .weight = 100, .server_type = "Master"},         \
                        {.server_id = "vm-232", .port = 90, .weight = 100, .server_type = "Slave"}}
    SAMPLE(CreateMasterSlaveServerGroup_2019_07_25_json, create_master_slave_server_group, PAIR);
    SAMPLE(CreateMasterSlaveServerGroup_2019_07_25_xml, create_master_slave_server_group, PAIR);
    SAMPLE(DescribeMasterSlaveServerGroupAttribute_2019_08_06_json, describe_master_slave_server_group_attribute, PAIR);
    SAMPLE(DescribeMasterSlaveServerGroupAttribute_2019_08_06_xml, describe_master_slave_server_group_attribute, PAIR);
    SAMPLE(DeleteMasterSlaveServerGroup_2019_07_25_json, delete_master_slave_server_group,
           .request_id = "9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C");
    SAMPLE(DeleteMasterSlaveServerGroup_2019_07_25_xml, delete_master_slave_server_group,
           .request_id = "9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C");
    SAMPLE(DescribeMasterSlaveServerGroups_2019_02_26_json, describe_master_slave_server_groups,
           .request_id = "265989FE-136B-4D6A-B549-FD40E7A6692D",
           .master_slave_server_groups = {{.master_slave_server_group_id = "rsp-bp1nlyu1366z7",
                                           .master_slave_server_group_name = "主备1", .associated_objects = {}}});
    SAMPLE(DescribeMasterSlaveServerGroups_2019_02_26_xml, describe_master_slave_server_groups,
           .request_id = "2631BB5E-B576-4925-BDED-07A66D23E5DE",
           .master_slave_server_groups = {{.master_slave_server_group_id = "rsp-bp1ro3mwp2x2m",
                                           .master_slave_server_group_name = "test", .associated_objects = {}}});
}

TEST_CASE("samples of an instance") {
#define INSTANCE                                                                                             \
    .request_id = "35D745B3-1567-4855-9EF1-F5CED3C1670C", .load_balancer_id = "lb-bp1b6c719dfa08exfuca5",    \
    .load_balancer_name = "abc1", .load_balancer_status = "active", .region_id = "cn-hangzhou",              \
    .region_id_alias = "cn-hangzhou", .resource_group_id = "rg-acfmxazb4ph6aiy", .address = "192.168.0.6",   \
    .address_type = "intranet", .address_ip_version = "ipv4", .vpc_id = "vpc-bp1aevy8sofi8mh1qc5cm",         \
    .vswitch_id = "vsw-bp12mw1f8k3jgygk9bmlj", .network_type = "vpc", .bandwidth = 5120,                     \
    .internet_charge_type = "paybytraffic", .pay_type = "PayOnDemand", .load_balancer_spec = "slb.s2.small", \
    .create_time = "2018-11-08T12:21:53Z", .create_time_stamp = 1541679713000,                               \
    .end_time = "2999-09-08T16:00:00Z", .end_time_stamp = 32493801600000, .master_zone_id = "cn-hangzhou-b", \
    .slave_zone_id = "cn-hangzhou-d", .has_reserved_info = false,                                            \
    .backend_servers = {{.server_id = "i-bp1c3zrr37ablp8ujo7v", .weight = 100, .type = "ecs"}}
    SAMPLE(DescribeLoadBalancerAttribute_2019_08_06_json, describe_load_balancer_attribute, INSTANCE);
    SAMPLE(DescribeLoadBalancerAttribute_2019_08_06_xml, describe_load_balancer_attribute, INSTANCE);
}

TEST_CASE("samples of the frame around a reply") {
    SAMPLE(envelope_2020_10_14_xml, delete_vserver_group, .request_id = "4C467B38-3910-447D-87BC-AC049166F216");

    // Comments in JSON, and a schema with a dash that is none: illustrations, refused where they go wrong.
    static_assert(is_broken(samples::envelope_2018_06_08_json, errc::unexpected_byte, 62));
    static_assert(is_broken(samples::envelope_2020_10_14_json, errc::unexpected_byte, 58));
    static_assert(is_broken(samples::envelope_2018_06_08_xml, errc::unexpected_byte, 46));
    CHECK(is_broken(samples::envelope_2018_06_08_json, errc::unexpected_byte, 62));
    CHECK(is_broken(samples::envelope_2020_10_14_json, errc::unexpected_byte, 58));
    CHECK(is_broken(samples::envelope_2018_06_08_xml, errc::unexpected_byte, 46));
}

namespace {

using error_view = basic_error_document<text>;

void is_refused(const samples::sample& s, int status, const error_view& expected) {
    INFO(s.file);
    const http_response response{.status = status, .body = read_vector("replies/" + std::string(s.file))};
    const auto reply = finish<modify_vserver_group_backend_servers>(response);
    REQUIRE(!reply.has_value());
    const error& e = reply.error();
    CHECK(e.kind == error_kind::refused);
    CHECK(e.http_status == status);
    CHECK(e.request_id == expected.request_id);
    CHECK(e.service.code == expected.code);
    CHECK(e.service.message == expected.message);
    CHECK(e.service.host_id == expected.host_id);
}

#define REFUSAL(name, ...)                                                   \
    static_assert(is<error_view>(samples::name, {}, {__VA_ARGS__}));           \
    is_refused(samples::name, 400, {__VA_ARGS__});                           \
    is_refused(samples::name, 200, {__VA_ARGS__})

}  // namespace

TEST_CASE("samples of refusals") {
#define PROTECTED                                                                           \
    .request_id = "7B7AB375-1EA6-4A18-9D1C-F258F2D57638", .host_id = "slb.aliyuncs.com",    \
    .code = "OperationDenied.DeleteProtectionIsOn",                                         \
    .message = "The loadbalancer can't be deleted due to DeleteProtection is enabled."
    REFUSAL(error_DeleteProtectionIsOn_2019_06_12_json, PROTECTED);
    REFUSAL(error_DeleteProtectionIsOn_2019_06_12_xml, PROTECTED);
#define INVALID                                                                             \
    .request_id = "0669D684-69D8-408E-A4FA-B9011E0F4E66", .host_id = "slb.aliyuncs.com",    \
    .code = "InvalidParameter", .message = "The specified parameter is not valid."
    REFUSAL(error_InvalidParameter_2018_11_06_json, INVALID);
    REFUSAL(error_InvalidParameter_2018_11_06_xml, INVALID);
    REFUSAL(error_MissingParameter_2020_10_14_xml, .request_id = "540CFF28-407A-40B5-B6A5-74Bxxxxxxxxx",
            .host_id = "ecs.aliyuncs.com", .code = "MissingParameter.CommandId",
            .message = "The input parameter “CommandId” that is mandatory for processing this request is not supplied.");

    // Its JSON twin has comments: no JSON. What can be said of it is kept.
    static_assert(is_broken(samples::error_MissingParameter_2020_10_14_json, errc::unexpected_byte, 59));
    const auto reply = finish<delete_vserver_group>(
        {.status = 400, .body = std::string(samples::error_MissingParameter_2020_10_14_json.text)});
    REQUIRE(!reply.has_value());
    CHECK(reply.error().kind == error_kind::refused);
    CHECK(reply.error().request_id == "540CFF28-407A-40B5-B6A5-74Bxxxxxxxxx");
    CHECK(reply.error().speaker == error_speaker::service);
    CHECK(reply.error().service.code == "MissingParameter.CommandId");
    CHECK(!reply.error().text.empty());
}
