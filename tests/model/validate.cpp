#include <slbwire/model/validate.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

fault check(const pet& p, std::int64_t most = 20) {
    const bound_source<pet> source(&p);
    return detail::validator(most).check(source);
}

}  // namespace

TEST_CASE("a request that keeps to its rules") {
    CHECK(!check({.name = "Rex", .age = 40, .toys = {{"ball", 0}}, .home = {}}));
    CHECK(!check({.name = "主备主备主备主备", .home = {}}));  // 8 characters, 24 bytes
}

TEST_CASE("what breaks a rule is named with its limits") {
    fault f = check({.home = {}});
    CHECK((f.code == errc::missing && f.field == "Name"));
    f = check({.name = "R", .home = {}});
    CHECK((f.code == errc::too_few && f.field == "Name" && f.lowest == 2 && f.highest == 8));
    f = check({.name = "主备主备主备主备主", .home = {}});
    CHECK((f.code == errc::too_long && f.field == "Name"));
    f = check({.name = "Rex", .age = 41, .home = {}});
    CHECK((f.code == errc::out_of_range && f.field == "Age" && f.lowest == 0 && f.highest == 40));
    f = check({.name = "Rex", .age = -1, .home = {}});
    CHECK(f.code == errc::out_of_range);
    f = check({.name = "Rex", .toys = {{"ball", 1}, {"", 1}}, .home = {}});
    CHECK((f.code == errc::missing && f.field == "Name" && f.list == "Toys" && f.index == 1));
    f = check({.name = "Rex", .toys = {{"ball", 1001}}, .home = {}});
    CHECK((f.code == errc::out_of_range && f.field == "Price" && f.list == "Toys" && f.index == 0));
    f = check({.name = "Rex", .toys = {{"a", 1}, {"b", 1}, {"c", 1}}, .home = {}}, 2);
    CHECK((f.code == errc::too_many && f.field == "Toys" && f.highest == 2));
    f = check({.name = "Rex", .friends = {"ok", "b\nd"}, .home = {}});
    CHECK((f.code == errc::control_character && f.list == "Friends" && f.index == 1));
}

TEST_CASE("texts are UTF-8 without controls") {
    static_assert(!check_text("plain 文 ~", "x"));
    constexpr fault broken = check_text("ab\xff", "x");
    static_assert(broken.code == errc::invalid_utf8 && broken.offset == 2 && broken.field == "x");
    for (std::string_view text : {std::string_view("a\0b", 3), std::string_view("a\tb"), std::string_view("a\x7f")}) {
        const fault f = check_text(text, "x");
        CHECK((f.code == errc::control_character && f.offset == 1));
    }
}
