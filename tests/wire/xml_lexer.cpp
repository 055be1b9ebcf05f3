// XML 1.0 (fifth edition), the parts below elements: attributes, text, comments, instructions, declaration.
#include <slbwire/wire/xml_lexer.hpp>
#include <slbwire/core/utf8.hpp>

#include <string>
#include <string_view>

#include <slbwire/wire/xml.hpp>

#include "support/documents.hpp"
#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::accepted;
using support::all_hold;
using support::refused;

constexpr auto accepts = support::accepts<xml::check>;
constexpr auto refuses = support::refuses<xml::check>;

// Section 2.3, Name, and 3.1, Attribute.
constexpr accepted tags[] = {
    {"<a/>"},
    {"<_/>"},
    {"<:/>"},
    {"<a:b.c-d_1/>"},
    {"<\xe4\xb8\xad\xe6\x96\x87/>"},
    {"<a\xc2\xb7/>"},
    {"<\xf0\x90\x80\x80/>"},
    {"<a b=\"\"/>"},
    {"<a b='c'/>"},
    {"<a b = \"c\" />"},
    {"<a\n\tb\r=\n'c'\n/>"},
    {"<a b=\"'\" c='\"'/>"},
    {"<a b='>'/>"},
    {"<a b=']]>'/>"},
    {"<a b='/'/>"},
    {"<a b='&lt;&#x4e2d;&amp;'/>"},
    {"<a b='1' B='2' b1='3' a='4'/>"},
    {"<a b='\xe4\xb8\xad\n\t'></a >"},
    {"<a xmlns='u' xml:lang='en'/>"},
    {"<a></a\n\t\r >"},
    {"<a b='1'></a>"},
};
static_assert(all_hold(tags, accepts));

constexpr refused no_tags[] = {
    {"< a/>", errc::unexpected_byte, 1},
    {"<1a/>", errc::unexpected_byte, 1},
    {"<-a/>", errc::unexpected_byte, 1},
    {"<.a/>", errc::unexpected_byte, 1},
    {"<\xc2\xb7/>", errc::unexpected_byte, 1},
    {"<\xcc\x80/>", errc::unexpected_byte, 1},
    {"<a\xc3\x97/>", errc::unexpected_byte, 2},
    {"<>", errc::unexpected_byte, 1},
    {"</a>", errc::unexpected_byte, 1},
    {"<a\xff/>", errc::invalid_utf8, 2},
    {"<a\0/>"sv, errc::control_character, 2},
    {"<a / >", errc::unexpected_byte, 4},
    {"<a/ >", errc::unexpected_byte, 3},
    {"<a//>", errc::unexpected_byte, 3},
    {"<a b/>", errc::unexpected_byte, 4},
    {"<a b=/>", errc::unexpected_byte, 5},
    {"<a b=c/>", errc::unexpected_byte, 5},
    {"<a b=`c`/>", errc::unexpected_byte, 5},
    {"<a b 'c'/>", errc::unexpected_byte, 5},
    {"<a ='c'/>", errc::unexpected_byte, 3},
    {"<a 1='c'/>", errc::unexpected_byte, 3},
    {"<a b='c'd='e'/>", errc::unexpected_byte, 8},
    {"<a b='c' , d='e'/>", errc::unexpected_byte, 9},
    {"<a b='<'/>", errc::unexpected_byte, 6},
    {"<a b='&'/>", errc::unexpected_byte, 7},
    {"<a b='&nbsp;'/>", errc::undefined_entity, 6},
    {"<a b='&#0;'/>", errc::invalid_reference, 9},
    {"<a b='\x01'/>", errc::control_character, 6},
    {"<a b='\xc0\xaf'/>", errc::invalid_utf8, 6},
    {"<a b='c", errc::truncated, 7},
    {"<a b='c\"/>", errc::truncated, 10},
    {"<a b='1' b='2'/>", errc::duplicate_attribute, 9},
    {"<a b='1' c='2' b=\"1\"/>", errc::duplicate_attribute, 15},
    {"<a x:b='1' b='2' x:b='3'/>", errc::duplicate_attribute, 17},
    {"<a><b c='1' c=''/></a>", errc::duplicate_attribute, 12},
    {"<a></a b='c'>", errc::unexpected_byte, 7},
    {"<a></ a>", errc::unexpected_byte, 5},
};
static_assert(all_hold(no_tags, refuses));

