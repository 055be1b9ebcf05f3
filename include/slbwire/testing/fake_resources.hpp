#pragma once
// What the fake service keeps, and its seventeen operations on it. fake_service.hpp is what a test includes.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../config.hpp"
#include "fake_reply.hpp"
#include "fake_servers.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// A request's parameters, decoded.
class fake_parameters {
public:
    /// False where the name is there already.
    bool add(std::string name, std::string value) { return all_.emplace(std::move(name), std::move(value)).second; }
    bool has(std::string_view name) const { return all_.find(name) != all_.end(); }
    /// Empty where it is absent.
    std::string_view operator[](std::string_view name) const {
        const auto at = all_.find(name);
        return at == all_.end() ? std::string_view() : std::string_view(at->second);
    }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

private:
    std::map<std::string, std::string, std::less<>> all_;  // in the order of the signature's query
};

class fake_resources {
public:
    using servers = fake_servers;

    std::size_t most_servers = 20;  // in one list of a request

    void add_load_balancer(std::string_view id) { load_balancers_[std::string(id)]; }
    void add_listener(std::string_view load_balancer_id, std::int32_t port, std::string_view group_id) {
        load_balancers_[std::string(load_balancer_id)].listeners.push_back({port, std::string(group_id)});
    }
    /// Of a group or, by the id of a load balancer, of its default group; null where neither is there.
    const servers* servers_of(std::string_view id) const {
        if (const auto at = groups_.find(id); at != groups_.end()) return &at->second.members;
        const auto at = load_balancers_.find(id);
        return at == load_balancers_.end() ? nullptr : &at->second.default_group;
    }

    /// False where the request is refused. `in["Action"]` says what is to be done.
    bool carry_out(const fake_parameters& in, fake_outcome& out);

private:
    struct listener {
        std::int32_t port;
        std::string group_id;  // empty: the default group
    };
    struct load_balancer {
        servers default_group{};
        std::vector<listener> listeners{};
    };
    struct group {
        std::string load_balancer_id{};
        std::string name{};
        bool master_slave = false;
        servers members{};
        std::vector<std::pair<std::string, std::string>> tags{};
    };
    using parameters = fake_parameters;
    using outcome = fake_outcome;

    load_balancer* find_load_balancer(const parameters& in, outcome& out);
    group* find_group(const parameters& in, outcome& out, bool master_slave = false);
    std::string add_group(const parameters& in, std::string_view name, servers&& members, bool master_slave);

    bool delete_group(const parameters& in, outcome& out, bool master_slave);
    bool describe_groups(const parameters& in, outcome& out, bool master_slave);
    bool create_vserver_group(const parameters& in, outcome& out);
    bool set_vserver_group_attribute(const parameters& in, outcome& out);
    bool change_vserver_group(const parameters& in, outcome& out, void (*change)(servers&, const servers&));
    bool add_vserver_group_backend_servers(const parameters& in, outcome& out) {
        return change_vserver_group(in, out, add_servers);
    }
    bool remove_vserver_group_backend_servers(const parameters& in, outcome& out) {
        return change_vserver_group(in, out, remove_servers);
    }
    bool modify_vserver_group_backend_servers(const parameters& in, outcome& out);
    bool delete_vserver_group(const parameters& in, outcome& out) { return delete_group(in, out, false); }
    bool describe_vserver_groups(const parameters& in, outcome& out) { return describe_groups(in, out, false); }
    bool describe_vserver_group_attribute(const parameters& in, outcome& out);
    bool change_default_group(const parameters& in, outcome& out, void (*change)(servers&, const servers&));
    bool add_backend_servers(const parameters& in, outcome& out) { return change_default_group(in, out, add_servers); }
    bool remove_backend_servers(const parameters& in, outcome& out) {
        return change_default_group(in, out, remove_servers);
    }
    bool set_backend_servers(const parameters& in, outcome& out) { return change_default_group(in, out, set_servers); }
    bool describe_health_status(const parameters& in, outcome& out);
    bool create_master_slave_server_group(const parameters& in, outcome& out);
    bool delete_master_slave_server_group(const parameters& in, outcome& out) { return delete_group(in, out, true); }
    bool describe_master_slave_server_groups(const parameters& in, outcome& out) {
        return describe_groups(in, out, true);
    }
    bool describe_master_slave_server_group_attribute(const parameters& in, outcome& out);
    bool describe_load_balancer_attribute(const parameters& in, outcome& out);

    std::map<std::string, load_balancer, std::less<>> load_balancers_;
    std::map<std::string, group, std::less<>> groups_;
    int groups_made_ = 0;
};

}  // namespace detail

}  // namespace slbwire::inline SLBWIRE_ABI

#include "fake_resources_body.hpp"
