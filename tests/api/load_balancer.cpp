// An instance as a whole: what is sent, and all that its reply can hold, with the shapes the service gives
// it.

#include <slbwire/api/load_balancer.hpp>
#include <slbwire/call/finish.hpp>
#include <slbwire/model/show.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

load_balancer_attribute read(std::string body) {
    CAPTURE(body);
    const auto reply = finish<describe_load_balancer_attribute>({.status = 200, .body = std::move(body)});
    REQUIRE(reply.has_value());
    return *reply;
}

}  // namespace

TEST_CASE("DescribeLoadBalancerAttribute: requests") {
    check_request(describe_load_balancer_attribute{"lb-bp1b6c719dfa08exfuca5"},
                  {.action = "DescribeLoadBalancerAttribute",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "b9HGIrYJrs6DqR520eA5Bvxh%2F3U%3D",
                   .post_signature = "n6oicKhXgODQbT%2F1EJWvDrIpKJc%3D"});
    check_invalid(describe_load_balancer_attribute{}, {.code = errc::missing, .field = "LoadBalancerId"},
                  "invalid request: a required field is missing in LoadBalancerId");
    check_bad_texts(describe_load_balancer_attribute{},
                    [](auto& op, std::string t) { op.load_balancer_id = std::move(t); },
                    {.field = "LoadBalancerId"});
}

TEST_CASE("an instance: every field that is one value reaches a member of its own") {
    // A text that tells the field, a number or a boolean; each field alone, in JSON and in XML.
    const auto& infos = infos_of<load_balancer_attribute>;
    std::size_t lists = 0;
    for (std::size_t i = 1; i < infos.size(); ++i) {
        if (infos[i].kind == field_kind::list) ++lists;
        if (infos[i].kind == field_kind::list) continue;
        const std::string name(infos[i].name);
        CAPTURE(name);
        std::string value = name;
        if (infos[i].kind == field_kind::integer)
            value = infos[i].narrow ? "2147483647" : "9223372036854775807";
        if (infos[i].kind == field_kind::boolean) value = "true";
        std::string json = "{\"";
        (((json += name) += "\":\"") += value) += "\"}";
        std::string xml = "<R><";
        ((((xml += name) += '>') += value) += "</") += name;
        xml += "></R>";

        const load_balancer_attribute of_json = read(json);
        CHECK(of_json == read(xml));
        const bound_source<load_balancer_attribute> source(&of_json);
        set_field set[most_fields];
        const std::size_t size = source.set_fields(set);
        std::size_t values = 0;
        for (std::size_t k = 0; k < size; ++k) {
            if (set[k].info->kind == field_kind::object || set[k].info->kind == field_kind::list) continue;
            ++values;
            CHECK(set[k].info->name == name);
            if (set[k].info->kind == field_kind::text) CHECK(set[k].view() == value);
        }
        CHECK(values == 1);
    }
    CHECK(infos.size() == 54);
    CHECK(lists == 6);
}

TEST_CASE("an instance: its lists") {
    const load_balancer_attribute wanted{
        .load_balancer_id = "lb-1",
        .listener_ports = {80, 443},
        .listener_ports_and_protocol = {{.listener_port = 80,
                                         .listener_protocol = "http",
                                         .listener_forward = "on",
                                         .forward_port = 443,
                                         .description = "前"}},
        .listener_ports_and_protocal = {{.listener_port = 80, .listener_protocol = "http"}},
        .backend_servers = {{.server_id = "vm-1", .weight = 100, .type = "ecs"}},
        .tags = {{"k", "v"}},
        .labels = {"a", "b"}};
    CHECK(read(R"({"LoadBalancerId":"lb-1","ListenerPorts":{"ListenerPort":[80,"443"]},)"
               R"("ListenerPortsAndProtocol":{"ListenerPortAndProtocol":[{"ListenerPort":80,)"
               R"("ListenerProtocol":"http","ListenerForward":"on","ForwardPort":443,"Description":"前"}]},)"
               R"("ListenerPortsAndProtocal":{"ListenerPortAndProtocal":[{"ListenerPort":80,)"
               R"("ListenerProtocal":"http"}]},)"
               R"("BackendServers":{"BackendServer":[{"ServerId":"vm-1","Weight":100,"Type":"ecs"}]},)"
               R"("Tags":{"Tag":[{"TagKey":"k","TagValue":"v"}]},"Labels":{"Label":["a","b"]}})") == wanted);
    CHECK(
        read(
            "<R><LoadBalancerId>lb-1</LoadBalancerId><ListenerPorts><ListenerPort>80</ListenerPort>"
            "<ListenerPort>443</ListenerPort></"
            "ListenerPorts><ListenerPortsAndProtocol><ListenerPortAndProtocol>"
            "<ListenerPort>80</ListenerPort><ListenerProtocol>http</ListenerProtocol>"
            "<ListenerForward>on</ListenerForward><ForwardPort>443</ForwardPort><Description>前</Description>"
            "</ListenerPortAndProtocol></ListenerPortsAndProtocol><ListenerPortsAndProtocal>"
            "<ListenerPortAndProtocal><ListenerPort>80</ListenerPort><ListenerProtocal>http</"
            "ListenerProtocal>"
            "</ListenerPortAndProtocal></ListenerPortsAndProtocal><BackendServers><BackendServer>"
            "<ServerId>vm-1</ServerId><Weight>100</Weight><Type>ecs</Type></BackendServer></BackendServers>"
            "<Tags><Tag><TagKey>k</TagKey><TagValue>v</TagValue></Tag></Tags>"
            "<Labels><Label>a</Label><Label>b</Label></Labels></R>") == wanted);
}

