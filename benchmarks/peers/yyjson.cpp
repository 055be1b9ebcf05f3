// yyjson: its document, from the body and in place.

#include <cstring>
#include <memory>

#include <yyjson.h>

#include "harness.hpp"

namespace {

using namespace bench;

static_assert(document::padding >= YYJSON_PADDING_SIZE);

struct free_document {
    void operator()(yyjson_doc* d) const { yyjson_doc_free(d); }
};

template <class Text>
bool read(yyjson_val* object, const char* name, Text& to) {
    yyjson_val* const value = yyjson_obj_getn(object, name, std::strlen(name));
    if (!yyjson_is_str(value)) return false;
    to = Text(yyjson_get_str(value), yyjson_get_len(value));
    return true;
}
bool read(yyjson_val* object, const char* name, std::optional<std::int32_t>& to) {
    yyjson_val* const value = yyjson_obj_getn(object, name, std::strlen(name));
    if (!yyjson_is_int(value)) return false;
    to = static_cast<std::int32_t>(yyjson_get_sint(value));
    return true;
}

template <class Text>
std::optional<reply<Text>> read_reply(yyjson_val* root) {
    reply<Text> r;
    if (!read(root, "RequestId", r.request_id) || !read(root, "VServerGroupId", r.vserver_group_id)) return {};
    yyjson_val* const list = yyjson_obj_get(yyjson_obj_get(root, "BackendServers"), "BackendServer");
    if (!yyjson_is_arr(list)) return {};
    r.backend_servers.resize(yyjson_arr_size(list));
    auto to = r.backend_servers.begin();
    yyjson_arr_iter entries = yyjson_arr_iter_with(list);
    while (yyjson_val* const s = yyjson_arr_iter_next(&entries)) {
        if (!read(s, "ServerId", to->server_id) || !read(s, "Port", to->port) || !read(s, "Weight", to->weight) ||
            !read(s, "Type", to->type) || !read(s, "Description", to->description)) {
            return {};
        }
        ++to;
    }
    return r;
}

template <class Text, bool InPlace>
std::optional<reply<Text>> dom(const document& body) {
    static std::unique_ptr<yyjson_doc, free_document> d;  // views borrow from it
    // Without the flag nothing is written to the body.
    char* const text = InPlace ? body.copy() : const_cast<char*>(body.body().data());
    const yyjson_read_flag flags = InPlace ? YYJSON_READ_INSITU : YYJSON_READ_NOFLAG;
    d.reset(yyjson_read_opts(text, body.body().size(), flags, nullptr, nullptr));
    return read_reply<Text>(yyjson_doc_get_root(d.get()));
}

const registration here([] {
    using std::string, std::string_view;
    add_version("yyjson", YYJSON_VERSION_STRING);
    add_decoder(format::json, "yyjson: DOM", dom<string, false>);
    add_decoder(format::json, "yyjson: DOM", dom<string_view, false>);
    add_decoder(format::json, "yyjson: DOM in place", dom<string, true>);
    add_decoder(format::json, "yyjson: DOM in place", dom<string_view, true>);
});

}  // namespace
