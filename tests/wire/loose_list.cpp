#include <slbwire/wire/loose_list.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <slbwire/core/bounded_output.hpp>

#include "support/documents.hpp"
#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::all_hold;

// Writes what a list holds in one form: `ServerId=vm-233 Port=#80;` an object, with `#` before numbers, `@`
// before words and `()` for containers.
constexpr void write_value(bounded_output& out, loose::kind found, const text_token& token) {
    if (found == loose::kind::container) return out.put("()");
    if (found == loose::kind::number) out.put('#');
    if (found == loose::kind::word) out.put('@');
    char value[256] = {};
    if (!token.coded) return out.put(token.raw);
    const char* const end = loose::decode_text(token.raw, value);
    out.put(std::string_view(value, static_cast<std::size_t>(end - value)));
}
constexpr fault read(std::string_view text, bounded_output& out) {
    loose::cursor at(text);
    bool object = false;
    loose::kind found{};
    text_token token;
    if (!at.enter_list()) return at.why();
    while (at.next_element(object)) {
        if (!object) {
            if (!at.value(found, token)) return at.why();
            write_value(out, found, token);
        }
        bool first = true;
        while (object && at.next_member(token)) {
            if (!first) out.put(' ');
            first = false;
            write_value(out, loose::kind::text, token);
            out.put('=');
            if (!at.value(found, token)) return at.why();
            write_value(out, found, token);
        }
        if (at.failed()) return at.why();
        out.put(';');
    }
    (void)at.finish();
    return at.why();
}

struct form {
    std::string_view text, holds;
};
constexpr bool reads(const form& f) {
    char memory[512] = {};
    bounded_output out(memory, sizeof memory);
    return !read(f.text, out) && out.written() == f.holds;
}

constexpr std::string_view two = "ServerId=vm-233 Port=80;ServerId=vm-232 Port=90;";

// What the pages of the years show.
constexpr form pages[] = {
    {"[{'ServerId':'vm-233','Port':'80'},{'ServerId':'vm-232','Port':'90'}]", two},
    {R"([{"ServerId":"vm-233","Port":"80"},{"ServerId":"vm-232","Port":"90"}])", two},
    {"[\n  {\"ServerId\":\"vm-233\",\"Port\":\"80\"},\r\n\t{\"ServerId\":\"vm-232\",\"Port\":\"90\"},\n]",
     two},
    {R"(["vm-233","vm-234"])", "vm-233;vm-234;"},
    {R"([{"ServerId":" vm-233","Weight":"100"}])", "ServerId= vm-233 Weight=100;"},
    {R"(\[\{'ServerId':'vm-233','Port':'80'\},\{'ServerId':'vm-232','Port':'90'\}\])", two},
    {"[{\"ServerId\":\"vm-233\",\"Port\":\"80\"}\xef\xbc\x8c{\"ServerId\":\"vm-232\",\"Port\":\"90\"}]", two},
    {R"([{ "ServerId": "eni-xxxx", "Weight": "100", "Type": "eni", "ServerIp": "10.0.0.1", "Port":"80" }])",
     "ServerId=eni-xxxx Weight=100 Type=eni ServerIp=10.0.0.1 Port=80;"},
    {R"([{"ServerId":"vm-233","":"192.168.11.1"}])", "ServerId=vm-233 =192.168.11.1;"},
};
static_assert(all_hold(pages, reads));

// What clients send.
constexpr form clients[] = {
    {"[{'ServerId':'i-1','Port':'80','Weight':'100', 'Type': 'ecs'}]",
     "ServerId=i-1 Port=80 Weight=100 Type=ecs;"},
    {"[{'ServerId':'i-1','Weight':'0', 'Type': 'eni', 'ServerIp':'10.0.0.1'}]",
     "ServerId=i-1 Weight=0 Type=eni ServerIp=10.0.0.1;"},
    {"[{'ServerId':'i-1','Port':'80','Weight':'1', 'Type': 'ecs', 'ServerType': 'Master', 'IsBackup':'0'}]",
     "ServerId=i-1 Port=80 Weight=1 Type=ecs ServerType=Master IsBackup=0;"},
    {R"([{"ServerId":"i-1","Port":80,"Weight":100,"Type":"ecs"}])",
     "ServerId=i-1 Port=#80 Weight=#100 Type=ecs;"},
    {R"([{"IsUserManaged":true,"NodeName":null,"Invalid":false,"serverId":"i-1","weight":100}])",
     "IsUserManaged=@true NodeName=@null Invalid=@false serverId=i-1 weight=#100;"},
    {R"([{"TargetRef":{"kind":"Pod","list":[1,{"a":'}]'}]},"serverId":"i-1"}])",
     "TargetRef=() serverId=i-1;"},
    {R"([{"ServerId":"i-1","ServerIp":"","Description":""}])", "ServerId=i-1 ServerIp= Description=;"},
    {"[{'ServerId': 'i-1', 'Weight': '100'}, {'ServerId': 'i-2', 'Weight': '100'}]",
     "ServerId=i-1 Weight=100;ServerId=i-2 Weight=100;"},
    {"[{'ServerId': 'i-1', 'Weight': 100, 'Port': 80}]", "ServerId=i-1 Weight=#100 Port=#80;"},
    {R"([{"ServerId": "i-1", "Weight": "100"}])", "ServerId=i-1 Weight=100;"},
    {"[{'ServerId': \"i-1\", 'Weight': '0'}]", "ServerId=i-1 Weight=0;"},
    {R"([{"ServerId":"i-1","weight":"1"}])", "ServerId=i-1 weight=1;"},
};
static_assert(all_hold(clients, reads));

