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

struct ring_of_keys {
    std::string owner{};
    std::string code{};
    std::optional<std::int64_t> number{};
    std::vector<std::string> others{};
    toy fob{};

    static constexpr field<ring_of_keys> fields[] = {
        {"Owner", &ring_of_keys::owner},
        {"Code", &ring_of_keys::code, required | confidential},
        {"Number", &ring_of_keys::number, confidential},
        list<&ring_of_keys::others>("Others", "Other", confidential),
        nested<&ring_of_keys::fob>("Fob", confidential),
    };
};

}  // namespace

TEST_CASE("of what is confidential a line shows only that it is set") {
    CHECK(show(ring_of_keys{.owner = "me", .code = "0815", .number = 4711, .others = {"a", "b"}, .fob = {"ball", {}}}) ==
          R"({Owner: "me", Code: ***, Number: ***, Others: ***, Fob: ***})");
    CHECK(show(ring_of_keys{.owner = "me"}) == R"({Owner: "me"})");
}
