#include "servers.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "refusal.hpp"
#include "server_list.hpp"

namespace emulator {

namespace {

int number_of(const list_entry& entry, const char* name, int otherwise, const refusal& no) {
    const auto at = entry.find(name);
    if (at == entry.end() || at->second.empty()) return otherwise;
    int value = 0;
    const char* const end = at->second.data() + at->second.size();
    const auto read = std::from_chars(at->second.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end) throw no;
    return value;
}
std::string text_of(const list_entry& entry, const char* name, std::string otherwise = {}) {
    const auto at = entry.find(name);
    return at == entry.end() || at->second.empty() ? std::move(otherwise) : at->second;
}

auto find_same(std::vector<backend>& in, const backend& which) {
    return std::find_if(in.begin(), in.end(),
                        [&](const backend& s) { return s.id == which.id && s.port == which.port && s.ip == which.ip; });
}

}  // namespace

std::vector<backend> read_servers(const std::string& text, bool with_ports, std::size_t most) {
    std::vector<backend> servers;
    for (const list_entry& entry : read_server_list(text)) {
        const refusal bad_port{400, "InvalidParameter",
                               "The specified BackendServers is invalid as the Port value should be in [1, 65535]."};
        const refusal bad_weight{400, "InvalidWeight.Malformed", "The specified Weight is malformed."};
        backend s{.id = text_of(entry, "serverid"),
                  .ip = text_of(entry, "serverip"),
                  .type = text_of(entry, "type", "ecs"),
                  .description = text_of(entry, "description"),
                  .role = text_of(entry, "servertype"),
                  .port = number_of(entry, "port", 0, bad_port),
                  .weight = number_of(entry, "weight", -1, bad_weight)};
        if (s.id.empty()) throw refusal{400, "BackendServer.ServerIdEmpty", "The ServerId is empty."};
        if (with_ports && (s.port < 1 || s.port > 65535)) throw bad_port;
        if (!with_ports) s.port = 0;  // of no effect in a default group: the port is the listener's
        if (s.weight < -1 || s.weight > 100) throw bad_weight;
        servers.push_back(std::move(s));
    }
    if (servers.size() > most) {
        throw refusal{400, "TooManyBackendServers",
                      "The total number of input real servers exceeds max supported number: " + std::to_string(most)};
    }
    return servers;
}

void add_servers(std::vector<backend>& to, const std::vector<backend>& added) {
    for (backend s : added) {
        if (find_same(to, s) != to.end()) continue;
        if (s.weight == -1) s.weight = 100;
        to.push_back(std::move(s));
    }
}
void remove_servers(std::vector<backend>& from, const std::vector<backend>& removed) {
    for (const backend& gone : removed) {
        std::erase_if(from, [&](const backend& s) {
            return s.id == gone.id && s.port == gone.port && (gone.ip.empty() || s.ip == gone.ip);
        });
    }
}
void set_servers(std::vector<backend>& in, const std::vector<backend>& changed) {
    for (const backend& s : changed) {
        const auto there = find_same(in, s);
        if (there == in.end()) continue;
        if (s.weight != -1) there->weight = s.weight;
        if (!s.description.empty()) there->description = s.description;
    }
}

nlohmann::ordered_json show_servers(const std::vector<backend>& servers) {
    auto all = nlohmann::ordered_json::array();
    for (const backend& s : servers) {
        nlohmann::ordered_json one{{"ServerId", s.id}, {"Weight", s.weight}, {"Type", s.type}};
        if (s.port != 0) one["Port"] = s.port;
        if (!s.ip.empty()) one["ServerIp"] = s.ip;
        if (!s.description.empty()) one["Description"] = s.description;
        if (!s.role.empty()) one["ServerType"] = s.role;
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace emulator
