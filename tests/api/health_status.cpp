// The health of servers: what is sent, what is refused, how it is read.

#include <slbwire/api/health_status.hpp>
#include <slbwire/call/finish.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

const std::string instance_id = "lb-bp1b6c719dfa08exfuca5";

}  // namespace

TEST_CASE("DescribeHealthStatus: requests") {
    check_request(describe_health_status{instance_id, 65535, "https"},
                  {.action = "DescribeHealthStatus",
                   .before_region_id = "&ListenerPort=65535"
                                       "&ListenerProtocol=https"
                                       "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "%2F08kMHnVOLSJhJTKPeZRE79KZuE%3D",
                   .post_signature = "4lXlIjSKOSa%2F%2BGDXDctdCxLOtN4%3D"});
    check_request(describe_health_status{.load_balancer_id = instance_id},
                  {.action = "DescribeHealthStatus",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "AxuYXNKVFDWX%2BV9C1FmCfCWH0fs%3D",
                   .post_signature = "EaEOS7%2FkbIahXxzOEf%2FvIlaVsck%3D"});
}

TEST_CASE("DescribeHealthStatus: what is refused") {
    check_invalid(describe_health_status{}, {.code = errc::missing, .field = "LoadBalancerId"},
                  "invalid request: a required field is missing in LoadBalancerId");

    const fault port{.code = errc::out_of_range, .field = "ListenerPort", .lowest = 1, .highest = 65535};
    for (std::int32_t good : {1, 80, 65535}) check_valid(describe_health_status{instance_id, good, {}});
    for (std::int32_t bad : {INT32_MIN, -1, 0, 65536, INT32_MAX}) {
        CAPTURE(bad);
        check_invalid(describe_health_status{instance_id, bad, {}}, port,
                      "invalid request: the number is out of range (allowed: 1 to 65535) in ListenerPort");
        check_valid(describe_health_status{instance_id, bad, {}}, client_without_limits());
    }

    const describe_health_status good{.load_balancer_id = instance_id};
    check_bad_texts(good, [](auto& op, std::string t) { op.load_balancer_id = std::move(t); },
                    {.field = "LoadBalancerId"});
    check_bad_texts(good, [](auto& op, std::string t) { op.listener_protocol = std::move(t); },
                    {.field = "ListenerProtocol"});
}

TEST_CASE("DescribeHealthStatus: a server stands once for each listener") {
    const health_status wanted{
        .request_id = "R",
        .backend_servers = {
            {.server_id = "vm-1",
             .server_health_status = "normal",
             .listener_port = 80,
             .port = 8080,
             .protocol = "tcp",
             .server_ip = "10.0.0.1",
             .type = "eni",
             .eni_host = "i-1"},
            {.server_id = "vm-1", .server_health_status = "unavailable", .listener_port = 443}}};
    const auto json =
        finish<describe_health_status>({.status = 200, .body = R"({"BackendServers":{"BackendServer":[
             {"ServerId":"vm-1","ServerHealthStatus":"normal","ListenerPort":80,"Port":"8080",
              "Protocol":"tcp","ServerIp":"10.0.0.1","Type":"eni","EniHost":"i-1"},
             {"ListenerPort":443,"ServerHealthStatus":"unavailable","ServerId":"vm-1"}]},"RequestId":"R"})"});
    REQUIRE(json.has_value());
    CHECK(*json == wanted);
    // The pages of 2017 give the root another name.
    const auto xml = finish<describe_health_status>(
        {.status = 200,
         .body =
             "<DescribeBackendServersResponse><RequestId>R</RequestId><BackendServers>"
             "<BackendServer><ServerId>vm-1</ServerId><ServerHealthStatus>normal</ServerHealthStatus>"
             "<ListenerPort>80</ListenerPort><Port>8080</Port><Protocol>tcp</Protocol>"
             "<ServerIp>10.0.0.1</ServerIp><Type>eni</Type><EniHost>i-1</EniHost></BackendServer>"
             "<BackendServer><ServerId>vm-1</ServerId><ServerHealthStatus>unavailable</ServerHealthStatus>"
             "<ListenerPort>443</ListenerPort></BackendServer>"
             "</BackendServers></DescribeBackendServersResponse>"});
    REQUIRE(xml.has_value());
    CHECK(*xml == wanted);
}
