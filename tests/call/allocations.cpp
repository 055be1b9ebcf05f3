// What a call allocates: nothing in `prepare` into a request that is used again, and nothing in a borrowing
// `finish` but the vector of servers.

#include <cstdlib>
#include <new>

#include <slbwire/slbwire.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/catch.hpp"

namespace {
std::size_t allocations = 0;
}

// The whole program's: counted everywhere, looked at only here.
void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    std::abort();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

using namespace slbwire;

TEST_CASE("a request that is used again costs no allocation") {
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    modify_vserver_group_backend_servers modify{.vserver_group_id = "rsp-cige6j5e7p"};
    for (int i = 1; i <= 20; ++i) modify.new_backend_servers.push_back({.server_id = "vm-1", .port = i, .weight = 100});
    const stamp when{.time = 1565092800, .nonce = "15215528852396"};
    http_request request;
    REQUIRE(prepare(c, modify, when, request).has_value());
    const std::size_t before = allocations;
    const bool done = prepare(c, modify, when, request).has_value();
    const std::size_t after = allocations;
    CHECK(done);
    CHECK(after - before == 0);
}

namespace {

/// A reply with so many servers, the first a little longer than the others.
std::string reply_with(int servers, bool xml) {
    std::string body = xml ? "<R><VServerGroupId>rsp-cige6j5e7p</VServerGroupId><BackendServers>"
                           : R"({"VServerGroupId":"rsp-cige6j5e7p","BackendServers":{"BackendServer":[)";
    for (int i = servers; i != 0; --i) {
        const std::string port = i == servers ? "65535" : "8080";
        if (xml) {
            body += "<BackendServer><ServerId>vm-&#49;</ServerId><Weight>100</Weight><Port>" + port + "</Port></BackendServer>";
        } else {
            body += R"({"ServerId":"vm-1\u0030","Weight":100,"Type":"ecs","Port":)" + port + (i == 1 ? "}" : "},");
        }
    }
    return body + (xml ? "</BackendServers></R>" : "]}}");
}

}  // namespace

TEST_CASE("a borrowing reply costs its vector") {
    using op = modify_vserver_group_backend_servers;
    for (bool xml : {false, true}) {
        for (int servers : {1, 2, 20, 1000}) {
            const http_response response{.status = 200, .body = reply_with(servers, xml)};
            text_arena arena;
            REQUIRE(finish_view<op>(response, arena).has_value());
            const std::size_t before = allocations;
            const auto reply = finish_view<op>(response, arena);
            const std::size_t after = allocations;
            REQUIRE(reply.has_value());
            CHECK(reply->backend_servers.size() == static_cast<std::size_t>(servers));
            // Room for one entry, then for all that seem to come.
            CAPTURE(xml, servers);
            CHECK(after - before == (servers == 1 ? 1u : 2u));
        }
    }
}
