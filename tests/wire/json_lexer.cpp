// tests/wire/json.cpp and json_scalars.cpp go through every production; here is what only readers in a hurry use.

#include <slbwire/wire/json_lexer.hpp>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"

#include <slbwire/wire/json.hpp>

using namespace slbwire;

namespace {

/// What try_integer makes of a text: the number, or -1 where it passes nothing.
constexpr std::int64_t integer(std::string_view text) {
    json::cursor at(text);
    std::int64_t value = 0;
    if (at.try_integer(value)) return value;
    return at.offset() == 0 && !at.failed() ? -1 : -2;
}
constexpr bool integers_are_right() {
    return integer("80,") == 80 && integer(" 0}") == 0 && integer("-7]") == -7 && integer("123456789012345678 ") == 123456789012345678 &&
           integer("1234567890123456789,") == -1 && integer("80") == -1 && integer("080,") == -1 && integer("8.0,") == -1 &&
           integer("8e1,") == -1 && integer("-,") == -1 && integer("\"80\",") == -1 && integer("") == -1 && integer("80x") == -1;
}
static_assert(integers_are_right());

constexpr bool members_are_right() {
    json::cursor at(R"({"a" : 1 , "bc":2,"d":3})");
    text_token name;
    if (!at.enter_object() || at.try_member("b") || !at.try_member("a") || !at.skip()) return false;
    if (at.try_member("b") || at.try_member("bcd") || !at.try_member("bc") || !at.skip()) return false;
    if (at.try_member("x") || !at.next_member(name) || name.raw != "d" || !at.skip()) return false;
    return !at.try_member("a") && !at.next_member(name) && at.finish();
}
static_assert(members_are_right());

}  // namespace

TEST_CASE("integers and members that are expected are taken, anything else is left") {
    CHECK(integers_are_right());
    CHECK(members_are_right());
    for (std::string_view text : {"8", "-", "{\"a\"", "{\"a\":", "{", "{\"a"}) {
        const support::exact_block block(text);
        json::cursor at(block.view());
        std::int64_t value = 0;
        CHECK(!at.try_integer(value));
        if (at.enter_object()) CHECK(at.try_member("a") == (text == "{\"a\":"));
    }
}
