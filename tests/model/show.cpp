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

namespace {

/// A member that replies have under two names, as the service has for some of its own, and a secret.
template <class Text>
struct basic_key {
    Text user{};
    std::optional<std::int32_t> age{};
    Text secret{};
    std::vector<basic_toy<Text>> toys{};

    static constexpr field<basic_key> fields[] = {
        {"User", &basic_key::user},
        {"Age", &basic_key::age},
        {"Usre", &basic_key::user},
        {"AccessKeySecret", &basic_key::secret},
        {"Aeg", &basic_key::age},
        list<&basic_key::toys>("Toys", "Toy"),
    };
};

}  // namespace

TEST_CASE("a member with two names is shown once, and a secret not at all") {
    CHECK(show(basic_key<std::string>{.user = "a", .age = 3, .secret = "s3cret", .toys = {{"ball", 7}}}) ==
          R"({User: "a", Age: 3, AccessKeySecret: "***", Toys: [{Name: "ball", Price: 7}]})");
    CHECK(show(basic_key<std::string_view>{.user = "a", .age = {}, .secret = {}, .toys = {}}) == R"({User: "a"})");
}
