#pragma once
// What testing/fake_resources.hpp declares. Always inline: a program that is compiled once has no fake in it.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/text.hpp"
#include "fake_reply.hpp"
#include "fake_resources.hpp"
#include "fake_servers.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

// ---- what requests name ---------------------------------------------------------------------------------------------

inline fake_resources::load_balancer* fake_resources::find_load_balancer(const parameters& in, outcome& out) {
    const auto at = load_balancers_.find(in["LoadBalancerId"]);
    if (at != load_balancers_.end()) return &at->second;
    out.refuse(404, "InvalidLoadBalancerId.NotFound", "The specified LoadBalancerId does not exist.");
    return nullptr;
}

inline fake_resources::group* fake_resources::find_group(const parameters& in, outcome& out, bool master_slave) {
    const auto at = groups_.find(in[master_slave ? "MasterSlaveServerGroupId" : "VServerGroupId"]);
    if (at != groups_.end() && at->second.master_slave == master_slave) return &at->second;
    out.refuse(404, "InvalidParameter",
               master_slave ? "The specified MasterSlaveGroupId does not exist."
                            : "The specified VServerGroupId does not exist.");
    return nullptr;
}

inline std::string fake_resources::add_group(const parameters& in, std::string_view name, servers&& members,
                                             bool master_slave) {
    std::string id = "rsp-fake" + std::to_string(++groups_made_);
    group& g = groups_[id];
    g = {std::string(in["LoadBalancerId"]), std::string(name), master_slave, {}, {}};
    add_servers(g.members, members);
    for (int i = 1; i <= 20; ++i) {
        const std::string prefix = "Tag." + std::to_string(i);
        if (in.has(prefix + ".Key")) g.tags.emplace_back(in[prefix + ".Key"], in[prefix + ".Value"]);
    }
    return id;
}

// ---- vServer groups -------------------------------------------------------------------------------------------------

inline bool fake_resources::create_vserver_group(const parameters& in, outcome& out) {
    servers list;
    if (find_load_balancer(in, out) == nullptr) return false;
    if (in.has("BackendServers") && !read_servers(in["BackendServers"], true, most_servers, list, out)) return false;
    const std::string id = add_group(in, in["VServerGroupName"], std::move(list), false);
    out.reply.text("VServerGroupId", id);
    show_servers(out.reply, groups_[id].members);
    return true;
}

/// The answer to a change is the whole group.
inline bool show_vserver_group(const fake_parameters& in, std::string_view name, const fake_servers& members,
                               fake_outcome& out) {
    out.reply.text("VServerGroupId", in["VServerGroupId"]);
    out.reply.text("VServerGroupName", name);
    show_servers(out.reply, members);
    return true;
}

inline bool fake_resources::set_vserver_group_attribute(const parameters& in, outcome& out) {
    servers list;
    group* const g = find_group(in, out);
    if (g == nullptr) return false;
    if (!in.has("VServerGroupName") && !in.has("BackendServers")) {
        return out.refuse(400, "MissingParameter", "The VServerGroupName or BackendServers is required at lease one.");
    }
    if (in.has("BackendServers") && !read_servers(in["BackendServers"], true, most_servers, list, out)) return false;
    if (in.has("VServerGroupName")) g->name = in["VServerGroupName"];
    set_servers(g->members, list);
    return show_vserver_group(in, g->name, g->members, out);
}

inline bool fake_resources::change_vserver_group(const parameters& in, outcome& out,
                                                 void (*change)(servers&, const servers&)) {
    servers list;
    group* const g = find_group(in, out);
    if (g == nullptr || !read_servers(in["BackendServers"], true, most_servers, list, out)) return false;
    change(g->members, list);
    return show_vserver_group(in, g->name, g->members, out);
}

inline bool fake_resources::modify_vserver_group_backend_servers(const parameters& in, outcome& out) {
    servers old_ones;
    servers new_ones;
    group* const g = find_group(in, out);
    if (g == nullptr) return false;
    if (in.has("OldBackendServers") && !read_servers(in["OldBackendServers"], true, most_servers, old_ones, out))
        return false;
    if (in.has("NewBackendServers") && !read_servers(in["NewBackendServers"], true, most_servers, new_ones, out))
        return false;
    remove_servers(g->members, old_ones);
    add_servers(g->members, new_ones);
    return show_vserver_group(in, g->name, g->members, out);
}