// What the grammar allows besides.
constexpr form others[] = {
    {"[]", ""},
    {" [ ] ", ""},
    {"[,,]", ""},
    {"[{}]", ";"},
    {"[{},{}]", ";;"},
    {"[{,}]", ";"},
    {"[,'a',,'b',]", "a;b;"},
    {"[{ServerId:'i-1',Port:80}]", "ServerId=i-1 Port=#80;"},
    {"[{Server_Id:i-1,$a.b:-5}]", "Server_Id=@i-1 $a.b=#-5;"},
    {"[{'a':1.5e3,,'b':'c'}]", "a=#1.5e3 b=c;"},
    {"[80,-1,true,null]", "#80;#-1;@true;@null;"},
    {"[[1,2],'a']", "();a;"},
    {"[{'a':[],'b':{}}]", "a=() b=();"},
    {"[{'a' : 'b' , 'c' : 'd'}]", "a=b c=d;"},
    {"['\xe4\xb8\xad',\"\xe6\x96\x87\"]", "\xe4\xb8\xad;\xe6\x96\x87;"},
    {R"(['it\'s "',"it's \""])", "it's \";it's \";"},
    {R"(['\b\t\n\v\f\F\r\/\\\"\''])", "\b\t\n\v\f\f\r/\\\"';"},
    {R"(['\0\7'])", "\0\7;"sv},
    {R"(['\x41\xe9\u4e2d\ud83d\ude00'])", "A\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80;"},
    {R"([{'\u0041':1}])", "A=#1;"},
    {"['\x7f']", "\x7f;"},
};
static_assert(all_hold(others, reads));

using support::refused;
constexpr bool refuses(const refused& c) {
    char memory[512] = {};
    bounded_output out(memory, sizeof memory);
    const fault f = read(c.text, out);
    return f.code == c.code && f.offset == c.offset;
}

// What pages show broken, and what no reader should guess at.
constexpr refused broken[] = {
    {"", errc::truncated, 0},
    {" ", errc::truncated, 1},
    {"{}", errc::unexpected_byte, 0},
    {"'a'", errc::unexpected_byte, 0},
    {"\\", errc::unexpected_byte, 0},
    {"\\[", errc::truncated, 2},
    {"]", errc::unexpected_byte, 0},
    {R"([{"ServerId":"vm-233","Type":"ecs},{"ServerId":"vm-232"}])", errc::unexpected_byte, 37},
    {"[{\"Type\":\"ecs}\n]", errc::control_character, 14},
    {"[{'Weight':'100''ServerType':'Master'}]", errc::unexpected_byte, 16},
    {R"([{"ServerIp": ``192.168.11.1``}])", errc::unexpected_byte, 14},
    {"[{u'ServerId': u'i-1'}]", errc::unexpected_byte, 3},
    {"[u'a']", errc::unexpected_byte, 2},
    {"[{'a':1 'b':2}]", errc::unexpected_byte, 8},
    {"[{'a':1}{'a':2}]", errc::unexpected_byte, 8},
    {"['a' 'b']", errc::unexpected_byte, 5},
    {"[{'a'}]", errc::unexpected_byte, 5},
    {"[{'a' 1}]", errc::unexpected_byte, 6},
    {"[{'a'=1}]", errc::unexpected_byte, 5},
    {"[{'a':}]", errc::unexpected_byte, 6},
    {"[{'a':,}]", errc::unexpected_byte, 6},
    {"[{:1}]", errc::unexpected_byte, 2},
    {"[{'a':1]", errc::unexpected_byte, 7},
    {"['a'}", errc::unexpected_byte, 4},
    {"[{'a':[}]", errc::unexpected_byte, 7},
    {"[{'a':[1}}]", errc::unexpected_byte, 8},
    {"['a'", errc::truncated, 4},
    {"[{'a':1}", errc::truncated, 8},
    {"[{'a':", errc::truncated, 6},
    {"[{'a':[1", errc::truncated, 8},
    {"[{'a':'", errc::truncated, 7},
    {"['a\"]", errc::truncated, 5},
    {"[-]", errc::unexpected_byte, 2},
    {"[+1]", errc::unexpected_byte, 1},
    {"[]]", errc::trailing_bytes, 2},
    {"[] x", errc::trailing_bytes, 3},
    {"[]\0"sv, errc::trailing_bytes, 2},
    {"[\0]"sv, errc::unexpected_byte, 1},
    {"['\0']"sv, errc::control_character, 2},
    {"['\t']", errc::control_character, 2},
    {"[\v'a']", errc::unexpected_byte, 1},
    {R"(['\a'])", errc::invalid_escape, 3},
    {R"(['\8'])", errc::invalid_escape, 3},
    {R"(['\x4'])", errc::invalid_escape, 5},
    {R"(['\u12'])", errc::invalid_escape, 6},
    {R"(['\ud83d'])", errc::invalid_escape, 7},
    {R"(['\ud83d\n'])", errc::invalid_escape, 7},
    {R"(['\ud83d\u0041'])", errc::invalid_escape, 13},
    {R"(['\ude00'])", errc::invalid_escape, 7},
    {"['\\", errc::truncated, 3},
    {"['\\x", errc::truncated, 4},
    {"['\\u12", errc::truncated, 6},
    {"['a','\xff']", errc::invalid_utf8, 6},
    {"['\xed\xa0\x80']", errc::invalid_utf8, 2},
    {"[]\xc3", errc::invalid_utf8, 2},
    {"['a'\xef\xbc\x9b'b']", errc::unexpected_byte, 4},  // a full-width semicolon
    {"\xef\xbb\xbf[]", errc::unexpected_byte, 0},
    {"[ /* c */ ]", errc::unexpected_byte, 2},
};
static_assert(all_hold(broken, refuses));

