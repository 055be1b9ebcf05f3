#include <slbwire/model/member_tables.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

#include "../support/catch.hpp"

namespace {

using namespace slbwire;

struct reading {
    std::string_view request_id{};
    std::optional<std::int32_t> few{};
    std::optional<std::int64_t> many{};
    static constexpr field<reading> fields[] = {
        {"RequestId", &reading::request_id, common}, {"Few", &reading::few}, {"Many", &reading::many}};
};
struct nothing_more {
    std::string_view request_id{};
    static constexpr field<nothing_more> fields[] = {{"RequestId", &nothing_more::request_id, common}};
};

static_assert(detail::has_kind<reading, field_kind::text> && detail::has_kind<reading, field_kind::integer>);
static_assert(!detail::has_kind<reading, field_kind::boolean> && !detail::has_kind<reading, field_kind::list>);
static_assert(!detail::has_kind<std::int32_t, field_kind::integer>);  // a single value has no fields
static_assert(detail::has_own_fields<reading>() && !detail::has_own_fields<nothing_more>());
static_assert(detail::is_narrow<reading, field_kind::integer>(detail::member_tables<reading>::decoded[1]));
static_assert(!detail::is_narrow<reading, field_kind::integer>(detail::member_tables<reading>::decoded[2]));

constexpr std::int64_t sum(const reading& r) {
    std::int64_t all = 0;
    if_set<1>(r, [&](std::int64_t value) { all += value; });
    if_set<2>(r, [&](std::int64_t value) { all += value; });
    return all;
}
static_assert(sum({.few = 3}) == 3 && sum({.few = 3, .many = 4}) == 7 && sum({}) == 0);

}  // namespace

TEST_CASE("only fields that are set are handed out") {
    CHECK(sum({.few = 3, .many = 4}) == 7);
    std::string_view seen;
    if_set<0>(reading{.request_id = "1"}, [&](std::string_view text) { seen = text; });
    CHECK(seen == "1");
}
