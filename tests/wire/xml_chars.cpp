#include <slbwire/wire/xml_chars.hpp>
#include <slbwire/wire/xml.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;

// XML 1.0, fifth edition, once more from the specification's text, one alternative a line.
constexpr bool char_2(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD ||  //
           (0x20 <= c && c <= 0xD7FF) ||        //
           (0xE000 <= c && c <= 0xFFFD) ||      //
           (0x10000 <= c && c <= 0x10FFFF);
}
constexpr bool name_start_char_4(char32_t c) {
    return c == U':' || c == U'_' || (U'A' <= c && c <= U'Z') || (U'a' <= c && c <= U'z') ||
           (0xC0 <= c && c <= 0xD6) ||      //
           (0xD8 <= c && c <= 0xF6) ||      //
           (0xF8 <= c && c <= 0x2FF) ||     //
           (0x370 <= c && c <= 0x37D) ||    //
           (0x37F <= c && c <= 0x1FFF) ||   //
           (0x200C <= c && c <= 0x200D) ||  //
           (0x2070 <= c && c <= 0x218F) ||  //
           (0x2C00 <= c && c <= 0x2FEF) ||  //
           (0x3001 <= c && c <= 0xD7FF) ||  //
           (0xF900 <= c && c <= 0xFDCF) ||  //
           (0xFDF0 <= c && c <= 0xFFFD) ||  //
           (0x10000 <= c && c <= 0xEFFFF);
}
constexpr bool name_char_4a(char32_t c) {
    return name_start_char_4(c) || c == U'-' || c == U'.' || (U'0' <= c && c <= U'9') || c == 0xB7 ||
           (0x300 <= c && c <= 0x36F) ||  //
           (0x203F <= c && c <= 0x2040);
}
constexpr bool same_classes(char32_t c) {
    return xml::is_char(c) == char_2(c) && xml::is_name_start(c) == name_start_char_4(c) &&
           xml::is_name_char(c) == name_char_4a(c);
}
constexpr bool same_classes_up_to(char32_t last) {
    for (char32_t c = 0; c <= last; ++c) {
        if (!same_classes(c)) return false;
    }
    return true;
}
static_assert(same_classes_up_to(0x3ff));  // beyond that, when the test runs

struct reference_case {
    std::string_view text;
    errc code;
    std::size_t length;
    char32_t point = 0;
};
constexpr reference_case references[] = {
    {"&amp;", errc::ok, 5, '&'},
    {"&lt;", errc::ok, 4, '<'},
    {"&gt;x", errc::ok, 4, '>'},
    {"&quot;", errc::ok, 6, '"'},
    {"&apos;", errc::ok, 6, '\''},
    {"&#9;", errc::ok, 4, 9},
    {"&#10;", errc::ok, 5, 10},
    {"&#xD;", errc::ok, 5, 13},
    {"&#32;", errc::ok, 5, 32},
    {"&#x20;", errc::ok, 6, 32},
    {"&#0000065;", errc::ok, 10, 'A'},
    {"&#x000041;", errc::ok, 10, 'A'},
    {"&#xe9;", errc::ok, 6, 0xe9},
    {"&#xE9;", errc::ok, 6, 0xe9},
    {"&#55295;", errc::ok, 8, 0xd7ff},
    {"&#xE000;", errc::ok, 8, 0xe000},
    {"&#xFFFD;", errc::ok, 8, 0xfffd},
    {"&#x10000;", errc::ok, 9, 0x10000},
    {"&#x10FFFF;", errc::ok, 10, 0x10ffff},
    {"&#1114111;", errc::ok, 10, 0x10ffff},
    {"&#0;", errc::invalid_reference, 3},
    {"&#8;", errc::invalid_reference, 3},
    {"&#x1F;", errc::invalid_reference, 5},
    {"&#xD800;", errc::invalid_reference, 7},
    {"&#xDFFF;", errc::invalid_reference, 7},
    {"&#xFFFE;", errc::invalid_reference, 7},
    {"&#xFFFF;", errc::invalid_reference, 7},
    {"&#x110000;", errc::invalid_reference, 9},
    {"&#1114112;", errc::invalid_reference, 9},
    {"&#4294967361;", errc::invalid_reference, 12},  // 2^32 + 65: not a wrapped `A`
    {"&#x100000041;", errc::invalid_reference, 12},
    {"&#x1000000000000000000000041;", errc::invalid_reference, 28},
    {"&#;", errc::invalid_reference, 2},
    {"&#x;", errc::invalid_reference, 3},
    {"&#X41;", errc::invalid_reference, 2},  // the x is a small letter
    {"&#4a;", errc::invalid_reference, 3},
    {"&#x4g;", errc::invalid_reference, 4},
    {"&#-1;", errc::invalid_reference, 2},
    {"&# 1;", errc::invalid_reference, 2},
    {"&#1 ;", errc::invalid_reference, 3},
    {"&nbsp;", errc::undefined_entity, 0},
    {"&Amp;", errc::undefined_entity, 0},
    {"&ampx;", errc::undefined_entity, 0},
    {"&\xc3\xa9;", errc::undefined_entity, 0},
    {"& ", errc::unexpected_byte, 1},
    {"&;", errc::unexpected_byte, 1},
    {"&&amp;", errc::unexpected_byte, 1},
    {"&1;", errc::unexpected_byte, 1},
    {"&amp x", errc::unexpected_byte, 4},
    {"&lt<", errc::unexpected_byte, 3},
    {"&a\xff;", errc::invalid_utf8, 2},
    {"&", errc::truncated, 1},
    {"&a", errc::truncated, 2},
    {"&amp", errc::truncated, 4},
    {"&abc", errc::truncated, 4},
    {"&a\xc3", errc::truncated, 2},
    {"&#", errc::truncated, 2},
    {"&#x", errc::truncated, 3},
    {"&#x4", errc::truncated, 4},
    {"&#65", errc::truncated, 4},
};
constexpr bool reads(const reference_case& c) {
    const xml::detail::reference r = xml::detail::read_reference(c.text);
    return r.code == c.code && r.length == c.length && r.point == c.point;
}
static_assert(support::all_hold(references, reads));

