// Reading the text of a request's list: every form that the pages show and real clients send, and what is
// broken, refused where it breaks.

#include <slbwire/api/backend_list.hpp>
#include <slbwire/api/backend_list_view.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"

using namespace slbwire;
using server = backend_server_view;

namespace {

/// A text and the servers in it: at most two, those with an id.
struct form {
    std::string_view text;
    server wanted[2] = {};
};
constexpr server first{.server_id = "vm-233", .port = 80, .weight = 100};
constexpr server second{.server_id = "vm-232", .port = 90, .weight = 0};

constexpr form forms[] = {
    {"[]"},
    {" [ ]\n"},
    // pages of 2018: strict, a line an object, often a comma after the last
    {"[\n    {\"ServerId\":\"vm-233\",\"Port\":\"80\",\"Weight\":\"100\"},\n"
     "    {\"ServerId\":\"vm-232\",\"Port\":\"90\",\"Weight\":\"0\"},\n]",
     {first, second}},
    // a blank inside the id
    {R"([{"ServerId":" vm-233","Weight":"100"}])", {{.server_id = "vm-233", .weight = 100}}},
    // plain ids
    {R"(["vm-233","vm-234"])", {{.server_id = "vm-233"}, {.server_id = "vm-234"}}},
    {R"(['vm-233', "vm-234",])", {{.server_id = "vm-233"}, {.server_id = "vm-234"}}},
    // pages of 2019: single quotes; in tables with Markdown's backslashes
    {"[{'ServerId':'vm-233','Port':'80','Weight':'100'},{'ServerId':'vm-232','Port':'90','Weight':'0'}]",
     {first, second}},
    {R"(\[\{'ServerId':'vm-233','Port':'80','Weight':'100'\},)"
     R"(\{'ServerId':'vm-232','Port':'90','Weight':'0'\}\])",
     {first, second}},
    // pages of 2019, default group: a full-width comma, an empty name where ServerIp belongs
    {R"([{"ServerId":"vm-233","Port":"80","Weight":"100"}，{"ServerId":"vm-232","Port":"90","Weight":"0"}])",
     {first, second}},
    {R"([{"ServerId":"eni-1","Weight":"100","Type":"eni","":"192.168.11.1"}])",
     {{.server_id = "eni-1", .weight = 100, .type = "eni"}}},
    // newer pages: strict with blanks, another order; lately with a slip of their markup
    {R"([{ "ServerId": "eni-1", "Weight": "100", "Type": "eni", "ServerIp": "192.168.11.1", "Port":"80" }])",
     {{.server_id = "eni-1", .port = 80, .weight = 100, .type = "eni", .server_ip = "192.168.11.1"}}},
    {R"([{ "ServerId": "eni-1", "ServerIp": "``192.168.11.1``", "Port":"80","ServerType":"Master", )"
     R"("Description":"d" }])",
     {{.server_id = "eni-1",
       .port = 80,
       .server_ip = "``192.168.11.1``",
       .description = "d",
       .server_type = "Master"}}},
    // terraform: blanks after some commas; a member that is nowhere documented
    {"[{'ServerId':'vm-233','Port':'80','Weight':'100', 'Type': 'ecs', 'ServerType': 'Slave', "
     "'IsBackup':'1'}]",
     {{.server_id = "vm-233", .port = 80, .weight = 100, .type = "ecs", .server_type = "Slave"}}},
    {"[{'ServerId':'eni-1','Weight':'100', 'Type': 'eni', 'ServerIp':'10.0.0.1'}]",
     {{.server_id = "eni-1", .weight = 100, .type = "eni", .server_ip = "10.0.0.1"}}},
    // Go's JSON: numbers, empty texts for what is not set
    {R"([{"ServerId":"vm-233","Weight":100,"Port":80,"Type":"","ServerIp":"","Description":""},)"
     R"({"ServerId":"vm-232","Weight":0,"Port":90}])",
     {first, second}},
    // the cloud controller: lower camel case, members of its own
    {R"([{"IsUserManaged":false,"Invalid":false,"NodeName":null,"TargetRef":null,"serverId":"vm-233",)"
     R"("serverIp":"","weight":100,"port":80,"type":"ecs","description":"k8s/80"},)"
     R"({"serverId":"vm-232","weight":0,"port":90,)"
     R"("TargetRef":{"kind":"Node","names":["a]",{"b":[1.5e3,true,-1]}]}}])",
     {{.server_id = "vm-233", .port = 80, .weight = 100, .type = "ecs", .description = "k8s/80"}, second}},
    // Python's str(), and json.dumps
    {"[{'ServerId': 'vm-233', 'Port': 80, 'Weight': '100'}, {'ServerId': 'vm-232', 'Port': '90', 'Weight': "
     "0}]",
     {first, second}},
    {R"([{"ServerId": "vm-233", "Weight": "100"}])", {{.server_id = "vm-233", .weight = 100}}},
    // users' scripts: both quotes, mixed case of names
    {R"([{'ServerId': "vm-233", "port": '80', 'weight': 100}, )"
     R"({"serverid": 'vm-232', 'PORT': "90", "Weight": 0}])",
     {first, second}},
    // what else the parser behind it is thought to take
    {"[,{ServerId:'vm-233',Server_Port:1,Port:80,,Weight:100},,{server_id:'vm-232',PORT:90,'we-ight':0,},]",
     {first, second}},
    {R"([{'ServerId':'v\x6d-23\u0033','Port':'8\u0030','Weight':null,)"
     R"('Description':'\'\"\\\/\t\1中\ud840\udc00'}])",
     {{.server_id = "vm-233", .port = 80, .description = "'\"\\/\t\1中𠀀"}}},
    // of members that stand twice the last counts
    {"[{'ServerId':'vm-1','Port':'80','ServerId':'vm-2','Port':null}]", {{.server_id = "vm-2"}}},
};

