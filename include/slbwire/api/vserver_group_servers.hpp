#pragma once
// Operations that change which servers a vServer group has (OpenAPI documents of Classic Load Balancer,
// version 2014-05-15; each operation is named after its page). `RegionId` is the client's.

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

/// What the operations that change a group answer: the whole group after the change.
template <class Text>
struct basic_vserver_group_backend_servers {
    Text request_id{};
    Text vserver_group_id{};
    std::vector<basic_backend_server<Text>> backend_servers{};

    static constexpr field<basic_vserver_group_backend_servers> fields[] = {
        {"RequestId", &basic_vserver_group_backend_servers::request_id, common},
        {"VServerGroupId", &basic_vserver_group_backend_servers::vserver_group_id},
        reply_list<&basic_vserver_group_backend_servers::backend_servers>("BackendServers", "BackendServer"),
    };
    friend bool operator==(const basic_vserver_group_backend_servers&,
                           const basic_vserver_group_backend_servers&) = default;
};
using vserver_group_backend_servers = basic_vserver_group_backend_servers<std::string>;
SLBWIRE_REPLY(basic_vserver_group_backend_servers);

/// "AddVServerGroupBackendServers": puts running servers into a group. What happens with one that is in
/// it already is not documented.
struct add_vserver_group_backend_servers {
    static constexpr std::string_view action = "AddVServerGroupBackendServers";
    static constexpr const slbwire::service& service = classic_load_balancer;
    std::string vserver_group_id{};
    std::vector<backend_server> backend_servers{};

    static constexpr field<add_vserver_group_backend_servers> fields[] = {
        {"VServerGroupId", &add_vserver_group_backend_servers::vserver_group_id, required},
        list<&add_vserver_group_backend_servers::backend_servers>("BackendServers", "BackendServer", required),
    };
    fault check() const { return check_servers(backend_servers, "BackendServers", server_key::id_and_port); }
    template <class Text>
    using response_of = basic_vserver_group_backend_servers<Text>;
    using response = vserver_group_backend_servers;
};
SLBWIRE_REQUEST(add_vserver_group_backend_servers);

/// "RemoveVServerGroupBackendServers": takes servers out of a group; those that are not in it are ignored.
/// `server_id` and `port` select.
struct remove_vserver_group_backend_servers {
    static constexpr std::string_view action = "RemoveVServerGroupBackendServers";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string vserver_group_id{};
    std::vector<backend_server> backend_servers{};

    static constexpr field<remove_vserver_group_backend_servers> fields[] = {
        {"VServerGroupId", &remove_vserver_group_backend_servers::vserver_group_id, required},
        list<&remove_vserver_group_backend_servers::backend_servers>("BackendServers", "BackendServer", required),
    };
    fault check() const { return check_servers(backend_servers, "BackendServers", server_key::id_and_port); }
    template <class Text>
    using response_of = basic_vserver_group_backend_servers<Text>;
    using response = vserver_group_backend_servers;
};
SLBWIRE_REQUEST(remove_vserver_group_backend_servers);

/// "ModifyVServerGroupBackendServers": puts the new servers in place of the old ones, in one step; old ones
/// that are not in the group are ignored. The service has long not asked for as many of the one as of the
/// other, nor for both. Weights of servers that stay are set by set_vserver_group_attribute.
struct modify_vserver_group_backend_servers {
    static constexpr std::string_view action = "ModifyVServerGroupBackendServers";
    static constexpr const slbwire::service& service = classic_load_balancer;
    std::string vserver_group_id{};
    std::vector<backend_server> old_backend_servers{};
    std::vector<backend_server> new_backend_servers{};

    static constexpr field<modify_vserver_group_backend_servers> fields[] = {
        {"VServerGroupId", &modify_vserver_group_backend_servers::vserver_group_id, required},
        list<&modify_vserver_group_backend_servers::old_backend_servers>("OldBackendServers", "BackendServer"),
        list<&modify_vserver_group_backend_servers::new_backend_servers>("NewBackendServers", "BackendServer"),
    };
    fault check() const {
        const fault f = check_servers(old_backend_servers, "OldBackendServers", server_key::id_and_port);
        return f ? f : check_servers(new_backend_servers, "NewBackendServers", server_key::id_and_port);
    }
    template <class Text>
    using response_of = basic_vserver_group_backend_servers<Text>;
    using response = vserver_group_backend_servers;
};
SLBWIRE_REQUEST(modify_vserver_group_backend_servers);

}  // namespace slbwire
