// RFC 8259, production by production; names, numbers and strings are in json_scalars.cpp.
#include <slbwire/wire/json.hpp>

#include <string>
#include <string_view>

#include "support/documents.hpp"
#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::accepted;
using support::all_hold;
using support::refused;
using support::repeated;

constexpr auto accepts = support::accepts<json::check>;
constexpr auto refuses = support::refuses<json::check>;
static_assert(max_depth == 512);

// Section 2: JSON-text is a value between blanks.
constexpr accepted texts[] = {
    {"{}"},
    {"[]"},
    {"\"\""},
    {"0"},
    {"true"},
    {"false"},
    {"null"},
    {" \t\r\n{} \t\r\n"},
    {"[ ]"},
    {"{ }"},
    {"\n[\t1\r,\n2 ] "},
    {"{ \"a\" : 1 , \"b\" : 2 }"},
};
static_assert(all_hold(texts, accepts));

constexpr refused no_texts[] = {
    {"", errc::truncated, 0},
    {" \n", errc::truncated, 2},
    {"\v1", errc::unexpected_byte, 0},
    {"\f1", errc::unexpected_byte, 0},
    {"\xc2\xa0"
     "1",
     errc::unexpected_byte, 0},
    {"\xef\xbb\xbf{}", errc::unexpected_byte, 0},  // a byte order mark, section 8.1
    {"{}\xef\xbb\xbf", errc::trailing_bytes, 2},
    {"\xff\xfe{\0"sv, errc::invalid_utf8, 0},
    {"{\0"sv, errc::unexpected_byte, 1},
    {"\0"sv, errc::unexpected_byte, 0},
    {"{}\0"sv, errc::trailing_bytes, 2},
    {"{}{}", errc::trailing_bytes, 2},
    {"[] x", errc::trailing_bytes, 3},
    {"1 2", errc::trailing_bytes, 2},
    {"null,", errc::trailing_bytes, 4},
    {"// a\n1", errc::unexpected_byte, 0},
    {"/* a */ 1", errc::unexpected_byte, 0},
    {"<a/>", errc::unexpected_byte, 0},
    {"]", errc::unexpected_byte, 0},
    {"}", errc::unexpected_byte, 0},
    {",", errc::unexpected_byte, 0},
    {":", errc::unexpected_byte, 0},
    {"'a'", errc::unexpected_byte, 0},
    {"a", errc::unexpected_byte, 0},
};
static_assert(all_hold(no_texts, refuses));

// Sections 4 and 5: objects and arrays.
constexpr accepted containers[] = {
    {R"({"":0})"},
    {R"({"a":{}})"},
    {R"({"a":1,"a":2})"},
    {R"({"a":[1,{"b":null}],"c":"d"})"},
    {"[[]]"},
    {"[[],[]]"},
    {"[{},{}]"},
    {"[1,\"a\",true,null,[2],{}]"},
    {R"([[[[]],{"a":[{}]}]])"},
};
static_assert(all_hold(containers, accepts));

constexpr refused no_containers[] = {
    {"{", errc::truncated, 1},
    {"[", errc::truncated, 1},
    {"[1", errc::truncated, 2},
    {"[1,", errc::truncated, 3},
    {"[1,]", errc::unexpected_byte, 3},
    {"[,1]", errc::unexpected_byte, 1},
    {"[,]", errc::unexpected_byte, 1},
    {"[1,,2]", errc::unexpected_byte, 3},
    {"[1 2]", errc::unexpected_byte, 3},
    {"[1;2]", errc::unexpected_byte, 2},
    {"[1}", errc::unexpected_byte, 2},
    {"[}", errc::unexpected_byte, 1},
    {"{]", errc::unexpected_byte, 1},
    {"[\"a\":1]", errc::unexpected_byte, 4},
    {"[[]", errc::truncated, 3},
    {"[]]", errc::trailing_bytes, 2},
    {"{\"a\"}", errc::unexpected_byte, 4},
    {"{\"a\" 1}", errc::unexpected_byte, 5},
    {"{\"a\":}", errc::unexpected_byte, 5},
    {"{\"a\":1,}", errc::unexpected_byte, 7},
    {"{,\"a\":1}", errc::unexpected_byte, 1},
    {"{\"a\":1 \"b\":2}", errc::unexpected_byte, 7},
    {"{\"a\":1]", errc::unexpected_byte, 6},
    {"{\"a\"::1}", errc::unexpected_byte, 5},
    {"{\"a\":1:2}", errc::unexpected_byte, 6},
    {"{\"a\",1}", errc::unexpected_byte, 4},
    {"{a:1}", errc::unexpected_byte, 1},
    {"{'a':1}", errc::unexpected_byte, 1},
    {"{1:1}", errc::unexpected_byte, 1},
    {"{null:1}", errc::unexpected_byte, 1},
    {"{\"a\":1}}", errc::trailing_bytes, 7},
    {"{\"a\":{\"b\":[1,{]}}", errc::unexpected_byte, 14},
};
static_assert(all_hold(no_containers, refuses));

