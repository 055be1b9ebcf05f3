#include <slbwire/model/decode_xml.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

constexpr int own_fields(std::string_view text) {
    text_arena arena;
    pet_view p;
    bound_target<pet_view> target(&p);
    detail::xml_decoder in(text, {arena, true});
    return in.root(target) ? static_cast<int>(in.own_fields()) : -1;
}

}  // namespace

TEST_CASE("fields of the operation's own are counted, under any root") {
    static_assert(own_fields("<r/>") == 0);
    static_assert(own_fields("<Error><RequestId>R</RequestId><Code>x</Code></Error>") == 0);
    static_assert(own_fields("<a><Name>x</Name><Age/><Toys/></a>") == 3);
    CHECK(own_fields("<a><Name>x</Name></b>") == -1);
}

TEST_CASE("text where there should be elements is not passed over") {
    CHECK(own_fields("<a>x<Name>x</Name></a>") == -1);
    CHECK(own_fields("<a><Name>x</Name>x</a>") == -1);
    CHECK(own_fields("<a><Toys>x</Toys></a>") == -1);
    CHECK(own_fields("<a><![CDATA[x]]><Name>x</Name></a>") == -1);
    CHECK(own_fields("<a><Other>x<b/>y</Other><Name>x</Name></a>") == 1);  // what is unknown may be anything
}
