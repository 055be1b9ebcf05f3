#pragma once
// A fake of Classic Load Balancer in memory, for the examples and the tests: it takes a request as the
// service would get it, checks the signature, the nonce and the clock, keeps instances and groups, and
// answers in JSON or XML. It is made of the library's own pure functions, used from the other side.

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/slbwire.hpp>
#include <slbwire/call/sign.hpp>
#include <slbwire/codec/timestamp.hpp>
#include <slbwire/wire/query.hpp>
#include <slbwire/codec/percent_decode.hpp>

#include "fake_reply.hpp"

namespace fake {

namespace slb = slbwire;

struct refused {
    int status;
    std::string code;
    std::string message;
};

class service {
public:
    service(std::string access_key_id, std::string secret)
        : access_key_id_(std::move(access_key_id)), secret_(std::move(secret)) {}

    void add_instance(const std::string& load_balancer_id) { instances_[load_balancer_id]; }
    void add_listener(const std::string& load_balancer_id, std::int32_t port, std::string group_id = {}) {
        instances_[load_balancer_id].listeners.push_back({port, std::move(group_id)});
    }
    /// Lets the next `count` writes fail as they do while a change is being carried out.
    void be_busy(int count) { busy_ = count; }
    /// Refuses times further than fifteen minutes from this one; 0 takes any.
    void set_clock(std::int64_t seconds) { now_ = seconds; }
    int calls() const { return calls_; }

    slb::http_response operator()(const slb::http_request& request) {
        ++calls_;
        const std::string id = "4F1D0C2E-0000-4000-8000-" + std::to_string(100000000000 + calls_);
        bool json = true;
        refused no{};
        node reply = object({}, {});
        std::string action;
        if (!read(request, no)) return answer(no, id, json);
        json = parameter("Format") != "XML";
        action = parameter("Action");
        if (!authentic(request, no) || !carry_out(action, reply, no)) return answer(no, id, json);
        reply.name = action + "Response";
        reply.children.push_back(text("RequestId", id));
        return {.status = 200, .body = render(reply, json)};
    }

private:
    struct listener {
        std::int32_t port;
        std::string group_id;
    };
    struct instance {
        std::vector<slb::backend_server> servers{};  // the default group
        std::vector<listener> listeners{};
    };
    struct group {
        std::string load_balancer_id{};
        std::string name{};
        bool master_slave = false;
        std::vector<slb::backend_server> servers{};
    };
    using servers = std::vector<slb::backend_server>;

    static slb::http_response answer(const refused& no, const std::string& id, bool json) {
        const node root = object("Error", {text("RequestId", id), text("HostId", "slb.aliyuncs.com"),
                                           text("Code", no.code), text("Message", no.message)});
        return {.status = no.status, .body = render(root, json)};
    }
    static bool fail(refused& no, int status, std::string code, std::string message) {
        no = {status, std::move(code), std::move(message)};
        return false;
    }

    std::string parameter(const std::string& name) const {
        const auto at = parameters_.find(name);
        return at == parameters_.end() ? std::string() : at->second;
    }
    bool has(const std::string& name) const { return parameters_.count(name) != 0; }

    /// Takes the parameters of the query and of the form apart.
    bool read(const slb::http_request& request, refused& no) {
        parameters_.clear();
        const std::size_t query = request.url.find('?');
        std::string all = query == std::string::npos ? std::string() : request.url.substr(query + 1);
        if (!request.body.empty()) {
            if (request.headers.empty() || request.headers[0].value != "application/x-www-form-urlencoded") {
                return fail(no, 400, "InvalidParameter", "The body is no form.");
            }
            if (!all.empty()) all += '&';
            all += request.body;
        }
        for (std::size_t first = 0; first < all.size();) {
            const std::size_t end = std::min(all.find('&', first), all.size());
            const std::string_view pair = std::string_view(all).substr(first, end - first);
            const std::size_t equals = pair.find('=');
            if (equals == std::string_view::npos) return fail(no, 400, "InvalidParameter", "A parameter has no value.");
            const auto name = slb::percent_decode(pair.substr(0, equals));
            const auto value = slb::percent_decode(pair.substr(equals + 1));
            if (!name || !value || !parameters_.emplace(*name, *value).second) {
                return fail(no, 400, "InvalidParameter", "The query string is malformed.");
            }
            first = end + 1;
        }
        return true;
    }

