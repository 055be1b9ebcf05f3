// Every operation through every function that takes one, to be compiled with many warnings.
#include <ostream>
#include <string>
#include <utility>

#include <slbwire/api/assume_role.hpp>
#include <slbwire/call/key_files.hpp>
#include <slbwire/call/key_providers.hpp>
#include <slbwire/call/print.hpp>
#include <slbwire/slbwire.hpp>
#include <slbwire/testing/deferred_transport.hpp>
#include <slbwire/testing/fake_service.hpp>

namespace {

namespace slb = slbwire;

template <class Op>
void use(std::ostream& to, const slb::client& client, const slb::http_response& reply) {
    const Op op{};
    slb::http_request request;
    slb::text_arena arena;
    to << op;
    if (const auto made = slb::prepare(client, op, {.time = 1700000000, .nonce = "n"}); !made) to << made.error();
    if (const auto made = slb::prepare(client, op, slb::system_stamp(), request); made) to << request;
    if (const auto read = slb::finish<Op>(reply); read) to << *read;
    if (const auto read = slb::finish_view<Op>(reply, arena); read) to << *read;
    if (const auto read = slb::finish<Op>(reply, request); !read) to << read.error();
    if (const auto read = slb::finish_view<Op>(reply, arena, request); !read) to << slb::string_to_sign(request);
    const auto answer = slb::call([&](const slb::http_request&) { return reply; }, client, op);
    if (!answer) to << answer.error();
    slb::fake_service service("testid", "testsecret");
    if (const auto got = slb::call(service, client, op); !got) to << got.error();
    slb::deferred_transport deferred(service);
    slb::call(deferred, client, op, [&](slb::result<typename Op::response> got) { to << got.has_value(); });
    deferred.deliver();
    const auto later = [&](slb::http_request&&, auto done) { done(slb::http_response(reply)); };
    slb::call(later, client, op, [&](slb::result<typename Op::response> got) { to << got.has_value(); });
}

template <class... Op>
void use_all(std::ostream& to, const slb::client& client, const slb::http_response& reply) {
    (use<Op>(to, client, reply), ...);
}

}  // namespace

void use_everything(std::ostream& to, const slb::client& client, const slb::http_response& reply);
void use_everything(std::ostream& to, const slb::client& client, const slb::http_response& reply) {
    use_all<slb::add_backend_servers, slb::remove_backend_servers, slb::set_backend_servers,
            slb::add_vserver_group_backend_servers, slb::remove_vserver_group_backend_servers,
            slb::modify_vserver_group_backend_servers, slb::create_vserver_group, slb::delete_vserver_group,
            slb::set_vserver_group_attribute, slb::describe_vserver_group_attribute, slb::describe_vserver_groups,
            slb::create_master_slave_server_group, slb::delete_master_slave_server_group,
            slb::describe_master_slave_server_group_attribute, slb::describe_master_slave_server_groups,
            slb::describe_health_status, slb::describe_load_balancer_attribute, slb::assume_role>(to, client, reply);
    const slb::untyped_operation any{.action = "DescribeRegions", .service = slb::delete_vserver_group::service};
    if (const auto made = slb::prepare(client, any, slb::system_stamp()); made) to << *made;
    if (const auto read = slb::finish_untyped(reply, {.method = "GET"}); !read) to << read.error();
    if (const auto read = slb::finish_untyped(reply); read) to << read->at("RequestId").has_value();
    if (const auto read = slb::finish_untyped(reply); read) {
        for (const slb::document_entry& entry : read->entries("BackendServers/BackendServer")) to << entry.has("ServerId");
    }
    to << slb::error_kind::refused << slb::name(slb::retry_advice::later);
    if (const auto list = slb::decode_backend_servers(reply.body); list) to << slb::encode_backend_servers(*list);
    to << slb::json::check(reply.body).has_value() << slb::xml::check(reply.body).has_value();
    if (const auto keys = slb::default_credentials(); !keys) to << keys.error();
    if (const auto profile = slb::parse_cli_config(reply.body)) {
        const auto http = [&](const slb::http_request&) { return reply; };
        slb::session session(client, slb::profile_credentials(http, client, *profile));
        slb::session other(client, slb::assume_role_credentials(http, session, profile->role));
        to << slb::call(http, other, slb::delete_vserver_group{}).has_value();
    }
}
