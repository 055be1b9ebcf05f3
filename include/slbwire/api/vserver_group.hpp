#pragma once
// vServer groups themselves: making, naming, listing and deleting them (OpenAPI documents of Classic Load
// Balancer, version 2014-05-15; each operation is named after its page). `RegionId` is the client's.

#include <cstdint>
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
#include "vserver_group_servers.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// "CreateVServerGroup": makes a group on an instance, empty where no servers are given.
struct create_vserver_group {
    static constexpr std::string_view action = "CreateVServerGroup";
    static constexpr const slbwire::service& service = classic_load_balancer;
    std::string load_balancer_id{};
    std::string vserver_group_name{};  ///< 1 to 80 characters
    std::vector<backend_server> backend_servers{};
    std::vector<tag> tags{};

    static constexpr field<create_vserver_group> fields[] = {
        {"LoadBalancerId", &create_vserver_group::load_balancer_id, required},
        {"VServerGroupName", &create_vserver_group::vserver_group_name, between(1, 80)},
        list<&create_vserver_group::backend_servers>("BackendServers", "BackendServer"),
        tag_list<&create_vserver_group::tags>,
    };
    fault check() const {
        const fault f = check_servers(backend_servers, "BackendServers", server_key::id_and_port);
        return f ? f : check_tags(tags);
    }
    template <class Text>
    using response_of = basic_vserver_group_backend_servers<Text>;
    using response = vserver_group_backend_servers;
};
SLBWIRE_REQUEST(create_vserver_group);

/// One group with all that is known of it.
template <class Text>
struct basic_vserver_group_attribute {
    Text request_id{};
    Text vserver_group_id{};
    Text vserver_group_name{};
    std::vector<basic_backend_server<Text>> backend_servers{};
    Text load_balancer_id{};
    Text create_time{};  ///< `YYYY-MM-DDThh:mm:ssZ`
    Text service_managed_mode{};
    std::vector<basic_tag_entry<Text>> tags{};

    static constexpr field<basic_vserver_group_attribute> fields[] = {
        {"RequestId", &basic_vserver_group_attribute::request_id, common},
        {"VServerGroupId", &basic_vserver_group_attribute::vserver_group_id},
        {"VServerGroupName", &basic_vserver_group_attribute::vserver_group_name},
        reply_list<&basic_vserver_group_attribute::backend_servers>("BackendServers", "BackendServer"),
        {"LoadBalancerId", &basic_vserver_group_attribute::load_balancer_id},
        {"CreateTime", &basic_vserver_group_attribute::create_time},
        {"ServiceManagedMode", &basic_vserver_group_attribute::service_managed_mode},
        reply_list<&basic_vserver_group_attribute::tags>("Tags", "Tag"),
    };
    friend bool operator==(const basic_vserver_group_attribute&, const basic_vserver_group_attribute&) = default;
};
using vserver_group_attribute = basic_vserver_group_attribute<std::string>;
SLBWIRE_REPLY(basic_vserver_group_attribute);

/// "SetVServerGroupAttribute": changes a group's name, and weight and description of servers that are in it.
/// At least one of the two must be given; what is not given stays.
struct set_vserver_group_attribute {
    static constexpr std::string_view action = "SetVServerGroupAttribute";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string vserver_group_id{};
    std::string vserver_group_name{};  ///< 1 to 80 characters
    std::vector<backend_server> backend_servers{};

    static constexpr field<set_vserver_group_attribute> fields[] = {
        {"VServerGroupId", &set_vserver_group_attribute::vserver_group_id, required},
        {"VServerGroupName", &set_vserver_group_attribute::vserver_group_name, between(1, 80)},
        list<&set_vserver_group_attribute::backend_servers>("BackendServers", "BackendServer"),
    };
    fault check() const {
        if (vserver_group_name.empty() && backend_servers.empty()) {
            return {.code = errc::missing, .field = "VServerGroupName", .hint = "or BackendServers must be given"};
        }
        return check_servers(backend_servers, "BackendServers", server_key::id_and_port);
    }
    template <class Text>
    using response_of = basic_vserver_group_attribute<Text>;
    using response = vserver_group_attribute;
};
SLBWIRE_REQUEST(set_vserver_group_attribute);

