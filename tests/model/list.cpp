#include <slbwire/model/list.hpp>
#include <slbwire/model/encode_list.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

TEST_CASE("a struct and a list as fields") {
    const field<pet> home = nested<&pet::home>("Home", required | between(1, 80));
    CHECK(home.info.kind == field_kind::object);
    CHECK(home.info.rule.highest == 80);
    const field<pet> toys = list<&pet::toys>("Toys", "Toy", common | indexed);
    CHECK(toys.info.kind == field_kind::list);
    CHECK(toys.info.item == "Toy");
    CHECK((toys.info.rule.common && toys.info.rule.indexed));
}
