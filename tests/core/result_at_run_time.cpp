// What result.cpp asks in constant expressions, asked once more while a program runs.

#include <string>

#include <slbwire/core/result.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

using number = result<int, std::string>;

number given(int value) { return value; }
number refused(const char* why) { return failure{std::string(why)}; }
result<void, std::string> done() { return {}; }
result<void, std::string> not_done() { return failure{std::string("no")}; }

number twice(int value) { return 2 * value; }
number length(const std::string& why) { return static_cast<int>(why.size()); }

}  // namespace

TEST_CASE("result at run time: what stands in for a value") {
    const number good = given(3);
    const number bad = refused("why");
    CHECK(good.value_or(7) == 3);
    CHECK(bad.value_or(7) == 7);
    CHECK(given(3).value_or(7) == 3);
    CHECK(refused("why").value_or(7) == 7);
}

TEST_CASE("result at run time: one step after another") {
    const number good = given(3);
    const number bad = refused("why");
    CHECK(good.and_then(twice).value() == 6);
    CHECK(bad.and_then(twice).error() == "why");
    CHECK(given(3).and_then(twice).value() == 6);
    CHECK(refused("why").and_then(twice).error() == "why");
    CHECK(good.transform([](int value) { return value + 1; }).value() == 4);
    CHECK(bad.transform([](int value) { return value + 1; }).error() == "why");
    CHECK(given(3).transform([](int value) { return value + 1; }).value() == 4);
    CHECK(refused("why").transform([](int value) { return value + 1; }).error() == "why");
    CHECK(good.or_else(length).value() == 3);
    CHECK(bad.or_else(length).value() == 3);
    CHECK(given(5).or_else(length).value() == 5);
    CHECK(refused("because").or_else(length).value() == 7);
}

TEST_CASE("result at run time: nothing or an error") {
    CHECK(done().and_then([] { return done(); }).has_value());
    CHECK(done().and_then([] { return not_done(); }).error() == "no");
    CHECK(not_done().and_then([] { return done(); }).error() == "no");
    CHECK(done().or_else([](const std::string&) { return not_done(); }).has_value());
    CHECK(not_done().or_else([](const std::string&) { return done(); }).has_value());
}