inline bool fake_resources::describe_vserver_group_attribute(const parameters& in, outcome& out) {
    const group* const g = find_group(in, out);
    if (g == nullptr) return false;
    show_vserver_group(in, g->name, g->members, out);
    out.reply.text("LoadBalancerId", g->load_balancer_id);
    return true;
}

// ---- default groups -------------------------------------------------------------------------------------------------

inline bool fake_resources::change_default_group(const parameters& in, outcome& out,
                                                 void (*change)(servers&, const servers&)) {
    servers list;
    load_balancer* const lb = find_load_balancer(in, out);
    if (lb == nullptr || !read_servers(in["BackendServers"], false, most_servers, list, out)) return false;
    for (backend_server& one : list) one.port.reset();  // of no effect here: the port is the listener's
    change(lb->default_group, list);
    out.reply.text("LoadBalancerId", in["LoadBalancerId"]);
    show_servers(out.reply, lb->default_group);
    return true;
}

inline bool fake_resources::describe_health_status(const parameters& in, outcome& out) {
    const load_balancer* const lb = find_load_balancer(in, out);
    if (lb == nullptr) return false;
    bool found = !in.has("ListenerPort");
    out.reply.begin_list("BackendServers", "BackendServer");
    for (const listener& l : lb->listeners) {
        if (in.has("ListenerPort") && in["ListenerPort"] != std::to_string(l.port)) continue;
        found = true;
        const servers* const used = l.group_id.empty() ? &lb->default_group : servers_of(l.group_id);
        if (used == nullptr) continue;
        for (const backend_server& one : *used) {
            out.reply.begin();
            out.reply.text("ServerId", one.server_id);
            out.reply.text("ServerHealthStatus", "normal");
            out.reply.number("ListenerPort", l.port);
            out.reply.number("Port", one.port.value_or(l.port));
            out.reply.text("Protocol", "tcp");
            out.reply.end();
        }
    }
    out.reply.end();
    return found || out.refuse(404, "ListenerNotFound", "The specified listener does not exist.");
}

inline bool fake_resources::describe_load_balancer_attribute(const parameters& in, outcome& out) {
    const load_balancer* const lb = find_load_balancer(in, out);
    if (lb == nullptr) return false;
    out.reply.text("LoadBalancerId", in["LoadBalancerId"]);
    show_servers(out.reply, lb->default_group);
    out.reply.begin_list("ListenerPorts", "ListenerPort");
    for (const listener& l : lb->listeners) out.reply.number({}, l.port);
    out.reply.end();
    out.reply.begin_list("ListenerPortsAndProtocol", "ListenerPortAndProtocol");
    for (const listener& l : lb->listeners) {
        out.reply.begin();
        out.reply.number("ListenerPort", l.port);
        out.reply.text("ListenerProtocol", "tcp");
        out.reply.end();
    }
    out.reply.end();
    out.reply.text("LoadBalancerStatus", "active");
    out.reply.text("HasReservedInfo", "false");            // a boolean as text: so does the service
    out.reply.number("EndTimeStamp", 32'493'801'600'000);  // the end of time that the service shows
    return true;
}

// ---- primary/secondary groups ---------------------------------------------------------------------------------------

inline bool fake_resources::create_master_slave_server_group(const parameters& in, outcome& out) {
    servers list;
    if (find_load_balancer(in, out) == nullptr) return false;
    if (!read_servers(in["MasterSlaveBackendServers"], true, most_servers, list, out)) return false;
    if (list.size() != 2) return out.refuse(400, "BACKEND_SERVERS_NUM_MUST_BE_TWO", "Two servers are needed.");
    for (backend_server& one : list) {
        if (one.server_type.empty()) one.server_type = "Master";
    }
    if (list[0].server_type == list[1].server_type) {
        return out.refuse(400, "BACKEND_SERVERS_CAN_ONLY_CONTAIN_ONE_MASTER_AND_ONE_SLAVE", "One of each is needed.");
    }
    const std::string id = add_group(in, in["MasterSlaveServerGroupName"], std::move(list), true);
    out.reply.text("MasterSlaveServerGroupId", id);
    show_pair(out.reply, groups_[id].members);
    return true;
}

inline bool fake_resources::describe_master_slave_server_group_attribute(const parameters& in, outcome& out) {
    const group* const g = find_group(in, out, true);
    if (g == nullptr) return false;
    out.reply.text("MasterSlaveServerGroupId", in["MasterSlaveServerGroupId"]);
    out.reply.text("MasterSlaveServerGroupName", g->name);
    show_pair(out.reply, g->members);
    out.reply.text("LoadBalancerId", g->load_balancer_id);
    return true;
}

