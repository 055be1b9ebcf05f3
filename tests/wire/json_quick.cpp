#include <slbwire/wire/json_quick.hpp>
#include <slbwire/wire/json.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/quick_reader.hpp"

using namespace slbwire;

namespace {

const support::quick_reader<json::quick> reader(name_key{"\"", "Port", "\":"});

}  // namespace

TEST_CASE("a member's beginning, packed or with blanks") {
    CHECK(reader.member(",\"Port\":80") == 8);
    CHECK(reader.member("{\"Port\":80", '{') == 8);
    CHECK(reader.member(" \n,\n   \"Port\": \t80") == 16);
    CHECK(reader.member("{\"Port\":80") == -1);
    CHECK(reader.member(",\"Port\":80", '{') == -1);
    CHECK(reader.member(",\"port\":80") == -1);
    CHECK(reader.member(",\"Port\" :80") == -1);
    CHECK(reader.member(",\"Ports\":80") == -1);
    CHECK(reader.member(",,\"Port\":80") == -1);
    CHECK(reader.member("}    \"Port\":80") == -1);
    for (std::size_t size = 0; size < 9; ++size) CHECK(reader.member(std::string_view(",\"Port\":8").substr(0, size)) == -1);
    CHECK(reader.member(" ,\"Port\":        ") == -1);
}

TEST_CASE("texts with and without escapes") {
    CHECK(reader.text("\"\"") == "");
    CHECK(reader.text("\"vm-233\",") == "vm-233");
    CHECK(reader.text("\"\xe4\xb8\x9c\xe5\x8c\xba a\xe4\xb8\x9c\"") == "\xe4\xb8\x9c\xe5\x8c\xba a\xe4\xb8\x9c");
    CHECK(reader.text(R"("a\"b\\c\/\b\f\n\r\t\u00e9\uD7FF\ue000 d")") ==
          "a\"b\\c/\b\f\n\r\t\xc3\xa9\xed\x9f\xbf\xee\x80\x80 d");
    for (std::string_view other : {"", "\"", "\"abc", "1", "\"a\nb\"", "\"\x80\"", "\"\xc3\xa9\"", "\"\xf0\x9f\x98\x80\"",
                                   "\"\\ud83d\\ude00\"", "\"\\udc00      \"", "\"\\x0041 \"", "\"\\u00g1 \"", "\"\\",
                                   "\"\\u12\"", "\"\xe4\xb8\""}) {
        if (!other.empty()) CHECK(reader.text(other) == "-");
    }
}

TEST_CASE("integers that end with their member") {
    CHECK(reader.integer("80,\"Weight\"") == 80);
    CHECK(reader.integer("80}]}}    ") == 80);
    CHECK(reader.integer("80\n      ") == 80);
    CHECK(reader.integer("80.5      ") == -1);
    CHECK(reader.integer("80e1      ") == -1);
    CHECK(reader.integer("80]       ") == -1);
    CHECK(reader.integer("080       ") == -1);
}
