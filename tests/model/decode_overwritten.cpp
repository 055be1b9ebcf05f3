// Of members that stand twice the last one counts: what stood before it need not fit its field.

#include <slbwire/model/decode.hpp>
#include <slbwire/core/text_arena.hpp>

#include <string>

#include "../support/both_ways.hpp"
#include "../support/catch.hpp"
#include "../support/table.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

struct row {
    std::string_view text;
};
/// All of them are Rex, who is 3 and has a ball for 7.
constexpr row rows[] = {
    // values of every kind that do not fit
    {R"({"Name":"Rex","Age":"x","Age":3,"Toys":{"Toy":[{"Name":"ball","Price":7}]}})"},
    {R"({"Name":"Rex","Age":true,"Age":[1,{"Age":5}],"Age":{"Age":4},"Age":99999999999,"Age":"3","Toys":{"Toy":[{"Name":"ball","Price":7}]}})"},
    {R"({"Name":["x"],"Name":{},"Tame":1,"Age":3,"N\u0061me":"Rex","Tame":null,"Toys":[{"Name":"ball","Price":7}]})"},
    {R"({"Home":"x","Born":{},"Name":"Rex","Age":3,"Born":"","Home":null,"Toys":[{"Name":"ball","Price":7}]})"},
    {R"({"Home":[1],"Home":{"City":[],"Floors":["x"]},"Name":"Rex","Age":3,"Home":"","Toys":[{"Name":"ball","Price":7}]})"},
    // inside of entries, and of the level around them
    {R"({"Name":"Rex","Age":3,"Toys":{"Toy":[{"Price":"x","Name":["y"],"Price":1.5,"Name":"ball","Price":7}]}})"},
    {R"({"Name":"Rex","Age":3,"Toys":{"Toy":[{"Price":1}],"Toy":[{"Name":"x"},"y"],"To\u0079s":{"Name":"ball","Price":7}}})"},
    {R"({"Name":"Rex","Age":3,"Toys":{"Name":[],"Price":[{}],"Name":"ball","Price":7}})"},
    // lists as a whole, whatever their form
    {R"({"Toys":7,"Toys":[{"Price":1}],"Toys":{"X":1},"Name":"Rex","Toys":[{"Name":"x","Price":"y"}],"Age":3,"Toys":[{"Name":"ball","Price":7}]})"},
    {R"({"Friends":["a",null],"Friends":[[]],"Friends":[],"Toys":{"Toy":[{"Name":"x"},{"Name":"y","Price":{}}]},"Toys":{"Name":"ball","Price":7},"Name":"Rex","Age":3})"},
    {R"({"KeepPet":{"Toys":[[[]]],"Name":"Rex","Age":{"a":[[]]},"Toys":[{"Name":"ball","Price":7}],"Age":3}})"},
    // the same in XML
    {"<r><Name>Rex</Name><Age>x</Age><Age>3</Age><Toys><Toy><Name>ball</Name><Price>7</Price></Toy></Toys></r>"},
    {"<r><Name>Rex</Name><Age><b/></Age><Age>9<b>t<c/></b>9</Age><Age>99999999999</Age><Age>3</Age><Toys><Toy><Name>ball</Name><Price>7</Price></Toy></Toys></r>"},
    {"<r><Name><b/></Name><Tame>maybe</Tame><Tame/><Name>Rex</Name><Age>3</Age><Toys><Toys><Name>ball</Name><Price>7</Price></Toys></Toys></r>"},
    {"<r><Home>x</Home><Home><City><b/></City></Home><Home><Floors><X/></Floors></Home><Name>Rex</Name><Age>3</Age><Home/><Toys><Name>ball</Name><Price>7</Price></Toys></r>"},
    {"<r><Name>Rex</Name><Age>3</Age><Toys><Toy><Price>x</Price><Name><b/></Name><Price>1.5</Price><Name>ball</Name><Price>7</Price></Toy></Toys></r>"},
    {"<r><Name>Rex</Name><Age>3</Age><Toys><Price>x</Price><Name>ball</Name><Price>7</Price></Toys></r>"},
    {"<r><Toys>x</Toys><Toys><X/></Toys><Toys><Toy><Price>1</Price></Toy></Toys><Name>Rex</Name><Toys><Toy><Name>x</Name>y</Toy></Toys><Age>3</Age><Toys><Toy><Name>ball</Name><Price>7</Price></Toy></Toys></r>"},
    {"<r><Toys><Toy><Price>1</Price></Toy></Toys><Name>Rex</Name><Age>3</Age><Toys><Name>ball</Name><Price>7</Price></Toys></r>"},
    {"<r><Friends><Friend><b/></Friend></Friends><Friends/><Toys><Toy><Name>x</Name><Price><b/></Price></Toy></Toys><Toys><Name>ball</Name><Price>7</Price></Toys><Name>Rex</Name><Age>3</Age></r>"},
};

