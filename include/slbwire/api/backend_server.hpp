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

/// A server of any kind of group. In a reply, what the service left out is empty. In a request what is empty is left
/// out, and what is set is sent, all of it: so the servers of a group can be read, changed and sent back as they are.
/// The service passes over what an operation has no use for. Which fields matter where: OpenAPI documents of Classic
/// Load Balancer, version 2014-05-15, "BackendServers" of the operation.
template <class Text>
struct basic_backend_server {
    Text server_id{};                      ///< `i-...`, `eni-...` or `eci-...`
    std::optional<std::int32_t> port{};    ///< 1 to 65535; vServer and primary/secondary groups need it
    std::optional<std::int32_t> weight{};  ///< 0 to 100; the service takes 100 where it is left out
    Text type{};                           ///< what server_id names: `ecs` (taken where left out), `eni`, `eci`;
                                           ///< the latter two must be given
    Text server_ip{};                      ///< of an eni or eci that has several addresses
    Text description{};                    ///< 1 to 80 characters
    Text server_type{};                    ///< `Master` or `Slave`, in primary/secondary groups only
    Text vpc_id{};                         ///< told by replies; no operation is known to take it
    Text server_region_id{};               ///< of a server in another region, over CEN; in vServer groups
    Text vbr_id{};                         ///< of the border router that leads to a server on premises, over CEN
    std::optional<bool> proxy_protocol_v2_enabled{};  ///< told by replies; no operation is known to take it

    /// In the order in which the service's pages print a request's list.
    static constexpr field<basic_backend_server> fields[] = {
        {"ServerId", &basic_backend_server::server_id, required},
        {"Port", &basic_backend_server::port, between(1, 65535)},
        {"Weight", &basic_backend_server::weight, between(0, 100)},
        {"Type", &basic_backend_server::type},
        {"ServerIp", &basic_backend_server::server_ip},
        {"Description", &basic_backend_server::description, between(1, 80)},
        {"ServerType", &basic_backend_server::server_type},
        {"VpcId", &basic_backend_server::vpc_id, seldom},
        {"ServerRegionId", &basic_backend_server::server_region_id, seldom},
        {"VbrId", &basic_backend_server::vbr_id, seldom},
        {"ProxyProtocolV2Enabled", &basic_backend_server::proxy_protocol_v2_enabled, seldom},
    };

    friend bool operator==(const basic_backend_server&, const basic_backend_server&) = default;
};

using backend_server = basic_backend_server<std::string>;
SLBWIRE_SENT_LIST(backend_server, true);
/// The same, borrowing from a reply's body.
using backend_server_view = basic_backend_server<std::string_view>;

/// What tells the servers of a list apart. Where an eni or eci has several addresses, `server_ip` does too.
enum class server_key : std::uint8_t {
    id_and_port,  ///< in vServer and primary/secondary groups
    id,           ///< in the default group, where the port is the listener's
};

/// Rules of a request's list that are about more than one field: each server has the port that its key needs, the type
/// that its id needs (the pages ask for it where the id is that of an eni or eci) and a region that can be one, and
/// none stands in the list twice. The fault names the list, the place in it and the field.
fault check_servers(array_view<const backend_server> servers, std::string_view list, server_key key);
/// The same of plain ids: none is empty, stands in the list twice, or needs a type, which a plain id cannot have.
fault check_server_ids(array_view<const std::string> ids, std::string_view list);

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "backend_server_body.hpp"
#endif
