#pragma once
// How to see afterwards whether an operation was carried out that must not be carried out twice: what to ask the service,
// and what in its answer shows it. For who makes such a call again after a reply was lost (call/exchange.hpp,
// call_options::ask_first).

#include <string>
#include <vector>

#include "../config.hpp"
#include "backend_server.hpp"
#include "default_server_group.hpp"
#include "load_balancer.hpp"
#include "master_slave_server_group.hpp"
#include "vserver_group.hpp"
#include "vserver_group_servers.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Of no operation but those below. One of your own needs a specialisation:
///
///     template <> struct slbwire::outcome_check<add> {
///         static constexpr bool exists = true;
///         using question = describe;                            // an operation that changes nothing
///         static describe ask(const add& op);
///         static bool was_done(const add& op, const describe::response& seen, add::response& reply);
///     };
///
/// `was_done` fills the reply that was lost from what is seen. What it looks for must not have been there before: where a
/// group of the name, or a server in the group, was there already, nobody can tell.
template <class Op>
struct outcome_check {
    static constexpr bool exists = false;
};

namespace detail {

/// What deletes says so: a second attempt that finds nothing is a success where the first may have done it.
template <class Op>
inline constexpr bool is_deletion = false;
template <>
inline constexpr bool is_deletion<delete_vserver_group> = true;
template <>
inline constexpr bool is_deletion<delete_master_slave_server_group> = true;

/// One server of a group: the id, the port and, where both tell it, the address of one with several (an eni or eci).
inline bool is_server(const backend_server& a, const backend_server& b) noexcept {
    if (a.server_id != b.server_id || a.port != b.port) return false;
    return a.server_ip.empty() || b.server_ip.empty() || a.server_ip == b.server_ip;
}
inline bool has_server(const std::vector<backend_server>& group, const backend_server& server) noexcept {
    for (const backend_server& there : group) {
        if (is_server(there, server)) return true;
    }
    return false;
}
inline bool has_all(const std::vector<backend_server>& group, const std::vector<backend_server>& servers) noexcept {
    for (const backend_server& server : servers) {
        if (!has_server(group, server)) return false;
    }
    return true;
}

}  // namespace detail

/// A group of that name on the instance. Without a name nothing can be asked, and no group is found.
template <>
struct outcome_check<create_vserver_group> {
    static constexpr bool exists = true;
    using question = describe_vserver_groups;
    static question ask(const create_vserver_group& op) {
        question all;
        all.load_balancer_id = op.load_balancer_id;
        return all;
    }
    static bool was_done(const create_vserver_group& op, const question::response& seen,
                         create_vserver_group::response& reply) {
        if (op.vserver_group_name.empty()) return false;
        for (const auto& group : seen.vserver_groups) {
            if (group.vserver_group_name != op.vserver_group_name) continue;
            reply.request_id = seen.request_id;
            reply.vserver_group_id = group.vserver_group_id;
            reply.backend_servers = op.backend_servers;
            return true;
        }
        return false;
    }
};

namespace detail {

/// What changes a vServer group is seen in the group, which is also what it answers.
template <class Op>
struct seen_in_group {
    static constexpr bool exists = true;
    using question = describe_vserver_group_attribute;
    static question ask(const Op& op) {
        question group;
        group.vserver_group_id = op.vserver_group_id;
        return group;
    }

protected:
    static void take(const vserver_group_attribute& seen, vserver_group_backend_servers& reply) {
        reply.request_id = seen.request_id;
        reply.vserver_group_id = seen.vserver_group_id;
        reply.backend_servers = seen.backend_servers;
    }
};

}  // namespace detail

/// All of the servers in the group.
template <>
struct outcome_check<add_vserver_group_backend_servers> : detail::seen_in_group<add_vserver_group_backend_servers> {
    static bool was_done(const add_vserver_group_backend_servers& op, const vserver_group_attribute& seen,
                         vserver_group_backend_servers& reply) {
        take(seen, reply);
        return detail::has_all(seen.backend_servers, op.backend_servers);
    }
};

/// All of the new servers in the group, and none of the old ones that are not new too.
template <>
struct outcome_check<modify_vserver_group_backend_servers>
    : detail::seen_in_group<modify_vserver_group_backend_servers> {
    static bool was_done(const modify_vserver_group_backend_servers& op, const vserver_group_attribute& seen,
                         vserver_group_backend_servers& reply) {
        take(seen, reply);
        for (const backend_server& old : op.old_backend_servers) {
            if (detail::has_server(seen.backend_servers, old) && !detail::has_server(op.new_backend_servers, old)) {
                return false;
            }
        }
        return detail::has_all(seen.backend_servers, op.new_backend_servers);
    }
};

/// All of the servers in the instance's default group.
template <>
struct outcome_check<add_backend_servers> {
    static constexpr bool exists = true;
    using question = describe_load_balancer_attribute;
    static question ask(const add_backend_servers& op) {
        question instance;
        instance.load_balancer_id = op.load_balancer_id;
        return instance;
    }
    static bool was_done(const add_backend_servers& op, const question::response& seen,
                         add_backend_servers::response& reply) {
        reply.request_id = seen.request_id;
        reply.load_balancer_id = seen.load_balancer_id;
        reply.backend_servers = seen.backend_servers;
        for (backend_server wanted : op.backend_servers) {
            wanted.port.reset();  // it belongs to the listener there
            if (!detail::has_server(seen.backend_servers, wanted)) return false;
        }
        return true;
    }
};

/// A group of that name on the instance.
template <>
struct outcome_check<create_master_slave_server_group> {
    static constexpr bool exists = true;
    using question = describe_master_slave_server_groups;
    static question ask(const create_master_slave_server_group& op) {
        question all;
        all.load_balancer_id = op.load_balancer_id;
        return all;
    }
    static bool was_done(const create_master_slave_server_group& op, const question::response& seen,
                         create_master_slave_server_group::response& reply) {
        if (op.master_slave_server_group_name.empty()) return false;
        for (const auto& group : seen.master_slave_server_groups) {
            if (group.master_slave_server_group_name != op.master_slave_server_group_name) continue;
            reply.request_id = seen.request_id;
            reply.master_slave_server_group_id = group.master_slave_server_group_id;
            reply.master_slave_server_group_name = group.master_slave_server_group_name;
            reply.load_balancer_id = op.load_balancer_id;
            reply.backend_servers = op.backend_servers;
            return true;
        }
        return false;
    }
};

}  // namespace slbwire
