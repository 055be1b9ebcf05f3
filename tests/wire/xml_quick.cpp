#include <slbwire/wire/xml_quick.hpp>
#include <slbwire/wire/xml.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/quick_reader.hpp"

using namespace slbwire;

namespace {

const support::quick_reader<xml::quick> reader(name_key{"", "Port", ">"});

}  // namespace

TEST_CASE("a start tag without attributes") {
    CHECK(reader.member("<Port>80</Port>") == 6);
    CHECK(reader.member("\n    <Port>80</Port>") == 11);
    CHECK(reader.member("<Ports>80</Ports>") == -1);
    CHECK(reader.member("<Port >80</Port>") == -1);
    CHECK(reader.member("<Port/>80</Port>") == -1);
    CHECK(reader.member("x<Port>80</Port>") == -1);
    for (std::size_t size = 0; size < 9; ++size) CHECK(reader.member(std::string_view("<Port>80<").substr(0, size)) == -1);
}

TEST_CASE("texts with and without references") {
    CHECK(reader.text("</Port>   ") == "");
    CHECK(reader.text("vm-233</Port>   ") == "vm-233");
    CHECK(reader.text("\xe4\xb8\x9c a\xe4\xb8\x9c</Port>   ") == "\xe4\xb8\x9c a\xe4\xb8\x9c");
    CHECK(reader.text("a &amp; b&lt;&gt;&quot;&apos;&#65;&#x4e1c;</Port>   ") == "a & b<>\"'A\xe4\xb8\x9c");
    for (std::string_view other : {"abc", "vm</Porz>   ", "vm</Port >  ", "vm<Port>    ", "a\tb</Port>   ", "a]]></Port>    ",
                                   "&nbsp;</Port>   ", "&amp</Port>   ", "&#0;</Port>   ", "\x80</Port>   ",
                                   "\xc3\xa9</Port>   ", "<![CDATA[a]]></Port>   ", "<!-- a --></Port>   "}) {
        CHECK(reader.text(other) == "-");
    }
}

TEST_CASE("integers between their tags") {
    CHECK(reader.integer("80</Port>   ") == 80);
    CHECK(reader.integer(" 80</Port>   ") == -1);
    CHECK(reader.integer("80 </Port>   ") == -1);
    CHECK(reader.integer("80.5</Port>   ") == -1);
    CHECK(reader.integer("-80</Port>   ") == -1);
}
