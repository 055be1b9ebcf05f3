// What a field list is made of, while a program runs: a list need not be a constant.

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

TEST_CASE("rules and fields are made at run time as well") {
    for (std::int64_t highest : {1, 80}) {
        const field_rule rule = required | reply_only | between(1, highest);
        CHECK(rule.required);
        CHECK(rule.reply_only);
        CHECK_FALSE(rule.common);
        CHECK_FALSE(rule.indexed);
        CHECK(rule.lowest == 1);
        CHECK(rule.highest == highest);
        const field<pet> home = nested<&pet::home>("Home", rule);
        CHECK(home.info.kind == field_kind::object);
        CHECK(home.info.rule.highest == highest);
        const field<pet> toys = list<&pet::toys>("Toys", "Toy", common | indexed);
        CHECK(toys.info.kind == field_kind::list);
        CHECK(toys.info.item == "Toy");
        CHECK((toys.info.rule.common && toys.info.rule.indexed));
    }
    CHECK(detail::scalar_info<std::int32_t>().narrow);
    CHECK_FALSE(detail::scalar_info<std::int64_t>().narrow);
    CHECK(detail::scalar_info<std::string>().kind == field_kind::text);
}
