// XML 1.0 (fifth edition): documents, elements, and the cursor over them. What is below elements has its
// tests in xml_lexer.cpp and xml_chars.cpp.
#include <slbwire/wire/xml.hpp>

#include <string>
#include <string_view>

#include "support/documents.hpp"
#include "support/exact_block.hpp"
#include "support/table.hpp"

namespace {

using namespace slbwire;
using support::accepted;
using support::all_hold;
using support::refused;
using support::repeated;

constexpr auto accepts = support::accepts<xml::check>;
constexpr auto refuses = support::refuses<xml::check>;

constexpr accepted documents[] = {
    {"<a/>"},
    {"<a></a>"},
    {"<a>\n</a>"},
    {" \t\r\n<a/> \n"},
    {"<a><b/><c></c></a>"},
    {"<a><a><a/></a></a>"},
    {"<a>b<c>d</c>e</a>"},
    {"<a><a/></a>"},
    {"<ab><a></a></ab>"},
    {"<a><ab></ab></a>"},
    {"<!-- c --><?p?><a><!-- c --><b/><?p?></a><!-- c -->"},
};
static_assert(all_hold(documents, accepts));

constexpr refused no_documents[] = {
    {"", errc::truncated, 0},
    {" \n", errc::truncated, 2},
    {"a", errc::unexpected_byte, 0},
    {"{}", errc::unexpected_byte, 0},
    {"a<b/>", errc::unexpected_byte, 0},
    {"<!-- only a comment -->", errc::truncated, 23},
    {"<a/><b/>", errc::trailing_bytes, 4},
    {"<a/>b", errc::trailing_bytes, 4},
    {"<a></a></a>", errc::trailing_bytes, 7},
    {"<a/></a>", errc::trailing_bytes, 4},
    {"<a/>&amp;", errc::trailing_bytes, 4},
    {"<a>", errc::truncated, 3},
    {"<a><b></b>", errc::truncated, 10},
    {"<a></b>", errc::mismatched_tag, 3},
    {"<a></A>", errc::mismatched_tag, 3},
    {"<a></ab>", errc::mismatched_tag, 3},
    {"<ab></a>", errc::mismatched_tag, 4},
    {"<a></a:b>", errc::mismatched_tag, 3},
    {"<a></a\xc3\xa9>", errc::mismatched_tag, 3},
    {"<a><b></a></b>", errc::mismatched_tag, 6},
    {"<a><b/></b></a>", errc::mismatched_tag, 7},
    {"<a></>", errc::unexpected_byte, 5},
    {"<a></1>", errc::unexpected_byte, 5},
    {"<!DOCTYPE a><a/>", errc::doctype, 0},
    {"<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", errc::doctype, 22},
    {"<a><!DOCTYPE b></a>", errc::doctype, 3},
    {"<a/><!DOCTYPE a>", errc::trailing_bytes, 4},
    {"<!doctype html><html></html>", errc::unexpected_byte, 2},
    {"<!ENTITY a 'b'><a/>", errc::unexpected_byte, 2},
    {"<a><!ELEMENT b></a>", errc::unexpected_byte, 5},
    {"<a><b</a>", errc::unexpected_byte, 5},
    {"<a<b/></a>", errc::unexpected_byte, 2},
};
static_assert(all_hold(no_documents, refuses));

constexpr std::string_view whole[] = {
    "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<a b='c' d = \"&lt;&#x41;\">x</a>",
    "<!-- c --><?p d?><a><!-- - --><?p?><![CDATA[ ]>]]]]><b></b><c/>]]&gt;&amp;</a>",
    "\xef\xbb\xbf<R><RequestId>5BE01CD7</RequestId>\r\n<L>\xe4\xb8\xad&#128512;</L></R>",
    "<\xe4\xb8\xad \xc3\xa9='\xf0\x9f\x98\x80'></\xe4\xb8\xad >",
};
static_assert(support::every_truncation_is_told<xml::check>(whole[0]));
static_assert(support::every_truncation_is_told<xml::check>(whole[1]));
static_assert(support::every_truncation_is_told<xml::check>(whole[2]));
static_assert(support::every_truncation_is_told<xml::check>(whole[3]));

// The cursor's own walk over a reply.
constexpr bool cursor_walks() {
    xml::cursor at(
        "<R><Id> x </Id><List><Server/><Server><Port>80</Port><More><x>1</x>y</More></Server></List>"
        "<Text>a&amp;b</Text><Empty></Empty></R>");
    std::string_view name;
    text_token token;
    if (!at.root(name) || name != "R") return false;
    if (!at.next_child(name) || name != "Id" || !at.leaf(token) || token.raw != " x " || token.coded)
        return false;
    if (!at.next_child(name) || name != "List" || !at.next_child(name) || name != "Server") return false;
    if (at.next_child(name) || at.failed()) return false;  // the end of <Server/>
    if (!at.next_child(name) || name != "Server" || !at.next_child(name) || name != "Port") return false;
    if (!at.leaf(token) || token.raw != "80") return false;
    if (!at.next_child(name) || name != "More" || !at.skip()) return false;
    if (at.next_child(name) || at.next_child(name) || at.failed())
        return false;  // the ends of Server and List
    if (!at.next_child(name) || name != "Text" || !at.leaf(token) || token.raw != "a&amp;b" || !token.coded) {
        return false;
    }
    if (!at.next_child(name) || name != "Empty" || !at.leaf(token) || !token.raw.empty() || token.coded)
        return false;
    return !at.next_child(name) && !at.failed() && !at.stray_text() && at.finish() && at.bytes_left() == 0;
}
static_assert(cursor_walks());

struct leaf_case {
    std::string_view text;  // what stands in <a>…</a>
    std::string_view raw;
    bool coded;
};
constexpr leaf_case leaves[] = {
    {"<a/>", "", false},
    {"<a b='c'/>", "", false},
    {"<a></a>", "", false},
    {"<a>b</a>", "b", false},
    {"<a>]] \n</a >", "]] \n", false},
    {"<a>b\xe4\xb8\xad</a>", "b\xe4\xb8\xad", false},
    {"<a>&#65;</a>", "&#65;", true},
    {"<a>b\r\nc</a>", "b\r\nc", true},
    {"<a>b<!-- c --></a>", "b<!-- c -->", true},
    {"<a><?p?>b</a>", "<?p?>b", true},
    {"<a><![CDATA[b]]></a>", "<![CDATA[b]]>", true},
};
constexpr bool reads_leaf(const leaf_case& c) {
    xml::cursor at(c.text);
    std::string_view name;
    text_token token{"what was here before", true};
    return at.root(name) && at.leaf(token) && at.finish() && token.raw == c.raw && token.coded == c.coded;
}
static_assert(all_hold(leaves, reads_leaf));

constexpr refused no_leaves[] = {
    {"<a><b/></a>", errc::wrong_shape, 3},     {"<a>text<b/></a>", errc::wrong_shape, 7},
    {"<a>text<", errc::truncated, 7},          {"<a>text</b>", errc::mismatched_tag, 7},
    {"<a>text", errc::truncated, 7},           {"<a><![CDATA[x]]></a", errc::truncated, 19},
    {"<a><!DOCTYPE b></a>", errc::doctype, 3},
};
constexpr bool refuses_leaf(const refused& c) {
    xml::cursor at(c.text);
    std::string_view name;
    text_token token;
    return at.root(name) && !at.leaf(token) && at.failed() && at.why().code == c.code &&
           at.why().offset == c.offset;
}
static_assert(all_hold(no_leaves, refuses_leaf));

struct stray_case {
    std::string_view text;
    bool stray;
};
constexpr stray_case strays[] = {
    {"<a> \n<b/>\t</a>", false},
    {"<a>x<b/></a>", true},
    {"<a><b/>x</a>", true},
    {"<a>&#32;<b/></a>", true},
    {"<a><![CDATA[ ]]><b/></a>", false},
    {"<a><![CDATA[x]]><b/></a>", true},
    {"<a><!-- x --><?x?><b/></a>", false},
    {"<a><b>x</b></a>", false},  // inside of what is skipped
};
constexpr bool tells_stray_text(const stray_case& c) {
    xml::cursor at(c.text);
    std::string_view name;
    if (!at.root(name)) return false;
    while (at.next_child(name)) {
        if (!at.skip()) return false;
    }
    return at.finish() && at.stray_text() == c.stray;
}
static_assert(all_hold(strays, tells_stray_text));

// After the first fault nothing is true any more, and the fault stays what it was.
constexpr bool first_fault_stays() {
    xml::cursor at("<a><b></c></a>");
    std::string_view name;
    text_token token;
    if (!at.root(name) || !at.next_child(name) || at.skip()) return false;
    const bool any = at.next_child(name) || at.leaf(token) || at.skip() || at.finish();
    return !any && at.failed() && at.why().code == errc::mismatched_tag && at.why().offset == 6 &&
           at.offset() == 6 && at.bytes_left() == 0;
}
static_assert(first_fault_stays());

}  // namespace