    bool authentic(const slb::http_request& request, refused& no) {
        for (const char* name : {"Action", "AccessKeyId", "Signature", "SignatureNonce", "Timestamp", "Version"}) {
            if (!has(name)) {
                return fail(no, 400, "MissingParameter", "The input parameter \"" + std::string(name) +
                                                             "\" that is mandatory for processing this request is not supplied.");
            }
        }
        if (parameter("AccessKeyId") != access_key_id_) {
            return fail(no, 404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        std::vector<slb::parameter> signed_ones;
        for (const auto& [name, value] : parameters_) {
            if (name != "Signature") signed_ones.push_back({name, value});
        }
        const std::string to_sign = slb::string_to_sign(request.method, slb::canonical_query(signed_ones));
        if (!slb::sign(to_sign, secret_).is(parameter("Signature"))) {
            return fail(no, 400, "SignatureDoesNotMatch",
                        "Specified signature is not matched with our calculation. server string to sign is:" + to_sign);
        }
        if (now_ != 0 && !in_time(parameter("Timestamp"))) {
            return fail(no, 400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
        }
        if (!nonces_.insert(parameter("SignatureNonce")).second) {
            return fail(no, 400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        if (parameter("Version") != slb::classic_load_balancer.version) {
            return fail(no, 400, "InvalidParameter", "The specified parameter \"Version\" is not valid.");
        }
        return true;
    }
    /// ISO 8601 texts sort as their times do.
    bool in_time(const std::string& timestamp) const {
        const auto from = slb::format_timestamp(now_ - 900);
        const auto to = slb::format_timestamp(now_ + 900);
        return from && to && from->view() <= timestamp && timestamp <= to->view();
    }

    bool carry_out(const std::string& action, node& reply, refused& no) {
        using handler = bool (service::*)(node&, refused&);
        static const std::map<std::string_view, handler> handlers = {
            {"CreateVServerGroup", &service::create_vserver_group},
            {"SetVServerGroupAttribute", &service::set_vserver_group_attribute},
            {"AddVServerGroupBackendServers", &service::add_vserver_group_backend_servers},
            {"RemoveVServerGroupBackendServers", &service::remove_vserver_group_backend_servers},
            {"ModifyVServerGroupBackendServers", &service::modify_vserver_group_backend_servers},
            {"DeleteVServerGroup", &service::delete_vserver_group},
            {"DescribeVServerGroups", &service::describe_vserver_groups},
            {"DescribeVServerGroupAttribute", &service::describe_vserver_group_attribute},
            {"AddBackendServers", &service::add_backend_servers},
            {"RemoveBackendServers", &service::remove_backend_servers},
            {"SetBackendServers", &service::set_backend_servers},
            {"DescribeHealthStatus", &service::describe_health_status},
            {"CreateMasterSlaveServerGroup", &service::create_master_slave_server_group},
            {"DeleteMasterSlaveServerGroup", &service::delete_master_slave_server_group},
            {"DescribeMasterSlaveServerGroups", &service::describe_master_slave_server_groups},
            {"DescribeMasterSlaveServerGroupAttribute", &service::describe_master_slave_server_group_attribute},
            {"DescribeLoadBalancerAttribute", &service::describe_load_balancer_attribute},
        };
        const auto found = handlers.find(action);
        if (found == handlers.end()) {
            return fail(no, 403, "InvalidAction", "The specified action \"" + action + "\" is not valid.");
        }
        if (action.compare(0, 8, "Describe") != 0 && busy_ > 0) {
            --busy_;
            return fail(no, 400, "ServiceIsConfiguring", "The previous configuration is pending.");
        }
        return (this->*found->second)(reply, no);
    }

    // ---- what requests name -------------------------------------------------------------------

    instance* find_instance(refused& no) {
        const auto at = instances_.find(parameter("LoadBalancerId"));
        if (at != instances_.end()) return &at->second;
        fail(no, 404, "InvalidLoadBalancerId.NotFound", "The specified LoadBalancerId does not exist.");
        return nullptr;
    }
    group* find_group(refused& no, bool master_slave = false) {
        const auto at = groups_.find(parameter(master_slave ? "MasterSlaveServerGroupId" : "VServerGroupId"));
        if (at != groups_.end() && at->second.master_slave == master_slave) return &at->second;
        fail(no, 404, "InvalidParameter",
             master_slave ? "The specified MasterSlaveGroupId does not exist." : "The specified VServerGroupId does not exist.");
        return nullptr;
    }
    bool read_list(const char* name, bool with_ports, servers& list, refused& no) {
        const auto read = slb::decode_backend_servers(parameter(name));
        if (!read) return fail(no, 400, "BackendServersMalformed", "The specified BackendServers is malformed.");
        list = *read;
        if (list.size() > 20) {
            return fail(no, 400, "TooManyBackendServers",
                        "The total number of input real servers exceeds max supported number: 20");
        }
        for (const slb::backend_server& s : list) {
            if (s.server_id.empty()) return fail(no, 400, "BackendServer.ServerIdEmpty", "The ServerId is empty.");
            if (with_ports && (!s.port || *s.port < 1 || *s.port > 65535)) {
                return fail(no, 400, "InvalidParameter",
                            "The specified BackendServers is invalid as the Port value should be in [1, 65535].");
            }
            if (s.weight && (*s.weight < 0 || *s.weight > 100)) {
                return fail(no, 400, "InvalidWeight.Malformed", "The specified Weight is malformed.");
            }
        }
        return true;
    }
    static bool same(const slb::backend_server& a, const slb::backend_server& b) {
        return a.server_id == b.server_id && a.port == b.port;
    }
    static slb::backend_server* find(servers& in, const slb::backend_server& which) {
        const auto at = std::find_if(in.begin(), in.end(), [&](const auto& s) { return same(s, which); });
        return at == in.end() ? nullptr : &*at;
    }
    static void add(servers& to, const servers& added) {
        for (slb::backend_server s : added) {
            if (find(to, s) != nullptr) continue;
            if (!s.weight) s.weight = 100;
            if (s.type.empty()) s.type = "ecs";
            to.push_back(s);
        }
    }
    static void remove(servers& from, const servers& removed) {
        for (const auto& gone : removed) std::erase_if(from, [&](const auto& s) { return same(s, gone); });
    }
    static void set(servers& in, const servers& changed) {
        for (const auto& s : changed) {
            slb::backend_server* there = find(in, s);
            if (there == nullptr) continue;
            if (s.weight) there->weight = s.weight;
            if (!s.description.empty()) there->description = s.description;
        }
    }

    // ---- what replies show --------------------------------------------------------------------

    static node show(const servers& all, std::string name = "BackendServers", std::string item = "BackendServer") {
        std::vector<node> entries;
        for (const auto& s : all) {
            std::vector<node> members{text("ServerId", s.server_id)};
            if (s.port) members.push_back(number("Port", *s.port));
            members.push_back(number("Weight", s.weight.value_or(100)));
            members.push_back(text("Type", s.type));
            if (!s.server_ip.empty()) members.push_back(text("ServerIp", s.server_ip));
            if (!s.description.empty()) members.push_back(text("Description", s.description));
            if (!s.server_type.empty()) members.push_back(text("ServerType", s.server_type));
            entries.push_back(object({}, std::move(members)));
        }
        return list(std::move(name), std::move(item), std::move(entries));
    }
    node show_listeners(const std::string& load_balancer_id, const std::string& group_id, bool asked) {
        std::vector<node> entries;
        for (const listener& l : instances_[load_balancer_id].listeners) {
            if (asked && l.group_id == group_id) {
                entries.push_back(object({}, {number("Port", l.port), text("Protocol", "tcp")}));
            }
        }
        return list("Listeners", "Listener", std::move(entries));
    }
    bool show_group(node& reply, const group& g) {
        reply.children = {text("VServerGroupId", parameter("VServerGroupId")), text("VServerGroupName", g.name),
                          show(g.servers)};
        return true;
    }
    bool show_default_group(node& reply, const instance& i) {
        reply.children = {text("LoadBalancerId", parameter("LoadBalancerId")), show(i.servers)};
        return true;
    }
    bool in_use(const std::string& group_id) const {
        for (const auto& [id, i] : instances_) {
            for (const listener& l : i.listeners) {
                if (l.group_id == group_id) return true;
            }
        }
        return false;
    }

    // ---- vServer groups -----------------------------------------------------------------------

    bool create_vserver_group(node& reply, refused& no) {
        servers list;
        if (find_instance(no) == nullptr) return false;
        if (has("BackendServers") && !read_list("BackendServers", true, list, no)) return false;
        const std::string id = "rsp-fake" + std::to_string(++groups_made_);
        group& g = groups_[id];
        g.load_balancer_id = parameter("LoadBalancerId");
        g.name = parameter("VServerGroupName");
        add(g.servers, list);
        reply.children = {text("VServerGroupId", id), show(g.servers)};
        return true;
    }
    bool set_vserver_group_attribute(node& reply, refused& no) {
        servers list;
        group* g = find_group(no);
        if (g == nullptr) return false;
        if (!has("VServerGroupName") && !has("BackendServers")) {
            return fail(no, 400, "MissingParameter", "The VServerGroupName or BackendServers is required at lease one.");
        }
        if (has("BackendServers") && !read_list("BackendServers", true, list, no)) return false;
        if (has("VServerGroupName")) g->name = parameter("VServerGroupName");
        set(g->servers, list);
        return show_group(reply, *g);
    }
    bool add_vserver_group_backend_servers(node& reply, refused& no) {
        servers list;
        group* g = find_group(no);
        if (g == nullptr || !read_list("BackendServers", true, list, no)) return false;
        add(g->servers, list);
        return show_group(reply, *g);
    }
    bool remove_vserver_group_backend_servers(node& reply, refused& no) {
        servers list;
        group* g = find_group(no);
        if (g == nullptr || !read_list("BackendServers", true, list, no)) return false;
        remove(g->servers, list);  // those that are not there are ignored
        return show_group(reply, *g);
    }
    bool modify_vserver_group_backend_servers(node& reply, refused& no) {
        servers old_ones;
        servers new_ones;
        group* g = find_group(no);
        if (g == nullptr) return false;
        if (has("OldBackendServers") && !read_list("OldBackendServers", true, old_ones, no)) return false;
        if (has("NewBackendServers") && !read_list("NewBackendServers", true, new_ones, no)) return false;
        remove(g->servers, old_ones);
        add(g->servers, new_ones);
        return show_group(reply, *g);
    }
    bool delete_vserver_group(node&, refused& no) {
        if (find_group(no) == nullptr) return false;
        if (in_use(parameter("VServerGroupId"))) {
            return fail(no, 400, "RspoolVipExist", "there are vips associating with this vServer group.");
        }
        groups_.erase(parameter("VServerGroupId"));
        return true;
    }
    bool describe_vserver_groups(node& reply, refused& no) {
        if (find_instance(no) == nullptr) return false;
        std::vector<node> entries;
        for (const auto& [id, g] : groups_) {
            if (g.master_slave || g.load_balancer_id != parameter("LoadBalancerId")) continue;
            entries.push_back(object(
                {}, {text("VServerGroupId", id), text("VServerGroupName", g.name),
                     object("AssociatedObjects", {show_listeners(g.load_balancer_id, id, parameter("IncludeListener") == "true"),
                                                  list("Rules", "Rule", {})}),
                     number("ServerCount", static_cast<std::int64_t>(g.servers.size()))}));
        }
        reply.children = {list("VServerGroups", "VServerGroup", std::move(entries))};
        return true;
    }
    bool describe_vserver_group_attribute(node& reply, refused& no) {
        group* g = find_group(no);
        if (g == nullptr) return false;
        show_group(reply, *g);
        reply.children.push_back(text("LoadBalancerId", g->load_balancer_id));
        return true;
    }

    // ---- the default group --------------------------------------------------------------------

    bool change_default_group(node& reply, refused& no, void (*change)(servers&, const servers&)) {
        servers list;
        instance* i = find_instance(no);
        if (i == nullptr || !read_list("BackendServers", false, list, no)) return false;
        for (auto& s : list) s.port.reset();  // of no effect here: the port is the listener's
        change(i->servers, list);
        return show_default_group(reply, *i);
    }
    bool add_backend_servers(node& reply, refused& no) { return change_default_group(reply, no, add); }
    bool remove_backend_servers(node& reply, refused& no) { return change_default_group(reply, no, remove); }
    bool set_backend_servers(node& reply, refused& no) { return change_default_group(reply, no, set); }

    bool describe_health_status(node& reply, refused& no) {
        instance* i = find_instance(no);
        if (i == nullptr) return false;
        std::vector<node> entries;
        for (const listener& l : i->listeners) {
            if (has("ListenerPort") && parameter("ListenerPort") != std::to_string(l.port)) continue;
            const servers& used = l.group_id.empty() ? i->servers : groups_[l.group_id].servers;
            for (const auto& s : used) {
                entries.push_back(object({}, {text("ServerId", s.server_id), text("ServerHealthStatus", "normal"),
                                              number("ListenerPort", l.port), number("Port", s.port.value_or(l.port)),
                                              text("Protocol", "tcp")}));
            }
        }
        if (has("ListenerPort") && std::none_of(i->listeners.begin(), i->listeners.end(), [&](const listener& l) {
                return std::to_string(l.port) == parameter("ListenerPort");
            })) {
            return fail(no, 404, "ListenerNotFound", "The specified listener does not exist.");
        }
        reply.children = {list("BackendServers", "BackendServer", std::move(entries))};
        return true;
    }

    // ---- primary/secondary groups -------------------------------------------------------------

    bool create_master_slave_server_group(node& reply, refused& no) {
        servers list;
        if (find_instance(no) == nullptr || !read_list("MasterSlaveBackendServers", true, list, no)) return false;
        if (list.size() != 2) return fail(no, 400, "BACKEND_SERVERS_NUM_MUST_BE_TWO", "Two servers are needed.");
        for (auto& s : list) {
            if (s.server_type.empty()) s.server_type = "Master";
        }
        if (list[0].server_type == list[1].server_type) {
            return fail(no, 400, "BACKEND_SERVERS_CAN_ONLY_CONTAIN_ONE_MASTER_AND_ONE_SLAVE", "One of each is needed.");
        }
        const std::string id = "rsp-fake" + std::to_string(++groups_made_);
        group& g = groups_[id];
        g = {parameter("LoadBalancerId"), parameter("MasterSlaveServerGroupName"), true, {}};
        add(g.servers, list);
        reply.children = {text("MasterSlaveServerGroupId", id), show_pair(g)};
        return true;
    }
    static node show_pair(const group& g) {
        return show(g.servers, "MasterSlaveBackendServers", "MasterSlaveBackendServer");
    }
    bool delete_master_slave_server_group(node&, refused& no) {
        if (find_group(no, true) == nullptr) return false;
        if (in_use(parameter("MasterSlaveServerGroupId"))) {
            return fail(no, 400, "RspoolVipExist", "there are vips associating with this vServer group.");
        }
        groups_.erase(parameter("MasterSlaveServerGroupId"));
        return true;
    }
    bool describe_master_slave_server_groups(node& reply, refused& no) {
        if (find_instance(no) == nullptr) return false;
        std::vector<node> entries;
        for (const auto& [id, g] : groups_) {
            if (!g.master_slave || g.load_balancer_id != parameter("LoadBalancerId")) continue;
            entries.push_back(object(
                {}, {text("MasterSlaveServerGroupId", id), text("MasterSlaveServerGroupName", g.name),
                     object("AssociatedObjects",
                            {show_listeners(g.load_balancer_id, id, parameter("IncludeListener") == "true")})}));
        }
        reply.children = {list("MasterSlaveServerGroups", "MasterSlaveServerGroup", std::move(entries))};
        return true;
    }
    bool describe_master_slave_server_group_attribute(node& reply, refused& no) {
        group* g = find_group(no, true);
        if (g == nullptr) return false;
        reply.children = {text("MasterSlaveServerGroupId", parameter("MasterSlaveServerGroupId")),
                          text("MasterSlaveServerGroupName", g->name), show_pair(*g),
                          text("LoadBalancerId", g->load_balancer_id)};
        return true;
    }

    bool describe_load_balancer_attribute(node& reply, refused& no) {
        instance* i = find_instance(no);
        if (i == nullptr) return false;
        std::vector<node> ports;
        std::vector<node> listeners;
        for (const listener& l : i->listeners) {
            ports.push_back(number({}, l.port));
            listeners.push_back(object({}, {number("ListenerPort", l.port), text("ListenerProtocol", "tcp")}));
        }
        show_default_group(reply, *i);
        reply.children.push_back(list("ListenerPorts", "ListenerPort", std::move(ports)));
        reply.children.push_back(list("ListenerPortsAndProtocol", "ListenerPortAndProtocol", std::move(listeners)));
        reply.children.push_back(text("LoadBalancerStatus", "active"));
        reply.children.push_back(text("HasReservedInfo", "false"));
        reply.children.push_back(number("EndTimeStamp", 32'493'801'600'000));
        return true;
    }

    std::string access_key_id_;
    std::string secret_;
    std::int64_t now_ = 0;
    int busy_ = 0;
    int calls_ = 0;
    int groups_made_ = 0;
    std::map<std::string, std::string> parameters_;  // of the request at hand
    std::set<std::string> nonces_;
    std::map<std::string, instance> instances_;
    std::map<std::string, group> groups_;
};

}  // namespace fake