struct text_case {
    std::string_view text, value;
};
constexpr text_case texts[] = {
    {"", ""},
    {"plain", "plain"},
    {"a&lt;b&amp;&gt;&quot;&apos;", "a<b&>\"'"},
    {"&amp;lt;", "&lt;"},  // replaced once
    {"&#65;&#x42;&#x4e2d;", "AB\xe4\xb8\xad"},
    {"a\nb", "a\nb"},
    {"a\r\nb", "a\nb"},
    {"a\rb", "a\nb"},
    {"a\r", "a\n"},
    {"\r\r\n\n\r", "\n\n\n\n"},
    {"a&#13;&#10;b", "a\r\nb"},  // section 2.11 is about what is written, not about references
    {"<![CDATA[<a>&amp;]]>", "<a>&amp;"},
    {"x<![CDATA[]]>y", "xy"},
    {"<![CDATA[]]]]>", "]]"},
    {"<![CDATA[a\r\nb\rc]]>", "a\nb\nc"},
    {"<![CDATA[a\r]]>\n", "a\n\n"},
    {"<![CDATA[]]]]><![CDATA[>]]>", "]]>"},
    {"a<!-- b -->c", "ac"},
    {"a<!---->b", "ab"},
    {"a<!--->-->b", "ab"},
    {"a<!-- ?> ]]> -->b", "ab"},
    {"a<?p d?>b", "ab"},
    {"a<?p?>b", "ab"},
    {"a<?p --> ]]>?>b", "ab"},
    {"\xe4\xb8\xad<!-- \xe6\x96\x87 -->&#128512;", "\xe4\xb8\xad\xf0\x9f\x98\x80"},
};
// Into other memory of the same size, and over itself.
constexpr bool decodes(const text_case& c) {
    char other[64] = {};
    if (std::string_view(other, static_cast<std::size_t>(xml::decode_text(c.text, other) - other)) !=
        c.value) {
        return false;
    }
    char same[64] = {};
    for (std::size_t i = 0; i < c.text.size(); ++i) same[i] = c.text[i];
    const char* const end = xml::decode_text({same, c.text.size()}, same);
    return std::string_view(same, static_cast<std::size_t>(end - same)) == c.value;
}
static_assert(support::all_hold(texts, decodes));

}  // namespace

TEST_CASE("xml_chars: the three classes, over all code points and beyond") {
    for (char32_t c = 0; c <= 0x120000; ++c) {
        if (!same_classes(c)) FAIL(static_cast<unsigned long>(c));
    }
    CHECK_FALSE(xml::is_char(0xffffffff));
    CHECK_FALSE(xml::is_name_char(0xffffffff));
}

TEST_CASE("xml_chars: references, the borders of what they may name, and broken ones") {
    support::check_each(references, reads);
}

TEST_CASE("xml_chars: a reference to every code point") {
    for (unsigned long point = 0; point <= 0x110100; ++point) {
        const std::string written = "&#" + std::to_string(point) + ";";
        const xml::detail::reference r = xml::detail::read_reference(written);
        const bool right = char_2(static_cast<char32_t>(point))
                               ? r.code == errc::ok && r.point == point && r.length == written.size()
                               : r.code == errc::invalid_reference;
        if (!right) FAIL(written);
    }
    SUCCEED();
}

TEST_CASE("xml_chars: the value of a text, in place and elsewhere") {
    support::check_each(texts, decodes);
    for (const text_case& c : texts) {
        const support::exact_block raw(c.text);
        support::exact_block room(c.text);  // raw.size() bytes are enough
        const char* const end = xml::decode_text(raw.view(), room.data());
        CHECK(std::string_view(room.data(), static_cast<std::size_t>(end - room.data())) == c.value);
    }
}
