#pragma once
// Lists of backend servers: read from a request, changed, shown in a reply.

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace emulator {

struct backend {
    std::string id{};
    std::string ip{};
    std::string type = "ecs";
    std::string description{};
    std::string role{};  ///< `Master` or `Slave`
    int port = 0;        ///< 0: none, as in default groups
    int weight = 100;    ///< -1 in a request that leaves it out
};

/// Reads a request's list and checks its values; throws a refusal. Without ports, which are of no effect in default
/// groups, those that were sent are dropped.
std::vector<backend> read_servers(const std::string& text, bool with_ports, std::size_t most);

/// Servers are told apart by id, port and address. What is there already is ignored.
void add_servers(std::vector<backend>& to, const std::vector<backend>& added);
/// What is not there is ignored. An address selects only where the request names one.
void remove_servers(std::vector<backend>& from, const std::vector<backend>& removed);
/// Sets weights and descriptions; what is not there is ignored.
void set_servers(std::vector<backend>& in, const std::vector<backend>& changed);

nlohmann::ordered_json show_servers(const std::vector<backend>& servers);

}  // namespace emulator
