// simdjson: On Demand and its document. The document's parser picks the machine's widest instructions when it runs,
// On Demand when it is compiled, so this file is compiled for the machine that it is on.

#include <simdjson.h>

#include "harness.hpp"

namespace {

using namespace bench;

static_assert(document::padding >= simdjson::SIMDJSON_PADDING);

simdjson::padded_string_view padded(const document& d) {
    return simdjson::padded_string_view(d.body().data(), d.body().size(), d.body().size() + document::padding);
}

template <class Value, class Text>
void read(Value&& object, std::string_view name, Text& to) {
    to = Text(object[name].get_string().value());
}
template <class Value>
void read(Value&& object, std::string_view name, std::optional<std::int32_t>& to) {
    to = static_cast<std::int32_t>(object[name].get_int64().value());
}

/// Members are asked for in the order in which they come, which is what On Demand is fastest at.
template <class Text, class Root>
reply<Text> read_reply(Root&& root) {
    reply<Text> r;
    read(root, "RequestId", r.request_id);
    read(root, "VServerGroupId", r.vserver_group_id);
    auto list = root["BackendServers"]["BackendServer"].get_array().value();
    if constexpr (requires { list.size(); }) r.backend_servers.reserve(list.size());
    for (auto s : list) {
        auto& to = r.backend_servers.emplace_back();
        auto object = s.get_object().value();
        read(object, "ServerId", to.server_id);
        read(object, "Port", to.port);
        read(object, "Weight", to.weight);
        read(object, "Type", to.type);
        read(object, "Description", to.description);
    }
    return r;
}

template <class Text>
std::optional<reply<Text>> on_demand(const document& body) try {
    static simdjson::ondemand::parser parser;  // views borrow from it
    simdjson::ondemand::document d = parser.iterate(padded(body));
    return read_reply<Text>(d);
} catch (const simdjson::simdjson_error&) {
    return {};
}

template <class Text>
std::optional<reply<Text>> dom(const document& body) try {
    static simdjson::dom::parser parser;
    const simdjson::dom::object root = parser.parse(body.body().data(), body.body().size(), false);
    return read_reply<Text>(root);
} catch (const simdjson::simdjson_error&) {
    return {};
}

const registration here([] {
    using std::string, std::string_view;
    add_version("simdjson", std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + "." +
                                std::to_string(simdjson::SIMDJSON_VERSION_MINOR) + "." +
                                std::to_string(simdjson::SIMDJSON_VERSION_REVISION) + " (" +
                                simdjson::get_active_implementation()->name() + ")");
    add_decoder(format::json, "simdjson: On Demand, -march=native", on_demand<string>);
    add_decoder(format::json, "simdjson: On Demand, -march=native", on_demand<string_view>);
    add_decoder(format::json, "simdjson: DOM", dom<string>);
    add_decoder(format::json, "simdjson: DOM", dom<string_view>);
});

}  // namespace
