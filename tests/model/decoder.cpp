#include <slbwire/model/decoder.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

/// The protected parts, to look at them one by one.
class probe : public detail::decoder {
public:
    using decoder::decoder;
    using decoder::find;
    using decoder::missing_field;
    using decoder::put_from_text;
    using decoder::reserve_by_first;
    using decoder::unknown;
};

/// Remembers what it was asked to make room for.
class fake_list final : public list_target {
public:
    std::span<const field_info> infos() const override { return {}; }
    bool scalar() const override { return false; }
    void clear() override {}
    std::size_t size() const override { return 0; }
    std::size_t entry_bytes() const override { return 200; }
    void reserve(std::size_t entries) override { reserved = entries; }
    object_target& append() override { return nothing; }
    bound_target<pet> nothing;
    std::size_t reserved = 0;
};

}  // namespace

TEST_CASE("names are found wherever they stand, the expected one first") {
    constexpr std::span<const field_info> infos = infos_of<pet>;
    static_assert(probe::find(infos, "Age", 2) == 2);
    static_assert(probe::find(infos, "Age", 7) == 2);
    static_assert(probe::find(infos, "Age", 99) == 2);
    static_assert(probe::find(infos, "age", 2) == probe::unknown);
    CHECK(probe::find(infos, "", 0) == probe::unknown);
    CHECK(probe::missing_field(infos, 0) == "Name");
    CHECK(probe::missing_field(infos, 2).empty());
}

TEST_CASE("text becomes a number or a truth value") {
    text_arena arena;
    probe decoder({arena, false}, 0);
    pet p{.age = 1, .tame = true, .home = {}};
    bound_target<pet> target(&p);
    const auto& infos = infos_of<pet>;
    CHECK(decoder.put_from_text(target, 2, infos[2], " -7\n") == errc::ok);
    CHECK(p.age == -7);
    CHECK(decoder.put_from_text(target, 2, infos[2], " \t") == errc::ok);
    CHECK(!p.age);
    CHECK(decoder.put_from_text(target, 2, infos[2], "2147483648") == errc::out_of_range);
    CHECK(decoder.put_from_text(target, 3, infos[3], "-9223372036854775808") == errc::ok);
    CHECK(p.born == INT64_MIN);
    CHECK(decoder.put_from_text(target, 4, infos[4], "FALSE") == errc::ok);
    CHECK(p.tame == false);
    CHECK(decoder.put_from_text(target, 4, infos[4], "0") == errc::wrong_shape);
}

TEST_CASE("room is made for the entries that seem to come, never for what a document only claims") {
    fake_list list;
    probe::reserve_by_first(list, 99, 10'000);
    CHECK(list.reserved == 102);
    // Two bytes an entry would be five thousand of two hundred bytes each.
    probe::reserve_by_first(list, 1, 10'000);
    CHECK(list.reserved * list.entry_bytes() <= 5 * 10'000);
}
