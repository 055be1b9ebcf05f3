// Functions of a program that always call the library. g++ takes what is called rarely for rare, and with it whoever
// always calls that: so a function of ours that is marked so in the wrong place would have these compiled for size.

#include <slbwire/call/blocking.hpp>
#include <slbwire/slbwire.hpp>
#include <slbwire/wire/body_kind.hpp>

namespace slb = slbwire;
using send = slb::http_response (*)(const slb::http_request&);

slb::client caller_client(const char* s) { return {.credentials = {s, s}, .region_id = s}; }
bool caller_call(send t, const slb::client& c) {
    return slb::call(t, c, slb::remove_vserver_group_backend_servers{}).has_value();
}
bool caller_session(send t, slb::session& s) { return slb::call(t, s, slb::create_vserver_group{}).has_value(); }
bool caller_untyped(send t, const slb::client& c, const slb::untyped_operation& op) {
    return slb::call(t, c, op).has_value();
}
bool caller_prepare(const slb::client& c, const slb::stamp& when) {
    return slb::prepare(c, slb::describe_vserver_groups{}, when).has_value();
}
bool caller_finish(const slb::http_response& r) { return slb::finish<slb::describe_vserver_groups>(r).has_value(); }
bool caller_view(const slb::http_response& r, slb::text_arena& arena) {
    return slb::finish_view<slb::describe_vserver_groups>(r, arena).has_value();
}
std::size_t caller_sign(std::string_view text) { return slb::sign(text, text).text().size(); }
std::size_t caller_stamp() { return slb::system_stamp().nonce.size(); }
bool caller_timestamp(std::int64_t time) { return slb::format_timestamp(time).has_value(); }
std::string caller_percent(std::string_view text) { return slb::percent_encode(text); }
std::string caller_query(const std::vector<slb::parameter>& parameters) { return slb::canonical_query(parameters); }
std::string caller_string_to_sign(std::string_view text) { return slb::string_to_sign(text, text); }
std::string caller_list(const std::vector<slb::backend_server>& servers) {
    return slb::encode_backend_servers(servers);
}
bool caller_read_list(std::string_view text) { return slb::decode_backend_servers(text).has_value(); }
bool caller_json(std::string_view text) { return slb::json::check(text).has_value(); }
bool caller_xml(std::string_view text) { return slb::xml::check(text).has_value(); }
bool caller_body(std::string_view text) { return slb::kind_of_body(text) == slb::body_kind::json; }
