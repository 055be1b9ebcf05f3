#include <slbwire/model/field_info.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr field_rule all = required | common | reply_only | indexed | seldom | between(1, 80);
static_assert(all.required && all.common && all.reply_only && all.indexed && all.seldom);
static_assert(all.lowest == 1 && all.highest == 80);
constexpr field_rule two = required | between(-5, 5);
static_assert(two.required && !two.common && !two.reply_only && !two.indexed && !two.seldom);
static_assert((between(1, 2) | required).highest == 2 && (field_rule{} | common).common);

}  // namespace

TEST_CASE("rules of a field are joined, each kept") {
    CHECK((all.required && all.seldom && all.highest == 80));
    CHECK((two.lowest == -5 && !two.common));
}
