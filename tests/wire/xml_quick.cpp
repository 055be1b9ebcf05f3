#include <slbwire/wire/xml_quick.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

using namespace slbwire;

namespace {

const name_key key("", "Port", ">");

/// Bytes that a start tag takes, or -1.
std::ptrdiff_t member(std::string_view text) {
    const support::exact_block block(text);
    const char* const first = block.view().data();
    const char* const behind = xml::quick::member(first, first + text.size(), '\0', key);
    return behind == nullptr ? -1 : behind - first;
}
/// The value of a text with its end tag, or "-" where it is left to the cursor.
std::string text(std::string_view written) {
    const support::exact_block block(written);
    const char* const first = block.view().data();
    text_token token;
    if (xml::quick::text(first, first + written.size(), key, token) == nullptr) return "-";
    std::string value(token.raw.size(), '\0');
    if (!token.coded) return std::string(token.raw);
    value.resize(static_cast<std::size_t>(xml::quick::decode(token.raw, value.data()) - value.data()));
    return value;
}
std::int64_t integer(std::string_view written) {
    const support::exact_block block(written);
    const char* const first = block.view().data();
    std::int64_t value = -1;
    const char* const behind = xml::quick::integer(first, first + written.size(), key, value);
    return behind == nullptr ? -1 : value;
}

}  // namespace

TEST_CASE("a start tag without attributes") {
    CHECK(member("<Port>80</Port>") == 6);
    CHECK(member("\n    <Port>80</Port>") == 11);
    CHECK(member("<Ports>80</Ports>") == -1);
    CHECK(member("<Port >80</Port>") == -1);
    CHECK(member("<Port/>80</Port>") == -1);
    CHECK(member("x<Port>80</Port>") == -1);
    for (std::size_t size = 0; size < 9; ++size) CHECK(member(std::string_view("<Port>80<").substr(0, size)) == -1);
}

TEST_CASE("texts with and without references") {
    CHECK(text("</Port>   ") == "");
    CHECK(text("vm-233</Port>   ") == "vm-233");
    CHECK(text("\xe4\xb8\x9c a\xe4\xb8\x9c</Port>   ") == "\xe4\xb8\x9c a\xe4\xb8\x9c");
    CHECK(text("a &amp; b&lt;&gt;&quot;&apos;&#65;&#x4e1c;</Port>   ") == "a & b<>\"'A\xe4\xb8\x9c");
    for (std::string_view other : {"abc", "vm</Porz>   ", "vm</Port >  ", "vm<Port>    ", "a\tb</Port>   ", "a]]></Port>    ",
                                   "&nbsp;</Port>   ", "&amp</Port>   ", "&#0;</Port>   ", "\x80</Port>   ",
                                   "\xc3\xa9</Port>   ", "<![CDATA[a]]></Port>   ", "<!-- a --></Port>   "}) {
        CHECK(text(other) == "-");
    }
}

TEST_CASE("integers between their tags") {
    CHECK(integer("80</Port>   ") == 80);
    CHECK(integer(" 80</Port>   ") == -1);
    CHECK(integer("80 </Port>   ") == -1);
    CHECK(integer("80.5</Port>   ") == -1);
    CHECK(integer("-80</Port>   ") == -1);
}