template <class Text>
constexpr bool is_rex(const row& r) {
    text_arena arena;
    const auto decoded = decode<basic_pet<Text>>(r.text, arena, "KeepPet");
    return decoded && *decoded == basic_pet<Text>{.name = "Rex", .age = 3, .toys = {{"ball", 7}}, .home = {}};
}
static_assert(support::all_hold(rows, is_rex<std::string_view>));

struct refusal {
    std::string_view text;
    errc code;
    std::string_view field;
    std::size_t offset;
    std::size_t index = fault::no_index;
};
/// The fault is the first one that no other member takes the place of.
constexpr refusal refusals[] = {
    {R"({"Age":3,"Age":"x"})", errc::invalid_number, "Age", 15},
    {R"({"Age":"x","Age":"y","Name":"z"})", errc::invalid_number, "Age", 17},
    {R"({"Age":"x","Born":"y","Age":3})", errc::invalid_number, "Born", 18},
    {R"({"Age":"x","Home":{"Age":3}})", errc::invalid_number, "Age", 7},
    {R"({"Home":{"Floors":["x"]},"Floors":[]})", errc::invalid_number, "Floors", 19, 0},
    {R"({"Toys":[{"Name":"a","Price":"x"},{"Name":"a","Price":1}]})", errc::invalid_number, "Price", 29, 0},
    {R"({"Toys":[{"Name":"a"}],"Toys":[{"Price":1}]})", errc::missing, "Name", 31, 0},
    {R"({"Toys":[{"Name":["a"],"Name":null}]})", errc::missing, "Name", 9, 0},
    // What is no JSON or XML is one anywhere; in front of it a fault is the first.
    {R"({"Age":"x","Age":3,"Age"})", errc::unexpected_byte, "", 24},
    {R"({"Age":"x","Born":[,"Age":3})", errc::invalid_number, "Age", 7},
    {R"({"Age":[1,],"Age":3})", errc::unexpected_byte, "Age", 10},
    {"<r><Age>3</Age><Age>x</Age></r>", errc::invalid_number, "Age", 20},
    {"<r><Age>x</Age><Born>y</Born><Age>3</Age></r>", errc::invalid_number, "Born", 21},
    {"<r><Age>x</Age><Home><Age>3</Age></Home></r>", errc::invalid_number, "Age", 8},
    {"<r><Age><b></Age><Age>3</Age></r>", errc::wrong_shape, "Age", 8},
    {"<r><Toys><Name>a</Name><Price>x</Price></Toys><Toys><Name>b</Name></Toys></r>", errc::invalid_number, "Price", 30, 0},
    {"<r><Toys><Toy><Name>a</Name></Toy></Toys><Toys><Toy><Price>1</Price></Toy></Toys></r>", errc::missing, "Name", 52, 0},
    {"<r><Home>x</Home><Home>y</Home></r>", errc::wrong_shape, "Home", 23},
};
constexpr bool is_refused(const refusal& r) {
    text_arena arena;
    const auto decoded = decode<pet_view>(r.text, arena);
    if (decoded) return false;
    const fault& f = decoded.error();
    return f.code == r.code && f.field == r.field && f.offset == r.offset && f.index == r.index;
}
static_assert(support::all_hold(refusals, is_refused));

}  // namespace

TEST_CASE("what is overwritten need not fit") {
    support::check_each(rows, is_rex<std::string>);
    support::check_each(rows, is_rex<std::string_view>);
    support::check_each(rows, [](const row& r) { return support::same_both_ways<pet_view>(r.text, "KeepPet"); });
}

TEST_CASE("what is not overwritten must fit") {
    support::check_each(refusals, is_refused);
    support::check_each(refusals, [](const refusal& r) { return support::same_both_ways<pet_view>(r.text, {}); });
}

TEST_CASE("texts of what is overwritten do not use up the room of those that count") {
    // Every text needs decoding, and the borrowed ones share memory of the document's size.
    std::string text = "{";
    for (int i = 0; i < 100; ++i) {
        text += R"("Friends":["a\n","b\t",{}],"Toys":[{"Name":"\t\t","Price":[]}],"Home":"\t","Home":{"City":"\nx","Floors":"y"},)";
    }
    text += R"("Friends":["c\n"],"Toys":"\t ","Home":{"City":"\nz"},"Name":"\"\""})";
    text_arena arena;
    const auto decoded = decode<pet_view>(text, arena);
    REQUIRE(decoded.has_value());
    CHECK(decoded->friends == std::vector<std::string_view>{"c\n"});
    CHECK(decoded->toys.empty());
    CHECK(decoded->home.city == "\nz");
    CHECK(decoded->name == "\"\"");
    CHECK(support::same_both_ways<pet_view>(text, {}));
}
