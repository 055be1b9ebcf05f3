// A program that uses a little of everything, to be compiled where other people's macros are defined. In its own words
// it has none that these may replace, but for the library's.
#include <slbwire/call/print.hpp>
#include <slbwire/slbwire.hpp>
#include <slbwire/testing/deferred_transport.hpp>
#include <slbwire/testing/fake_service.hpp>

namespace slb = slbwire;

struct add_tags {
    static constexpr std::string_view action = "AddTags";
    static constexpr slb::service service{.version = "2014-05-15", .code = "slb"};
    std::string load_balancer_id{};
    std::vector<slb::tag> tags{};
    static constexpr slb::field<add_tags> fields[] = {
        {"LoadBalancerId", &add_tags::load_balancer_id, slb::field_rule{.required = true}},
        slb::list<&add_tags::tags>("Tags", "Tag"),
    };
    using response = slb::request_id_only;
};

int main() {
    slb::client client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    const auto transport = [](const slb::http_request&) {
        return slb::http_response{.status = 200, .body = R"({"RequestId":"x"})"};
    };
    slb::text_arena arena;
    const slb::http_response reply{.status = 200, .body = R"({"VServerGroupId":"rsp-1"})"};
    const auto view = slb::finish_view<slb::create_vserver_group>(reply, arena);
    const auto plain = slb::finish<slb::create_vserver_group>(reply);
    const auto known = slb::finish_untyped(reply);
    const auto listed = slb::decode_backend_servers("[{'ServerId':'vm-233','Port':'80'}]");
    const bool well_formed = slb::json::check("{}").has_value() && slb::xml::check("<a/>").has_value();
    const auto prepared =
        slb::prepare(client, add_tags{.load_balancer_id = "lb-1"}, {.time = 1700000000, .nonce = "n"});
    const auto answer = slb::call(transport, client, slb::delete_vserver_group{.vserver_group_id = "rsp-1"});
    slb::fake_service service("testid", "testsecret");
    slb::deferred_transport deferred(service);
    slb::call(deferred, client, slb::delete_vserver_group{.vserver_group_id = "rsp-1"}, [](const auto&) {});
    if (!answer && answer.error().kind == slb::error_kind::refused) return 2;
    const std::string text =
        slb::show(client) + slb::percent_encode("a b") + std::string(slb::sign("GET&%2F&", "secret").text());
    return view && plain && known && listed && prepared && well_formed && !text.empty() ? 0 : 1;
}
