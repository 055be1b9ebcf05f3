#include <slbwire/model/encode.hpp>
#include <slbwire/core/bounded_output.hpp>
#include <slbwire/model/encode_list.hpp>
#include <slbwire/wire/query.hpp>

#include <string>

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
    CHECK(!parameters.full());
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

TEST_CASE("parameters past the bounds are noticed") {
    detail::parameter_set parameters;
    for (int i = 0; i < 96; ++i) parameters.add("a", "b");
    CHECK(!parameters.full());
    parameters.add("a", "b");
    CHECK(parameters.full());

    leash l;
    l.tags.assign(200, {.name = "k", .price = 1});
    const bound_source<leash> source(&l);
    detail::parameter_set more;
    more.add_fields(source);
    CHECK(more.full());
}