// ---- groups of both kinds -------------------------------------------------------------------------------------------

inline bool fake_resources::delete_group(const parameters& in, outcome& out, bool master_slave) {
    if (find_group(in, out, master_slave) == nullptr) return false;
    const std::string id(in[master_slave ? "MasterSlaveServerGroupId" : "VServerGroupId"]);
    for (const auto& [unused, lb] : load_balancers_) {
        for (const listener& l : lb.listeners) {
            if (l.group_id != id) continue;
            return out.refuse(400, "RspoolVipExist", "there are vips associating with this vServer group.");
        }
    }
    groups_.erase(id);
    return true;
}

inline bool fake_resources::describe_groups(const parameters& in, outcome& out, bool master_slave) {
    const load_balancer* const lb = find_load_balancer(in, out);
    if (lb == nullptr) return false;
    if (master_slave) out.reply.begin_list("MasterSlaveServerGroups", "MasterSlaveServerGroup");
    else out.reply.begin_list("VServerGroups", "VServerGroup");
    for (const auto& [id, g] : groups_) {
        if (g.master_slave != master_slave || g.load_balancer_id != in["LoadBalancerId"]) continue;
        out.reply.begin();
        out.reply.text(master_slave ? "MasterSlaveServerGroupId" : "VServerGroupId", id);
        out.reply.text(master_slave ? "MasterSlaveServerGroupName" : "VServerGroupName", g.name);
        if (!master_slave) out.reply.number("ServerCount", static_cast<std::int64_t>(g.members.size()));
        out.reply.begin("AssociatedObjects");
        out.reply.begin_list("Listeners", "Listener");
        for (const listener& l : lb->listeners) {
            if (in["IncludeListener"] != "true" || l.group_id != id) continue;
            out.reply.begin();
            out.reply.number("Port", l.port);
            out.reply.text("Protocol", "tcp");
            out.reply.end();
        }
        out.reply.end();
        if (!master_slave) {
            out.reply.begin_list("Rules", "Rule");
            out.reply.end();
        }
        out.reply.end();
        out.reply.begin_list("Tags", "Tag");
        for (const auto& [key, value] : g.tags) {
            out.reply.begin();
            out.reply.text("TagKey", key);
            out.reply.text("TagValue", value);
            out.reply.end();
        }
        out.reply.end();
        out.reply.end();
    }
    out.reply.end();
    return true;
}

// ---- the way to each ------------------------------------------------------------------------------------------------

inline bool fake_resources::carry_out(const parameters& in, outcome& out) {
    struct entry {
        literal action;
        bool (fake_resources::*handler)(const parameters&, outcome&);
    };
    static constexpr entry entries[] = {
        {"CreateVServerGroup", &fake_resources::create_vserver_group},
        {"SetVServerGroupAttribute", &fake_resources::set_vserver_group_attribute},
        {"AddVServerGroupBackendServers", &fake_resources::add_vserver_group_backend_servers},
        {"RemoveVServerGroupBackendServers", &fake_resources::remove_vserver_group_backend_servers},
        {"ModifyVServerGroupBackendServers", &fake_resources::modify_vserver_group_backend_servers},
        {"DeleteVServerGroup", &fake_resources::delete_vserver_group},
        {"DescribeVServerGroups", &fake_resources::describe_vserver_groups},
        {"DescribeVServerGroupAttribute", &fake_resources::describe_vserver_group_attribute},
        {"AddBackendServers", &fake_resources::add_backend_servers},
        {"RemoveBackendServers", &fake_resources::remove_backend_servers},
        {"SetBackendServers", &fake_resources::set_backend_servers},
        {"DescribeHealthStatus", &fake_resources::describe_health_status},
        {"DescribeLoadBalancerAttribute", &fake_resources::describe_load_balancer_attribute},
        {"CreateMasterSlaveServerGroup", &fake_resources::create_master_slave_server_group},
        {"DeleteMasterSlaveServerGroup", &fake_resources::delete_master_slave_server_group},
        {"DescribeMasterSlaveServerGroups", &fake_resources::describe_master_slave_server_groups},
        {"DescribeMasterSlaveServerGroupAttribute", &fake_resources::describe_master_slave_server_group_attribute},
    };
    for (const entry& one : entries) {
        if (one.action == in["Action"]) return (this->*one.handler)(in, out);
    }
    return out.refuse(403, "InvalidAction", "The specified action is not valid.");
}

}  // namespace detail

}  // namespace slbwire::inline SLBWIRE_ABI
