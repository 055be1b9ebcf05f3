#include <slbwire/model/show.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

TEST_CASE("every kind of field is shown, what is not set is not") {
    pet p{.name = "Rex", .age = 3, .tame = true, .toys = {{"ball", {}}}, .friends = {"a\nb", "c"}, .home = {}};
    p.home.floors = {1, 2};
    CHECK(show(p) == R"({Name: "Rex", Age: 3, Tame: true, Toys: [{Name: "ball"}], Friends: ["a\u000ab", "c"], )"
                     R"(Home: {Floors: [1, 2]}})");
    CHECK(show(toy{}) == "{}");
}
