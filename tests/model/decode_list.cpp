#include <slbwire/model/decode_list.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

struct outcome {
    std::vector<toy> toys;
    fault what;
};
outcome read(std::string_view text, std::size_t most = 10) {
    outcome o;
    text_arena arena;
    vector_target<toy> target(o.toys);
    detail::list_decoder in(text, {arena, false});
    if (!in.root(target, most)) o.what = in.why();
    return o;
}

}  // namespace

TEST_CASE("lists as clients write them") {
    const std::vector<toy> expected{{"ball", 7}, {"bone", {}}};
    for (std::string_view text : {R"([{"Name":"ball","Price":"7"},{"Name":"bone"}])",
                                  R"([ {'name' : ' ball' , "PRICE" : 7 , } , , {NAME:"bone", 'Price': null}, ])",
                                  R"([{'pr-i_ce':'7','Name':'b\x61ll','Other':{'a':[1,{}]}},'bone'])"}) {
        INFO(text);
        const outcome o = read(text);
        CHECK(!o.what);
        CHECK(o.toys == expected);
    }
}

TEST_CASE("what is refused in them") {
    CHECK(read("['a','b']", 1).what.code == errc::too_many);
    CHECK(read("[{'Name':['a']}]").what.code == errc::wrong_shape);
    CHECK(read("[{'Name':bare}]").what.code == errc::wrong_shape);
    CHECK(read("[{'Name':'a'").what.code == errc::truncated);
    const fault f = read("[{'Name':'a'},{'Name':'b','Price':'x'}]").what;
    CHECK((f.code == errc::invalid_number && f.field == "Price" && f.index == 1 && f.offset == 34));
}
