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
    }
    for (std::size_t at : {0u, 62u, 63u, 64u, 90u}) {
        const known_field known = know({.name = "Toys", .item = "Toy", .kind = field_kind::list}, at);
        CHECK(known.bit == std::uint64_t{1} << (at < 63 ? at : 63));
        CHECK(known.json.size() == 7);
        CHECK(known.xml.size() == 5);
        CHECK(known.json_item.size() == 6);
        CHECK(known.xml_item.size() == 4);
        CHECK(know(detail::scalar_info<std::string>(), at).json.reach() > 1'000);
    }
    CHECK(detail::scalar_info<std::int32_t>().narrow);
    CHECK_FALSE(detail::scalar_info<std::int64_t>().narrow);
    CHECK(detail::scalar_info<std::string>().kind == field_kind::text);
}
