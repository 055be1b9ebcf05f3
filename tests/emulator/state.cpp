#include "state.hpp"

#include <cstddef>

#include "refusal.hpp"
#include "servers.hpp"

namespace emulator {

namespace {

constexpr std::size_t most_in_vserver_list = 40;
constexpr std::size_t most_in_default_list = 20;

std::string value_of(const parameters& in, const std::string& name) {
    const auto at = in.find(name);
    return at == in.end() ? std::string() : at->second;
}
bool has(const parameters& in, const std::string& name) { return in.count(name) != 0; }

const char* outer_list(bool pair) { return pair ? "MasterSlaveBackendServers" : "BackendServers"; }
json show_list(const std::vector<backend>& servers, bool pair) {
    return {{pair ? "MasterSlaveBackendServer" : "BackendServer", show_servers(servers)}};
}
const char* id_name(bool pair) { return pair ? "MasterSlaveServerGroupId" : "VServerGroupId"; }
const char* name_name(bool pair) { return pair ? "MasterSlaveServerGroupName" : "VServerGroupName"; }

json show_listener(const listener& l) { return {{"Port", l.port}, {"Protocol", l.protocol}}; }

}  // namespace

state::state(std::string region) : region_(std::move(region)) {
    const auto serve = [this](const std::string& action, bool region_required, auto call) {
        operations_[action] = [this, region_required, call](const parameters& in) {
            check_region(in, region_required);
            return call(in);
        };
    };
    for (const bool pair : {false, true}) {
        const std::string kind = pair ? "MasterSlaveServerGroup" : "VServerGroup";
        serve("Create" + kind, true, [=, this](const parameters& in) { return create_group(in, pair); });
        serve("Delete" + kind, true, [=, this](const parameters& in) { return delete_group(in, pair); });
        serve("Describe" + kind + "s", true, [=, this](const parameters& in) { return describe_groups(in, pair); });
        serve("Describe" + kind + "Attribute", true,
              [=, this](const parameters& in) { return describe_group(in, pair); });
    }
    for (const char* action : {"SetVServerGroupAttribute", "AddVServerGroupBackendServers",
                               "RemoveVServerGroupBackendServers", "ModifyVServerGroupBackendServers"}) {
        serve(action, true, [=, this](const parameters& in) { return change_group(in, action); });
    }
    for (const char* action : {"AddBackendServers", "RemoveBackendServers", "SetBackendServers"}) {
        serve(action, false, [=, this](const parameters& in) { return change_default_group(in, action); });
    }
    serve("DescribeHealthStatus", false, [this](const parameters& in) { return describe_health(in); });
    serve("DescribeLoadBalancerAttribute", false, [this](const parameters& in) { return describe_load_balancer(in); });
}

void state::add_listener(const std::string& load_balancer_id, listener l) {
    load_balancers_[load_balancer_id].listeners.push_back(std::move(l));
}

json state::carry_out(const parameters& in) {
    const auto at = operations_.find(value_of(in, "Action"));
    if (at == operations_.end()) throw refusal{403, "InvalidAction", "The specified action is not valid."};
    return at->second(in);
}

json state::show() const {
    json all{{"LoadBalancers", json::object()}, {"Groups", json::object()}};
    for (const auto& [id, lb] : load_balancers_) {
        json& shown = all["LoadBalancers"][id];
        shown = {{"Servers", show_servers(lb.servers)}, {"Listeners", json::array()}};
        for (const listener& l : lb.listeners) {
            shown["Listeners"].push_back({{"Port", l.port}, {"Protocol", l.protocol}, {"Group", l.group_id}});
        }
    }
    for (const group& g : groups_) {
        all["Groups"][g.id] = {{"LoadBalancer", g.load_balancer_id},
                               {"Name", g.name},
                               {"MasterSlave", g.pair},
                               {"Servers", show_servers(g.servers)},
                               {"Tags", g.tags}};
    }
    return all;
}

// ---- what requests name ---------------------------------------------------------------------------------------------

void state::check_region(const parameters& in, bool required) const {
    const std::string region = value_of(in, "RegionId");
    if (region.empty() && required) {
        throw refusal{
            400, "MissingParameter",
            "The input parameter \"RegionId\" that is mandatory for processing this request is not supplied."};
    }
    if (!region.empty() && region != region_) {
        throw refusal{404, "InvalidRegionId.NotFound", "The specified RegionId does not exist."};
    }
}

load_balancer& state::find_load_balancer(const parameters& in) {
    const auto at = load_balancers_.find(value_of(in, "LoadBalancerId"));
    if (at != load_balancers_.end()) return at->second;
    throw refusal{404, "InvalidLoadBalancerId.NotFound", "The specified LoadBalancerId does not exist."};
}

group& state::find_group(const parameters& in, bool pair) {
    const std::string id = value_of(in, id_name(pair));
    for (group& g : groups_) {
        if (g.id == id && g.pair == pair) return g;
    }
    throw refusal{
        404, "InvalidParameter",
        pair ? "The specified MasterSlaveGroupId does not exist." : "The specified VServerGroupId does not exist."};
}

// ---- groups ---------------------------------------------------------------------------------------------------------

namespace {

void check_pair(std::vector<backend>& two) {
    const auto bad = [](const char* code, const char* message) { throw refusal{400, code, message}; };
    if (two.size() != 2) bad("BACKEND_SERVERS_NUM_MUST_BE_TWO", "Two backend servers are needed.");
    for (backend& s : two) {
        if (s.role.empty()) s.role = "Master";
        if (s.role != "Master" && s.role != "Slave") bad("INVALID_SERVER_TYPE", "The ServerType is invalid.");
    }
    if (two[0].role == two[1].role) {
        bad("BACKEND_SERVERS_CAN_ONLY_CONTAIN_ONE_MASTER_AND_ONE_SLAVE", "One master and one slave are needed.");
    }
    if (two[0].id == two[1].id && two[0].port == two[1].port) {
        bad("BACKEND_SERVERS_HAVE_SAME_PORT_AND_SERVERID", "The backend servers are the same.");
    }
}

}  // namespace

json state::create_group(const parameters& in, bool pair) {
    find_load_balancer(in);
    group g{.id = {},
            .load_balancer_id = value_of(in, "LoadBalancerId"),
            .name = value_of(in, name_name(pair)),
            .pair = pair};
    std::vector<backend> list;
    if (pair || has(in, outer_list(pair)))
        list = read_servers(value_of(in, outer_list(pair)), true, most_in_vserver_list);
    if (pair) check_pair(list);
    add_servers(g.servers, list);
    for (int i = 1; i <= 20; ++i) {
        const std::string tag = "Tag." + std::to_string(i);
        if (has(in, tag + ".Key")) g.tags.emplace_back(value_of(in, tag + ".Key"), value_of(in, tag + ".Value"));
    }
    g.id = "rsp-emulated" + std::to_string(++groups_made_);
    groups_.push_back(g);
    return {{id_name(pair), g.id}, {outer_list(pair), show_list(g.servers, pair)}};
}

json state::change_group(const parameters& in, const std::string& action) {
    group& g = find_group(in, false);
    const auto list = [&](const char* name) { return read_servers(value_of(in, name), true, most_in_vserver_list); };
    if (action == "ModifyVServerGroupBackendServers") {
        // Both lists are read before either is applied: a request is carried out whole or not at all.
        const auto old_ones = has(in, "OldBackendServers") ? list("OldBackendServers") : std::vector<backend>();
        const auto new_ones = has(in, "NewBackendServers") ? list("NewBackendServers") : std::vector<backend>();
        remove_servers(g.servers, old_ones);
        add_servers(g.servers, new_ones);
    } else if (action == "SetVServerGroupAttribute") {
        if (!has(in, "VServerGroupName") && !has(in, "BackendServers")) {
            throw refusal{400, "MissingParameter", "The VServerGroupName or BackendServers is required at lease one."};
        }
        if (has(in, "BackendServers")) set_servers(g.servers, list("BackendServers"));
        if (has(in, "VServerGroupName")) g.name = value_of(in, "VServerGroupName");
    } else if (action == "AddVServerGroupBackendServers") {
        add_servers(g.servers, list("BackendServers"));
    } else {
        remove_servers(g.servers, list("BackendServers"));
    }
    json shown{{"VServerGroupId", g.id}, {"BackendServers", show_list(g.servers, false)}};
    if (action == "SetVServerGroupAttribute") shown["VServerGroupName"] = g.name;
    return shown;
}

json state::delete_group(const parameters& in, bool pair) {
    const std::string id = find_group(in, pair).id;
    for (const auto& [unused, lb] : load_balancers_) {
        for (const listener& l : lb.listeners) {
            if (l.group_id != id) continue;
            throw refusal{400, "RspoolVipExist", "there are vips associating with this vServer group."};
        }
    }
    std::erase_if(groups_, [&](const group& g) { return g.id == id; });
    return json::object();
}

json state::describe_groups(const parameters& in, bool pair) {
    const load_balancer& lb = find_load_balancer(in);
    json all = json::array();
    for (const group& g : groups_) {
        if (g.pair != pair || g.load_balancer_id != value_of(in, "LoadBalancerId")) continue;
        json listeners = json::array();
        for (const listener& l : lb.listeners) {
            if (value_of(in, "IncludeListener") == "true" && l.group_id == g.id) listeners.push_back(show_listener(l));
        }
        json one{{id_name(pair), g.id}, {name_name(pair), g.name}};
        one["AssociatedObjects"]["Listeners"]["Listener"] = std::move(listeners);
        if (!pair) one["AssociatedObjects"]["Rules"]["Rule"] = json::array();
        one["Tags"]["Tag"] = json::array();
        for (const auto& [key, value] : g.tags) one["Tags"]["Tag"].push_back({{"TagKey", key}, {"TagValue", value}});
        if (!pair) one["ServerCount"] = g.servers.size();
        all.push_back(std::move(one));
    }
    return pair ? json{{"MasterSlaveServerGroups", {{"MasterSlaveServerGroup", std::move(all)}}}}
                : json{{"VServerGroups", {{"VServerGroup", std::move(all)}}}};
}

json state::describe_group(const parameters& in, bool pair) {
    const group& g = find_group(in, pair);
    return {{id_name(pair), g.id},
            {name_name(pair), g.name},
            {"LoadBalancerId", g.load_balancer_id},
            {outer_list(pair), show_list(g.servers, pair)}};
}

// ---- default groups and load balancers ------------------------------------------------------------------------------

json state::change_default_group(const parameters& in, const std::string& action) {
    load_balancer& lb = find_load_balancer(in);
    const auto list = read_servers(value_of(in, "BackendServers"), false, most_in_default_list);
    if (action == "AddBackendServers") add_servers(lb.servers, list);
    else if (action == "SetBackendServers") set_servers(lb.servers, list);
    else remove_servers(lb.servers, list);
    return {{"LoadBalancerId", value_of(in, "LoadBalancerId")}, {"BackendServers", show_list(lb.servers, false)}};
}

json state::describe_health(const parameters& in) {
    const load_balancer& lb = find_load_balancer(in);
    std::vector<listener> asked;
    for (const listener& l : lb.listeners) {
        if (has(in, "ListenerPort") && value_of(in, "ListenerPort") != std::to_string(l.port)) continue;
        if (has(in, "ListenerProtocol") && value_of(in, "ListenerProtocol") != l.protocol) continue;
        asked.push_back(l);
    }
    if (has(in, "ListenerPort") && asked.empty()) {
        throw refusal{404, "ListenerNotFound", "The specified listener does not exist."};
    }
    if (has(in, "ListenerPort") && asked.size() > 1) {
        throw refusal{400, "TooManyListeners", "More than 1 listener is found, please be more specified."};
    }
    json all = json::array();
    for (const listener& l : asked) {
        std::vector<backend> servers = lb.servers;
        for (const group& g : groups_) {
            if (g.id == l.group_id) servers = g.servers;
        }
        for (const backend& s : servers) {
            all.push_back({{"ServerId", s.id},
                           {"ServerHealthStatus", "normal"},
                           {"ListenerPort", l.port},
                           {"Port", s.port == 0 ? l.port : s.port},
                           {"Protocol", l.protocol}});
        }
    }
    return {{"BackendServers", {{"BackendServer", std::move(all)}}}};
}

json state::describe_load_balancer(const parameters& in) {
    const load_balancer& lb = find_load_balancer(in);
    json ports = json::array();
    json listeners = json::array();
    for (const listener& l : lb.listeners) {
        ports.push_back(l.port);
        listeners.push_back({{"ListenerPort", l.port}, {"ListenerProtocol", l.protocol}});
    }
    return {{"LoadBalancerId", value_of(in, "LoadBalancerId")},
            {"RegionId", region_},
            {"LoadBalancerStatus", "active"},
            {"HasReservedInfo", "false"},  // a boolean as text: so does the service
            {"EndTimeStamp", 32'493'801'600'000},
            {"ListenerPorts", {{"ListenerPort", std::move(ports)}}},
            {"ListenerPortsAndProtocol", {{"ListenerPortAndProtocol", std::move(listeners)}}},
            {"BackendServers", show_list(lb.servers, false)}};
}

}  // namespace emulator
