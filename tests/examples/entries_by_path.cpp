// A call without a struct, and a walk through the lists of its reply: against a fake of the service in this process.
//
//     g++ -std=c++20 -I include tests/examples/entries_by_path.cpp -o entries_by_path && ./entries_by_path

#include <cstdio>
#include <string>

#include <slbwire/slbwire.hpp>

#include <slbwire/testing/fake_service.hpp>

namespace slb = slbwire;

int main() {
    slb::fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-fake");
    for (slb::reply_format format : {slb::reply_format::json, slb::reply_format::xml}) {
        const slb::client client{
            .credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou", .format = format};
        const auto made = slb::call(service, client,
                                    slb::create_vserver_group{
                                        .load_balancer_id = "lb-fake",
                                        .vserver_group_name = "web",
                                        .backend_servers = {{.server_id = "vm-1", .port = 80}, {.server_id = "vm-2", .port = 81}},
                                    });
        if (!made) return std::printf("%s\n", made.error().message().c_str()), 1;

        const slb::parameter parameters[] = {{"VServerGroupId", made->vserver_group_id}};
        const auto reply =
            slb::call(service, client, {"DescribeVServerGroupAttribute", slb::classic_load_balancer, parameters});
        if (!reply) return std::printf("%s\n", reply.error().message().c_str()), 1;

        const auto servers = reply->entries("BackendServers/BackendServer");
        std::printf("%s has %zu servers\n", reply->at("VServerGroupName").value_or("").c_str(), servers.size());
        std::size_t seen = 0;
        for (const slb::document_entry& server : servers) {
            std::printf("  %s port %s\n", server.at("ServerId").value_or("").c_str(), server.at("Port").value_or("").c_str());
            ++seen;
        }
        if (seen != 2) return 1;
    }
}