// Section 2.4, character data; 2.7, CDATA sections.
constexpr accepted characters[] = {
    {"<a>b</a>"},
    {"<a>\"'></a>"},
    {"<a>]] ></a>"},
    {"<a>]></a>"},
    {"<a>]]&gt;</a>"},
    {"<a>&#93;]></a>"},
    {"<a>\t\n\r \x7f</a>"},
    {"<a>\xc2\x85\xe2\x80\xa8\xef\xbf\xbd\xf4\x8f\xbf\xbf</a>"},
    {"<a>\xef\xb7\x90\xf0\x9f\xbf\xbe</a>"},  // noncharacters that production [2] allows
    {"<a>&amp;&lt;&gt;&quot;&apos;&#9;&#x10FFFF;</a>"},
    {"<a><![CDATA[]]></a>"},
    {"<a><![CDATA[<&]]&gt;]]></a>"},
    {"<a><![CDATA[]]]></a>"},
    {"<a><![CDATA[]]]]></a>"},
    {"<a><![CDATA[<![CDATA[]]></a>"},
    {"<a>x<![CDATA[ ]]>y<![CDATA[z]]></a>"},
};
static_assert(all_hold(characters, accepts));

constexpr refused no_characters[] = {
    {"<a>]]></a>", errc::unexpected_byte, 3},
    {"<a>b]]]></a>", errc::unexpected_byte, 5},
    {"<a>&</a>", errc::unexpected_byte, 4},
    {"<a>a & b</a>", errc::unexpected_byte, 6},
    {"<a>&lt</a>", errc::unexpected_byte, 6},
    {"<a>&copy;</a>", errc::undefined_entity, 3},
    {"<a>&#xD800;</a>", errc::invalid_reference, 10},
    {"<a>\0</a>"sv, errc::control_character, 3},
    {"<a>\x08</a>", errc::control_character, 3},
    {"<a>\x0b</a>", errc::control_character, 3},
    {"<a>\x1f</a>", errc::control_character, 3},
    {"<a>\xef\xbf\xbe</a>", errc::control_character, 3},
    {"<a>\xef\xbf\xbf</a>", errc::control_character, 3},
    {"<a>\xed\xa0\x80</a>", errc::invalid_utf8, 3},
    {"<a>b\x80</a>", errc::invalid_utf8, 4},
    {"<a>\xe4\xb8</a>", errc::invalid_utf8, 3},
    {"<a><![CDATA[\x01]]></a>", errc::control_character, 12},
    {"<a><![CDATA[\xff]]></a>", errc::invalid_utf8, 12},
    {"<a><![CDATA[x]]</a>", errc::truncated, 19},
    {"<a><![cdata[x]]></a>", errc::unexpected_byte, 6},
    {"<a><![CDATA x]]></a>", errc::unexpected_byte, 11},
    {"<a><![ CDATA[x]]></a>", errc::unexpected_byte, 6},
    {"<![CDATA[x]]><a/>", errc::unexpected_byte, 1},
    {"<a/><![CDATA[x]]>", errc::trailing_bytes, 4},
};
static_assert(all_hold(no_characters, refuses));

// Section 2.5, comments; 2.6, processing instructions.
constexpr accepted passive[] = {
    {"<!----><a/>"},
    {"<!-- <b> & ' \" ]]> ?> --><a/>"},
    {"<!-- - - --><a/>"},
    {"<!--->--><a/>"},
    {"<a/><!-- c -->"},
    {"<a><!-- c --></a>"},
    {"<a>b<!-- c -->d</a>"},
    {"<!--\xe4\xb8\xad--><a/>"},
    {"<?p?><a/>"},
    {"<?p d?><a/>"},
    {"<?p ?><a/>"},
    {"<?p ?\?><a/>"},
    {"<a/><?p a='b' > <?>"},
    {"<a><?p d?></a>"},
    {"<?xml-stylesheet href='x'?><a/>"},
    {"<?xmlx?><a/>"},
    {"<?xml\xc3\xa9?><a/>"},
    {"<?x-xml?><a/>"},
    {" <!-- c --> <?p?>\n<a/>\n<!-- c --> <?p?> "},
};
static_assert(all_hold(passive, accepts));

