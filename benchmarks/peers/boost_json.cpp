// Boost.JSON: its document, on the heap and in memory that is used again.

#include <memory>

#include <boost/json.hpp>
#include <boost/version.hpp>

#include "harness.hpp"

namespace {

using namespace bench;
namespace json = boost::json;

template <class Text>
Text text(const json::object& object, const char* name) {
    const json::string& value = object.at(name).as_string();
    return Text(value.data(), value.size());
}
std::int32_t integer(const json::object& object, const char* name) {
    return static_cast<std::int32_t>(object.at(name).as_int64());
}

template <class Text>
reply<Text> read_reply(const json::value& root) {
    const json::object& d = root.as_object();
    reply<Text> r{text<Text>(d, "RequestId"), text<Text>(d, "VServerGroupId"), {}};
    const json::array& list = d.at("BackendServers").as_object().at("BackendServer").as_array();
    r.backend_servers.reserve(list.size());
    for (const json::value& entry : list) {
        const json::object& s = entry.as_object();
        r.backend_servers.push_back({text<Text>(s, "ServerId"), integer(s, "Port"), integer(s, "Weight"),
                                     text<Text>(s, "Type"), text<Text>(s, "Description")});
    }
    return r;
}

std::optional<reply<std::string>> on_heap(const document& body) try {
    return read_reply<std::string>(json::parse({body.body().data(), body.body().size()}));
} catch (const std::exception&) {
    return {};
}

template <class Text>
std::optional<reply<Text>> in_used_memory(const document& body) try {
    static std::vector<unsigned char> room(1 << 20);
    static std::unique_ptr<json::monotonic_resource> memory;
    static std::unique_ptr<json::value> d;  // views borrow from it
    d.reset();
    memory = std::make_unique<json::monotonic_resource>(room.data(), room.size());
    d = std::make_unique<json::value>(json::parse({body.body().data(), body.body().size()}, memory.get()));
    return read_reply<Text>(*d);
} catch (const std::exception&) {
    return {};
}

const registration here([] {
    add_version("Boost.JSON",
                std::to_string(BOOST_VERSION / 100000) + "." + std::to_string(BOOST_VERSION / 100 % 1000));
    add_decoder(format::json, "Boost.JSON: DOM", on_heap);
    add_decoder(format::json, "Boost.JSON: DOM, monotonic_resource", in_used_memory<std::string>);
    add_decoder(format::json, "Boost.JSON: DOM, monotonic_resource", in_used_memory<std::string_view>);
});

}  // namespace
