#include <slbwire/core/array_view.hpp>

#include <array>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "../support/catch.hpp"

using slbwire::array_view;

namespace {

constexpr int sum(array_view<const int> values) {
    int total = 0;
    for (int value : values) total += value;
    return total;
}

constexpr int three[] = {1, 2, 3};
static_assert(sum(three) == 6);
static_assert(sum({}) == 0 && array_view<const int>().empty() && array_view<const int>().data() == nullptr);
static_assert(sum(std::array{4, 5}) == 9);
static_assert(sum({three, 2}) == 3);
static_assert(array_view(three)[2] == 3 && array_view(three).size() == 3);

struct base {};
struct derived : base {
    int more = 0;
};
template <class From, class T>
constexpr bool is_taken = std::is_convertible_v<From, array_view<T>>;

// What is only read is taken from anything; what may be changed never from something constant, and values of
// another size never at all.
static_assert(is_taken<std::vector<int>, const int> && is_taken<const std::vector<int>&, const int>);
static_assert(is_taken<std::span<const int>, const int> && is_taken<std::span<int>, const int>);
static_assert(is_taken<array_view<int>, const int> && !is_taken<array_view<const int>, int>);
static_assert(is_taken<int (&)[3], int> && !is_taken<const int (&)[3], int> && !is_taken<const std::vector<int>&, int>);
static_assert(!is_taken<std::vector<derived>, const base> && !is_taken<std::vector<int>, const long>);
static_assert(!is_taken<std::string, const int> && is_taken<std::string, const char>);
static_assert(!is_taken<int, const int>);

}  // namespace

TEST_CASE("a view of values that somebody else keeps") {
    std::vector<int> values = {1, 2, 3};
    CHECK(sum(values) == 6);
    CHECK(sum(std::span(values).first(2)) == 3);
    CHECK(array_view<const int>(values).data() == values.data());

    array_view<int> changed(values.data(), values.size());
    for (int& value : changed) value *= 10;
    changed[0] = 1;
    CHECK(values == std::vector{1, 20, 30});
    CHECK(std::span<const int>(changed).size() == 3);
}

TEST_CASE("values in braces, as an argument") {
    const auto total = [](array_view<const int> values) { return sum(values); };
    CHECK(total({1, 2, 3}) == 6);
    CHECK(total({}) == 0);
    static_assert([](array_view<const int> values) { return values.size(); }({4, 5}) == 2);
}
