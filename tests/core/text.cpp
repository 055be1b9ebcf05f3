#include <slbwire/core/text.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

static_assert(literal("abc") == std::string_view("abc"));
static_assert(literal("").empty() && literal().empty());
static_assert(literal("a\0b").size() == 3);

TEST_CASE("a text of memory that is written to") {
    char memory[] = "abc";
    CHECK(detail::text_of(memory, 2) == "ab");
    CHECK(detail::text_of(nullptr, 0).empty());
}
