#pragma once
// The lists of servers that the fake service keeps: read from a request, changed, shown in a reply.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../api/backend_list.hpp"
#include "../api/backend_server.hpp"
#include "../config.hpp"
#include "fake_reply.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

using fake_servers = std::vector<backend_server>;

/// In groups with ports a server may stand once for each of them.
inline backend_server* find_same(fake_servers& in, const backend_server& which) {
    for (backend_server& one : in) {
        if (one.server_id == which.server_id && one.port == which.port) return &one;
    }
    return nullptr;
}
/// What is there already is ignored: no page says for all operations what the service does.
inline void add_servers(fake_servers& to, const fake_servers& added) {
    for (backend_server one : added) {
        if (find_same(to, one) != nullptr) continue;
        if (!one.weight) one.weight = 100;
        if (one.type.empty()) one.type = "ecs";
        to.push_back(std::move(one));
    }
}
/// What is not there is ignored, as the service does it.
inline void remove_servers(fake_servers& from, const fake_servers& removed) {
    for (const backend_server& gone : removed) {
        if (const backend_server* at = find_same(from, gone)) from.erase(from.begin() + (at - from.data()));
    }
}
inline void set_servers(fake_servers& in, const fake_servers& changed) {
    for (const backend_server& one : changed) {
        backend_server* const there = find_same(in, one);
        if (there == nullptr) continue;
        if (one.weight) there->weight = one.weight;
        if (!one.description.empty()) there->description = one.description;
    }
}

inline bool read_servers(std::string_view text, bool with_ports, std::size_t most, fake_servers& list,
                         fake_refusal& out) {
    auto read = decode_backend_servers(text);
    if (!read) return out.refuse(400, "BackendServersMalformed", "The specified BackendServers is malformed.");
    list = std::move(*read);
    if (list.size() > most) {
        return out.refuse(
            400, "TooManyBackendServers",
            "The total number of input real servers exceeds max supported number: " + std::to_string(most));
    }
    for (const backend_server& one : list) {
        if (one.server_id.empty()) return out.refuse(400, "BackendServer.ServerIdEmpty", "The ServerId is empty.");
        if (with_ports && (!one.port || *one.port < 1 || *one.port > 65535)) {
            return out.refuse(400, "InvalidParameter",
                              "The specified BackendServers is invalid as the Port value should be in [1, 65535].");
        }
        if (one.weight && (*one.weight < 0 || *one.weight > 100)) {
            return out.refuse(400, "InvalidWeight.Malformed", "The specified Weight is malformed.");
        }
    }
    return true;
}

inline void show_servers(fake_reply& to, const fake_servers& all, std::string_view name = "BackendServers",
                         std::string_view item = "BackendServer") {
    to.begin_list(name, item);
    for (const backend_server& one : all) {
        to.begin();
        to.text("ServerId", one.server_id);
        if (one.port) to.number("Port", *one.port);
        to.number("Weight", one.weight.value_or(100));
        to.text("Type", one.type);
        if (!one.server_ip.empty()) to.text("ServerIp", one.server_ip);
        if (!one.description.empty()) to.text("Description", one.description);
        if (!one.server_type.empty()) to.text("ServerType", one.server_type);
        to.end();
    }
    to.end();
}
inline void show_pair(fake_reply& to, const fake_servers& two) {
    show_servers(to, two, "MasterSlaveBackendServers", "MasterSlaveBackendServer");
}

}  // namespace detail

}  // namespace slbwire::inline SLBWIRE_ABI
