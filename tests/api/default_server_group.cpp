// The default group of an instance: what its three operations send, what they refuse, how they answer.

#include <slbwire/api/default_server_group.hpp>
#include <slbwire/call/finish.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

const std::string instance_id = "lb-bp1b6c719dfa08exfuca5";

// Without ports: they are the listeners'.
std::vector<backend_server> full_servers() {
    return {{.server_id = "vm-233", .weight = 100, .type = "ecs", .description = "后端-1"},
            {.server_id = "eni-232",
             .weight = 0,
             .type = "eni",
             .server_ip = "192.168.11.1",
             .description = "it's \"x\"\\"}};
}
const std::vector<backend_server> minimal_servers{{.server_id = "vm-1"}};
std::vector<std::string> some_ids(std::size_t count) {
    std::vector<std::string> ids;
    for (const backend_server& server : some_servers(count)) ids.push_back(server.server_id);
    return ids;
}

}  // namespace

TEST_CASE("AddBackendServers: requests") {
    check_request(
        add_backend_servers{instance_id, full_servers()},
        {.action = "AddBackendServers",
         .before_format =
             "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-233%27%2C%27Weight%27%3A%27100%27%2C"
             "%27Type%27%3A%27ecs%27%2C%27Description%27%3A%27%E5%90%8E%E7%AB%AF-1%27%7D%2C"
             "%7B%27ServerId%27%3A%27eni-232%27%2C%27Weight%27%3A%270%27%2C%27Type%27%3A%27eni%27%2C"
             "%27ServerIp%27%3A%27192.168.11.1%27%2C"
             "%27Description%27%3A%27it%5C%27s%20%22x%22%5C%5C%27%7D%5D",
         .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
         .get_signature = "9yvvFqzTAXO%2BfSyEp8OxE%2FKsW1s%3D",
         .post_signature = "VITDU5l6lz8P%2F4ZPcrMSV8jhb%2FA%3D"});
    check_request(add_backend_servers{instance_id, minimal_servers},
                  {.action = "AddBackendServers",
                   .before_format = "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-1%27%7D%5D",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "9%2BQsviRvbDGj3dwHXL35MexPDeI%3D",
                   .post_signature = "bBkhy3N0GSj0lvDncppikIVDr5Y%3D"});
}

TEST_CASE("RemoveBackendServers: requests") {
    check_request(
        remove_backend_servers{instance_id, full_servers(), {}},
        {.action = "RemoveBackendServers",
         .before_format =
             "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-233%27%2C%27Weight%27%3A%27100%27%2C"
             "%27Type%27%3A%27ecs%27%2C%27Description%27%3A%27%E5%90%8E%E7%AB%AF-1%27%7D%2C"
             "%7B%27ServerId%27%3A%27eni-232%27%2C%27Weight%27%3A%270%27%2C%27Type%27%3A%27eni%27%2C"
             "%27ServerIp%27%3A%27192.168.11.1%27%2C"
             "%27Description%27%3A%27it%5C%27s%20%22x%22%5C%5C%27%7D%5D",
         .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
         .get_signature = "71ebH%2FvQuyDLk6BoRIVLnnk4Z4U%3D",
         .post_signature = "4wP3FZunxf9MK56dyX8KaOngO7s%3D"});
    check_request(remove_backend_servers{instance_id, minimal_servers, {}},
                  {.action = "RemoveBackendServers",
                   .before_format = "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-1%27%7D%5D",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "zE8MchEJbrJwbPmMSADAzFx4ZCQ%3D",
                   .post_signature = "HFxrwvmsV2ucHns3VSbSKyfAmk4%3D"});
    // Plain ids.
    const remove_backend_servers ids{.load_balancer_id = instance_id, .server_ids = {"vm-233", "vm-234"}};
    check_request(ids, {.action = "RemoveBackendServers",
                        .before_format = "&BackendServers=%5B%27vm-233%27%2C%27vm-234%27%5D",
                        .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                        .get_signature = "Gq3jMFj%2Fo2Fc33QyrxIGj6D1GHM%3D",
                        .post_signature = "%2FE4IgnjTxRDkbRrz5L8P0fDQEGE%3D"});
    check_request(ids,
                  {.action = "RemoveBackendServers",
                   .before_format = "&BackendServers=%5B%22vm-233%22%2C%22vm-234%22%5D",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "AGlV0Ob0Rc2QZiKg5v3d72pa28I%3D",
                   .post_signature = "AYySnz8pnt4gQ1n02Y%2FW28ehxv4%3D"},
                  quote_style::strict_json);
}

TEST_CASE("SetBackendServers: requests") {
    check_request(
        set_backend_servers{instance_id, full_servers()},
        {.action = "SetBackendServers",
         .before_format =
             "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-233%27%2C%27Weight%27%3A%27100%27%2C"
             "%27Type%27%3A%27ecs%27%2C%27Description%27%3A%27%E5%90%8E%E7%AB%AF-1%27%7D%2C"
             "%7B%27ServerId%27%3A%27eni-232%27%2C%27Weight%27%3A%270%27%2C%27Type%27%3A%27eni%27%2C"
             "%27ServerIp%27%3A%27192.168.11.1%27%2C"
             "%27Description%27%3A%27it%5C%27s%20%22x%22%5C%5C%27%7D%5D",
         .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
         .get_signature = "4Gu%2F5j2ll67%2FgfA7bOI8YFwFMrs%3D",
         .post_signature = "c2p1OQ5bU%2BO7aGLAv%2B1XCQ%2FaUyc%3D"});
    check_request(set_backend_servers{instance_id, minimal_servers},
                  {.action = "SetBackendServers",
                   .before_format = "&BackendServers=%5B%7B%27ServerId%27%3A%27vm-1%27%7D%5D",
                   .before_region_id = "&LoadBalancerId=lb-bp1b6c719dfa08exfuca5",
                   .get_signature = "rS1qm6A4VkY2cRXZCUQn%2BJf%2FlW0%3D",
                   .post_signature = "fm090HYt4PAaEygJXKXlX7xeJDU%3D"});
}

