// Calls that survive a bad night: throttles, a busy load balancer, a wrong clock, a lost reply, a gateway's page. The
// service is the fake that lives in the program, and is told to fail; what each call decides is printed.

#include <cstdio>

#include <slbwire/call/blocking.hpp>
#include <slbwire/slbwire.hpp>
#include <slbwire/testing/fake_service.hpp>

namespace slb = slbwire;

int main() {
    slb::fake_service http("testid", "testsecret");
    http.add_load_balancer("lb-1");

    slb::session session(slb::client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"});
    session.observer = [](const slb::call_event& e) {
        std::printf("%.*s, attempt %d: %.*s%s\n", static_cast<int>(e.action.size()), e.action.data(), e.attempt,
                    static_cast<int>(name(e.reason).size()), name(e.reason).data(), e.ends ? "" : ", goes on");
    };
    const slb::call_options options{.deadline_ms = 20'000, .ask_first = true};

    http.inject(slb::injected_fault::clock);
    http.inject(slb::injected_fault::throttled);
    http.inject(slb::injected_fault::cut_after);  // it is made, and the reply is lost
    const auto group = slb::call(
        http, session, slb::create_vserver_group{.load_balancer_id = "lb-1", .vserver_group_name = "web"}, options);
    if (!group) return std::printf("%s\n", group.error().message().c_str()), 1;

    http.inject(slb::injected_fault::busy, 2);
    http.inject(slb::injected_fault::bad_gateway);
    const slb::add_vserver_group_backend_servers add{.vserver_group_id = group->vserver_group_id,
                                                     .backend_servers = {{.server_id = "i-1", .port = 80}}};
    const auto servers = slb::call(http, session, add, options);
    if (!servers) return std::printf("%s\n", servers.error().message().c_str()), 1;
    std::printf("%zu server in the group, made once: %d\n", servers->backend_servers.size(),
                static_cast<int>(http.changes().size()) == 2);
    return servers->backend_servers.size() == 1 && http.changes().size() == 2 ? 0 : 1;
}
