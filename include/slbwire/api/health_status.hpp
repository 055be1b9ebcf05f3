#pragma once
// The health of an instance's servers (OpenAPI document "DescribeHealthStatus" of Classic Load Balancer,
// version 2014-05-15).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../model/list.hpp"
#include "../model/operation.hpp"
#include "classic_load_balancer.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A server under one listener: it stands once for each listener that uses it.
template <class Text>
struct basic_server_health {
    Text server_id{};
    Text server_health_status{};  ///< `normal`, `abnormal`, or `unavailable` where there is no result
    std::optional<std::int32_t> listener_port{};
    std::optional<std::int32_t> port{};
    Text protocol{};
    Text server_ip{};
    Text type{};
    Text eni_host{};

    static constexpr field<basic_server_health> fields[] = {
        {"ServerId", &basic_server_health::server_id, required},
        {"ServerHealthStatus", &basic_server_health::server_health_status},
        {"ListenerPort", &basic_server_health::listener_port},
        {"Port", &basic_server_health::port},
        {"Protocol", &basic_server_health::protocol},
        {"ServerIp", &basic_server_health::server_ip},
        {"Type", &basic_server_health::type},
        {"EniHost", &basic_server_health::eni_host},
    };
    friend bool operator==(const basic_server_health&, const basic_server_health&) = default;
};
using server_health = basic_server_health<std::string>;

template <class Text>
struct basic_health_status {
    Text request_id{};
    std::vector<basic_server_health<Text>> backend_servers{};

    static constexpr field<basic_health_status> fields[] = {
        {"RequestId", &basic_health_status::request_id, common},
        reply_list<&basic_health_status::backend_servers>("BackendServers", "BackendServer"),
    };
    friend bool operator==(const basic_health_status&, const basic_health_status&) = default;
};
using health_status = basic_health_status<std::string>;
SLBWIRE_REPLY(basic_health_status);

/// "DescribeHealthStatus": of all listeners, or of one. The protocol is needed where two listeners share a
/// port.
struct describe_health_status {
    static constexpr std::string_view action = "DescribeHealthStatus";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string load_balancer_id{};
    std::optional<std::int32_t> listener_port{};  ///< 1 to 65535; all ports where left out
    std::string listener_protocol{};              ///< `tcp`, `udp`, `http`, `https`

    static constexpr field<describe_health_status> fields[] = {
        {"LoadBalancerId", &describe_health_status::load_balancer_id, required},
        {"ListenerPort", &describe_health_status::listener_port, between(1, 65535)},
        {"ListenerProtocol", &describe_health_status::listener_protocol},
    };
    template <class Text>
    using response_of = basic_health_status<Text>;
    using response = health_status;
};
SLBWIRE_REQUEST(describe_health_status);

}  // namespace slbwire
