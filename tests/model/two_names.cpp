// Members that replies have under several names: whichever comes, and however it is read.

#include <slbwire/model/decode.hpp>
#include <slbwire/core/text_arena.hpp>

#include <string_view>

#include "../support/both_ways.hpp"
#include "../support/catch.hpp"
#include "../support/table.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

template <class Text>
struct basic_dog {
    Text name{};
    std::optional<std::int32_t> age{};
    std::optional<bool> tame{};
    std::vector<basic_toy<Text>> toys{};
    basic_home<Text> home;

    static constexpr field<basic_dog> fields[] = {
        {"Name", &basic_dog::name},
        {"Nmae", &basic_dog::name},
        {"Age", &basic_dog::age},
        {"Tame", &basic_dog::tame},
        list<&basic_dog::toys>("Toys", "Toy"),
        nested<&basic_dog::home>("Home"),
        {"Aeg", &basic_dog::age},
        {"Tmae", &basic_dog::tame},
    };
    friend bool operator==(const basic_dog&, const basic_dog&) = default;
};
using dog_view = basic_dog<std::string_view>;

struct row {
    std::string_view text;
};
/// All are Rex of 3, tame, with a ball, in Wien.
constexpr row rows[] = {
    {R"({"Name":"Rex","Age":3,"Tame":true,"Toys":[{"Name":"ball"}],"Home":{"City":"Wien"}})"},
    {R"({"Nmae":"Rex","Aeg":3,"Tmae":true,"Toys":{"Toys":{"Name":"ball"}},"Home":{"City":"Wien"}})"},
    // what is empty under one name takes nothing away that came under another, in either order
    {R"({"Name":"Rex","Nmae":null,"Age":3,"Aeg":"","Tame":"true","Tmae":" ","Toys":[{"Name":"ball"}],"Home":{"City":"Wien"}})"},
    {R"({"Nmae":"Rex","Name":null,"Aeg":3,"Age":null,"Tmae":true,"Tame":null,"Toys":[{"Name":"ball"}],"Home":{"City":"Wien"}})"},
    {R"({"Nmae":"","Name":"Rex","Aeg":"","Age":3,"Tmae":null,"Tame":true,"Toys":[{"Name":"ball"}],"Home":{"City":"Wien"}})"},
    {R"({"Name":"","Nmae":"Rex","Age":null,"Aeg":"3","Tame":"","Tmae":true,"Toys":[{"Name":"ball"}],"Home":{"City":"Wien"}})"},
    {R"({"Nmae":"Rex","Name":"","Aeg":3,"Age":" ","Tmae":true,"Tame":"","Toys":[{"Name":"ball"}],"Home":{"City":"Wien"}})"},
    {"<r><Nmae>Rex</Nmae><Name/><Aeg>3</Aeg><Age> </Age><Tmae>true</Tmae><Tame></Tame><Toys><Name>ball</Name></Toys><Home><City>Wien</City></Home></r>"},
    {"<r><Name/><Nmae>Rex</Nmae><Age/><Aeg>3</Aeg><Tame/><Tmae>true</Tmae><Toys><Name>ball</Name></Toys><Home><City>Wien</City></Home></r>"},
    {"<r><Name>Rex</Name><Nmae> </Nmae><Age>3</Age><Aeg/><Tame>true</Tame><Tmae/><Toys><Toy><Name>ball</Name></Toy></Toys><Home><City>Wien</City></Home></r>"},
    // of two values the last counts, and of two under one name too, also where it is nothing
    {R"({"Name":"x","Nmae":"y","Name":"Rex","Age":1,"Aeg":3,"Tame":false,"Tmae":true,"Toys":[{"Name":"ball"}],"Home":{"City":"Wien"}})"},
    {"<r><Name>x</Name><Nmae>Rex</Nmae><Aeg>1</Aeg><Age>3</Age><Tmae>true</Tmae><Toys><Toy><Name>ball</Name></Toy></Toys><Home><City>Wien</City></Home></r>"},
};
template <class Text>
constexpr bool is_rex(const row& r) {
    text_arena arena;
    const auto decoded = decode<basic_dog<Text>>(r.text, arena);
    return decoded && *decoded == basic_dog<Text>{.name = "Rex", .age = 3, .tame = true, .toys = {{"ball", {}}}, .home = {"Wien", {}}};
}
static_assert(support::all_hold(rows, is_rex<std::string_view>));

}  // namespace

TEST_CASE("a member is read under each of its names") {
    support::check_each(rows, is_rex<std::string>);
    support::check_each(rows, [](const row& r) { return support::same_both_ways<dog_view>(r.text, {}); });
}

TEST_CASE("under one name the last counts, also where it is nothing") {
    text_arena arena;
    for (std::string_view text : {R"({"Name":"x","Name":null,"Aeg":1,"Aeg":null})", R"({"Nmae":"x","Nmae":"","Age":1,"Age":" "})",
                                  "<r><Name>x</Name><Name/><Aeg>1</Aeg><Aeg/></r>"}) {
        CAPTURE(text);
        const auto decoded = decode<dog_view>(text, arena);
        REQUIRE(decoded.has_value());
        CHECK(*decoded == dog_view{});
    }
}
