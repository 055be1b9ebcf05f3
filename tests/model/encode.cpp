#include <slbwire/model/encode.hpp>
#include <slbwire/core/bounded_output.hpp>
#include <slbwire/model/encode_list.hpp>
#include <slbwire/wire/query.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

struct badge {
    std::string name{};
    std::optional<std::int32_t> price{};
    std::string given{};

    static constexpr field<badge> fields[] = {
        {"Name", &badge::name},
        {"Price", &badge::price},
        {"Given", &badge::given, reply_only},
    };
};

struct leash {
    std::string colour{};
    std::optional<std::int32_t> length{};
    std::optional<bool> strong{};
    std::vector<toy> toys{};
    std::vector<std::string> names{};
    std::vector<badge> tags{};
    std::string maker{};
    std::vector<toy> marks{};
    std::vector<std::string> ids{};

    static constexpr field<leash> fields[] = {
        {"Colour", &leash::colour},
        {"Length", &leash::length},
        {"Strong", &leash::strong},
        list<&leash::toys>("Toys", "Toy"),
        list<&leash::names>("Names", {}),
        list<&leash::tags>("Tag", {}, indexed),
        {"Maker", &leash::maker, reply_only},
        reply_list<&leash::marks>("Marks", "Mark"),
        list<&leash::ids>("Id", {}, indexed),
    };
};

std::string query_of(const leash& l, quote_style style = quote_style::single_quotes) {
    const bound_source<leash> source(&l);
    detail::parameter_set parameters;
    parameters.add_fields(source);
    sort_by_name(parameters.entries());
    std::string query;
    assign(query, [&](bounded_output& out) {
        query_writer writer(out);
        parameters.write(writer, source, style);
    });
    return query;
}

}  // namespace

TEST_CASE("what is not set is not sent") { CHECK(query_of({}).empty()); }

TEST_CASE("what only replies have is not sent") {
    CHECK(query_of({.length = 2, .maker = "Rex & Co", .marks = {{"tooth", 1}}}) == "Length=2");
    CHECK(query_of({.tags = {{.name = "k", .given = "1565092800"}}}) == "Tag.1.Name=k");
}

TEST_CASE("every kind of field as a parameter") {
    CHECK(query_of({.colour = "dark red", .length = -3, .strong = true}) == "Colour=dark%20red&Length=-3&Strong=true");
    CHECK(query_of({.strong = false}) == "Strong=false");
    CHECK(query_of({.toys = {{"ball", 7}, {"bone", {}}}}) ==
          "Toys=%5B%7B%27Name%27%3A%27ball%27%2C%27Price%27%3A%277%27%7D%2C%7B%27Name%27%3A%27bone%27%7D%5D");
    CHECK(query_of({.toys = {{"b\"a'l\\l", {}}}}, quote_style::strict_json) ==
          "Toys=%5B%7B%22Name%22%3A%22b%5C%22a%27l%5C%5Cl%22%7D%5D");
    CHECK(query_of({.names = {"a", "b"}}) == "Names=%5B%27a%27%2C%27b%27%5D");
    CHECK(query_of({.tags = {{.name = "k", .price = 1}, {}}}) == "Tag.1.Name=k&Tag.1.Price=1");
    CHECK(query_of({.ids = {"i-1", "i-2"}}) == "Id.1=i-1&Id.2=i-2");
}

TEST_CASE("as many parameters as there are") {
    // Past the room for usual requests, of entries and of their names, each alone and both.
    for (std::size_t count : {std::size_t{1}, std::size_t{95}, std::size_t{96}, std::size_t{97}, std::size_t{1'000}}) {
        CAPTURE(count);
        leash l;
        for (std::size_t i = 0; i < count; ++i) {
            l.tags.push_back({.name = std::to_string(i), .price = static_cast<std::int32_t>(i)});
            l.ids.push_back("i-" + std::to_string(i));
        }
        std::vector<std::string> wanted;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string nth = std::to_string(i + 1);
            wanted.push_back("Tag." + nth + ".Name=" + std::to_string(i));
            wanted.push_back("Tag." + nth + ".Price=" + std::to_string(i));
            wanted.push_back("Id." + nth + "=i-" + std::to_string(i));
        }
        const auto by_name = [](const std::string& a, const std::string& b) {
            return a.substr(0, a.find('=')) < b.substr(0, b.find('='));
        };
        std::sort(wanted.begin(), wanted.end(), by_name);
        std::string all;
        for (const std::string& one : wanted) (all += all.empty() ? "" : "&") += one;
        CHECK(query_of(l) == all);
    }
}

namespace {

struct long_names {
    std::vector<std::string> values{};
    static constexpr char name[] =
        "ANameThatIsLongerThanAnyOfTheServiceButMayStandInAFieldListOfSomebodysOwnAllTheSameBecauseNobodySaysOtherwise";
    static constexpr field<long_names> fields[] = {list<&long_names::values>(name, {}, indexed)};
};

}  // namespace

TEST_CASE("names as long as they are") {
    long_names l;
    for (int i = 0; i < 200; ++i) l.values.push_back("v");
    const bound_source<long_names> source(&l);
    detail::parameter_set parameters;
    parameters.add_fields(source);
    REQUIRE(parameters.entries().size() == 200);
    for (std::size_t i = 0; i < 200; ++i) {
        CHECK(parameters.entries()[i].name == std::string(long_names::name) + "." + std::to_string(i + 1));
    }
}
