// The whole way of two calls, against a fake of the service in this process: no network, no keys.
//
//     g++ -std=c++20 -I include tests/examples/quickstart.cpp -o quickstart && ./quickstart
//
// What stands between the two lines is all that a program with an HTTP stack of its own has to write.

#include <cstdio>
#include <string>

#include <slbwire/slbwire.hpp>
#include <slbwire/testing/fake_service.hpp>

namespace slb = slbwire;

namespace {

void print(const char* title, const slb::result<slb::vserver_group_backend_servers>& group) {
    if (!group) {
        std::printf("%s: %s\n", title, group.error().message().c_str());
        return;
    }
    std::printf("%s: %s has\n", title, group->vserver_group_id.c_str());
    for (const slb::backend_server& server : group->backend_servers) {
        std::printf("  %-8s port %5d weight %3d\n", server.server_id.c_str(), server.port.value_or(0),
                    server.weight.value_or(0));
    }
}

}  // namespace

int main() {
    slb::fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-fake");

    // ---------------------------------------------------------------------------------------------
    // Your HTTP stack, as a callable: one request in, one response out.
    const auto http = [&](const slb::http_request& request) -> slb::http_response {
        std::printf("\n%.*s %s\n%s%s", static_cast<int>(request.method.size()), request.method.data(),
                    request.url.c_str(), request.body.c_str(), request.body.empty() ? "" : "\n");
        slb::http_response response = service(request);
        std::printf("%d %s\n", response.status, response.body.c_str());
        return response;
    };

    slb::client client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};

    // A group to work on.
    const auto made = slb::call(http, client,
                                slb::create_vserver_group{
                                    .load_balancer_id = "lb-fake",
                                    .vserver_group_name = "web",
                                    .backend_servers = {{.server_id = "vm-231", .port = 70, .weight = 100},
                                                        {.server_id = "vm-232", .port = 90, .weight = 100},
                                                        {.server_id = "vm-233", .port = 80, .weight = 100}},
                                });
    if (!made) {
        std::printf("%s\n", made.error().message().c_str());
        return 1;
    }

    // Take two servers out; the answer comes as JSON.
    const auto removed = slb::call(http, client,
                                   slb::remove_vserver_group_backend_servers{
                                       .vserver_group_id = made->vserver_group_id,
                                       .backend_servers = {{.server_id = "vm-233", .port = 80},
                                                           {.server_id = "vm-232", .port = 90}},
                                   });
    print("after Remove", removed);

    // Put two others in place of the last one, as a form, and have the answer as XML.
    client.style = slb::request_style::post_form;
    client.format = slb::reply_format::xml;
    const auto modified = slb::call(http, client,
                                    slb::modify_vserver_group_backend_servers{
                                        .vserver_group_id = made->vserver_group_id,
                                        .old_backend_servers = {{.server_id = "vm-231", .port = 70}},
                                        .new_backend_servers = {{.server_id = "vm-235", .port = 8080, .weight = 100},
                                                                {.server_id = "vm-236", .port = 70, .weight = 50}},
                                    });
    print("after Modify", modified);
    // ---------------------------------------------------------------------------------------------

    // What is wrong with a request is said before anything is sent …
    const auto invalid = slb::call(http, client,
                                   slb::remove_vserver_group_backend_servers{
                                       .vserver_group_id = made->vserver_group_id,
                                       .backend_servers = {{.server_id = "vm-235", .port = 80800}},
                                   });
    print("\nan invalid request", invalid);

    // … and what the service refuses keeps its code, message and request id.
    const auto refused = slb::call(http, client,
                                   slb::remove_vserver_group_backend_servers{
                                       .vserver_group_id = "rsp-nowhere",
                                       .backend_servers = {{.server_id = "vm-235", .port = 8080}},
                                   });
    print("a refused one", refused);

    const bool right = removed && removed->backend_servers.size() == 1 && modified &&
                       modified->backend_servers.size() == 2 && !invalid && !refused &&
                       refused.error().service.kind == slb::error_class::not_found;
    return right ? 0 : 1;
}