constexpr refused no_passive[] = {
    {"<!-- a -- b --><a/>", errc::unexpected_byte, 9},
    {"<!-- a ---><a/>", errc::unexpected_byte, 9},
    {"<!-----><a/>", errc::unexpected_byte, 6},
    {"<!-- \x01 --><a/>", errc::control_character, 5},
    {"<!-- \xff --><a/>", errc::invalid_utf8, 5},
    {"<!-a--><a/>", errc::unexpected_byte, 3},
    {"<! -- a --><a/>", errc::unexpected_byte, 2},
    {"<a><! -- b --></a>", errc::unexpected_byte, 5},
    {"<!\xe2\x80\x94 a --><a/>", errc::unexpected_byte, 2},  // a long dash, from a page
    {"<!-- a", errc::truncated, 6},
    {"<!-- a --", errc::truncated, 9},
    {"<a/><!-- b", errc::truncated, 10},
    {"<? p?><a/>", errc::unexpected_byte, 2},
    {"<?1?><a/>", errc::unexpected_byte, 2},
    {"<?\?><a/>", errc::unexpected_byte, 2},
    {"<?p><a/>", errc::unexpected_byte, 3},
    {"<?p/?><a/>", errc::unexpected_byte, 3},
    {"<?p \x02?><a/>", errc::control_character, 4},
    {"<?p d", errc::truncated, 5},
    {"<a><?xml version='1.0'?></a>", errc::unexpected_byte, 3},
    {"<a/><?xml version='1.0'?>", errc::unexpected_byte, 4},
    {"<?XML version='1.0'?><a/>", errc::unexpected_byte, 0},
    {"<?xMl?><a/>", errc::unexpected_byte, 0},
};
static_assert(all_hold(no_passive, refuses));

// Section 2.8, XMLDecl; 4.3.3, encodings.
constexpr accepted declarations[] = {
    {"<?xml version=\"1.0\"?><a/>"},
    {"<?xml version='1.0'?><a/>"},
    {"<?xml version = '1.0' ?>\n<a/>"},
    {"<?xml version='1.1'?><a/>"},
    {"<?xml version='1.05'?><a/>"},
    {"<?xml version='1.0' encoding='UTF-8'?><a/>"},
    {"<?xml version='1.0' encoding=\"utf-8\" ?><a/>"},
    {"<?xml version='1.0' standalone='yes'?><a/>"},
    {"<?xml version='1.0' encoding='Utf-8' standalone='no'?><a/>"},
    {"<?xml\tversion='1.0'\nencoding\r=\n'utf-8'\n?><a/>"},
    {"<?xml version='1.0' encoding='US-ASCII'?><a/>"},
    {"<?xml version=\"1.0\" encoding=\"us-ascii\" ?><a/>"},
    {"<?xml version='1.0' encoding='ascii' standalone='yes'?><a/>"},
    {"<?xml version='1.0' encoding=\"ASCII\"?><a/>"},
    {"<?xml version='1.0' encoding='US-ASCII'?><a>\xe4\xb8\xad</a>"},  // held to UTF-8
    {"\xef\xbb\xbf<a/>"},
    {"\xef\xbb\xbf<?xml version='1.0'?><a/>"},
};
static_assert(all_hold(declarations, accepts));

