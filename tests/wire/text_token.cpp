#include <slbwire/wire/text_token.hpp>

#include <string_view>
#include <type_traits>

#include <slbwire/wire/json.hpp>
#include <slbwire/wire/loose_list.hpp>
#include <slbwire/wire/xml.hpp>

#include "support/catch.hpp"

namespace {

using namespace slbwire;

static_assert(std::is_trivially_copyable_v<text_token>);

constexpr bool default_is_empty() {
    const text_token token;
    return token.raw.empty() && !token.coded;
}
static_assert(default_is_empty());

// A token is part of the document: no copy is made of it, whatever the format.
constexpr bool is_inside(std::string_view part, std::string_view document, std::size_t offset) {
    return part.data() == document.data() + offset;
}
constexpr bool json_borrows() {
    constexpr std::string_view document = R"(["vm-233","a\nb"])";
    json::cursor at(document);
    text_token plain, coded;
    return at.enter_array() && at.next_element() && at.string(plain) && at.next_element() &&
           at.string(coded) && !plain.coded && plain.raw == "vm-233" && is_inside(plain.raw, document, 2) &&
           coded.coded && coded.raw == "a\\nb" && is_inside(coded.raw, document, 11);
}
static_assert(json_borrows());

constexpr bool xml_borrows() {
    constexpr std::string_view document = "<a><b>vm-233</b><b>a&lt;b</b></a>";
    xml::cursor at(document);
    std::string_view name;
    text_token plain, coded;
    return at.root(name) && at.next_child(name) && at.leaf(plain) && at.next_child(name) && at.leaf(coded) &&
           !plain.coded && plain.raw == "vm-233" && is_inside(plain.raw, document, 6) && coded.coded &&
           coded.raw == "a&lt;b" && is_inside(coded.raw, document, 19);
}
static_assert(xml_borrows());

constexpr bool loose_list_borrows() {
    constexpr std::string_view document = "['vm-233','a\\'b']";
    loose::cursor at(document);
    bool object = false;
    loose::kind found{};
    text_token plain, coded;
    return at.enter_list() && at.next_element(object) && at.value(found, plain) && at.next_element(object) &&
           at.value(found, coded) && !plain.coded && plain.raw == "vm-233" &&
           is_inside(plain.raw, document, 2) && coded.coded && coded.raw == "a\\'b" &&
           is_inside(coded.raw, document, 11);
}
static_assert(loose_list_borrows());

// A flag of the text before does not stick to a token that is used again.
constexpr bool flag_is_set_anew() {
    json::cursor at(R"(["\n","n"])");
    text_token token;
    return at.enter_array() && at.next_element() && at.string(token) && token.coded && at.next_element() &&
           at.string(token) && !token.coded;
}
static_assert(flag_is_set_anew());

}  // namespace

TEST_CASE("text_token: points into the document of every format") {
    CHECK(default_is_empty());
    CHECK(json_borrows());
    CHECK(xml_borrows());
    CHECK(loose_list_borrows());
    CHECK(flag_is_set_anew());
}