TEST_CASE("default group: what is required") {
    const fault instance{.code = errc::missing, .field = "LoadBalancerId"};
    check_invalid(add_backend_servers{{}, minimal_servers}, instance,
                  "invalid request: a required field is missing in LoadBalancerId");
    check_invalid(remove_backend_servers{{}, minimal_servers, {}}, instance);
    check_invalid(set_backend_servers{{}, minimal_servers}, instance);

    const fault list{.code = errc::missing, .field = "BackendServers"};
    check_invalid(add_backend_servers{instance_id, {}}, list);
    check_invalid(remove_backend_servers{instance_id, {}, {}}, list,
                  "invalid request: a required field is missing in BackendServers");
    check_invalid(set_backend_servers{instance_id, {}}, list);

    check_invalid(remove_backend_servers{instance_id, {}, {"vm-1", ""}},
                  {.code = errc::missing, .field = "BackendServers", .list = "BackendServers", .index = 1},
                  "invalid request: a required field is missing in BackendServers[1]");
}

TEST_CASE("RemoveBackendServers: servers or plain ids, not both") {
    const fault f{.code = errc::duplicate_parameter, .field = "BackendServers"};
    const remove_backend_servers both{instance_id, minimal_servers, {"vm-1"}};
    check_invalid(both, f, "invalid request: a parameter is given twice in BackendServers");
    check_invalid(both, f, {}, client_without_checks());  // whatever is checked, it cannot be signed
}

TEST_CASE("default group: how many servers") {
    client forty = fixed_client();
    forty.most_backend_servers = 40;
    for (const auto& [c, most] :
         {std::pair(fixed_client(), std::size_t{20}), std::pair(forty, std::size_t{40})}) {
        const auto full = some_servers(most);
        const auto over = some_servers(most + 1);
        check_valid(add_backend_servers{instance_id, full}, c);
        check_valid(remove_backend_servers{instance_id, full, {}}, c);
        check_valid(remove_backend_servers{instance_id, {}, some_ids(most)}, c);
        check_valid(set_backend_servers{instance_id, full}, c);

        const fault f{
            .code = errc::too_many, .field = "BackendServers", .highest = static_cast<std::int64_t>(most)};
        check_invalid(add_backend_servers{instance_id, over}, f, {}, c);
        check_invalid(remove_backend_servers{instance_id, over, {}}, f, {}, c);
        check_invalid(remove_backend_servers{instance_id, {}, some_ids(most + 1)}, f, {}, c);
        check_invalid(set_backend_servers{instance_id, over}, f, {}, c);
        check_valid(add_backend_servers{instance_id, over}, client_without_limits());
    }
}

TEST_CASE("default group: bad texts") {
    const auto set_instance = [](auto& op, std::string text) { op.load_balancer_id = std::move(text); };
    const fault instance{.field = "LoadBalancerId"};
    check_bad_texts(add_backend_servers{{}, minimal_servers}, set_instance, instance);
    check_bad_texts(remove_backend_servers{{}, minimal_servers, {}}, set_instance, instance);
    check_bad_texts(set_backend_servers{{}, minimal_servers}, set_instance, instance);

    check_bad_texts(remove_backend_servers{instance_id, {}, {"vm-1", "", "vm-3"}},
                    [](auto& op, std::string text) { op.server_ids[1] = std::move(text); },
                    {.field = "BackendServers", .list = "BackendServers", .index = 1});
    check_invalid(
        remove_backend_servers{instance_id, {}, {"vm\n"}},
        {.code = errc::control_character, .field = "BackendServers", .list = "BackendServers", .index = 0},
        "invalid request: a control character is not allowed here in BackendServers[0]");
}

TEST_CASE("default group: a plain id says no Type, which enis and ecis need") {
    for (const char* id : {"eni-hp3ab12", "eci-uf6cd34"}) {
        check_invalid(remove_backend_servers{instance_id, {}, {"vm-1", id}},
                      {.code = errc::missing, .field = "Type", .list = "BackendServers", .index = 1});
        check_valid(remove_backend_servers{instance_id, {{.server_id = id, .type = "eni"}}, {}});
    }
    check_valid(remove_backend_servers{instance_id, {}, {"eni", "ecix-1", "xeni-1"}});
}

TEST_CASE("default group: weights are read as numbers and as texts") {
    for (std::string_view weight : {"50", R"("50")", R"(" 50 ")"}) {
        std::string body = R"({"RequestId":"R","LoadBalancerId":"lb-1","BackendServers":{"BackendServer":[)";
        ((body += R"({"ServerId":"vm-1","Type":"ecs","Weight":)") += weight) += "}]}}";
        const auto reply = finish<set_backend_servers>({.status = 200, .body = body});
        REQUIRE(reply.has_value());
        CHECK(*reply ==
              default_server_group{"R", "lb-1", {{.server_id = "vm-1", .weight = 50, .type = "ecs"}}});
    }
    // Emptied.
    const auto reply = finish<remove_backend_servers>(
        {.status = 200,
         .body = R"({"RequestId":"R","LoadBalancerId":"lb-1","BackendServers":{"BackendServer":[]}})"});
    REQUIRE(reply.has_value());
    CHECK(*reply == default_server_group{"R", "lb-1", {}});
}
