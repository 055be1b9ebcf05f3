#include <slbwire/core/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::all_hold;
using support::check_each;

struct point_case {
    std::string_view text;
    char32_t point;
};
// The first and the last of every length, and the neighbours of the surrogates.
constexpr point_case points[] = {
    {"\0"sv, 0},
    {"A", 'A'},
    {"\x7f", 0x7f},
    {"\xc2\x80", 0x80},
    {"\xdf\xbf", 0x7ff},
    {"\xe0\xa0\x80", 0x800},
    {"\xe4\xb8\xad", 0x4e2d},
    {"\xed\x9f\xbf", 0xd7ff},
    {"\xee\x80\x80", 0xe000},
    {"\xef\xbb\xbf", 0xfeff},
    {"\xef\xbf\xbf", 0xffff},
    {"\xf0\x90\x80\x80", 0x10000},
    {"\xf0\x9f\x98\x80", 0x1f600},
    {"\xf4\x8f\xbf\xbf", 0x10ffff},
};
constexpr bool reads_and_writes(const point_case& c) {
    const utf8::decoded read = utf8::decode(c.text);
    char memory[4] = {};
    const char* const end = utf8::encode(c.point, memory);
    return read.point == c.point && read.length == c.text.size() && !read.truncated &&
           std::string_view(memory, static_cast<std::size_t>(end - memory)) == c.text &&
           utf8::is_valid(c.text) && utf8::count(c.text) == 1;
}
static_assert(all_hold(points, reads_and_writes));

struct invalid_case {
    std::string_view text;
    bool truncated = false;
};
constexpr invalid_case invalid[] = {
    {"\x80"},  // a continuation without a lead
    {"\xbf"},
    {"\xc0\x80"},          // overlong: NUL in two bytes
    {"\xc0\xaf"},          // overlong: slash
    {"\xc1\xbf"},          // overlong: U+007F
    {"\xe0\x80\x80"},      // overlong in three
    {"\xe0\x9f\xbf"},      // overlong: U+07FF
    {"\xf0\x80\x80\x80"},  // overlong in four
    {"\xf0\x8f\xbf\xbf"},  // overlong: U+FFFF
    {"\xed\xa0\x80"},      // the first surrogate
    {"\xed\xaf\xbf"},
    {"\xed\xb0\x80"},
    {"\xed\xbf\xbf"},      // the last one
    {"\xf4\x90\x80\x80"},  // U+110000
    {"\xf5\x80\x80\x80"},  // leads that never occur
    {"\xf7\xbf\xbf\xbf"},
    {"\xf8\x88\x80\x80\x80"},  // five bytes
    {"\xfc\x84\x80\x80\x80\x80"},
    {"\xfe"},
    {"\xff"},
    {"\xc2\x41"},  // what follows is no continuation
    {"\xc2\xc2"},
    {"\xe4\x41\xad"},
    {"\xe4\xb8\x41"},
    {"\xe4\xb8\xc0"},
    {"\xf0\x9f\x98\x7f"},
    {"\xf0\x9f\x41\x80"},
    {"\xe0\x80"},  // cut off, but wrong before that
    {"\xed\xa0"},
    {"\xf4\x90"},
    {"\xf0\x8f"},
    {"\xc2", true},  // only the end is missing
    {"\xe4", true},
    {"\xe4\xb8", true},
    {"\xe0\xa0", true},
    {"\xed\x9f", true},
    {"\xf0", true},
    {"\xf0\x9f", true},
    {"\xf0\x9f\x98", true},
    {"\xf4\x8f\xbf", true},
};
constexpr bool is_refused(const invalid_case& c) {
    const utf8::decoded read = utf8::decode(c.text);
    return read.length == 0 && read.truncated == c.truncated && !utf8::is_valid(c.text) &&
           utf8::valid_prefix(c.text) == 0;
}
static_assert(all_hold(invalid, is_refused));

