// Where a program's keys come from: the environment and files, as the vendor's tools put them there, or the role of the
// instance that it runs on. Here a fake stands for both services, so no network and no keys are needed.
//
//     g++ -std=c++20 -I include tests/examples/keys.cpp -o keys && ./keys

#include <cstdio>
#include <string>

#include <slbwire/call/key_files.hpp>
#include <slbwire/call/key_providers.hpp>
#include <slbwire/slbwire.hpp>

#include <slbwire/testing/fake_service.hpp>

namespace slb = slbwire;

namespace {

/// What answers on an instance at 100.100.100.200.
slb::http_response fake_metadata(const slb::http_request& request) {
    if (request.method == "PUT") return {.status = 200, .body = "a-token"};
    if (request.headers.empty() || request.headers[0].value != "a-token") return {.status = 403};
    if (request.url.ends_with("/security-credentials/")) return {.status = 200, .body = "web-servers"};
    return {.status = 200,
            .body = R"({"AccessKeyId":"testid","AccessKeySecret":"testsecret","SecurityToken":"testtoken",)"
                    R"("Expiration":"2099-12-31T23:59:59Z","Code":"Success"})"};
}

}  // namespace

int main() {
    slb::fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-fake");
    const auto http = [&](const slb::http_request& request) -> slb::http_response {
        std::printf("%.*s %s\n", static_cast<int>(request.method.size()), request.method.data(),
                    request.url.substr(0, request.url.find('?')).c_str());
        return request.url.starts_with("http://100.100.100.200/") ? fake_metadata(request) : service(request);
    };

    // ---------------------------------------------------------------------------------------------
    // What this machine has: the environment, ~/.aliyun/config.json, ~/.alibabacloud/credentials. A profile may also
    // name a role, whose keys profile_credentials() gets.
    const auto profile = slb::default_profile();
    std::printf("%s\n\n",
                profile ? ("this machine has a profile: " + profile->name).c_str() : profile.error().message().c_str());

    // The role of the instance, renewed before its keys run out.
    slb::session session({.region_id = "cn-hangzhou"}, slb::metadata_credentials(http));
    const auto group = slb::call(http, session, slb::create_vserver_group{.load_balancer_id = "lb-fake"});
    // ---------------------------------------------------------------------------------------------

    std::printf("%s\n", group ? group->vserver_group_id.c_str() : group.error().message().c_str());
    return group ? 0 : 1;
}