TEST_CASE("an instance: shapes of the pages and of the service") {
    // One value where a list belongs, numbers as text, booleans as text, 64-bit numbers.
    CHECK(read(R"({"ListenerPorts":{"ListenerPort":"80"}})").listener_ports == std::vector<std::int32_t>{80});
    CHECK(read(R"({"Bandwidth":"5120"})").bandwidth == 5120);
    CHECK(read(R"({"Bandwidth":-1})").bandwidth == -1);
    CHECK(read(R"({"HasReservedInfo":"false"})").has_reserved_info == false);
    CHECK(read(R"({"HasReservedInfo":true})").has_reserved_info == true);
    CHECK(read(R"({"EndTimeStamp":32493801600000})").end_time_stamp == 32'493'801'600'000);
    // Empty elements of either form.
    for (const char* empty :
         {"<ListenerPorts/>", "<ListenerPorts></ListenerPorts>", "<ListenerPorts> \n</ListenerPorts>"}) {
        std::string body = "<R><LoadBalancerId>lb-1</LoadBalancerId>";
        CHECK(read((body += empty) += "</R>").listener_ports.empty());
    }
    // A number that the member cannot hold is no number.
    const auto broken =
        finish<describe_load_balancer_attribute>({.status = 200, .body = R"({"Bandwidth":2147483648})"});
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().what.code == errc::out_of_range);
    CHECK(broken.error().what.field == "Bandwidth");
    CHECK(broken.error().what.offset == 13);
}

TEST_CASE("an instance: the misspelt protocol of a listener is read, shown once, and takes nothing away") {
    // As recorded in 2016.
    CHECK(show(read("<?xml version='1.0' encoding='UTF-8'?><DescribeLoadBalancerAttributeResponse><LoadBalancerId>lb-1"
                    "</LoadBalancerId><ListenerPortsAndProtocal><ListenerPortAndProtocal><ListenerProtocal>http"
                    "</ListenerProtocal><ListenerPort>80</ListenerPort></ListenerPortAndProtocal></ListenerPortsAndProtocal>"
                    "<RequestId>R-1</RequestId></DescribeLoadBalancerAttributeResponse>")) ==
          R"({RequestId: "R-1", LoadBalancerId: "lb-1", ListenerPortsAndProtocal: [{ListenerPort: 80, ListenerProtocol: "http"}]})");
    for (const char* protocols :
         {R"("ListenerProtocol":"http","ListenerProtocal":null)", R"("ListenerProtocal":null,"ListenerProtocol":"http")",
          R"("ListenerProtocol":"http","ListenerProtocal":"")", R"("ListenerProtocal":"","ListenerProtocol":"http")",
          R"("ListenerProtocal":"http","ListenerProtocol":null)", R"("ListenerProtocol":"","ListenerProtocal":"http")"}) {
        std::string body = R"({"ListenerPortsAndProtocol":[{"ListenerPort":80,)";
        const auto reply = read((body += protocols) += "}]}");
        REQUIRE(reply.listener_ports_and_protocol.size() == 1);
        CHECK(reply.listener_ports_and_protocol[0].listener_protocol == "http");
    }
}
