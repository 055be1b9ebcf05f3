#include <slbwire/wire/path.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/xml.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr std::string_view json_at(std::string_view document, std::string_view path) {
    json::cursor at(document);
    text_token token;
    if (!json::find(at, path) || at.peek() != json::kind::string || !at.string(token)) return "none";
    return token.raw;
}
constexpr std::string_view xml_at(std::string_view document, std::string_view path) {
    xml::cursor at(document);
    std::string_view root;
    text_token token;
    if (!at.root(root) || !xml::find(at, path) || !at.leaf(token)) return "none";
    return token.raw;
}

}  // namespace

TEST_CASE("a path through JSON") {
    constexpr std::string_view document = R"({"a":{"b":["x","y"],"c":"z"},"a":{"b":["p","q"]},"1":"one"})";
    static_assert(json_at(document, "a/b/0") == "p");  // of two members the last
    static_assert(json_at(document, "a/b/1") == "q");
    static_assert(json_at(document, "a/b/2") == "none");
    static_assert(json_at(document, "a/c") == "none");
    static_assert(json_at(R"({"a":{"b":"x"}})", "a/0/b/0") == "x");  // one value for a list
    static_assert(json_at(R"({"\u0061":{"\u0062":["x"]}})", "a/b/0") == "x");  // a name is one however it is written
    CHECK(json_at("[1,", "1") == "none");
    CHECK(json_at("{", "a") == "none");
    CHECK(json_at(R"("x")", "") == "x");
}

TEST_CASE("a path through XML") {
    constexpr std::string_view document = "<r><a><b>x</b><b>y</b><c/></a><d>t</d><d>u</d></r>";
    static_assert(xml_at(document, "a/b/0") == "x");
    static_assert(xml_at(document, "a/b/1") == "y");
    static_assert(xml_at(document, "a/b/2") == "none");
    static_assert(xml_at(document, "a/b") == "y");
    static_assert(xml_at(document, "a/c") == "");
    static_assert(xml_at(document, "a/c/0") == "");
    static_assert(xml_at(document, "d") == "u");
    CHECK(xml_at(document, "e") == "none");
    CHECK(xml_at("<r><a>", "a") == "none");
}
