#include <slbwire/model/decoder.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/catch.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

/// The protected parts, to look at them one by one.
class probe : public detail::decoder {
public:
    using decoder::decoder;
    using decoder::find;
    using decoder::make_room;
    using decoder::missing_field;
    using decoder::put_from_text;
    using decoder::unknown;
};

/// Remembers what it was asked to make room for.
class fake_list final : public list_target {
public:
    array_view<const known_field> infos() const override { return {}; }
    bool scalar() const override { return false; }
    std::size_t size() const override { return 0; }
    std::size_t entry_bytes() const override { return 200; }
    void renew(std::size_t, std::size_t room) override { reserved = room; }
    object_target& append() override { return nothing; }
    bound_target<pet> nothing;
    std::size_t reserved = 0;
};

}  // namespace

TEST_CASE("names are found wherever they stand") {
    constexpr array_view<const known_field> infos = infos_of<pet>;
    static_assert(probe::find(infos, "Age") == 2);
    static_assert(probe::find(infos, "age") == probe::unknown);
    CHECK(probe::find(infos, "") == probe::unknown);
    CHECK(probe::missing_field(infos, 0)->name == "Name");
    CHECK(probe::missing_field(infos, 2)->name.empty());
}

TEST_CASE("the order of the fields is learned") {
    const known_field infos[3] = {};
    detail::field_order order(infos);
    CHECK(order.infos().data() == infos);
    CHECK(order.after(0) == 0);
    CHECK(order.after(2) == 2);
    CHECK(order.after(3) == detail::field_order::none);
    order.learn(0, 2);
    CHECK(order.after(0) == 2);
    order.learn(0, 63);  // not one of those that are kept
    CHECK(order.after(0) == 2);
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
    std::size_t room = 1;
    probe::make_room(list, room, 100, 10'000);
    CHECK(room == 1 + 100 + 3 + 2);
    CHECK(list.reserved == room);
    // Two bytes an entry would be five thousand of two hundred bytes each.
    room = 1;
    probe::make_room(list, room, 2, 10'000);
    CHECK(list.reserved * list.entry_bytes() <= 5 * 10'000);
    // Those that came show how many more will.
    room = 200;
    probe::make_room(list, room, 400, 2'000);
    CHECK(room == 200 + 1'000 + 31 + 3 + 2);
    // But for a list that is there, more than seven times as many must show themselves first.
    room = 10;
    probe::make_room(list, room, 20, 10'000'000);
    CHECK(list.reserved * list.entry_bytes() <= 5 * 10'000'000);
    room = 10;
    probe::make_room(list, room, 20, 1'000);
    CHECK(room <= 80);
}
