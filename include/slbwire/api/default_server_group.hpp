#pragma once
// The default server group of an instance. A server has no port there: it belongs to the listener. The
// group's weights are read by describe_load_balancer_attribute (OpenAPI documents of Classic Load
// Balancer, version 2014-05-15; each operation is named after its page). `RegionId` is the client's.

#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/fault.hpp"
#include "../model/list.hpp"
#include "../model/operation.hpp"
#include "backend_server.hpp"
#include "classic_load_balancer.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// What the three operations answer: the whole group after the change.
template <class Text>
struct basic_default_server_group {
    Text request_id{};
    Text load_balancer_id{};
    std::vector<basic_backend_server<Text>> backend_servers{};

    static constexpr field<basic_default_server_group> fields[] = {
        {"RequestId", &basic_default_server_group::request_id, common},
        {"LoadBalancerId", &basic_default_server_group::load_balancer_id},
        reply_list<&basic_default_server_group::backend_servers>("BackendServers", "BackendServer"),
    };
    friend bool operator==(const basic_default_server_group&, const basic_default_server_group&) = default;
};
using default_server_group = basic_default_server_group<std::string>;
SLBWIRE_REPLY(basic_default_server_group);

/// "AddBackendServers": adds running servers. Pages disagree on whether one that is there already is ignored or
/// refused. Of one that stands twice in a request the service takes the first; it is an error here.
struct add_backend_servers {
    static constexpr std::string_view action = "AddBackendServers";
    static constexpr const slbwire::service& service = classic_load_balancer;
    std::string load_balancer_id{};
    std::vector<backend_server> backend_servers{};

    static constexpr field<add_backend_servers> fields[] = {
        {"LoadBalancerId", &add_backend_servers::load_balancer_id, required},
        list<&add_backend_servers::backend_servers>("BackendServers", "BackendServer", required),
    };
    fault check() const { return check_servers(backend_servers, "BackendServers", server_key::id); }
    template <class Text>
    using response_of = basic_default_server_group<Text>;
    using response = default_server_group;
};
SLBWIRE_REQUEST(add_backend_servers);

/// "RemoveBackendServers": takes servers out; those that are not there are ignored. Give servers or plain
/// ids, not both: the two are forms of one parameter.
struct remove_backend_servers {
    static constexpr std::string_view action = "RemoveBackendServers";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string load_balancer_id{};
    std::vector<backend_server> backend_servers{};
    std::vector<std::string> server_ids{};  ///< sent as `['vm-233','vm-234']`

    static constexpr field<remove_backend_servers> fields[] = {
        {"LoadBalancerId", &remove_backend_servers::load_balancer_id, required},
        list<&remove_backend_servers::backend_servers>("BackendServers", "BackendServer"),
        list<&remove_backend_servers::server_ids>("BackendServers", {}),
    };
    fault check() const {
        if (backend_servers.empty() && server_ids.empty()) return {.code = errc::missing, .field = "BackendServers"};
        const fault f = check_servers(backend_servers, "BackendServers", server_key::id);
        return f ? f : check_server_ids(server_ids, "BackendServers");
    }
    template <class Text>
    using response_of = basic_default_server_group<Text>;
    using response = default_server_group;
};
SLBWIRE_REQUEST(remove_backend_servers);

/// "SetBackendServers": sets weight and description of servers that are there.
struct set_backend_servers {
    static constexpr std::string_view action = "SetBackendServers";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string load_balancer_id{};
    std::vector<backend_server> backend_servers{};

    static constexpr field<set_backend_servers> fields[] = {
        {"LoadBalancerId", &set_backend_servers::load_balancer_id, required},
        list<&set_backend_servers::backend_servers>("BackendServers", "BackendServer", required),
    };
    fault check() const { return check_servers(backend_servers, "BackendServers", server_key::id); }
    template <class Text>
    using response_of = basic_default_server_group<Text>;
    using response = default_server_group;
};
SLBWIRE_REQUEST(set_backend_servers);

}  // namespace slbwire
