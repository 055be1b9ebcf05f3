#include <slbwire/model/bound.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

/// Adds an entry to the list it is handed.
class toy_giver final : public filler {
public:
    constexpr bool object(object_target&) override { return false; }
    constexpr bool list(list_target& entries) override {
        object_target& entry = entries.append();
        entry.put_text(0, "ball");
        entry.put_integer(1, 7);
        return entries.size() == 1 && !entries.scalar() && entries.entry_bytes() >= sizeof(void*);
    }
};

/// Counts what it is shown.
class counter final : public viewer {
public:
    constexpr bool object(const object_source& nested) override { return nested.text(0) == "Wien"; }
    constexpr bool list(list_source& entries) override {
        for (std::size_t i = 0; i < entries.size(); ++i) prices += entries.entry(i).integer(1).value_or(0);
        return true;
    }
    std::int64_t prices = 0;
};

constexpr bool fills_every_kind() {
    pet_view p;
    bound_target<pet_view> target(&p);
    target.put_text(1, "Rex");
    target.put_integer(2, 3);
    target.put_integer(3, 5'000'000'000);
    target.put_boolean(4, true);
    toy_giver giver;
    if (!target.fill(5, giver)) return false;
    const bool filled = p.name == "Rex" && p.age == 3 && p.born == 5'000'000'000 && p.tame == true &&
                        p.toys.size() == 1 && p.toys[0].name == "ball" && p.toys[0].price == 7;
    p.home.city = "Wien";
    p.home.floors.push_back(1);
    for (std::size_t i = 0; i < target.infos().size(); ++i) target.put_nothing(i);
    return filled && p == pet_view{};
}
static_assert(fills_every_kind());

}  // namespace

TEST_CASE("a struct is filled and emptied behind its face") { CHECK(fills_every_kind()); }

TEST_CASE("a struct is read behind its face") {
    pet p{.name = "Rex", .age = 3, .tame = false, .toys = {{"ball", 7}, {"bone", 5}}, .home = {}};
    p.home.city = "Wien";
    const bound_source<pet> source(&p);
    CHECK(source.text(1) == "Rex");
    CHECK(source.integer(2) == 3);
    CHECK(!source.integer(3));
    CHECK(source.boolean(4) == false);
    counter seen;
    CHECK(source.show(5, seen));
    CHECK(seen.prices == 12);
    CHECK(source.show(7, seen));
}

TEST_CASE("lists of single values have entries with one nameless field") {
    std::vector<std::string> names{"a"};
    vector_source<std::string> source(names);
    CHECK(source.entry(0).infos().size() == 1);
    CHECK(source.entry(0).text(0) == "a");
    std::vector<std::int32_t> numbers;
    vector_target<std::int32_t> target(numbers);
    CHECK(target.scalar());
    target.reserve(4);
    target.append().put_integer(0, 80);
    CHECK(numbers == std::vector<std::int32_t>{80});
    bound_source<std::int32_t> number(&numbers[0]);
    CHECK(number.integer(0) == 80);
    CHECK(number.text(0).empty());
}
