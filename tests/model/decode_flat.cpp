// Lists without the level around their entries: in XML the list's name repeated, in JSON one object or one value.

#include <slbwire/model/decode.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/both_ways.hpp"
#include "../support/catch.hpp"
#include "../support/table.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

/// A list whose entries have lists and structs of their own.
template <class Text>
struct basic_street {
    Text name{};
    std::vector<basic_pet<Text>> pets{};

    static constexpr field<basic_street> fields[] = {
        {"Name", &basic_street::name},
        list<&basic_street::pets>("Pets", "Pet"),
    };
    friend bool operator==(const basic_street&, const basic_street&) = default;
};

struct row {
    std::string_view text;
    std::string_view shown;  ///< a letter a toy, its price behind it; then the friends
};
constexpr row rows[] = {
    // the list's name repeated
    {"<r><Toys><Name>a</Name><Price>1</Price></Toys><Toys><Name>b</Name></Toys></r>", "a1 b"},
    {"<r><Toys><Name>a</Name></Toys></r>", "a"},
    {"<r> <Toys> <Price>1</Price> <Name>a</Name> </Toys> <!-- --> <Toys\n><Name>b</Name></Toys> </r>", "a1 b"},
    // others between, and members that no field has
    {"<r><Toys><Name>a</Name></Toys><Age>3</Age><Toys><Name>b</Name></Toys><X/><Toys><Name>c</Name></Toys></r>", "a b c"},
    {"<r><Toys><X>1</X><Name>a</Name><Y><Toy/></Y></Toys><Toys><X/><Price>2</Price><Name>b</Name></Toys></r>", "a b2"},
    {"<r><Toys><Name>a</Name></Toys><Friends>c</Friends><Toys><Name>b</Name></Toys><Friends>d</Friends></r>", "a b, c d"},
    // single values
    {"<r><Friends>c</Friends><Friends>d</Friends></r>", ", c d"},
    {"<r><Friends>c</Friends></r>", ", c"},
    {"<r><Friends><![CDATA[c]]></Friends><Friends>&#100;<!-- --></Friends></r>", ", c d"},
    // what is empty is an empty list, and among entries none
    {"<r><Toys/><Friends/></r>", ""},
    {"<r><Toys></Toys><Friends> \n<!-- none --> </Friends></r>", ""},
    {"<r><Toys/><Toys><Name>a</Name></Toys><Toys> </Toys><Toys><Name>b</Name></Toys><Toys/></r>", "a b"},
    {"<r><Friends/><Friends>c</Friends><Friends></Friends><Friends>d</Friends><Friends/></r>", ", c d"},
    // a list with its inner level: of two the last counts, also where the other is of the other form
    {"<r><Toys><Toy><Name>x</Name></Toy></Toys><Toys><Toy><Name>a</Name></Toy><Toy><Name>b</Name></Toy></Toys></r>", "a b"},
    {"<r><Toys><Toys><Name>a</Name></Toys><Toys><Name>b</Name></Toys></Toys></r>", "a b"},
    {"<r><Toys><Toy><Name>x</Name></Toy></Toys><Toys/></r>", ""},
    {"<r><Toys><Toy><Name>x</Name></Toy></Toys><Toys><Name>a</Name></Toys><Toys><Name>b</Name></Toys></r>", "a b"},
    {"<r><Toys><Name>x</Name></Toys><Toys><Toy><Name>a</Name></Toy></Toys></r>", "a"},
    {"<r><Friends>x</Friends><Friends><Friend>c</Friend><Friend>d</Friend></Friends></r>", ", c d"},
    {"<r><Friends><Friend>x</Friend></Friends><Friends>c</Friends></r>", ", c"},
    // an inner level with strange elements beside its entries
    {"<r><Toys><X/><Toy><Name>a</Name></Toy><Name>x</Name></Toys></r>", "a"},
    // JSON: one object, one value
    {R"({"Toys":{"Name":"a","Price":1}})", "a1"},
    {R"({"Toys":{ "X":[{"Name":"x"}], "Price":"1" , "Y":{} , "N\u0061me":"a","Z":1}})", "a1"},
    {R"({"Friends":"c"})", ", c"},
    {R"({"Friends":true,"Home":{"Floors":7}})", ", true"},
    {R"({"Toys":[{"Name":"a"},{"Name":"b"}],"Friends":["c","d"]})", "a b, c d"},
    {R"({"Toys":{"Toy":[{"Name":"a"}],"Name":"x"}})", "a"},
    {R"({"Toys":{"Name":"x"},"Toys":{"Name":"a"}})", "a"},  // JSON has arrays: of two the last counts
};

constexpr bool same_text(std::string_view text, std::string_view& rest) {
    if (!rest.starts_with(text)) return false;
    rest.remove_prefix(text.size());
    return true;
}
template <class Text>
constexpr bool shows(const row& r) {
    text_arena arena;
    const auto decoded = decode<basic_pet<Text>>(r.text, arena);
    if (!decoded) return false;
    std::string_view rest = r.shown;
    for (std::size_t i = 0; i < decoded->toys.size(); ++i) {
        const basic_toy<Text>& t = decoded->toys[i];
        if ((i != 0 && !same_text(" ", rest)) || !same_text(t.name, rest)) return false;
        if (t.price && !same_text(ascii::decimal(*t.price).view(), rest)) return false;
    }
    for (std::size_t i = 0; i < decoded->friends.size(); ++i) {
        if (!same_text(i == 0 ? ", " : " ", rest) || !same_text(decoded->friends[i], rest)) return false;
    }
    return rest.empty();
}
static_assert(support::all_hold(rows, shows<std::string_view>));