constexpr std::string_view documents[] = {
    R"({"RequestId":"5BE0","BackendServers":{"BackendServer":[{"ServerId":"vm-233","Port":80}]},"a":1e2})",
    R"([0.5e-3,-12,true,false,null,"\ud83d\ude00 \n \u00e9",[[],{}],{"":{"a":[1,2,3]}}])",
    "\"a\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80\"",
    " { \"a\" : [ 1 , 2 ] , \"b\" : { } }",
};
static_assert(support::every_truncation_is_told<json::check>(documents[0]));
static_assert(support::every_truncation_is_told<json::check>(documents[1]));
static_assert(support::every_truncation_is_told<json::check>(documents[2]));
static_assert(support::every_truncation_is_told<json::check>(documents[3]));

// The cursor's own walk over a reply: kinds, names, values, what is skipped.
constexpr bool cursor_walks() {
    json::cursor at(
        R"( {"a": 12, "b\n": "x\ty", "skipped": [{"deep": [1, 2]}, "z"], "list": [true, null]} )");
    text_token token;
    std::string_view number;
    bool flag = false;
    if (at.peek() != json::kind::object || !at.enter_object()) return false;
    if (!at.next_member(token) || token.raw != "a" || token.coded) return false;
    if (at.peek() != json::kind::number || !at.number(number) || number != "12") return false;
    if (!at.next_member(token) || token.raw != "b\\n" || !token.coded) return false;
    if (at.peek() != json::kind::string || !at.string(token) || token.raw != "x\\ty" || !token.coded)
        return false;
    if (!at.next_member(token) || token.raw != "skipped" || token.coded || !at.skip()) return false;
    if (!at.next_member(token) || at.peek() != json::kind::array || !at.enter_array()) return false;
    if (!at.next_element() || at.peek() != json::kind::boolean || !at.boolean(flag) || !flag) return false;
    if (!at.next_element() || at.peek() != json::kind::null || !at.null()) return false;
    if (at.next_element() || at.failed() || at.next_member(token) || at.failed()) return false;
    return at.finish() && at.bytes_left() == 0;
}
static_assert(cursor_walks());

// After the first fault nothing is true any more, and the fault stays what it was.
constexpr bool first_fault_stays() {
    json::cursor at("[1,x,\"a\\z\"]");
    text_token token;
    std::string_view number;
    bool flag = true;
    if (!at.enter_array() || !at.next_element() || !at.number(number) || !at.next_element()) return false;
    if (at.peek() != json::kind::none || at.failed() || at.skip() || !at.failed()) return false;
    const bool any = at.skip() || at.number(number) || at.string(token) || at.boolean(flag) || at.null() ||
                     at.enter_array() || at.enter_object() || at.next_element() || at.next_member(token) ||
                     at.finish() || at.peek() != json::kind::none;
    return !any && at.why().code == errc::unexpected_byte && at.why().offset == 3 && at.offset() == 3 &&
           at.bytes_left() == 0;
}
static_assert(first_fault_stays());

}  // namespace

TEST_CASE("json: texts, blanks and byte order marks") {
    support::check_each(texts, accepts);
    support::check_each(no_texts, refuses);
}

TEST_CASE("json: objects and arrays") {
    support::check_each(containers, accepts);
    support::check_each(no_containers, refuses);
}

TEST_CASE("json: no beginning of a document is one") {
    for (const std::string_view document : documents) support::check_every_truncation<json::check>(document);
}

TEST_CASE("json: the cursor walks, skips, and stays at its first fault") {
    CHECK(cursor_walks());
    CHECK(first_fault_stays());
}

TEST_CASE("json: as deep as the limit, and one deeper") {
    const std::string deepest = repeated("[", max_depth) + repeated("]", max_depth);
    CHECK(json::check(deepest).has_value());
    CHECK(refuses({repeated("[", max_depth + 1), errc::too_deep, max_depth}));
    const std::string objects = repeated("{\"a\":", max_depth);
    CHECK(json::check(objects + "0" + repeated("}", max_depth)).has_value());
    CHECK(refuses({objects + "{}", errc::too_deep, objects.size()}));
    // Depth is what is open, not what was opened.
    CHECK(json::check("[" + repeated("[],", 5'000) + "{}]").has_value());
    // Objects and arrays in turn, across more than one word of the stack of bits.
    const std::string mixed = repeated("[{\"a\":", max_depth / 2);
    CHECK(json::check(mixed + "1" + repeated("}]", max_depth / 2)).has_value());
    CHECK(refuses({mixed + "1]", errc::unexpected_byte, mixed.size() + 1}));
}

TEST_CASE("json: ten million brackets are refused after the first few") {
    const std::string brackets(10'000'000, '[');
    CHECK(refuses({brackets, errc::too_deep, max_depth}));
}
