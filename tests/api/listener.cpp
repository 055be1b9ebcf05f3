// What uses a group, as the lists of groups show it.

#include <slbwire/api/listener.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/api/master_slave_server_group.hpp>
#include <slbwire/api/vserver_group.hpp>
#include <slbwire/model/decode.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

using objects = basic_associated_objects<std::string_view>;

constexpr std::string_view in_json =
    R"({"Listeners":{"Listener":[{"Port":80,"Protocol":"http"},{"Port":"53"}]},)"
    R"("Rules":{"Rule":[{"RuleId":"rule-1","RuleName":"r","Domain":"example.com","Url":"/a?b"}]}})";
constexpr std::string_view in_xml =
    "<AssociatedObjects><Listeners><Listener><Port>80</Port><Protocol>http</Protocol></Listener>"
    "<Listener><Port>53</Port></Listener></Listeners><Rules><Rule><RuleId>rule-1</RuleId><RuleName>r</"
    "RuleName>"
    "<Domain>example.com</Domain><Url>/a?b</Url></Rule></Rules></AssociatedObjects>";

constexpr bool is_read(std::string_view text) {
    text_arena arena;
    const auto read = decode<objects>(text, arena);
    return read.has_value() &&
           *read ==
               objects{.listeners = {{.port = 80, .protocol = "http"}, {.port = 53}},
                       .rules = {
                           {.rule_id = "rule-1", .rule_name = "r", .domain = "example.com", .url = "/a?b"}}};
}
constexpr bool is_empty(std::string_view text) {
    text_arena arena;
    const auto read = decode<objects>(text, arena);
    return read.has_value() && *read == objects{};
}
static_assert(is_read(in_json) && is_read(in_xml));
static_assert(is_empty("<AssociatedObjects><Listeners/><Rules></Rules></AssociatedObjects>"));

struct broken {
    std::string_view text;
    errc code;
    std::string_view field;
    std::string_view list;
    std::size_t index;
};
constexpr broken table[] = {
    {R"({"Listeners":{"Listener":[{"Port":80},{"Protocol":"tcp"}]}})", errc::missing, "Port", "Listeners", 1},
    {R"({"Listeners":{"Listener":[{"Port":"http"}]}})", errc::invalid_number, "Port", "Listeners", 0},
    {R"({"Listeners":{"Listener":[{"Port":{}}]}})", errc::wrong_shape, "Port", "Listeners", 0},
    {R"({"Rules":{"Rule":[{"RuleId":"a"},{"RuleId":"b"},{"Url":"/"}]}})", errc::missing, "RuleId", "Rules",
     2},
    {"<A><Rules><Rule><Url>/</Url></Rule></Rules></A>", errc::missing, "RuleId", "Rules", 0},
};
constexpr bool is_refused(const broken& b) {
    text_arena arena;
    const auto read = decode<objects>(b.text, arena);
    return !read.has_value() && read.error().code == b.code && read.error().field == b.field &&
           read.error().list == b.list && read.error().index == b.index;
}

}  // namespace

TEST_CASE("listeners and rules: both formats, owning and borrowing") {
    CHECK(is_read(in_json));
    CHECK(is_read(in_xml));
    text_arena arena;
    const auto owning = decode<associated_objects>(in_json, arena);
    REQUIRE(owning.has_value());
    CHECK(owning->listeners == std::vector<listener>{{.port = 80, .protocol = "http"}, {.port = 53}});
    CHECK(owning->rules ==
          std::vector<rule>{{.rule_id = "rule-1", .rule_name = "r", .domain = "example.com", .url = "/a?b"}});
}

TEST_CASE("listeners and rules: none") {
    for (std::string_view text :
         {R"({})", R"({"Listeners":{"Listener":[]},"Rules":{"Rule":[]}})", R"({"Listeners":null})",
          R"({"Rules":[]})", "<AssociatedObjects><Listeners/></AssociatedObjects>", "<AssociatedObjects/>"}) {
        CAPTURE(text);
        CHECK(is_empty(text));
    }
}

TEST_CASE("listeners and rules: what cannot be read is named") {
    for (const broken& b : table) {
        CAPTURE(b.text);
        CHECK(is_refused(b));
    }
}

TEST_CASE("listeners and rules: in the lists of both kinds of groups") {
    text_arena arena;
    std::string body = R"({"VServerGroups":{"VServerGroup":[{"VServerGroupId":"rsp-1","AssociatedObjects":)";
    ((body += in_json) += R"(},{"VServerGroupId":"rsp-2"}]}})");
    const auto groups = decode<vserver_groups>(body, arena);
    REQUIRE(groups.has_value());
    REQUIRE(groups->vserver_groups.size() == 2);
    CHECK(groups->vserver_groups[0].associated_objects.rules.size() == 1);
    CHECK(groups->vserver_groups[1].associated_objects == associated_objects{});

    body =
        "<R><MasterSlaveServerGroups><MasterSlaveServerGroup><MasterSlaveServerGroupId>rsp-1"
        "</MasterSlaveServerGroupId>";
    (body += in_xml) += "</MasterSlaveServerGroup></MasterSlaveServerGroups></R>";
    const auto pairs = decode<master_slave_server_groups>(body, arena);
    REQUIRE(pairs.has_value());
    REQUIRE(pairs->master_slave_server_groups.size() == 1);
    CHECK(pairs->master_slave_server_groups[0].associated_objects.listeners.size() == 2);
}
