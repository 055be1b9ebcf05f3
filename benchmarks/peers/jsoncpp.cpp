// JsonCpp: its document, in strict mode.

#include <memory>
#include <stdexcept>

#include <json/json.h>

#include "harness.hpp"

namespace {

using namespace bench;

std::string text(const Json::Value& object, const char* name) {
    const Json::Value& value = object[name];
    const char* first = nullptr;
    const char* last = nullptr;
    if (!value.isString() || !value.getString(&first, &last)) throw std::runtime_error(name);
    return {first, last};
}
std::int32_t integer(const Json::Value& object, const char* name) {
    const Json::Value& value = object[name];
    if (!value.isInt()) throw std::runtime_error(name);
    return value.asInt();
}

std::unique_ptr<Json::CharReader> strict_reader() {
    Json::CharReaderBuilder builder;
    Json::CharReaderBuilder::strictMode(&builder.settings_);
    return std::unique_ptr<Json::CharReader>(builder.newCharReader());
}

std::optional<reply<std::string>> dom(const document& body) try {
    static const std::unique_ptr<Json::CharReader> reader = strict_reader();
    Json::Value root;
    std::string error;
    const char* const first = body.body().data();
    if (!reader->parse(first, first + body.body().size(), &root, &error)) return {};
    const Json::Value& d = root;
    reply<std::string> r{text(d, "RequestId"), text(d, "VServerGroupId"), {}};
    const Json::Value& list = d["BackendServers"]["BackendServer"];
    r.backend_servers.reserve(list.size());
    for (const Json::Value& s : list) {
        r.backend_servers.push_back({text(s, "ServerId"), integer(s, "Port"), integer(s, "Weight"), text(s, "Type"),
                                     text(s, "Description")});
    }
    return r;
} catch (const std::exception&) {
    return {};
}

const registration here([] {
    add_version("JsonCpp", JSONCPP_VERSION_STRING);
    add_decoder(format::json, "JsonCpp: DOM", dom);
});

}  // namespace