struct refusal {
    std::string_view text;
    errc code;
    std::string_view field;
    std::size_t index = fault::no_index;
};
constexpr refusal refusals[] = {
    {"<r><Toys><Name>a</Name></Toys><Toys><Price>1</Price></Toys></r>", errc::missing, "Name", 1},
    {"<r><Toys><Price>1</Price></Toys><Toys><Name>a</Name></Toys></r>", errc::missing, "Name", 0},
    {"<r><Toys><Name>a</Name></Toys><Toys><Name>b</Name><Price>x</Price></Toys></r>", errc::invalid_number, "Price", 1},
    {"<r><Toys><Name>a</Name><Price>x</Price></Toys><Toys><Name>b</Name></Toys></r>", errc::invalid_number, "Price", 0},
    {"<r><Toys><Name>a</Name>x</Toys></r>", errc::wrong_shape, "Toys", 0},
    {"<r><Toys><X/></Toys></r>", errc::wrong_shape, "Toys"},
    {"<r><Toys>ball</Toys></r>", errc::wrong_shape, "Toys"},
    {"<r><Home><Floors>1</Floors><Floors>x</Floors></Home></r>", errc::invalid_number, "Floors", 1},
    {"<r><Friends>a<Friend>b</Friend></Friends></r>", errc::wrong_shape, "Friends"},
    {"<r><Toys><Name>a</Name></Toys><Toys><Name>b</Toys></r>", errc::mismatched_tag, "Name", 1},
    {R"({"Toys":{"Price":1}})", errc::missing, "Name", 0},
    {R"({"Toys":{"Name":"a","Price":"x"}})", errc::invalid_number, "Price", 0},
    {R"({"Toys":{"Name":"a")", errc::truncated, "Toys", 0},
    {R"({"Toys":{"X":1}})", errc::wrong_shape, "Toys"},
    {R"({"Friends":{"":1}})", errc::wrong_shape, "Friends"},
    {R"({"Home":{"Floors":"x"}})", errc::invalid_number, "Floors", 0},
};
constexpr bool is_refused(const refusal& r) {
    text_arena arena;
    const auto decoded = decode<pet_view>(r.text, arena);
    if (decoded) return false;
    const fault& f = decoded.error();
    return f.code == r.code && f.field == r.field && f.index == r.index;
}
static_assert(support::all_hold(refusals, is_refused));

}  // namespace

TEST_CASE("a list without its inner level is read as its entries") {
    support::check_each(rows, shows<std::string>);
    support::check_each(rows, shows<std::string_view>);
    support::check_each(rows, [](const row& r) { return support::same_both_ways<pet_view>(r.text, {}); });
}

TEST_CASE("an entry without a level around it that does not fit") {
    support::check_each(refusals, is_refused);
    support::check_each(refusals, [](const refusal& r) { return support::same_both_ways<pet_view>(r.text, {}); });
}

TEST_CASE("lists inside of entries, with and without their inner level") {
    for (std::string_view text :
         {"<r><Pets><Name>A</Name><Toys><Name>a</Name></Toys><Toys><Name>b</Name></Toys><Home><Floors>1</Floors><Floors>2"
          "</Floors></Home></Pets><Pets><Friends>c</Friends><Name>B</Name></Pets><Name>S</Name></r>",
          "<r><Pets><Pet><Name>A</Name><Toys><Name>a</Name></Toys><Toys><Name>b</Name></Toys><Home><Floors><Floor>1</Floor>"
          "<Floor>2</Floor></Floors></Home></Pet><Pet><Name>B</Name><Friends>c</Friends></Pet></Pets><Name>S</Name></r>",
          "<r><Name>S</Name><Pets><Toys><Toy><Name>a</Name></Toy><Toy><Name>b</Name></Toy></Toys><Name>A</Name><Home>"
          "<Floors>1</Floors><Floors>2</Floors></Home></Pets><Pets><Name>B</Name><Friends><Friend>c</Friend></Friends></Pets></r>"}) {
        INFO(text);
        text_arena arena;
        const auto street = decode<basic_street<std::string>>(text, arena);
        REQUIRE(street.has_value());
        CHECK(street->name == "S");
        REQUIRE(street->pets.size() == 2);
        CHECK(street->pets[0].name == "A");
        CHECK(street->pets[0].toys == std::vector<toy>{{"a", {}}, {"b", {}}});
        CHECK(street->pets[0].home.floors == std::vector<std::int32_t>{1, 2});
        CHECK(street->pets[1].name == "B");
        CHECK(street->pets[1].friends == std::vector<std::string>{"c"});
        CHECK(support::same_both_ways<basic_street<std::string_view>>(text, {}));
    }
}

TEST_CASE("a long list without its inner level keeps every entry") {
    std::string text = "<r>";
    for (int i = 0; i < 10'000; ++i) text += "<Toys><Name>a</Name><Price>1</Price></Toys>";
    text_arena arena;
    const auto decoded = decode<pet>(text + "</r>", arena);
    REQUIRE(decoded.has_value());
    CHECK(decoded->toys == std::vector<toy>(10'000, {"a", 1}));
}
