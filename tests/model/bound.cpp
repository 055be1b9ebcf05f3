#include <slbwire/model/bound.hpp>
#include <slbwire/model/list.hpp>

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
    constexpr bool object(const object_source& nested) override {
        set_field set[most_fields];
        return nested.set_fields(set) != 0 && set[0].view() == "Wien";
    }
    constexpr bool list(list_source& entries) override {
        set_field set[most_fields];
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries.entry(i).set_fields(set) == 2) prices += set[1].number;
        }
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

/// Nobody has to make room before an entry is added, and none has anything of its own then.
template <class Toy>
constexpr bool grows_by_itself() {
    std::vector<Toy> toys;
    vector_target<Toy> target(toys);
    for (std::size_t i = 0; i < 20; ++i) {
        target.append().put_integer(1, static_cast<std::int64_t>(i));
        if (!toys[i].name.empty() || toys.size() != i + 1) return false;
    }
    for (std::size_t i = 0; i < 20; ++i) {
        if (toys[i].price != static_cast<std::int32_t>(i)) return false;
    }
    return true;
}
static_assert(grows_by_itself<basic_toy<std::string_view>>());

/// What is moved to new memory comes with all that it has, and what is left behind is gone.
template <class Toy>
constexpr bool moves_its_entries() {
    std::vector<Toy> toys;
    vector_target<Toy> target(toys);
    for (std::int64_t i = 0; i < 3; ++i) {
        object_target& entry = target.append();
        entry.put_text(0, "a name that is too long to stand in the string itself");
        entry.put_text(0, i == 1 ? "ball" : "another that is too long to stand in the string itself");
        entry.put_integer(1, i);
    }
    target.reserve(100);
    if (toys.size() != 3 || toys.capacity() < 100 || toys[1].name != "ball" || toys[2].price != 2) return false;
    target.renew(2, 2);
    if (toys.size() != 2 || toys[0].name != "another that is too long to stand in the string itself") return false;
    target.append().put_integer(1, 7);
    if (toys.size() != 3 || toys[1].name != "ball" || !toys[2].name.empty() || toys[2].price != 7) return false;
    target.clear();
    target.clear();
    return toys.empty();
}
static_assert(moves_its_entries<basic_toy<std::string_view>>());

struct answer {
    std::optional<bool> yes{};
    static constexpr field<answer> fields[] = {{"Yes", &answer::yes}};
};
struct amounts {
    std::optional<std::int32_t> few{};
    std::optional<std::int64_t> many{};
    static constexpr field<amounts> fields[] = {{"Few", &amounts::few}, {"Many", &amounts::many}};
};
/// A struct whose fields are all of one kind.
constexpr bool empties_its_only_kind() {
    answer a{.yes = true};
    bound_target<answer>(&a).put_nothing(0);
    amounts both{.few = 1, .many = 2};
    bound_target<amounts> target(&both);
    target.put_nothing(0);
    const bool one = !both.few && both.many == 2;
    target.put_nothing(1);
    target.put_integer(1, 5'000'000'000);
    return one && !a.yes && !both.few && both.many == 5'000'000'000;
}
static_assert(empties_its_only_kind());

}  // namespace

TEST_CASE("a struct is filled and emptied behind its face") { CHECK(fills_every_kind()); }

TEST_CASE("a list grows by itself") {
    CHECK(grows_by_itself<toy>());
    CHECK(grows_by_itself<basic_toy<std::string_view>>());
}

TEST_CASE("entries move to new memory as they are") {
    CHECK(moves_its_entries<toy>());
    CHECK(moves_its_entries<basic_toy<std::string_view>>());
}

TEST_CASE("a field is emptied in a struct with fields of one kind") { CHECK(empties_its_only_kind()); }

TEST_CASE("a struct is read behind its face") {
    pet p{.name = "Rex", .age = 3, .tame = false, .toys = {{"ball", 7}, {"bone", 5}}, .home = {}};
    p.home.city = "Wien";
    const bound_source<pet> source(&p);
    set_field set[most_fields];
    const std::size_t size = source.set_fields(set);
    REQUIRE(size >= 3);
    CHECK((set[0].info->name == "Name" && set[0].view() == "Rex"));
    CHECK((set[1].info->name == "Age" && set[1].number == 3));
    CHECK((set[2].info->name == "Tame" && set[2].number == 0));
    for (std::size_t i = 3; i < size; ++i) CHECK(set[i].info->kind >= field_kind::object);
    counter seen;
    CHECK(source.show(5, seen));
    CHECK(seen.prices == 12);
    CHECK(source.show(7, seen));
}

TEST_CASE("lists of single values have entries with one nameless field") {
    std::vector<std::string> names{"a"};
    vector_source<std::string> source(names);
    CHECK(source.entry(0).infos().size() == 1);
    set_field set[most_fields];
    REQUIRE(source.entry(0).set_fields(set) == 1);
    CHECK(set[0].view() == "a");
    std::vector<std::int32_t> numbers;
    vector_target<std::int32_t> target(numbers);
    CHECK(target.scalar());
    target.reserve(4);
    target.append().put_integer(0, 80);
    CHECK(numbers == std::vector<std::int32_t>{80});
    bound_source<std::int32_t> number(&numbers[0]);
    REQUIRE(number.set_fields(set) == 1);
    CHECK(set[0].number == 80);
}
