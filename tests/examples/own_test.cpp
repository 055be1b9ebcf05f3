// How a program tests what it does with the library: its own code against a fake of the service, with what goes wrong in
// the field. README, "Testing your own program".

#include <cstdio>
#include <string>

#include <slbwire/slbwire.hpp>
#include <slbwire/testing/fake_service.hpp>

namespace slb = slbwire;

namespace {

// ---- the program ----------------------------------------------------------------------------------------------------

/// Takes a server out, as often as it is worth a try. The transport is a template, or a std::function.
template <class Transport>
bool drain(Transport& http, slb::client& client, const std::string& group, const std::string& server) {
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto left = slb::call(http, client, slb::remove_vserver_group_backend_servers{
            .vserver_group_id = group,
            .backend_servers = {{.server_id = server, .port = 80}},
        });
        if (left) return true;
        const slb::error& e = left.error();
        if (e.service.retry == slb::retry_advice::never) return false;
        if (e.service.kind == slb::error_class::clock) {
            client.clock_offset = e.server_time - slb::system_stamp().time;
        }
        // A real program waits here, at least e.service.retry_after_ms.
    }
    return false;
}

// ---- its tests ------------------------------------------------------------------------------------------------------

int failures = 0;
void expect(bool holds, const char* what) {
    if (!holds) ++failures;
    std::printf("%s  %s\n", holds ? "ok  " : "FAIL", what);
}

}  // namespace

int main() {
    slb::fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-1");
    slb::client client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    const auto made = slb::call(service, client, slb::create_vserver_group{
        .load_balancer_id = "lb-1",
        .backend_servers = {{.server_id = "vm-1", .port = 80}, {.server_id = "vm-2", .port = 80}},
    });
    if (!made) return 1;
    const std::string group = made->vserver_group_id;

    service.inject(slb::injected_fault::throttled, 2);
    service.inject(slb::injected_fault::cut_after);  // the reply is lost, the server is out
    expect(drain(service, client, group, "vm-1"), "drained in spite of throttling and a lost reply");
    expect(service.servers(group)->size() == 1, "one server is left");
    expect(service.changes().size() == 3, "created once, removed twice");

    service.inject(slb::injected_fault::clock);
    expect(drain(service, client, group, "vm-2"), "drained in spite of a clock that is eight hours off");
    expect(service.servers(group)->empty(), "none is left");

    service.inject(slb::injected_fault::login_page);
    expect(!drain(service, client, group, "vm-2"), "a login page is not retried");
    return failures;
}
