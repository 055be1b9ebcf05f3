#include <slbwire/wire/json_quick.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

using namespace slbwire;

namespace {

const name_key key("\"", "Port", "\":");

/// Bytes that a member's beginning takes, or -1.
std::ptrdiff_t member(std::string_view text, char mark = ',') {
    const support::exact_block block(text);
    const char* const first = block.view().data();
    const char* const behind = json::quick::member(first, first + text.size(), mark, key);
    return behind == nullptr ? -1 : behind - first;
}
/// The value of a text, or "-" where it is left to the cursor.
std::string text(std::string_view written) {
    const support::exact_block block(written);
    const char* const first = block.view().data();
    text_token token;
    if (json::quick::text(first, first + written.size(), key, token) == nullptr) return "-";
    std::string value(token.raw.size(), '\0');
    if (!token.coded) return std::string(token.raw);
    value.resize(static_cast<std::size_t>(json::quick::decode(token.raw, value.data()) - value.data()));
    return value;
}
std::int64_t integer(std::string_view written) {
    const support::exact_block block(written);
    const char* const first = block.view().data();
    std::int64_t value = -1;
    const char* const behind = json::quick::integer(first, first + written.size(), key, value);
    return behind == nullptr ? -1 : value;
}

}  // namespace

TEST_CASE("a member's beginning, packed or with blanks") {
    CHECK(member(",\"Port\":80") == 8);
    CHECK(member("{\"Port\":80", '{') == 8);
    CHECK(member(" \n,\n   \"Port\": \t80") == 16);
    CHECK(member("{\"Port\":80") == -1);
    CHECK(member(",\"Port\":80", '{') == -1);
    CHECK(member(",\"port\":80") == -1);
    CHECK(member(",\"Port\" :80") == -1);
    CHECK(member(",\"Ports\":80") == -1);
    CHECK(member(",,\"Port\":80") == -1);
    CHECK(member("}    \"Port\":80") == -1);
    for (std::size_t size = 0; size < 9; ++size) CHECK(member(std::string_view(",\"Port\":8").substr(0, size)) == -1);
    CHECK(member(" ,\"Port\":        ") == -1);
}

TEST_CASE("texts with and without escapes") {
    CHECK(text("\"\"") == "");
    CHECK(text("\"vm-233\",") == "vm-233");
    CHECK(text("\"\xe4\xb8\x9c\xe5\x8c\xba a\xe4\xb8\x9c\"") == "\xe4\xb8\x9c\xe5\x8c\xba a\xe4\xb8\x9c");
    CHECK(text(R"("a\"b\\c\/\b\f\n\r\t\u00e9\uD7FF\ue000 d")") ==
          "a\"b\\c/\b\f\n\r\t\xc3\xa9\xed\x9f\xbf\xee\x80\x80 d");
    for (std::string_view other : {"", "\"", "\"abc", "1", "\"a\nb\"", "\"\x80\"", "\"\xc3\xa9\"", "\"\xf0\x9f\x98\x80\"",
                                   "\"\\ud83d\\ude00\"", "\"\\udc00      \"", "\"\\x0041 \"", "\"\\u00g1 \"", "\"\\",
                                   "\"\\u12\"", "\"\xe4\xb8\""}) {
        if (!other.empty()) CHECK(text(other) == "-");
    }
}

TEST_CASE("integers that end with their member") {
    CHECK(integer("80,\"Weight\"") == 80);
    CHECK(integer("80}]}}    ") == 80);
    CHECK(integer("80\n      ") == 80);
    CHECK(integer("80.5      ") == -1);
    CHECK(integer("80e1      ") == -1);
    CHECK(integer("80]       ") == -1);
    CHECK(integer("080       ") == -1);
}
