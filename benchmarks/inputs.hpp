#pragma once
// What everybody is measured on: a reply with any number of servers, as JSON and as XML, and a request that is
// to be signed. Made by rule, so that a figure can be had again on any machine.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/slbwire.hpp>
#include <slbwire/model/encode_list.hpp>
#include <slbwire/wire/query.hpp>

namespace bench {

namespace slb = slbwire;

/// What every decoder fills: the five fields that matter of a server, and two of the group.
template <class Text>
struct server {
    Text server_id{};
    std::optional<std::int32_t> port{};
    std::optional<std::int32_t> weight{};
    Text type{};
    Text description{};

    static constexpr slb::field<server> fields[] = {
        {"ServerId", &server::server_id, slb::required},
        {"Port", &server::port},
        {"Weight", &server::weight},
        {"Type", &server::type},
        {"Description", &server::description},
    };
};
static_assert(slb::ready_for_braces<server>);

template <class Text>
struct reply {
    Text request_id{};
    Text vserver_group_id{};
    std::vector<server<Text>> backend_servers{};

    static constexpr slb::field<reply> fields[] = {
        {"RequestId", &reply::request_id, slb::common},
        {"VServerGroupId", &reply::vserver_group_id},
        slb::list<&reply::backend_servers>("BackendServers", "BackendServer"),
    };
};

/// Do two replies say the same? Whatever holds their text, and whatever other members they have.
template <class A, class B>
bool same(const A& a, const B& b) {
    if (a.request_id != b.request_id || a.vserver_group_id != b.vserver_group_id ||
        a.backend_servers.size() != b.backend_servers.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.backend_servers.size(); ++i) {
        const auto& x = a.backend_servers[i];
        const auto& y = b.backend_servers[i];
        if (x.server_id != y.server_id || x.port != y.port || x.weight != y.weight || x.type != y.type ||
            x.description != y.description) {
            return false;
        }
    }
    return true;
}

enum class format : std::uint8_t { json, xml };

/// How a reply looks.
struct shape {
    std::size_t servers;
    bool pretty = false;     ///< one member a line, indented
    bool realistic = false;  ///< ids and descriptions too long for a std::string's own room, with escapes
};

reply<std::string> make_reply(format, const shape&);
std::string write_json(const reply<std::string>&, bool pretty);
std::string write_xml(const reply<std::string>&, bool pretty);
inline std::string write(format f, const reply<std::string>& r, bool pretty) {
    return f == format::json ? write_json(r, pretty) : write_xml(r, pretty);
}

/// What one call is made of, before anything is encoded: fourteen parameters on the wire.
struct call_input {
    std::string_view access_key_id = "LTAI5tExampleAccessKeyId";
    std::string_view access_key_secret = "ExampleAccessKeySecret30bytes0";
    std::string_view region_id = "cn-hangzhou";
    std::string_view vserver_group_id = "rsp-cige6j5e7p";
    std::string_view vserver_group_name = "web tier 东区";
    std::string_view load_balancer_id = "lb-bp1b6c719dfa08exfuca5";
    std::string_view client_token = "5A2CFF0E-5718-45B5-9D4D-70B3FF3898";
    std::string_view nonce = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf";
    std::time_t time = 1769501730;
    std::vector<slb::backend_server> old_backend_servers{};
};

/// With no server in its list (539 bytes are signed) or with twenty (3,119 bytes).
call_input make_call(std::size_t servers);

/// The same as the library takes it. What the operation does not know of travels as extra parameters.
struct library_call {
    slb::client client;
    slb::modify_vserver_group_backend_servers operation;
    slb::stamp when;
    std::vector<slb::parameter> extra;

    explicit library_call(const call_input&);
    std::string url() const { return slb::prepare(client, operation, when, extra).value().url; }
    std::string canonical_query() const;
    std::string string_to_sign() const { return slb::string_to_sign("GET", canonical_query()); }
};

}  // namespace bench
