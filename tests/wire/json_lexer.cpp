// tests/wire/json.cpp and json_scalars.cpp go through every production; here is what only readers in a hurry use.

#include <slbwire/wire/json_lexer.hpp>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"

#include <slbwire/wire/json.hpp>

using namespace slbwire;

namespace {

constexpr bool objects_are_entered_and_left() {
    json::cursor at(R"({"a":{},"b" : { } })");
    text_token name;
    if (!at.try_enter_object() || at.try_leave_object() || !at.next_member(name)) return false;
    if (!at.try_enter_object() || !at.try_leave_object() || !at.next_member(name)) return false;
    // A blank before the brace is for the others.
    if (at.try_enter_object() || !at.enter_object() || at.try_leave_object() || at.next_member(name)) return false;
    return !at.try_leave_object() && !at.next_member(name) && at.finish();
}
static_assert(objects_are_entered_and_left());

constexpr bool depth_is_bounded() {
    std::string_view most = "{";
    json::cursor at(most);
    return at.try_enter_object() && !at.try_enter_object() && !at.failed();
}
static_assert(depth_is_bounded());

}  // namespace

TEST_CASE("braces that are expected are taken, anything else is left") {
    CHECK(objects_are_entered_and_left());
    CHECK(depth_is_bounded());
    std::string deep;
    for (std::size_t i = 0; i <= max_depth; ++i) deep += "{\"a\":";
    json::cursor at(deep);
    text_token name;
    for (std::size_t i = 0; i < max_depth; ++i) REQUIRE((at.try_enter_object() && at.next_member(name)));
    CHECK(!at.try_enter_object());
    CHECK(!at.enter_object());
    CHECK(at.why().code == errc::too_deep);
    for (std::string_view text : {"", "}", "[", " {"}) {
        const support::exact_block block(text);
        json::cursor other(block.view());
        CHECK(!other.try_enter_object());
        CHECK(other.offset() == 0);
    }
}

TEST_CASE("a member that is expected is taken, any other is left") {
    const name_key a{"\"", "a", "\":"};
    const name_key b{"\"", "bcdefghi", "\":"};
    const support::exact_block block(R"({"a" : 1,"bcdefghi": 2 , "a":3      })");
    json::cursor at(block.view());
    text_token name;
    REQUIRE(at.enter_object());
    CHECK(!at.try_member(b));
    CHECK(!at.try_member(a));  // a blank before the colon is for next_member
    REQUIRE((at.next_member(name) && name.raw == "a" && at.number(name.raw)));
    CHECK(!at.try_member(a));
    REQUIRE(at.try_member(b));
    REQUIRE((at.number(name.raw) && name.raw == "2"));
    REQUIRE(at.try_member(a));
    REQUIRE((at.number(name.raw) && name.raw == "3"));
    CHECK(!at.try_member(a));
    CHECK((!at.next_member(name) && at.finish()));
}
