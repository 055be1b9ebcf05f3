#include <slbwire/testing/fake_servers.hpp>

#include <string_view>

#include "../support/catch.hpp"

using namespace slbwire;
using namespace slbwire::detail;

TEST_CASE("servers of the fake are told apart by id and port") {
    fake_servers all;
    add_servers(all,
                {{.server_id = "vm-1", .port = 80}, {.server_id = "vm-1", .port = 81, .weight = 5, .type = "eni"}});
    add_servers(all, {{.server_id = "vm-1", .port = 80, .weight = 7}});  // is there: ignored
    CHECK(all == fake_servers{{.server_id = "vm-1", .port = 80, .weight = 100, .type = "ecs"},
                              {.server_id = "vm-1", .port = 81, .weight = 5, .type = "eni"}});
    set_servers(all, {{.server_id = "vm-1", .port = 81, .weight = 0, .description = "d"}, {.server_id = "vm-9"}});
    CHECK(all[1].weight == 0);
    CHECK(all[1].description == "d");
    remove_servers(all, {{.server_id = "vm-1"}, {.server_id = "vm-1", .port = 80}});
    CHECK(all.size() == 1);
    CHECK(all[0].port == 81);
    CHECK(find_same(all, {.server_id = "vm-1", .port = 80}) == nullptr);
}

TEST_CASE("lists of the fake are read as the service reads them") {
    struct sample {
        std::string_view text;
        bool with_ports;
        std::string_view code;
    };
    constexpr sample samples[] = {
        {"[{'ServerId':'vm-1','Port':'80'}]", true, ""},
        {R"([{"serverId":"vm-1","port":80,"weight":0}])", true, ""},
        {R"(["vm-1","vm-2"])", false, ""},
        {R"(["vm-1","vm-2","vm-3"])", false, "TooManyBackendServers"},
        {"[{'ServerId':'vm-1'}]", true, "InvalidParameter"},
        {"[{'ServerId':'vm-1','Port':'65536'}]", true, "InvalidParameter"},
        {"[{'ServerId':'vm-1','Weight':'101'}]", false, "InvalidWeight.Malformed"},
        {"[{'Port':'80'}]", true, "BackendServer.ServerIdEmpty"},
        {"", false, "BackendServersMalformed"},
        {"[{'ServerId':'vm-1", false, "BackendServersMalformed"},
    };
    for (const sample& s : samples) {
        INFO(s.text);
        fake_servers list;
        fake_refusal out;
        CHECK(read_servers(s.text, s.with_ports, 2, list, out) == s.code.empty());
        CHECK(out.code == s.code);
        CHECK(out.status == (s.code.empty() ? 200 : 400));
    }
}