constexpr bool is_read(const form& f, std::string_view text) {
    text_arena arena;
    const auto read = decode_backend_servers<std::string_view>(text, arena);
    if (!read.has_value()) return false;
    std::size_t count = 0;
    for (const server& s : f.wanted) {
        if (s.server_id.empty()) break;
        if (count == read->size() || (*read)[count] != s) return false;
        ++count;
    }
    return count == read->size();
}
constexpr bool all_are_read() {
    for (const form& f : forms) {
        if (!is_read(f, f.text)) return false;
    }
    return true;
}
static_assert(all_are_read());

/// In `text` a `^` stands before the byte that is complained of.
struct broken {
    std::string_view text;
    errc code;
    std::string_view field = {};
    std::size_t index = fault::no_index;
};
constexpr broken broken_forms[] = {
    {"^", errc::truncated},
    {"  ^", errc::truncated},
    {"[^", errc::truncated},
    {"[{^", errc::truncated, {}, 0},
    {"[{'ServerId'^", errc::truncated, {}, 0},
    {"[{'ServerId':'vm-1^", errc::truncated, "ServerId", 0},
    {"['vm-1'^", errc::truncated},
    {"^{'ServerId':'vm-1'}", errc::unexpected_byte},
    {"^'vm-1'", errc::unexpected_byte},
    {"['vm-1' ^'vm-2']", errc::unexpected_byte},
    {"['vm-1'^;'vm-2']", errc::unexpected_byte},
    {"[{'ServerId':'vm-1'^]", errc::unexpected_byte, "ServerId", 0},
    {"[{'ServerId'^='vm-1'}]", errc::unexpected_byte, {}, 0},
    {"[{'ServerId':^}]", errc::unexpected_byte, "ServerId", 0},
    // the pages' own slips: a comma left out, a quote left out
    {"[{'ServerId':'vm-1','Port':'80','Weight':'100'^'ServerType':'Master'}]", errc::unexpected_byte,
     "Weight", 0},
    {R"([{"ServerId":"vm-1","Type":"ecs},{"^ServerId":"vm-2"}])", errc::unexpected_byte, "Type", 0},
    {"[{\"ServerId\":\"vm-1\",\"Type\":\"ecs},^\n{\"ServerId\":\"vm-2\"}]", errc::control_character, "Type",
     0},
    {"[]^]", errc::trailing_bytes},
    {"[] ^[]", errc::trailing_bytes},
    {"['a','b^\x1f']", errc::control_character, "ServerId", 1},
    {R"(['a\^q'])", errc::invalid_escape, "ServerId", 0},
    {R"(['a\u00^g0'])", errc::invalid_escape, "ServerId", 0},
    {R"(['a\ud80^0'])", errc::invalid_escape, "ServerId", 0},  // half of a pair
    {"['a','^\xff']", errc::invalid_utf8},                     // told before anything is read
    {"['a',^\xed\xa0\x80", errc::invalid_utf8},
    {"['a',{'Port':^'x'}]", errc::invalid_number, "Port", 1},
    {"['a',{'Port':^80.5}]", errc::invalid_number, "Port", 1},
    {"['a',{'Weight':^'+1'}]", errc::invalid_number, "Weight", 1},
    {"['a',{'Weight':^2147483648}]", errc::out_of_range, "Weight", 1},
    {"['a',{'Weight':^'-99999999999999999999'}]", errc::out_of_range, "Weight", 1},
    {"[{'Port':^['80']}]", errc::wrong_shape, "Port", 0},
    {"[{'ServerId':^{'a':1}}]", errc::wrong_shape, "ServerId", 0},
    {"[{'ServerId':^true}]", errc::wrong_shape, "ServerId", 0},
    {"[^['vm-1']]", errc::wrong_shape, "ServerId", 0},
    {"[{'Other':[{^]}]}]", errc::unexpected_byte, {}, 0},
};
constexpr bool is_refused(const broken& b, std::string_view text, std::size_t offset) {
    text_arena arena;
    const auto read = decode_backend_servers<std::string_view>(text, arena);
    return !read.has_value() && read.error().code == b.code && read.error().offset == offset &&
           read.error().field == b.field && read.error().index == b.index;
}

}  // namespace