constexpr bool no_beginning_is_a_list(std::string_view text) {
    for (std::size_t size = 0; size < text.size(); ++size) {
        char memory[512] = {};
        bounded_output out(memory, sizeof memory);
        if (!read(text.substr(0, size), out)) return false;
    }
    return true;
}
static_assert(no_beginning_is_a_list(pages[0].text));
static_assert(no_beginning_is_a_list(pages[6].text));
static_assert(no_beginning_is_a_list(clients[5].text));
static_assert(no_beginning_is_a_list(others[18].text));

constexpr bool first_fault_stays() {
    loose::cursor at("['a';'b']");
    bool object = false;
    loose::kind found{};
    text_token token;
    if (!at.enter_list() || !at.next_element(object) || !at.value(found, token) || at.next_element(object))
        return false;
    const bool any = at.next_element(object) || at.next_member(token) || at.value(found, token) ||
                     at.finish() || at.enter_list();
    return !any && at.failed() && at.why().code == errc::unexpected_byte && at.why().offset == 4;
}
static_assert(first_fault_stays());

}  // namespace

TEST_CASE("loose_list: every form that the pages print") { support::check_each(pages, reads); }

TEST_CASE("loose_list: every form that clients send") { support::check_each(clients, reads); }

TEST_CASE("loose_list: quotes, commas, names, escapes") { support::check_each(others, reads); }

TEST_CASE("loose_list: broken lists are refused, and the first fault stays") {
    support::check_each(broken, refuses);
    CHECK(first_fault_stays());
}

TEST_CASE("loose_list: no beginning of a list is one") {
    const auto check_table = [](const auto& table) {
        for (const form& f : table) {
            for (std::size_t size = 0; size < f.text.size(); ++size) {
                const support::exact_block block(f.text.substr(0, size));
                char memory[512] = {};
                bounded_output out(memory, sizeof memory);
                if (f.text.substr(size).find_first_not_of(' ') == std::string_view::npos) continue;
                CAPTURE(f.text, size);
                CHECK(read(block.view(), out));
            }
        }
    };
    check_table(pages);
    check_table(clients);
    check_table(others);
}

TEST_CASE("loose_list: containers as deep as the limit, and one deeper") {
    char memory[512] = {};
    const auto nested = [](std::size_t depth) {
        return "[" + support::repeated("[", depth) + support::repeated("]", depth) + "]";
    };
    bounded_output deepest(memory, sizeof memory);
    CHECK_FALSE(read(nested(max_depth), deepest));
    CHECK(deepest.written() == "();");
    CHECK(refuses({nested(max_depth + 1), errc::too_deep, max_depth + 1}));
    CHECK(refuses({std::string(10'000'000, '['), errc::too_deep, max_depth + 1}));
    CHECK(
        refuses({"[" + support::repeated("[{", max_depth / 2) + "]", errc::unexpected_byte, max_depth + 1}));
}
