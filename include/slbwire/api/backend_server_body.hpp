#pragma once
// What api/backend_server.hpp declares.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/text.hpp"
#include "../core/word.hpp"
#include "../model/host.hpp"
#include "backend_server.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Which entries of a list came before: a table of their positions by a hash of what tells them apart. So a list is
/// looked through once, however long it is. The lists of usual calls need no memory but this object's.
class entry_table {
public:
    explicit entry_table(std::size_t entries) {
        std::size_t places = 16;
        while (places < 2 * entries) places *= 2;
        if (places > sizeof few_ / sizeof *few_) places_ = many_ = new std::uint32_t[places];
        std::memset(places_, 0, places * sizeof *places_);
        mask_ = places - 1;
    }
    ~entry_table() { delete[] many_; }
    entry_table(const entry_table&) = delete;  // points into itself
    entry_table& operator=(const entry_table&) = delete;

    /// Takes in the entry at `at`; false where `is_same(earlier position)` holds for one before.
    template <class Same>
    bool take(std::uint64_t hash, std::size_t at, Same is_same) {
        for (std::uint64_t place = hash >> 32 & mask_;; place = (place + 1) & mask_) {
            if (places_[place] == 0) return places_[place] = static_cast<std::uint32_t>(at + 1), true;
            if (is_same(places_[place] - 1)) return false;
        }
    }

private:
    std::uint32_t few_[128];  // written before it is read
    std::uint32_t* many_ = nullptr;
    std::uint32_t* places_ = few_;
    std::size_t mask_ = 0;
};

/// Ids have a few letters in front and differ towards their end.
inline std::uint64_t hash_of(std::string_view id, std::uint64_t port) noexcept {
    std::uint64_t word = port << 32;
    if (id.size() >= 8) {
        word ^= word::load(id.data() + id.size() - 8) ^ word::load(id.data()) * 31;
    } else if (id.size() >= 4) {
        word ^= word::load_short(id);
    } else {
        for (char c : id) word = word * 31 + static_cast<unsigned char>(c);
    }
    return word * 0x9e3779b97f4a7c15u;
}

SLBWIRE_COLD inline bool begins_as_eni_or_eci(std::string_view id) noexcept {
    return id.starts_with("eni-") || id.starts_with("eci-");
}
/// The pages of all operations: where ServerId is that of an eni or an eci, Type must be given.
inline bool needs_type(std::string_view id) noexcept {
    if (id.size() < 4 || id[0] != 'e' || id[3] != '-') return false;  // as nearly all
    return begins_as_eni_or_eci(id);
}
inline bool lacks_type(const backend_server& server) noexcept {
    return needs_type(server.server_id) && (server.type.empty() || ascii::equal_ignoring_case(server.type, "ecs"));
}

SLBWIRE_COLD inline bool is_strange_region(std::string_view region) noexcept { return !is_region_id(region); }
inline bool has_strange_region(const backend_server& server) noexcept {
    return !server.server_region_id.empty() && is_strange_region(server.server_region_id);  // nearly all have none
}

// Not written where they are used: clang 14 crashes on a literal between `?` and `:`.
inline constexpr literal same_server = "the same server stands in the list before";
inline constexpr literal same_server_and_port = "the same server and port stand in the list before";

/// What is wrong with an entry whose list has been found to break a rule there.
SLBWIRE_COLD inline fault wrong_entry(const backend_server& server, bool by_port) noexcept {
    if (by_port && !server.port) return {.code = errc::missing, .field = "Port"};
    if (lacks_type(server)) {
        return {.code = server.type.empty() ? errc::missing : errc::invalid_value,
                .field = "Type",
                .hint = "an id that begins with eni- or eci- needs the Type eni or eci"};
    }
    if (!server.server_region_id.empty()) {
        if (const fault f = check_region_id(server.server_region_id, "ServerRegionId")) return f;
    }
    return {.code = errc::invalid_value,
            .field = "ServerId",
            .hint = by_port ? same_server_and_port : same_server};
}

}  // namespace detail

SLBWIRE_FUNCTION fault check_servers(array_view<const backend_server> servers, std::string_view list, server_key key) {
    if (servers.empty()) return {};
    const bool by_port = key == server_key::id_and_port;
    detail::entry_table table(servers.size());
    for (std::size_t i = 0; i < servers.size(); ++i) {
        const backend_server& server = servers[i];
        const auto is_same = [&](std::size_t at) {
            const backend_server& other = servers[at];
            return other.server_id == server.server_id && other.server_ip == server.server_ip &&
                   (!by_port || other.port == server.port);
        };
        const auto port = by_port ? static_cast<std::uint32_t>(server.port.value_or(0)) : std::uint32_t{0};
        if ((server.port || !by_port) && !detail::lacks_type(server) && !detail::has_strange_region(server) &&
            table.take(detail::hash_of(server.server_id, port), i, is_same)) {
            continue;
        }
        fault f = detail::wrong_entry(server, by_port);
        f.list = list;
        f.index = i;
        return f;
    }
    return {};
}

SLBWIRE_FUNCTION fault check_server_ids(array_view<const std::string> ids, std::string_view list) {
    detail::entry_table table(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i].empty()) return {.code = errc::missing, .field = list, .list = list, .index = i};
        if (detail::needs_type(ids[i])) {
            return {.code = errc::missing,
                    .field = "Type",
                    .list = list,
                    .index = i,
                    .hint = "an id that begins with eni- or eci- needs the Type eni or eci, and so an entry, not a plain id"};
        }
        if (table.take(detail::hash_of(ids[i], 0), i, [&](std::size_t at) { return ids[at] == ids[i]; })) continue;
        return {.code = errc::invalid_value,
                .field = list,
                .list = list,
                .index = i,
                .hint = detail::same_server};
    }
    return {};
}

}  // namespace slbwire
