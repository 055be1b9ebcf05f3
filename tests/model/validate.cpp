#include <slbwire/model/validate.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

fault check(const pet& p, std::int64_t most = 20) {
    const bound_source<pet> source(&p);
    return detail::validator({.most_entries = most}).check(source);
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

namespace {

struct form {
    std::string name{};
    std::optional<std::int32_t> size{};
    std::string given{};
    std::vector<toy> toys{};
    std::vector<std::string> ids{};

    static constexpr field<form> fields[] = {
        {"Name", &form::name, required | between(1, 3)},
        {"Size", &form::size, between(1, 9)},
        {"Given", &form::given, reply_only},
        reply_list<&form::toys>("Toys", "Toy"),
        list<&form::ids>("Ids", {}, between(2, 3)),
    };
};

struct outcome {
    fault what;
    bool limit;
};
outcome check(const form& f, bool limits, bool shape) {
    const bound_source<form> source(&f);
    detail::validator v({.limits = limits, .shape = shape});
    const fault found = v.check(source);
    return {found, v.found_limit()};
}

}  // namespace

TEST_CASE("limits and shape are checked apart") {
    struct row {
        form what;
        errc code;
        std::string_view field;
        bool limit;
    };
    const row rows[] = {
        {{.name = "abcd"}, errc::too_long, "Name", true},
        {{.name = "a", .size = 0}, errc::out_of_range, "Size", true},
        {{.name = "a", .size = 10}, errc::out_of_range, "Size", true},
        {{.name = "a", .ids = {"1"}}, errc::too_few, "Ids", true},
        {{.name = "a", .ids = {"1", "2", "3", "4"}}, errc::too_many, "Ids", true},
        {{.size = 1}, errc::missing, "Name", false},
        {{.name = "a\n"}, errc::control_character, "Name", false},
        {{.name = "\xff"}, errc::invalid_utf8, "Name", false},
        // No field that is set is left out in silence.
        {{.name = "a", .given = "2019"}, errc::invalid_value, "Given", false},
        {{.name = "a", .toys = {{"ball", 1}}}, errc::invalid_value, "Toys", false},
    };
    for (const row& r : rows) {
        CAPTURE(r.field, static_cast<int>(r.code));
        const outcome both = check(r.what, true, true);
        CHECK((both.what.code == r.code && both.what.field == r.field && both.limit == r.limit));
        const outcome limits = check(r.what, true, false);
        CHECK(static_cast<bool>(limits.what) == r.limit);
        const outcome shape = check(r.what, false, true);
        CHECK(static_cast<bool>(shape.what) == !r.limit);
        CHECK(!check(r.what, false, false).what);
    }
}