TEST_CASE("xml: documents, elements, no document type") {
    support::check_each(documents, accepts);
    support::check_each(no_documents, refuses);
}

TEST_CASE("xml: no beginning of a document is one") {
    for (const std::string_view document : whole) support::check_every_truncation<xml::check>(document);
}

TEST_CASE("xml: the cursor walks, skips, and stays at its first fault") {
    CHECK(cursor_walks());
    CHECK(first_fault_stays());
}

TEST_CASE("xml: an element that is expected is entered and left, any other is for the others") {
    const name_key a{"", "a", ">"};
    const name_key b{"", "bcdefghi", ">"};
    const support::exact_block block("<R> <a><bcdefghi> </bcdefghi></a><a  /><a></a ></R>       ");
    xml::cursor at(block.view());
    std::string_view name;
    REQUIRE(at.root(name));
    CHECK(!at.try_child(b));
    REQUIRE((at.try_child(a) && at.try_child(b)));
    CHECK(!at.try_leave(a));
    REQUIRE(at.try_leave(b));
    REQUIRE(at.try_leave(a));
    CHECK(!at.try_child(a));  // not a plain start tag
    REQUIRE((at.next_child(name) && name == "a" && !at.next_child(name)));
    REQUIRE(at.try_child(a));
    CHECK(!at.try_leave(a));  // not a plain end tag
    REQUIRE((!at.next_child(name) && !at.next_child(name)));
    CHECK(at.finish());
}

TEST_CASE("xml: leaves") {
    support::check_each(leaves, reads_leaf);
    support::check_each(no_leaves, refuses_leaf);
}

TEST_CASE("xml: text beside elements is told") { support::check_each(strays, tells_stray_text); }

TEST_CASE("xml: as deep as the limit, and one deeper") {
    const std::string open = repeated("<a>", max_depth);
    const std::string close = repeated("</a>", max_depth);
    CHECK(accepts({open + close}));
    CHECK(refuses({open + "<b/>" + close, errc::too_deep, open.size()}));
    CHECK(accepts({"<a>" + repeated("<b/><c></c>", 5'000) + "</a>"}));
    CHECK(refuses({repeated("<a>", 1'000'000), errc::too_deep, open.size()}));
}
