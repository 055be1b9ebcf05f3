// Paths into documents that are not well-formed, or that have another shape than the path: nothing is found,
// and nothing is read outside of the text.

#include <string_view>

#include <slbwire/wire/path.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/xml.hpp>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"

using namespace slbwire;

namespace {

bool in_json(std::string_view text, std::string_view path) {
    const support::exact_block block(text);
    json::cursor at(block.view());
    return json::find(at, path);
}
bool in_xml(std::string_view text, std::string_view path) {
    const support::exact_block block(text);
    xml::cursor at(block.view());
    std::string_view root;
    return at.root(root) && xml::find(at, path);
}

}  // namespace

TEST_CASE("a path into broken JSON finds nothing") {
    for (std::string_view text :
         {R"({"a":[1,?,3]})", R"({"a":[1,2)", R"({"a":[1,2]} )", R"({"a":[]})", R"({"a":)",
          R"({"b":?,"a":[1,2,3]})", R"({"a":{"2":3}})", R"({"a":1})", R"([1,2,3])", "{", ""}) {
        CAPTURE(text);
        CHECK_FALSE(in_json(text, "a/2"));
        CHECK_FALSE(in_json(text, "b/x"));
    }
    CHECK(in_json(R"({"a":[1,2,3]})", "a/2"));
    CHECK(in_json(R"({"a":1})", "a/0"));
    CHECK(in_json(R"({"-1":1})", "-1"));  // no index: entries are counted from 0
    CHECK_FALSE(in_json("[1]", "-1"));
}

TEST_CASE("a path into broken XML finds nothing") {
    for (std::string_view text :
         {"<r><a/><a>", "<r><a/><a></r>", "<r><a/>&x;<a/></r>", "<r><a/></r>", "<r/>", "<r", ""}) {
        CAPTURE(text);
        CHECK_FALSE(in_xml(text, "a/1"));
        CHECK_FALSE(in_xml(text, "b"));
    }
    CHECK(in_xml("<r><a/><a/></r>", "a/1"));
    CHECK(in_xml("<r><a/><a/></r>", "a"));
    CHECK_FALSE(in_xml("<r><a/><a/></r>", "a/2"));
}
