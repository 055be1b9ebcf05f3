#pragma once
// Primary/secondary server groups: exactly two servers, for TCP and UDP listeners. There is no operation
// that changes one: delete and create (OpenAPI documents of Classic Load Balancer, version 2014-05-15;
// each operation is named after its page). `RegionId` is the client's.

#include <cstddef>
#include <optional>
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
#include "listener.hpp"
#include "request_id.hpp"
#include "tag.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A group with its servers. Pages call the inner list as the outer one, the vendor's SDKs
/// `MasterSlaveBackendServer`: both are read.
template <class Text>
struct basic_master_slave_server_group_attribute {
    Text request_id{};
    Text master_slave_server_group_id{};
    Text master_slave_server_group_name{};
    std::vector<basic_backend_server<Text>> backend_servers{};
    Text load_balancer_id{};
    Text create_time{};  ///< `YYYY-MM-DDThh:mm:ssZ`
    Text service_managed_mode{};
    std::vector<basic_tag_entry<Text>> tags{};

    using self = basic_master_slave_server_group_attribute;
    static constexpr field<basic_master_slave_server_group_attribute> fields[] = {
        {"RequestId", &self::request_id, common},
        {"MasterSlaveServerGroupId", &self::master_slave_server_group_id},
        {"MasterSlaveServerGroupName", &self::master_slave_server_group_name},
        reply_list<&self::backend_servers>("MasterSlaveBackendServers", "MasterSlaveBackendServer"),
        {"LoadBalancerId", &self::load_balancer_id},
        {"CreateTime", &self::create_time},
        {"ServiceManagedMode", &self::service_managed_mode},
        reply_list<&self::tags>("Tags", "Tag"),
    };
    friend bool operator==(const basic_master_slave_server_group_attribute&,
                           const basic_master_slave_server_group_attribute&) = default;
};
using master_slave_server_group_attribute = basic_master_slave_server_group_attribute<std::string>;
SLBWIRE_REPLY(basic_master_slave_server_group_attribute);

/// "CreateMasterSlaveServerGroup": exactly two servers, of which exactly one is the `Slave`; a server
/// without a type is the `Master`.
struct create_master_slave_server_group {
    static constexpr std::string_view action = "CreateMasterSlaveServerGroup";
    static constexpr const slbwire::service& service = classic_load_balancer;
    std::string load_balancer_id{};
    std::string master_slave_server_group_name{};
    std::vector<backend_server> backend_servers{};
    std::vector<tag> tags{};

    using self = create_master_slave_server_group;
    static constexpr field<create_master_slave_server_group> fields[] = {
        {"LoadBalancerId", &self::load_balancer_id, required},
        {"MasterSlaveServerGroupName", &self::master_slave_server_group_name},
        list<&self::backend_servers>("MasterSlaveBackendServers", {}, required | between(2, 2)),
        tag_list<&self::tags>,
    };
    fault check() const {
        constexpr std::string_view list = "MasterSlaveBackendServers";
        if (backend_servers.size() != 2) return {};  // found by the field's rule
        if (const fault f = check_servers(backend_servers, list, server_key::id_and_port)) return f;
        std::size_t slaves = 0;
        for (std::size_t i = 0; i < backend_servers.size(); ++i) {
            const std::string_view type = backend_servers[i].server_type;
            if (type == "Slave") ++slaves;
            else if (!type.empty() && type != "Master") {
                return {.code = errc::invalid_value,
                        .field = "ServerType",
                        .list = list,
                        .index = i,
                        .hint = "Master or Slave"};
            }
        }
        if (slaves != 1) {
            return {
                .code = errc::invalid_value, .field = list, .hint = "one server is the Master, the other the Slave"};
        }
        return check_tags(tags);
    }
    template <class Text>
    using response_of = basic_master_slave_server_group_attribute<Text>;
    using response = master_slave_server_group_attribute;
};
SLBWIRE_REQUEST(create_master_slave_server_group);

