// Makes a group, puts 53 servers in and takes 41 of them out again, whatever happens on the way: throttles, a busy load
// balancer, a wrong clock, lost replies, a proxy's pages. Each call ends within a minute.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include <httplib.h>
#include <slbwire/call/blocking.hpp>
#include <slbwire/slbwire.hpp>

namespace slb = slbwire;

slb::http_response http(const slb::http_request& request) {
    const slb::http_address to = slb::address_of(request);
    httplib::Client stack("http://" + std::string(to.authority));
    stack.set_read_timeout(std::chrono::milliseconds(request.timeout_ms));
    stack.set_url_encode(false);
    const httplib::Result got = stack.Get(std::string(to.target).c_str());
    if (!got) return {.transport_error = 1, .not_sent = got.error() == httplib::Error::Connection};
    slb::http_response reply{.status = got->status, .body = got->body};
    for (const auto& [name, value] : got->headers) reply.headers.push_back({name, value});
    return reply;
}

/// Twenty at a time, as many as a call takes.
template <class Operation>
bool in_batches(slb::session& session, const std::string& group, const std::vector<slb::backend_server>& servers,
                const slb::call_options& options) {
    for (auto first = servers.begin(); first != servers.end();) {
        const auto last = first + std::min<std::ptrdiff_t>(20, servers.end() - first);
        const Operation batch{.vserver_group_id = group, .backend_servers = {first, last}};
        const auto done = slb::call(http, session, batch, options);
        if (!done) return std::fprintf(stderr, "%s\n", done.error().message().c_str()), false;
        first = last;
    }
    return true;
}

int main(int count, char** words) {
    if (count != 3) return std::puts("usage: production HOST:PORT LOAD_BALANCER"), 2;
    slb::client client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou", .endpoint = words[1]};
    client.plain_http = true;
    slb::session session(client);
    session.observer = [](const slb::call_event& e) {
        std::printf("%s %d: %s\n", std::string(e.action).c_str(), e.attempt, std::string(name(e.reason)).c_str());
    };
    const slb::call_options options{.deadline_ms = 60'000, .policy = {.most_attempts = 20}, .ask_first = true};
    const slb::create_vserver_group create{.load_balancer_id = words[2], .vserver_group_name = "web"};
    const auto group = slb::call(http, session, create, options);
    if (!group) return std::fprintf(stderr, "%s\n", group.error().message().c_str()), 1;
    std::vector<slb::backend_server> in;
    for (int i = 0; i < 53; ++i) in.push_back({.server_id = "i-" + std::to_string(i), .port = 80});
    const std::vector<slb::backend_server> out(in.begin(), in.begin() + 41);
    const std::string& id = group->vserver_group_id;
    if (!in_batches<slb::add_vserver_group_backend_servers>(session, id, in, options)) return 1;
    return in_batches<slb::remove_vserver_group_backend_servers>(session, id, out, options) ? 0 : 1;
}
