#pragma once
// A backend server, in requests and in replies, and the text that a request carries a list of them in.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/fault.hpp"
#include "../model/field.hpp"
#include "../model/list.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A server of any kind of group. In a request the empty fields are left out; in a reply, what the
/// service left out is empty. Which fields matter where: OpenAPI documents of Classic Load Balancer,
/// version 2014-05-15, "BackendServers" of the operation.
template <class Text>
struct basic_backend_server {
    Text server_id{};                      ///< `i-...`, `eni-...` or `eci-...`
    std::optional<std::int32_t> port{};    ///< 1 to 65535; vServer and primary/secondary groups need it
    std::optional<std::int32_t> weight{};  ///< 0 to 100; the service takes 100 where it is left out
    Text type{};                           ///< what server_id names: `ecs` (taken where left out), `eni`, `eci`
    Text server_ip{};                      ///< of an eni or eci that has several addresses
    Text description{};                    ///< 1 to 80 characters
    Text server_type{};                    ///< `Master` or `Slave`, in primary/secondary groups only
    Text vpc_id{};                         ///< in replies, as the three below
    Text server_region_id{};
    Text vbr_id{};
    std::optional<bool> proxy_protocol_v2_enabled{};

    /// In the order in which the service's pages print a request's list.
    static constexpr field<basic_backend_server> fields[] = {
        {"ServerId", &basic_backend_server::server_id, required},
        {"Port", &basic_backend_server::port, between(1, 65535)},
        {"Weight", &basic_backend_server::weight, between(0, 100)},
        {"Type", &basic_backend_server::type},
        {"ServerIp", &basic_backend_server::server_ip},
        {"Description", &basic_backend_server::description, between(1, 80)},
        {"ServerType", &basic_backend_server::server_type},
        {"VpcId", &basic_backend_server::vpc_id, reply_only},
        {"ServerRegionId", &basic_backend_server::server_region_id, reply_only},
        {"VbrId", &basic_backend_server::vbr_id, reply_only},
        {"ProxyProtocolV2Enabled", &basic_backend_server::proxy_protocol_v2_enabled, reply_only},
    };

    friend bool operator==(const basic_backend_server&, const basic_backend_server&) = default;
};

using backend_server = basic_backend_server<std::string>;
SLBWIRE_SENT_LIST(backend_server, true);
/// The same, borrowing from a reply's body.
using backend_server_view = basic_backend_server<std::string_view>;

/// In vServer and primary/secondary groups a server is an id with a port.
// Not inlined: the checks of six operations call it.
SLBWIRE_NOINLINE constexpr fault every_port(array_view<const backend_server> servers, std::string_view list) noexcept {
    for (std::size_t i = 0; i < servers.size(); ++i) {
        if (!servers[i].port) return {.code = errc::missing, .field = "Port", .list = list, .index = i};
    }
    return {};
}

}  // namespace slbwire
