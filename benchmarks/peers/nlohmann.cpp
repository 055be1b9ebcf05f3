// nlohmann/json: its document and its events.

#include <nlohmann/json.hpp>

#include "harness.hpp"
#include "json_events.hpp"

namespace {

using namespace bench;
using nlohmann::json;

std::string take_text(json& object, const char* name) {
    return std::move(object.at(name).get_ref<std::string&>());
}
std::int32_t integer(json& object, const char* name) {
    return static_cast<std::int32_t>(object.at(name).get_ref<json::number_unsigned_t&>());
}

std::optional<reply<std::string>> dom(const document& body) try {
    json d = json::parse(body.body());
    reply<std::string> r{take_text(d, "RequestId"), take_text(d, "VServerGroupId"), {}};
    json& list = d.at("BackendServers").at("BackendServer");
    r.backend_servers.reserve(list.size());
    for (json& s : list) {
        r.backend_servers.push_back({take_text(s, "ServerId"), integer(s, "Port"), integer(s, "Weight"),
                                     take_text(s, "Type"), take_text(s, "Description")});
    }
    return r;
} catch (const json::exception&) {
    return {};
}

struct handler {
    json_events<std::string> events{};

    bool null() { return events.other(); }
    bool boolean(bool) { return events.other(); }
    bool number_integer(json::number_integer_t value) { return events.integer(value); }
    bool number_unsigned(json::number_unsigned_t value) {
        return value <= INT64_MAX ? events.integer(static_cast<std::int64_t>(value)) : events.other();
    }
    bool number_float(json::number_float_t, const std::string&) { return events.other(); }
    bool string(std::string& value) { return events.text(std::move(value)); }
    bool binary(json::binary_t&) { return events.other(); }
    bool start_object(std::size_t) { return events.start_object(); }
    bool end_object() { return events.end_object(); }
    bool start_array(std::size_t) { return events.start_array(); }
    bool end_array() { return events.end_array(); }
    bool key(std::string& name) { return events.name(name); }
    bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }
};

std::optional<reply<std::string>> sax(const document& body) {
    handler h;
    if (!json::sax_parse(body.body(), &h)) return {};
    return h.events.take();
}

const registration here([] {
    add_version("nlohmann/json", std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
                                     std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
                                     std::to_string(NLOHMANN_JSON_VERSION_PATCH));
    add_decoder(format::json, "nlohmann/json: DOM", dom);
    add_decoder(format::json, "nlohmann/json: SAX", sax);
});

}  // namespace
