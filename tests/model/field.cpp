#include <slbwire/model/field.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

TEST_CASE("a field list tells names, kinds and rules without its struct") {
    constexpr auto& infos = infos_of<pet>;
    static_assert(infos.size() == 8);
    static_assert(infos[1].name == "Name" && infos[1].kind == field_kind::text && infos[1].rule.required);
    static_assert(infos[2].kind == field_kind::integer && infos[2].narrow);
    static_assert(infos[3].kind == field_kind::integer && !infos[3].narrow);
    static_assert(infos[4].kind == field_kind::boolean);
    static_assert(infos[5].kind == field_kind::list && infos[5].item == "Toy");
    static_assert(infos[7].kind == field_kind::object);
    CHECK(infos[0].rule.common);
}

TEST_CASE("rules are put together") {
    constexpr field_rule rule = required | between(2, 8);
    static_assert(rule.required && rule.lowest == 2 && rule.highest == 8 && !rule.common);
    constexpr field_rule other = reply_only | indexed | common;
    CHECK((other.reply_only && other.indexed && other.common && !other.required && !other.seldom));
    constexpr field_rule third = seldom | required;
    static_assert(third.seldom && third.required && !third.indexed && !third.reply_only);
}

TEST_CASE("nothing is looked for where a field or an entry has no name") {
    static_assert(know({.name = "Port"}, 3).bit == 8 && know({.name = "Port"}, 99).bit == std::uint64_t{1} << 63);
    static_assert(know({.name = "Port"}, 0).json.reach() == 8 && know({.name = "Port"}, 0).xml.reach() == 8);
    for (const name_key& key : {know({}, 0).json, know({}, 0).xml, know({.name = "Ports"}, 0).xml_item,
                                know({.name = "Ports"}, 0).json_item}) {
        CHECK(key.reach() > 1'000'000'000);
    }
}
