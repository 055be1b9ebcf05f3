// The library itself. The order here is that of the report.

#include <slbwire/slbwire.hpp>

#include "harness.hpp"

namespace {

using namespace bench;

/// An operation whose reply has the fields that the peers fill, no more.
struct five_fields {
    static constexpr std::string_view action = "ModifyVServerGroupBackendServers";
    static constexpr const slb::service& service = slb::classic_load_balancer;
    std::string vserver_group_id{};

    static constexpr slb::field<five_fields> fields[] = {{"VServerGroupId", &five_fields::vserver_group_id}};
    template <class Text>
    using response_of = reply<Text>;
    using response = reply<std::string>;
};

template <class Operation>
auto own(const document& d) {
    return slb::finish<Operation>(d.response());
}
template <class Operation>
auto borrow(const document& d) {
    static slb::text_arena arena;
    return slb::finish_view<Operation>(d.response(), arena);
}

void add_decoders() {
    // Eleven fields a server, all that the service documents.
    using all_fields = slb::modify_vserver_group_backend_servers;
    for (const format f : {format::json, format::xml}) {
        add_decoder(f, "slbwire", own<five_fields>);
        add_decoder(f, "slbwire", borrow<five_fields>);
        add_decoder(f, "slbwire: modify_vserver_group_backend_servers", own<all_fields>);
        add_decoder(f, "slbwire: modify_vserver_group_backend_servers", borrow<all_fields>);
    }
}

void add_texts() {
    static const library_call brief(make_call(0));
    static const library_call listing(make_call(20));
    static slb::http_request request;
    for (const library_call* call : {&brief, &listing}) {
        const char* const work = call == &brief ? works::sign_brief : works::sign_list;
        const std::size_t bytes = call->string_to_sign().size();
        add(work, bytes, "slbwire: prepare", [call] { return call->url(); });
        add(work, bytes, "slbwire: prepare, request used again", [call] {
            (void)slb::prepare(call->client, call->operation, call->when, request, call->extra);
            return std::string_view(request.url);
        });
    }

    static const std::string to_sign = brief.string_to_sign();
    static const slb::hmac_key<slb::sha1> key(make_call(0).access_key_secret, "&");
    add(works::hmac, to_sign.size(), "slbwire: key kept", [] {
        slb::hmac_sha1 code(key);
        code.update(to_sign);
        return code.finish();
    });

    static std::string text;
    static const std::string query = listing.canonical_query();
    add(works::percent, query.size(), "slbwire", [] { return slb::percent_encode(query); });
    add(works::percent_again, query.size(), "slbwire", [] {
        slb::assign(text, [](slb::bounded_output& out) { slb::percent_encode(out, query); });
        return std::string_view(text);
    });

    static const std::vector<slb::backend_server>& servers = listing.operation.old_backend_servers;
    const std::size_t list_bytes = slb::encode_backend_servers(servers).size();
    add(works::list, list_bytes, "slbwire", [] { return slb::encode_backend_servers(servers); });
    add(works::list_again, list_bytes, "slbwire", [] {
        slb::assign(text, [](slb::bounded_output& out) { slb::encode_backend_servers<std::string>(out, servers); });
        return std::string_view(text);
    });
}

const registration here([] {
    add_version("slbwire", SLBWIRE_BENCHMARK_VERSION);
    add_decoders();
    add_texts();
});

}  // namespace
