// What every consumer project in this folder builds, each in its own way of finding slbwire: a program with
// an HTTP stack of its own.
#include <cstdio>
#include <string>

#include <slbwire/slbwire.hpp>

namespace slb = slbwire;

namespace {

/// Somebody else's HTTP stack.
struct stack {
    int code = 200;
    std::string text =
        R"({"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C","VServerGroupId":"rsp-cige6j5e7p",)"
        R"("BackendServers":{"BackendServer":[{"ServerId":"vm-231","Port":70,"Weight":100,"Type":"ecs"}]}})";
};

}  // namespace

int main() {
    stack reply;
    auto http = [&](const slb::http_request& request) -> slb::http_response {
        std::puts(request.url.c_str());
        return {.status = reply.code, .body = std::move(reply.text)};
    };

    slb::client client{.credentials = {"key-id", "key-secret"}, .region_id = "cn-hangzhou"};

    auto group = slb::call(http, client, slb::remove_vserver_group_backend_servers{
        .vserver_group_id = "rsp-cige6j5e7p",
        .backend_servers  = {{.server_id = "vm-233", .port = 80}, {.server_id = "vm-232", .port = 90}},
    });
    if (!group) {
        std::puts(group.error().message().c_str());
        return 1;
    }
    for (const slb::backend_server& server : group->backend_servers) {
        std::printf("%s %d %d\n", server.server_id.c_str(), server.port.value_or(0), server.weight.value_or(0));
    }
    return group->backend_servers.size() == 1 && group->backend_servers[0].port == 70 ? 0 : 1;
}
