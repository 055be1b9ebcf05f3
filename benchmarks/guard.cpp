// Ten works, each once between two marks of Callgrind's, for `benchmarks/instructions` to count. Compiled without
// SIMD, so that every machine runs the same instructions.

#include <cstdio>
#include <cstdlib>

#include <valgrind/callgrind.h>

#include "inputs.hpp"

namespace {

using namespace bench;

using operation = slb::modify_vserver_group_backend_servers;

/// Keeps what is computed from being optimised away.
volatile std::size_t sink = 0;

/// `work` gives a number that is not 0.
template <class Work>
void count(const char* name, Work work) {
    // Twice before: what is made once is made, and what is looked up by the loader is found.
    for (int i = 0; i < 2; ++i) {
        if (work() != 0) continue;
        std::fprintf(stderr, "%s: failed\n", name);
        std::exit(1);
    }
    CALLGRIND_TOGGLE_COLLECT;
    sink = work();
    CALLGRIND_TOGGLE_COLLECT;
    CALLGRIND_DUMP_STATS_AT(name);
}

slb::http_response reply_of(format f, bool realistic = false) {
    return {.status = 200, .body = write(f, make_reply(f, {.servers = 20, .realistic = realistic}), false)};
}

void count_requests() {
    const call_input input = make_call(20);
    const library_call brief(make_call(0));
    const library_call listing(input);
    const std::string to_sign = brief.string_to_sign();
    const std::string query = listing.canonical_query();
    slb::http_request request;
    const auto prepare = [&](const library_call& call) {
        return slb::prepare(call.client, call.operation, call.when, request, call.extra) ? request.url.size() : 0;
    };
    count("sign 539 bytes", [&] { return slb::sign(to_sign, input.access_key_secret).text().size(); });
    count("prepare 14 parameters", [&] { return prepare(brief); });
    count("prepare 14 parameters with a list of 20 servers", [&] { return prepare(listing); });
    count("write a list of 20 servers", [&] { return slb::encode_backend_servers(input.old_backend_servers).size(); });
    count("percent-encode 2,235 bytes", [&] { return slb::percent_encode(query).size(); });
}

void count_replies() {
    slb::text_arena arena;
    const auto own = [](const slb::http_response& response) {
        const auto r = slb::finish<operation>(response);
        return r ? r->backend_servers.size() : 0;
    };
    const auto borrow = [&](const slb::http_response& response) {
        const auto r = slb::finish_view<operation>(response, arena);
        return r ? r->backend_servers.size() : 0;
    };
    const slb::http_response json = reply_of(format::json);
    const slb::http_response xml = reply_of(format::xml);
    const slb::http_response escapes = reply_of(format::json, true);
    count("JSON, 20 servers, owning", [&] { return own(json); });
    count("JSON, 20 servers, borrowing", [&] { return borrow(json); });
    count("JSON, 20 servers with escapes, borrowing", [&] { return borrow(escapes); });
    count("XML, 20 servers, owning", [&] { return own(xml); });
    count("XML, 20 servers, borrowing", [&] { return borrow(xml); });
}

}  // namespace

int main() {
    count_requests();
    count_replies();
}
