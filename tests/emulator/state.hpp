#pragma once
// What the emulated service has, and its seventeen operations on it. Nothing here knows of HTTP or signatures.

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "servers.hpp"

namespace emulator {

using json = nlohmann::ordered_json;
using parameters = std::map<std::string, std::string>;  // decoded

struct listener {
    int port;
    std::string protocol;
    std::string group_id;  ///< empty: the default group
};
struct load_balancer {
    std::vector<backend> servers{};  ///< the default group
    std::vector<listener> listeners{};
};
struct group {
    std::string id{};
    std::string load_balancer_id{};
    std::string name{};
    bool pair = false;  ///< a master/slave group
    std::vector<backend> servers{};
    std::vector<std::pair<std::string, std::string>> tags{};
};

class state {
public:
    /// In the region that requests must name.
    explicit state(std::string region);

    void add_load_balancer(const std::string& id) { load_balancers_[id]; }
    void add_listener(const std::string& load_balancer_id, listener l);

    /// The reply's members without RequestId. Throws a refusal; then nothing was changed.
    json carry_out(const parameters& in);
    /// Does the operation change something?
    static bool is_change(const std::string& action) { return action.rfind("Describe", 0) != 0; }
    /// All of it, for a test to look at.
    json show() const;

private:
    load_balancer& find_load_balancer(const parameters& in);
    group& find_group(const parameters& in, bool pair);
    void check_region(const parameters& in, bool required) const;

    json create_group(const parameters& in, bool pair);
    json change_group(const parameters& in, const std::string& action);
    json delete_group(const parameters& in, bool pair);
    json describe_groups(const parameters& in, bool pair);
    json describe_group(const parameters& in, bool pair);
    json change_default_group(const parameters& in, const std::string& action);
    json describe_health(const parameters& in);
    json describe_load_balancer(const parameters& in);

    std::string region_;
    std::map<std::string, load_balancer> load_balancers_;
    std::vector<group> groups_;  // in the order in which they were made
    int groups_made_ = 0;
    std::map<std::string, std::function<json(const parameters&)>> operations_;
};

}  // namespace emulator
