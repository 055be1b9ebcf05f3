#include <slbwire/core/result.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <slbwire/core/error.hpp>
#include <slbwire/core/fault.hpp>

#include "support/catch.hpp"

namespace {

using namespace slbwire;

struct move_only {
    int number;
    constexpr explicit move_only(int n = 0) : number(n) {}
    constexpr move_only(move_only&& other) noexcept : number(std::exchange(other.number, 0)) {}
    constexpr move_only& operator=(move_only&& other) noexcept {
        number = std::exchange(other.number, 0);
        return *this;
    }
};

using number = result<int, fault>;
using owner = result<move_only, fault>;

constexpr failure<fault> fails(errc code) { return failure{fault{.code = code}}; }

// Whether a call is a constant expression; std::abort in it makes that false.
template <class F, int = (static_cast<void>(F{}()), 0)>
constexpr bool is_constant(F) {
    return true;
}
constexpr bool is_constant(...) { return false; }

constexpr bool holds_value_or_error() {
    number good = 7;
    number bad = fails(errc::missing);
    const number& seen = good;
    good.value() += 1;
    bad.error().offset = 3;
    return good && good.has_value() && *good == 8 && seen.value() == 8 && !bad && !bad.has_value() &&
           bad.error().code == errc::missing && bad.error().offset == 3 && number().value() == 0;
}
static_assert(holds_value_or_error());

// Asking for what is not there ends the program, so it can be no constant expression.
static_assert(is_constant([] { return number(1).value(); }));
static_assert(!is_constant([] { return number(fails(errc::missing)).value(); }));
static_assert(!is_constant([] { return *number(fails(errc::missing)); }));
static_assert(is_constant([] { return number(fails(errc::missing)).error().code; }));
static_assert(!is_constant([] { return number(1).error().code; }));
static_assert(!is_constant([] { return result<void, fault>().error().code; }));

constexpr bool moves_move_only_values() {
    owner first = move_only(5);
    owner second = std::move(first);
    if (second->number != 5 || first->number != 0) return false;
    move_only taken = *std::move(second);
    owner third = fails(errc::missing);
    third = move_only(6);
    return taken.number == 5 && third->number == 6 && std::move(third).value().number == 6;
}
static_assert(moves_move_only_values());
static_assert(!std::is_copy_constructible_v<owner> && !std::is_copy_assignable_v<owner>);
static_assert(std::is_nothrow_move_constructible_v<owner> && std::is_nothrow_move_assignable_v<owner>);
static_assert(std::is_copy_constructible_v<number> && std::is_copy_assignable_v<number>);

constexpr bool takes_failures_in_place() {
    owner changed = move_only(7);
    changed = fails(errc::missing);
    if (changed || changed.error().code != errc::missing) return false;
    changed = fails(errc::too_few);
    if (changed || changed.error().code != errc::too_few) return false;
    changed = move_only(8);
    return changed && changed->number == 8;
}
static_assert(takes_failures_in_place());

// What a result can be made from, and what only when asked for.
static_assert(std::is_convertible_v<int, number> && std::is_convertible_v<failure<fault>, number>);
static_assert(!std::is_convertible_v<int, owner> && std::is_constructible_v<owner, int>);
static_assert(!std::is_constructible_v<number, std::string_view>);

constexpr bool and_then_chains() {
    const auto half = [](int n) -> number {
        if (n % 2 != 0) return fails(errc::invalid_value);
        return n / 2;
    };
    const number eight = 8;
    const number bad = fails(errc::missing);
    return eight.and_then(half).and_then(half).value() == 2 &&
           number(6).and_then(half).and_then(half).error().code == errc::invalid_value &&
           bad.and_then(half).error().code == errc::missing &&
           number(fails(errc::too_long)).and_then(half).error().code == errc::too_long;
}
static_assert(and_then_chains());

constexpr bool transform_makes_another_type() {
    const number seven = 7;
    const number bad = fails(errc::missing);
    const auto is_odd = [](int n) { return n % 2 != 0; };
    const result<bool, fault> odd = seven.transform(is_odd);
    const auto unwrap = [](move_only&& m) { return m.number; };
    return odd.value() && bad.transform(is_odd).error().code == errc::missing &&
           owner(move_only(9)).transform(unwrap).value() == 9 &&
           owner(fails(errc::too_few)).transform(unwrap).error().code == errc::too_few;
}
static_assert(transform_makes_another_type());

constexpr bool or_else_repairs() {
    const auto repair = [](const fault& f) -> number {
        if (f.code == errc::missing) return 1;
        return failure{f};
    };
    const number bad = fails(errc::missing);
    const number worse = fails(errc::too_deep);
    const number good = 2;
    return bad.or_else(repair).value() == 1 && worse.or_else(repair).error().code == errc::too_deep &&
           good.or_else(repair).value() == 2 && number(3).or_else(repair).value() == 3 &&
           owner(fails(errc::missing)).or_else([](fault&&) -> owner { return move_only(4); })->number == 4;
}
static_assert(or_else_repairs());

constexpr bool value_or_falls_back() {
    const number good = 1;
    const number bad = fails(errc::missing);
    return good.value_or(2) == 1 && bad.value_or(2) == 2 && number(3).value_or(4) == 3 &&
           owner(fails(errc::missing)).value_or(move_only(5)).number == 5 &&
           owner(move_only(6)).value_or(move_only(7)).number == 6;
}
static_assert(value_or_falls_back());

constexpr bool void_results() {
    using done = result<void, fault>;
    const done good;
    const done bad = fails(errc::duplicate_parameter);
    const auto next = [] { return number(4); };
    const auto forgive = [](const fault&) { return done(); };
    const auto keep = [](const fault& f) -> done { return failure{f}; };
    done changed = good;
    changed = bad;
    if (changed || changed.error().code != errc::duplicate_parameter) return false;
    changed = good;
    return good && good.has_value() && !bad && changed && good.and_then(next).value() == 4 &&
           bad.and_then(next).error().code == errc::duplicate_parameter && bad.or_else(forgive) &&
           good.or_else(keep) && !bad.or_else(keep) &&
           done(fails(errc::missing)).error().code == errc::missing;
}
static_assert(void_results());

// Counts what is alive: there is always a value, its default where there is an error, which is alive only then.
template <int Side>
struct counted {
    static inline int alive = 0;
    std::string text;  // long enough to be on the heap, so that a leak or a second free is seen
    counted() { ++alive; }
    explicit counted(const char* t) : text(std::string(t) + " - longer than any small string is") { ++alive; }
    counted(const counted& other) : text(other.text) { ++alive; }
    counted(counted&& other) noexcept : text(std::move(other.text)) { ++alive; }
    counted& operator=(const counted&) = default;
    counted& operator=(counted&&) noexcept = default;
    ~counted() { --alive; }
};
using value_side = counted<0>;
using error_side = counted<1>;
using both = result<value_side, error_side>;

both make(bool good, const char* text) {
    if (good) return both(value_side(text));
    return failure{error_side(text)};
}
const std::string& text_of(const both& r) { return r ? r->text : r.error().text; }

}  // namespace

