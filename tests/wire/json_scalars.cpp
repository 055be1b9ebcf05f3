// RFC 8259, the values without others inside: names (section 3), numbers (6), strings (7 and 8).
#include <string>
#include <string_view>

#include <slbwire/wire/json.hpp>

#include "support/documents.hpp"
#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::accepted;
using support::all_hold;
using support::refused;

constexpr auto accepts = support::accepts<json::check>;
constexpr auto refuses = support::refuses<json::check>;

// Section 3: the three names, in small letters only.
constexpr refused no_names[] = {
    {"True", errc::unexpected_byte, 0},
    {"NULL", errc::unexpected_byte, 0},
    {"tru", errc::truncated, 3},
    {"trux", errc::unexpected_byte, 3},
    {"truE", errc::unexpected_byte, 3},
    {"truex", errc::trailing_bytes, 4},
    {"[truex]", errc::unexpected_byte, 5},
    {"nul", errc::truncated, 3},
    {"nan", errc::unexpected_byte, 1},
    {"NaN", errc::unexpected_byte, 0},
    {"Infinity", errc::unexpected_byte, 0},
    {"fals\xc3\xa9", errc::unexpected_byte, 4},
    {"undefined", errc::unexpected_byte, 0},
    {"nu\xff", errc::invalid_utf8, 2},
    {"t", errc::truncated, 1},
};
static_assert(all_hold(no_names, refuses));

// Section 6: numbers.
constexpr accepted numbers[] = {
    {"0"},
    {"-0"},
    {"7"},
    {"-7"},
    {"10"},
    {"1234567890"},
    {"0.0"},
    {"-0.5"},
    {"1.25"},
    {"0e0"},
    {"0E+1"},
    {"1e5"},
    {"1E-5"},
    {"1.5e+10"},
    {"-1.25E-0"},
    {"1e999999"},
    {"99999999999999999999999999999999"},
    {"0.000000000000000000000000000000000000001"},
    {"1e05"},
};
static_assert(all_hold(numbers, accepts));

constexpr refused no_numbers[] = {
    {"-", errc::truncated, 1},
    {"+1", errc::unexpected_byte, 0},
    {"--1", errc::invalid_number, 1},
    {"- 1", errc::invalid_number, 1},
    {"01", errc::invalid_number, 1},
    {"-01", errc::invalid_number, 2},
    {"00", errc::invalid_number, 1},
    {".5", errc::unexpected_byte, 0},
    {"-.5", errc::invalid_number, 1},
    {"1.", errc::truncated, 2},
    {"1.e5", errc::invalid_number, 2},
    {"1.x", errc::invalid_number, 2},
    {"1e", errc::truncated, 2},
    {"1e+", errc::truncated, 3},
    {"1e+-1", errc::invalid_number, 3},
    {"1e1.5", errc::invalid_number, 3},
    {"1.5.2", errc::invalid_number, 3},
    {"0x10", errc::invalid_number, 1},
    {"1a", errc::invalid_number, 1},
    {"1ee5", errc::invalid_number, 2},
    {"-Infinity", errc::invalid_number, 1},
    {"1_000", errc::trailing_bytes, 1},
    {"[1,000]", errc::invalid_number, 4},
    {"[-]", errc::invalid_number, 2},
    {"[1.]", errc::invalid_number, 3},
    {"1\xd9\xa1", errc::trailing_bytes, 1},
};
static_assert(all_hold(no_numbers, refuses));

// Sections 7 and 8: strings.
constexpr accepted strings[] = {
    {R"("a")"},
    {R"("\"\\\/\b\f\n\r\t")"},
    {R"("\u0000")"},
    {R"("\uABCD\uabcd\u00e9")"},
    {R"("\ud83d\ude00")"},
    {R"("\uD800\uDC00\uDBFF\uDFFF")"},
    {R"("\ud7ff\ue000\uffff")"},
    {"\"\x7f\""},
    {"\"'\""},
    {"\"/\""},
    {"\"\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80\""},
    {"\"\xef\xbf\xbf\xef\xbb\xbf\""},
    {"\"\xe2\x80\xa8\xe2\x80\xa9\""},
};
static_assert(all_hold(strings, accepts));

constexpr refused no_strings[] = {
    {"\"", errc::truncated, 1},
    {"\"a", errc::truncated, 2},
    {"\"a'", errc::truncated, 3},
    {"\"\0\""sv, errc::control_character, 1},
    {"\"a\n\"", errc::control_character, 2},
    {"\"\t\"", errc::control_character, 1},
    {"\"\x1f\"", errc::control_character, 1},
    {"\"\\", errc::truncated, 2},
    {R"("\")", errc::truncated, 3},
    {R"("\a")", errc::invalid_escape, 2},
    {R"("\'")", errc::invalid_escape, 2},
    {R"("\0")", errc::invalid_escape, 2},
    {R"("\x41")", errc::invalid_escape, 2},
    {R"("\U0041")", errc::invalid_escape, 2},
    {"\"\\\n\"", errc::invalid_escape, 2},
    {"\"\\\xc3\xa9\"", errc::invalid_escape, 2},
    {R"("\u")", errc::invalid_escape, 3},
    {R"("\u004")", errc::invalid_escape, 6},
    {R"("\u00g0")", errc::invalid_escape, 5},
    {R"("\u+041")", errc::invalid_escape, 3},
    {R"("\u{41}")", errc::invalid_escape, 3},
    {R"("\ud83d")", errc::invalid_escape, 7},  // the first half alone
    {R"("\ud83dx")", errc::invalid_escape, 7},
    {R"("\ud83d\n")", errc::invalid_escape, 8},
    {R"("\ud83d\u0041")", errc::invalid_escape, 13},  // and something else behind it
    {R"("\ud83d\ud83d")", errc::invalid_escape, 13},
    {R"("\ude00")", errc::invalid_escape, 7},  // the second half alone
    {R"("\udfff\ud800")", errc::invalid_escape, 7},
    {"\"\x80\"", errc::invalid_utf8, 1},
    {"\"\xc0\x80\"", errc::invalid_utf8, 1},
    {"\"ab\xed\xa0\x80\"", errc::invalid_utf8, 3},
    {"\"\xf4\x90\x80\x80\"", errc::invalid_utf8, 1},
    {"\"\xe4\xb8\"", errc::invalid_utf8, 1},
    {"\"\xff\"", errc::invalid_utf8, 1},
    {"{\"\xff\":1}", errc::invalid_utf8, 2},
    {"{\"\\x\":1}", errc::invalid_escape, 3},
};
static_assert(all_hold(no_strings, refuses));

}  // namespace

TEST_CASE("json: names") { support::check_each(no_names, refuses); }

TEST_CASE("json: numbers") {
    support::check_each(numbers, accepts);
    support::check_each(no_numbers, refuses);
}

TEST_CASE("json: strings") {
    support::check_each(strings, accepts);
    support::check_each(no_strings, refuses);
}