/// "DeleteMasterSlaveServerGroup": refused while a listener uses the group.
struct delete_master_slave_server_group {
    static constexpr std::string_view action = "DeleteMasterSlaveServerGroup";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string master_slave_server_group_id{};

    static constexpr field<delete_master_slave_server_group> fields[] = {
        {"MasterSlaveServerGroupId", &delete_master_slave_server_group::master_slave_server_group_id, required},
    };
    template <class Text>
    using response_of = basic_request_id_only<Text>;
    using response = request_id_only;
};
SLBWIRE_REQUEST(delete_master_slave_server_group);

/// "DescribeMasterSlaveServerGroupAttribute": one group with its servers.
struct describe_master_slave_server_group_attribute {
    static constexpr std::string_view action = "DescribeMasterSlaveServerGroupAttribute";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string master_slave_server_group_id{};

    using self = describe_master_slave_server_group_attribute;
    static constexpr field<describe_master_slave_server_group_attribute> fields[] = {
        {"MasterSlaveServerGroupId", &self::master_slave_server_group_id, required},
    };
    template <class Text>
    using response_of = basic_master_slave_server_group_attribute<Text>;
    using response = master_slave_server_group_attribute;
};
SLBWIRE_REQUEST(describe_master_slave_server_group_attribute);

/// A group in the list of an instance's groups, without its servers.
template <class Text>
struct basic_master_slave_server_group {
    Text master_slave_server_group_id{};
    Text master_slave_server_group_name{};
    basic_associated_objects<Text> associated_objects{};
    Text create_time{};
    Text service_managed_mode{};
    std::vector<basic_tag_entry<Text>> tags{};

    using self = basic_master_slave_server_group;
    static constexpr field<basic_master_slave_server_group> fields[] = {
        {"MasterSlaveServerGroupId", &self::master_slave_server_group_id, required},
        {"MasterSlaveServerGroupName", &self::master_slave_server_group_name},
        nested<&self::associated_objects>("AssociatedObjects"),
        {"CreateTime", &self::create_time},
        {"ServiceManagedMode", &self::service_managed_mode},
        reply_list<&self::tags>("Tags", "Tag"),
    };
    friend bool operator==(const basic_master_slave_server_group&, const basic_master_slave_server_group&) = default;
};
using master_slave_server_group = basic_master_slave_server_group<std::string>;
static_assert(ready_for_braces<basic_master_slave_server_group>);

template <class Text>
struct basic_master_slave_server_groups {
    Text request_id{};
    std::vector<basic_master_slave_server_group<Text>> master_slave_server_groups{};

    using self = basic_master_slave_server_groups;
    static constexpr field<basic_master_slave_server_groups> fields[] = {
        {"RequestId", &self::request_id, common},
        reply_list<&self::master_slave_server_groups>("MasterSlaveServerGroups", "MasterSlaveServerGroup"),
    };
    friend bool operator==(const basic_master_slave_server_groups&, const basic_master_slave_server_groups&) = default;
};
using master_slave_server_groups = basic_master_slave_server_groups<std::string>;
SLBWIRE_REPLY(basic_master_slave_server_groups);

/// "DescribeMasterSlaveServerGroups": the groups of an instance; no paging.
struct describe_master_slave_server_groups {
    static constexpr std::string_view action = "DescribeMasterSlaveServerGroups";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string load_balancer_id{};
    std::optional<bool> include_listener{};  ///< the service takes false where it is left out
    std::string description{};               ///< only groups of this name
    std::vector<tag> tags{};

    static constexpr field<describe_master_slave_server_groups> fields[] = {
        {"LoadBalancerId", &describe_master_slave_server_groups::load_balancer_id, required},
        {"IncludeListener", &describe_master_slave_server_groups::include_listener},
        {"Description", &describe_master_slave_server_groups::description},
        tag_list<&describe_master_slave_server_groups::tags>,
    };
    fault check() const { return check_tags(tags); }
    template <class Text>
    using response_of = basic_master_slave_server_groups<Text>;
    using response = master_slave_server_groups;
};
SLBWIRE_REQUEST(describe_master_slave_server_groups);

}  // namespace slbwire
