#pragma once
// What the examples of this folder share and nobody copies: the program's arguments, and words for what came.

#include <cstdio>
#include <string>
#include <string_view>

#include <slbwire/slbwire.hpp>

namespace stacks {

namespace slb = slbwire;

inline const slb::describe_vserver_groups question{.load_balancer_id = "lb-1"};

/// HOST:PORT of the service, and the certificates that are trusted; without them it is HTTP.
struct arguments {
    slb::client client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    std::string authorities{};

    arguments(int count, char** words) {
        if (count > 1) client.endpoint = words[1];
        if (count > 2) authorities = words[2];
        client.plain_http = authorities.empty();
    }
};

template <class Reply>
void tell(const slb::result<Reply>& reply) {
    const auto print = [](std::string_view word, const char* end) {
        std::printf("%.*s%s", static_cast<int>(word.size()), word.data(), end);
    };
    if (reply) return print("ok", "\n");
    const slb::error& e = reply.error();
    print(name(e.kind), " ");
    print(name(e.speaker), " ");
    print(name(e.effect), " ");
    print(name(e.service.retry), "\n");
    std::fprintf(stderr, "%s\n", e.message().c_str());
}

}  // namespace stacks
