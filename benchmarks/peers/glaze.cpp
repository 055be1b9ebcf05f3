// Glaze: straight to structs. Its views do not have escapes decoded, so only owning ones are measured.

#include <glaze/glaze.hpp>

#include "harness.hpp"

namespace {

using namespace bench;

/// The list on the wire has two levels.
struct glaze_list {
    std::vector<server<std::string>> backend_servers{};
};
struct glaze_reply {
    std::string request_id{};
    std::string vserver_group_id{};
    glaze_list list{};
};

}  // namespace

template <>
struct glz::meta<server<std::string>> {
    using T = server<std::string>;
    static constexpr auto value = object("ServerId", &T::server_id, "Port", &T::port, "Weight", &T::weight, "Type",
                                         &T::type, "Description", &T::description);
};
template <>
struct glz::meta<glaze_list> {
    static constexpr auto value = object("BackendServer", &glaze_list::backend_servers);
};
template <>
struct glz::meta<glaze_reply> {
    using T = glaze_reply;
    static constexpr auto value = object("RequestId", &T::request_id, "VServerGroupId", &T::vserver_group_id,
                                         "BackendServers", &T::list);
};

namespace {

std::optional<reply<std::string>> structs(const document& body) {
    glaze_reply r;
    if (glz::read<glz::opts{.error_on_unknown_keys = false}>(r, body.body())) return {};
    return reply<std::string>{std::move(r.request_id), std::move(r.vserver_group_id),
                              std::move(r.list.backend_servers)};
}

const registration here([] {
    add_version("Glaze", SLBWIRE_GLAZE_VERSION);
    add_decoder(format::json, "Glaze", structs);
});

}  // namespace