TEST_CASE("backend lists: every written form") {
    for (const form& f : forms) {
        CAPTURE(f.text);
        CHECK(is_read(f, support::exact_block(f.text).view()));
    }
}

TEST_CASE("backend lists: what is broken") {
    for (const broken& b : broken_forms) {
        std::string text(b.text);
        const std::size_t offset = text.find('^');
        text.erase(offset, 1);
        CAPTURE(b.text);
        CHECK(is_refused(b, support::exact_block(text).view(), offset));
    }
    std::string deep = "[{'Other':" + std::string(max_depth, '[');
    CHECK(decode_backend_servers(deep).error().code == errc::truncated);
    CHECK(decode_backend_servers(deep += '[').error().code == errc::too_deep);
}

TEST_CASE("backend lists: every beginning of a list is refused") {
    for (const form& f : forms) {
        const std::size_t end = f.text.rfind(']') + 1;
        for (std::size_t size = 0; size < end; ++size) {
            CAPTURE(f.text, size);
            text_arena arena;
            const support::exact_block block(f.text.substr(0, size));
            CHECK(!decode_backend_servers<std::string>(block.view(), arena).has_value());
        }
    }
}

TEST_CASE("backend lists: how many entries are read") {
    std::string text = "['a'";
    for (std::size_t i = 1; i < most_decoded_servers; ++i) text += ",''";
    CHECK(decode_backend_servers(text + "]")->size() == most_decoded_servers);
    const auto over = decode_backend_servers(text + ",'']");
    REQUIRE_FALSE(over.has_value());
    CHECK(over.error().code == errc::too_many);
    CHECK(over.error().index == most_decoded_servers);
}
