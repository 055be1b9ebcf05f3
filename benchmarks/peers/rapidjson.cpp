// RapidJSON: its document and its events, from the body and in place.

#include <memory>

#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/document.h>
#include <rapidjson/reader.h>

#include "harness.hpp"
#include "json_events.hpp"

namespace {

using namespace bench;
namespace rj = rapidjson;

template <class Text>
bool read(const rj::Value& object, const char* name, Text& to) {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd() || !member->value.IsString()) return false;
    to = Text(member->value.GetString(), member->value.GetStringLength());
    return true;
}
bool read(const rj::Value& object, const char* name, std::optional<std::int32_t>& to) {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd() || !member->value.IsInt()) return false;
    to = member->value.GetInt();
    return true;
}

template <class Text>
std::optional<reply<Text>> read_reply(const rj::Document& d) {
    reply<Text> r;
    if (d.HasParseError() || !d.IsObject() || !read(d, "RequestId", r.request_id) ||
        !read(d, "VServerGroupId", r.vserver_group_id)) {
        return {};
    }
    const auto group = d.FindMember("BackendServers");
    if (group == d.MemberEnd() || !group->value.IsObject()) return {};
    const auto list = group->value.FindMember("BackendServer");
    if (list == group->value.MemberEnd() || !list->value.IsArray()) return {};
    r.backend_servers.resize(list->value.Size());
    auto to = r.backend_servers.begin();
    for (const rj::Value& from : list->value.GetArray()) {
        if (!from.IsObject() || !read(from, "ServerId", to->server_id) || !read(from, "Port", to->port) ||
            !read(from, "Weight", to->weight) || !read(from, "Type", to->type) ||
            !read(from, "Description", to->description)) {
            return {};
        }
        ++to;
    }
    return r;
}

template <class Text>
auto document_of(const document& body) {
    static std::unique_ptr<rj::Document> d;  // views borrow from it
    d = std::make_unique<rj::Document>();
    d->Parse(body.body().data(), body.body().size());
    return read_reply<Text>(*d);
}
template <class Text, unsigned Flags>
auto document_in_place(const document& body) {
    static std::unique_ptr<rj::Document> d;
    d = std::make_unique<rj::Document>();
    d->ParseInsitu<Flags>(body.copy());
    return read_reply<Text>(*d);
}

template <class Text>
struct handler : rj::BaseReaderHandler<rj::UTF8<>, handler<Text>> {
    json_events<Text> events;

    bool Default() { return events.other(); }
    bool StartObject() { return events.start_object(); }
    bool EndObject(rj::SizeType) { return events.end_object(); }
    bool StartArray() { return events.start_array(); }
    bool EndArray(rj::SizeType) { return events.end_array(); }
    bool Key(const char* name, rj::SizeType size, bool) { return events.name({name, size}); }
    bool String(const char* text, rj::SizeType size, bool) { return events.text(Text(text, size)); }
    bool Int(int value) { return events.integer(value); }
    bool Uint(unsigned value) { return events.integer(value); }
    bool Int64(std::int64_t value) { return events.integer(value); }
};

std::optional<reply<std::string>> events_of(const document& body) {
    rj::Reader reader;
    rj::MemoryStream in(body.body().data(), body.body().size());
    handler<std::string> h;
    if (reader.Parse(in, h).IsError()) return {};
    return h.events.take();
}
template <class Text>
std::optional<reply<Text>> events_in_place(const document& body) {
    rj::Reader reader;
    rj::InsituStringStream in(body.copy());
    handler<Text> h;
    if (reader.Parse<rj::kParseInsituFlag>(in, h).IsError()) return {};
    return h.events.take();
}

const registration here([] {
    using std::string, std::string_view;
    constexpr auto json = format::json;
    constexpr unsigned utf8_too = rj::kParseInsituFlag | rj::kParseValidateEncodingFlag;
    add_version("RapidJSON", RAPIDJSON_VERSION_STRING);
    add_decoder(json, "RapidJSON: DOM", document_of<string>);
    add_decoder(json, "RapidJSON: DOM", document_of<string_view>);
    add_decoder(json, "RapidJSON: DOM in place", document_in_place<string, rj::kParseInsituFlag>);
    add_decoder(json, "RapidJSON: DOM in place", document_in_place<string_view, rj::kParseInsituFlag>);
    add_decoder(json, "RapidJSON: DOM in place, UTF-8 checked", document_in_place<string, utf8_too>);
    add_decoder(json, "RapidJSON: DOM in place, UTF-8 checked", document_in_place<string_view, utf8_too>);
    add_decoder(json, "RapidJSON: SAX", events_of);
    add_decoder(json, "RapidJSON: SAX in place", events_in_place<string>);
    add_decoder(json, "RapidJSON: SAX in place", events_in_place<string_view>);
});

}  // namespace