/// "DescribeVServerGroupAttribute": one group with its servers.
struct describe_vserver_group_attribute {
    static constexpr std::string_view action = "DescribeVServerGroupAttribute";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string vserver_group_id{};

    static constexpr field<describe_vserver_group_attribute> fields[] = {
        {"VServerGroupId", &describe_vserver_group_attribute::vserver_group_id, required},
    };
    template <class Text>
    using response_of = basic_vserver_group_attribute<Text>;
    using response = vserver_group_attribute;
};
SLBWIRE_REQUEST(describe_vserver_group_attribute);

/// "DeleteVServerGroup": refused while a listener or a rule uses the group.
struct delete_vserver_group {
    static constexpr std::string_view action = "DeleteVServerGroup";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string vserver_group_id{};

    static constexpr field<delete_vserver_group> fields[] = {
        {"VServerGroupId", &delete_vserver_group::vserver_group_id, required},
    };
    template <class Text>
    using response_of = basic_request_id_only<Text>;
    using response = request_id_only;
};
SLBWIRE_REQUEST(delete_vserver_group);

/// A group in the list of an instance's groups, without its servers.
template <class Text>
struct basic_vserver_group {
    Text vserver_group_id{};
    Text vserver_group_name{};
    basic_associated_objects<Text> associated_objects{};
    Text create_time{};
    std::optional<std::int64_t> server_count{};
    Text service_managed_mode{};
    std::vector<basic_tag_entry<Text>> tags{};

    static constexpr field<basic_vserver_group> fields[] = {
        {"VServerGroupId", &basic_vserver_group::vserver_group_id, required},
        {"VServerGroupName", &basic_vserver_group::vserver_group_name},
        nested<&basic_vserver_group::associated_objects>("AssociatedObjects"),
        {"CreateTime", &basic_vserver_group::create_time},
        {"ServerCount", &basic_vserver_group::server_count},
        {"ServiceManagedMode", &basic_vserver_group::service_managed_mode},
        reply_list<&basic_vserver_group::tags>("Tags", "Tag"),
    };
    friend bool operator==(const basic_vserver_group&, const basic_vserver_group&) = default;
};
using vserver_group = basic_vserver_group<std::string>;
static_assert(ready_for_braces<basic_vserver_group>);

template <class Text>
struct basic_vserver_groups {
    Text request_id{};
    std::vector<basic_vserver_group<Text>> vserver_groups{};

    static constexpr field<basic_vserver_groups> fields[] = {
        {"RequestId", &basic_vserver_groups::request_id, common},
        reply_list<&basic_vserver_groups::vserver_groups>("VServerGroups", "VServerGroup"),
    };
    friend bool operator==(const basic_vserver_groups&, const basic_vserver_groups&) = default;
};
using vserver_groups = basic_vserver_groups<std::string>;
SLBWIRE_REPLY(basic_vserver_groups);

/// "DescribeVServerGroups": the groups of an instance; no paging.
struct describe_vserver_groups {
    static constexpr std::string_view action = "DescribeVServerGroups";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string load_balancer_id{};
    std::optional<bool> include_rule{};      ///< the service takes false where it is left out
    std::optional<bool> include_listener{};  ///< likewise
    std::string description{};               ///< only groups of this name
    std::vector<tag> tags{};

    static constexpr field<describe_vserver_groups> fields[] = {
        {"LoadBalancerId", &describe_vserver_groups::load_balancer_id, required},
        {"IncludeRule", &describe_vserver_groups::include_rule},
        {"IncludeListener", &describe_vserver_groups::include_listener},
        {"Description", &describe_vserver_groups::description},
        tag_list<&describe_vserver_groups::tags>,
    };
    fault check() const { return check_tags(tags); }
    template <class Text>
    using response_of = basic_vserver_groups<Text>;
    using response = vserver_groups;
};
SLBWIRE_REQUEST(describe_vserver_groups);

}  // namespace slbwire