struct prefix_case {
    std::string_view text;
    std::size_t valid, characters;
};
constexpr prefix_case prefixes[] = {
    {"", 0, 0},
    {"abc", 3, 3},
    {"a\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80", 10, 4},
    {"ab\xff", 2, 0},
    {"\xe4\xb8\xad\xe4\xb8", 3, 0},
    {"\xe4\xb8\xad\x80z", 3, 0},
    {"a\xed\xa0\x80", 1, 0},
};
constexpr bool has_prefix(const prefix_case& c) {
    if (utf8::valid_prefix(c.text) != c.valid) return false;
    return c.valid != c.text.size() || utf8::count(c.text) == c.characters;
}
static_assert(all_hold(prefixes, has_prefix));

// RFC 3629 told by arithmetic, not by the table that the header follows: -1 where invalid.
int length_by_arithmetic(const unsigned char* bytes, std::size_t size) {
    const unsigned lead = bytes[0];
    if (lead < 0x80) return 1;
    std::size_t length = 0;
    while (length < 8 && (lead & (0x80u >> length)) != 0) ++length;
    if (length < 2 || length > 4 || length > size) return -1;
    unsigned long point = lead & ((1u << (7 - length)) - 1);
    for (std::size_t i = 1; i < length; ++i) {
        if (bytes[i] / 64 != 2) return -1;
        point = point * 64 + bytes[i] % 64;
    }
    constexpr unsigned long smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point / 0x800 == 0x1b;
    return point < smallest[length] || surrogate || point > 0x10ffff ? -1 : static_cast<int>(length);
}

bool agrees(const unsigned char* bytes, std::size_t size) {
    const utf8::decoded read = utf8::decode({reinterpret_cast<const char*>(bytes), size});
    const int expected = length_by_arithmetic(bytes, size);
    return expected < 0 ? read.length == 0 : read.length == static_cast<std::size_t>(expected);
}

}  // namespace

TEST_CASE("utf8: the borders of every length") { check_each(points, reads_and_writes); }

TEST_CASE("utf8: every form of invalid text is refused, and a missing end is told apart") {
    check_each(invalid, is_refused);
}

TEST_CASE("utf8: the valid beginning of a text, and its characters") { check_each(prefixes, has_prefix); }

TEST_CASE("utf8: all 1,112,064 scalar values come back") {
    std::size_t scalars = 0;
    for (char32_t point = 0; point <= 0x10ffff; ++point) {
        if (point == 0xd800) point = 0xe000;
        char memory[4] = {};
        const auto size = static_cast<std::size_t>(utf8::encode(point, memory) - memory);
        const utf8::decoded read = utf8::decode({memory, size});
        const std::size_t expected = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        if (read.point != point || read.length != size || size != expected)
            FAIL(static_cast<unsigned long>(point));
        for (std::size_t cut = 1; cut < size; ++cut) {
            if (!utf8::decode({memory, cut}).truncated) FAIL(static_cast<unsigned long>(point));
        }
        ++scalars;
    }
    CHECK(scalars == 1'112'064);
}

TEST_CASE("utf8: every sequence of three bytes behind a lead, and the borders of four") {
    for (unsigned lead = 0x80; lead < 0x100; ++lead) {
        for (unsigned second = 0; second < 0x100; ++second) {
            for (unsigned third = 0; third < 0x100; ++third) {
                unsigned char bytes[4] = {static_cast<unsigned char>(lead),
                                          static_cast<unsigned char>(second),
                                          static_cast<unsigned char>(third), 0};
                if (!agrees(bytes, 3)) FAIL(lead << ',' << second << ',' << third);
                if (lead < 0xf0) continue;
                for (const char last : {'\0', '\x7f', '\x80', '\xbf', '\xc0', '\xff'}) {
                    bytes[3] = static_cast<unsigned char>(last);
                    if (!agrees(bytes, 4)) FAIL(lead << ',' << second << ',' << third);
                }
            }
        }
    }
    SUCCEED();
}
