#include <slbwire/model/decode_json.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

/// How many of the root's own fields a document has, or -1 where it is refused.
constexpr int own_fields(std::string_view text, std::string_view action = "KeepPet") {
    text_arena arena;
    pet_view p;
    bound_target<pet_view> target(&p);
    detail::json_decoder in(text, {arena, true});
    return in.root(target, action) ? static_cast<int>(in.own_fields()) : -1;
}

}  // namespace

TEST_CASE("fields of the operation's own are counted") {
    static_assert(own_fields(R"({})") == 0);
    static_assert(own_fields(R"({"RequestId":"R","Code":"x"})") == 0);
    static_assert(own_fields(R"({"RequestId":"R","Name":"x","Age":1,"Age":2})") == 2);
    static_assert(own_fields(R"({"Name":"x","Name":null})") == 0);  // the last counts, and is nothing
    CHECK(own_fields(R"({"Toys":[],"Home":{}})") == 2);
    CHECK(own_fields(R"({"Toys":"","Home":" "})") == 2);
}

TEST_CASE("only a lone object under a fitting name is a wrapper") {
    static_assert(own_fields(R"({"KeepPetResponse":{"Name":"x"}})") == 1);
    static_assert(own_fields(R"({"KeepPet":{"Name":"x"}})") == 1);
    static_assert(own_fields(R"({"AnyResponse":{"Name":"x"}})") == 1);
    static_assert(own_fields(R"({"K\u0065epPetResponse":{"Name":"x"}})") == 1);
    static_assert(own_fields(R"({"KeepP\u0065t":{"Name":"x"}})") == 1);
    static_assert(own_fields(R"({"\u0048ome":{"City":"x"}})", "Home") == 1);
    static_assert(own_fields(R"({"Other":{"Name":"x"}})") == 0);
    static_assert(own_fields(R"({"Oth\u0065r":{"Name":"x"}})") == 0);
    static_assert(own_fields(R"({"KeepPet":{"Name":"x"},"More":1})") == 0);
    static_assert(own_fields(R"({"KeepPet":[{"Name":"x"}]})") == 0);
    static_assert(own_fields(R"({"Home":{"City":"x"}})", "Home") == 1);  // a field of that name is the field
    CHECK(own_fields(R"({"KeepPetResponse":{"KeepPetResponse":{"Name":"x"}}})") == 0);  // once is enough
    CHECK(own_fields(R"({"KeepPetResponse":{"Name":"x"})") == -1);
}
