#include <slbwire/core/bounded_output.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

namespace {

using namespace slbwire;

constexpr std::string_view pieces[] = {"Server", "", "I", "d=", "vm-233"};
constexpr std::string_view joined = "ServerId=vm-233";

// Text pieces and single characters in turn.
constexpr void put_pieces(bounded_output& out) {
    for (std::string_view piece : pieces) {
        if (piece.size() == 1) out.put(piece.front());
        else out.put(piece);
    }
}

// With room for `capacity` bytes inside of a larger memory of guard bytes.
constexpr bool writes_only_inside(std::size_t capacity) {
    constexpr std::size_t guard = 8;
    constexpr char untouched = '#';
    std::array<char, guard + joined.size() + 4 + guard> memory{};
    for (char& c : memory) c = untouched;
    bounded_output out(memory.data() + guard, capacity);
    put_pieces(out);

    const std::size_t fits = capacity < joined.size() ? capacity : joined.size();
    for (std::size_t i = 0; i < memory.size(); ++i) {
        const bool inside = i >= guard && i < guard + fits;
        if (memory[i] != (inside ? joined[i - guard] : untouched)) return false;
    }
    return out.size() == joined.size() && out.overflowed() == (capacity < joined.size()) &&
           out.written() == joined.substr(0, fits);
}

constexpr bool every_capacity() {
    for (std::size_t capacity = 0; capacity <= joined.size() + 4; ++capacity) {
        if (!writes_only_inside(capacity)) return false;
    }
    return true;
}
static_assert(every_capacity());

constexpr bool counts_without_memory() {
    bounded_output out(nullptr, 0);
    if (out.overflowed() || !out.written().empty()) return false;
    out.put("");
    if (out.overflowed()) return false;
    put_pieces(out);
    return out.size() == joined.size() && out.overflowed() && out.written().empty();
}
static_assert(counts_without_memory());

constexpr bool goes_on_counting_past_the_end() {
    char memory[2] = {};
    bounded_output out(memory, sizeof memory);
    out.put("abc");
    for (int i = 0; i < 3; ++i) out.put('d');
    out.put("ef");
    return out.size() == 8 && out.written() == "ab";
}
static_assert(goes_on_counting_past_the_end());

constexpr bool gives_room_only_where_it_is() {
    char memory[4] = {};
    bounded_output out(memory, sizeof memory);
    if (out.room(5) != nullptr || out.room(4) != memory || out.room(0) != memory) return false;
    out.put('a');
    if (out.room(4) != nullptr || out.room(3) != memory + 1) return false;
    *out.room(1) = 'b';
    out.advance(1);
    if (out.written() != "ab") return false;
    out.put("cdef");
    return out.room(0) == nullptr && out.room(1) == nullptr && out.written() == "abcd";
}
static_assert(gives_room_only_where_it_is());

// An encoder that tells how often it was called.
struct counted {
    std::string_view text;
    int* runs;
    void operator()(bounded_output& out) const {
        ++*runs;
        out.put(text);
    }
};

}  // namespace

TEST_CASE("bounded_output: writes never leave the memory, at any capacity") {
    for (std::size_t capacity = 0; capacity <= joined.size() + 4; ++capacity) {
        CAPTURE(capacity);
        CHECK(writes_only_inside(capacity));
        support::exact_block block(joined.substr(0, capacity < joined.size() ? capacity : joined.size()));
        bounded_output out(block.data(), block.view().size());
        put_pieces(out);
        CHECK(out.written() == block.view());
    }
}

TEST_CASE("bounded_output: counts what does not fit") {
    CHECK(counts_without_memory());
    CHECK(goes_on_counting_past_the_end());
}

TEST_CASE("bounded_output: texts of every length, with nothing behind them") {
    std::string letters;
    for (std::size_t size = 0; size < 70; ++size) {
        const support::exact_block text(letters);
        support::exact_block block{std::string(size, '#')};
        bounded_output out(block.data(), size);
        out.put(text.view());
        CHECK(block.view() == letters);
        letters += static_cast<char>('0' + size);
    }
}

TEST_CASE("bounded_output: room is given only where all of it is there") {
    CHECK(gives_room_only_where_it_is());
}

TEST_CASE("assign: one run where the capacity is enough, two where it is not") {
    const std::string longer(1000, 'x');
    std::string text;
    int runs = 0;
    assign(text, counted{longer, &runs});
    CHECK(text == longer);
    CHECK(runs == 2);

    const char* const memory = text.data();
    runs = 0;
    assign(text, counted{"short", &runs});
    CHECK(text == "short");
    CHECK(runs == 1);

    runs = 0;
    assign(text, counted{longer, &runs});
    CHECK(text == longer);
    CHECK(runs == 1);
    CHECK(text.data() == memory);
}

TEST_CASE("assign: every length around the small-string border, and none") {
    for (std::size_t size = 0; size <= 70; ++size) {
        const std::string wanted(size, 'y');
        std::string text = "before";
        int runs = 0;
        assign(text, counted{wanted, &runs});
        CAPTURE(size);
        CHECK(text == wanted);
        CHECK(runs <= 2);
    }
}
