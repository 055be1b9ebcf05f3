#include <slbwire/core/text_arena.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "support/catch.hpp"

namespace {

using slbwire::text_arena;

// Views point into it: a copy or a move would leave them behind.
static_assert(!std::is_copy_constructible_v<text_arena> && !std::is_move_constructible_v<text_arena>);
static_assert(!std::is_copy_assignable_v<text_arena> && !std::is_move_assignable_v<text_arena>);

constexpr std::string_view store(text_arena& arena, std::string_view text) {
    char* const first = arena.next();
    for (std::size_t i = 0; i < text.size(); ++i) first[i] = text[i];
    return arena.take(first + text.size());
}

constexpr bool texts_stand_beside_each_other() {
    text_arena arena;
    arena.begin(9);
    const std::string_view one = store(arena, "one");
    const std::string_view none = store(arena, "");
    const std::string_view three = store(arena, "three!");
    return one == "one" && none.empty() && three == "three!" && three.data() == one.data() + 3;
}
static_assert(texts_stand_beside_each_other());

constexpr bool memory_is_used_again() {
    text_arena arena;
    arena.begin(8);
    const char* const memory = arena.next();
    (void)store(arena, "12345678");
    arena.begin(8);
    if (arena.next() != memory) return false;
    (void)store(arena, "abc");
    arena.begin(3);
    if (arena.next() != memory) return false;
    arena.begin(64);
    return store(arena, "a text that is longer than eight bytes") == "a text that is longer than eight bytes";
}
static_assert(memory_is_used_again());

// Less is taken than was reserved: what is left serves the next text.
constexpr bool what_is_not_taken_stays() {
    text_arena arena;
    arena.begin(6);
    char* const first = arena.next();
    first[0] = 'a';
    first[1] = 'x';
    const std::string_view a = arena.take(first + 1);
    const std::string_view b = store(arena, "bcdef");
    return a == "a" && b == "bcdef" && b.data() == first + 1;
}
static_assert(what_is_not_taken_stays());

constexpr bool empty_needs_nothing() {
    text_arena arena;
    arena.begin(0);
    const std::string_view text = arena.take(arena.next());
    return text.empty();
}
static_assert(empty_needs_nothing());

}  // namespace

TEST_CASE("text_arena: keeps texts side by side, all of what was promised") {
    CHECK(texts_stand_beside_each_other());
    CHECK(what_is_not_taken_stays());
    CHECK(empty_needs_nothing());
}

TEST_CASE("text_arena: a second document uses the memory of the first") { CHECK(memory_is_used_again()); }

TEST_CASE("text_arena: an arena that was never begun goes quietly") {
    [[maybe_unused]] const text_arena unused;
}

TEST_CASE("text_arena: views stay right while it is filled to the last byte") {
    text_arena arena;
    for (std::size_t size : {0u, 1u, 100u, 7u, 5000u, 4999u}) {
        const std::string text(size, 't');
        arena.begin(2 * size);
        const std::string_view first = store(arena, text);
        const std::string_view second = store(arena, text);
        CHECK(first == text);
        CHECK(second == text);
    }
}