constexpr refused no_declarations[] = {
    {" <?xml version='1.0'?><a/>", errc::unexpected_byte, 1},
    {"<!-- c --><?xml version='1.0'?><a/>", errc::unexpected_byte, 10},
    {"<?xml version='1.0'?><?xml version='1.0'?><a/>", errc::unexpected_byte, 21},
    {"<? xml version='1.0' ?><a/>", errc::unexpected_byte, 2},
    {"<?xml?><a/>", errc::unexpected_byte, 5},
    {"<?xml ?><a/>", errc::unexpected_byte, 5},
    {"<?xml encoding='UTF-8'?><a/>", errc::unexpected_byte, 5},
    {"<?xml encoding='UTF-8' version='1.0'?><a/>", errc::unexpected_byte, 5},
    {"<?xml version='2.0'?><a/>", errc::unexpected_byte, 15},
    {"<?xml version='1.'?><a/>", errc::unexpected_byte, 15},
    {"<?xml version='1.x'?><a/>", errc::unexpected_byte, 15},
    {"<?xml version=''?><a/>", errc::unexpected_byte, 15},
    {"<?xml version=1.0?><a/>", errc::unexpected_byte, 14},
    {"<?xml version='1.0\"?><a/>", errc::truncated, 25},
    {"<?xml version='1.0'encoding='UTF-8'?><a/>", errc::unexpected_byte, 19},
    {"<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>", errc::unexpected_byte, 37},
    {"<?xml version='1.0' standalone='true'?><a/>", errc::unexpected_byte, 32},
    {"<?xml version='1.0' version='1.0'?><a/>", errc::unexpected_byte, 20},
    {"<?xml version='1.0' other='x'?><a/>", errc::unexpected_byte, 20},
    {"<?xml version='1.0'><a/>", errc::unexpected_byte, 19},
    {"<?xml version='1.0' encoding='GBK'?><a/>", errc::unsupported_encoding, 30},
    {"<?xml version='1.0' encoding='UTF-16'?><a/>", errc::unsupported_encoding, 30},
    {"<?xml version='1.0' encoding=''?><a/>", errc::unsupported_encoding, 30},
    {"<?xml version='1.0' encoding='ASCI'?><a/>", errc::unsupported_encoding, 30},
    {"<?xml version='1.0' encoding='US-ASCII'?><a>\xe4</a>", errc::invalid_utf8, 44},
    {"\xff\xfe<\0a\0/\0>\0"sv, errc::unsupported_encoding, 0},
    {"\xfe\xff\0<\0a\0/\0>"sv, errc::unsupported_encoding, 0},
    {"<\0a\0/\0>\0"sv, errc::control_character, 1},
    {"\0<\0a\0/\0>"sv, errc::control_character, 0},
    {"\xef\xbb\xbf\xef\xbb\xbf<a/>", errc::unexpected_byte, 3},
    {"\xef\xbb<a/>", errc::invalid_utf8, 0},
};
static_assert(all_hold(no_declarations, refuses));

std::string with_attributes(std::size_t count) {
    std::string tag = "<a";
    for (std::size_t i = 0; i < count; ++i) tag += " b" + std::to_string(i) + "='v'";
    return tag + "/>";
}

}  // namespace

TEST_CASE("xml_lexer: names and attributes") {
    support::check_each(tags, accepts);
    support::check_each(no_tags, refuses);
}

TEST_CASE("xml_lexer: character data, references and CDATA sections") {
    support::check_each(characters, accepts);
    support::check_each(no_characters, refuses);
}

TEST_CASE("xml_lexer: comments and processing instructions") {
    support::check_each(passive, accepts);
    support::check_each(no_passive, refuses);
}

TEST_CASE("xml_lexer: declaration, encodings, byte order marks") {
    support::check_each(declarations, accepts);
    support::check_each(no_declarations, refuses);
}

TEST_CASE("xml_lexer: as many attributes as the limit, and one more") {
    CHECK(accepts({with_attributes(max_attributes)}));
    const std::string too_many = with_attributes(max_attributes + 1);
    CHECK(refuses({too_many, errc::too_many_attributes, too_many.rfind('b')}));
    // One that stands twice is told as such, also beyond the limit.
    std::string twice = with_attributes(max_attributes);
    const std::size_t place = twice.size() - 2;
    twice.insert(place, " b63='w'");
    CHECK(refuses({twice, errc::duplicate_attribute, place + 1}));
}

TEST_CASE("xml_lexer: every code point as the start of a name, inside of one, and as text") {
    for (char32_t point = 0; point <= 0x10ffff; ++point) {
        if (point == 0xd800) point = 0xe000;
        char memory[4] = {};
        const std::string c(memory, static_cast<std::size_t>(utf8::encode(point, memory) - memory));
        const bool markup = point == '<' || point == '&';
        const bool blank = point == ' ' || point == '\t' || point == '\n' || point == '\r';
        if (xml::check("<" + c + "/>").has_value() != xml::is_name_start(point) ||
            xml::check("<a" + c + "/>").has_value() != (xml::is_name_char(point) || blank) ||
            xml::check("<a>" + c + "</a>").has_value() != (xml::is_char(point) && !markup) ||
            xml::check("<a b='" + c + "'/>").has_value() !=
                (xml::is_char(point) && !markup && point != '\'')) {
            FAIL(static_cast<unsigned long>(point));
        }
    }
    SUCCEED();
}
