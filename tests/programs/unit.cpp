// Compiled once for each unit of unit.hpp, with UNIT as its name.
#include "unit.hpp"

#include <slbwire/slbwire.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/xml.hpp>

namespace {

namespace slb = slbwire;

template <class... Result>
accepted count(const Result&... results) {
    return {(static_cast<int>(results.has_value()) + ...), static_cast<int>(sizeof...(results))};
}

accepted read(const deep_reply& reply) {
    const slb::http_response json{.status = 200, .body = reply.json};
    const slb::http_response xml{.status = 200, .body = reply.xml};
    slb::text_arena arena;
    return count(slb::json::check(json.body), slb::xml::check(xml.body),
                 slb::finish<slb::describe_vserver_groups>(json), slb::finish<slb::describe_vserver_groups>(xml),
                 slb::finish_view<slb::describe_vserver_groups>(json, arena),
                 slb::finish_view<slb::describe_vserver_groups>(xml, arena),
                 slb::finish_untyped(json), slb::finish_untyped(xml));
}

std::string url() {
    const slb::client client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    const auto request = slb::prepare(client, slb::delete_vserver_group{.vserver_group_id = "rsp-cige6j5e7p"},
                                      {.time = 1700000000, .nonce = "n"});
    return request ? request->url : request.error().message();
}

}  // namespace

extern const unit UNIT = {&read, &url, SLBWIRE_VERSION};