TEST_CASE("result: holds a value or an error") {
    CHECK(holds_value_or_error());
    CHECK(moves_move_only_values());
    CHECK(takes_failures_in_place());
}

TEST_CASE("result: and_then, transform, or_else, value_or") {
    CHECK(and_then_chains());
    CHECK(transform_makes_another_type());
    CHECK(or_else_repairs());
    CHECK(value_or_falls_back());
}

TEST_CASE("result<void>: nothing or an error") { CHECK(void_results()); }

TEST_CASE("result: assignment in all four directions, copied and moved") {
    for (const bool from : {true, false}) {
        for (const bool to : {true, false}) {
            CAPTURE(from, to);
            {
                const both source = make(from, "source");
                both copied = make(to, "target");
                copied = source;
                CHECK(copied.has_value() == from);
                CHECK(text_of(copied) == text_of(source));
                CHECK(value_side::alive == 2);
                CHECK(error_side::alive == (from ? 0 : 2));

                both moved = make(to, "target");
                moved = std::move(copied);
                CHECK(moved.has_value() == from);
                CHECK(text_of(moved) == text_of(source));

                const both again = moved;
                CHECK(text_of(again) == text_of(source));
            }
            CHECK(value_side::alive == 0);
            CHECK(error_side::alive == 0);
        }
    }
}

TEST_CASE("result: assigned to itself it stays") {
    for (const bool good : {true, false}) {
        both r = make(good, "kept");
        both& same = r;
        r = same;
        CHECK(text_of(r).starts_with("kept"));
        r = std::move(same);
        CHECK(text_of(r).starts_with("kept"));
    }
    CHECK(value_side::alive + error_side::alive == 0);
}

TEST_CASE("result: what was there is gone where a failure takes its place") {
    result<std::string, error> r = std::string("a reply that was read in part");
    r = failure{error{.kind = error_kind::refused}};
    CHECK_FALSE(r.has_value());
    r = result<std::string, error>();
    CHECK(r.value().empty());
}

TEST_CASE("result: an error that was moved away leaves no success behind") {
    result<int> first = failure{error{.kind = error_kind::refused, .text = "longer than any small string is"}};
    const result<int> second = std::move(first);
    CHECK_FALSE(first.has_value());
    CHECK(second.error().text == "longer than any small string is");
    result<int> third = second;
    CHECK(third.error().kind == error_kind::refused);
    third = 3;
    CHECK(third.value() == 3);
    first = std::move(third);
    CHECK(first.value() == 3);
    result<void> done = failure{error{}};
    const result<void> passed_on = std::move(done);
    CHECK_FALSE(done.has_value());
    CHECK_FALSE(passed_on.has_value());
}

TEST_CASE("result: owns what it holds, and hands it over") {
    result<std::unique_ptr<int>, fault> r = std::make_unique<int>(11);
    const std::unique_ptr<int> taken = std::move(r).value();
    CHECK(*taken == 11);
    CHECK(r.value() == nullptr);
    const auto length =
        result<std::string, error>("four").transform([](std::string&& s) { return s.size(); });
    CHECK(length.value() == 4);
}

TEST_CASE("result: the error of a call is the library's own by default") {
    static_assert(std::is_same_v<result<int>::error_type, error>);
    const result<int> refused = failure{error{.kind = error_kind::refused, .http_status = 403}};
    CHECK(refused.error().http_status == 403);
    const result<std::string> passed_on = refused.transform([](int n) { return std::to_string(n); });
    CHECK(passed_on.error().kind == error_kind::refused);
}
