#include <slbwire/core/ascii.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::all_hold;
using support::check_each;

constexpr bool among(std::string_view set, char c) { return set.find(c) != set.npos; }

constexpr std::string_view digits = "0123456789";
constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

constexpr bool classes_of_byte(int byte) {
    const char c = static_cast<char>(static_cast<unsigned char>(byte));
    const std::size_t capital = upper.find(c);
    return ascii::is_digit(c) == among(digits, c) && ascii::is_lower(c) == among(lower, c) &&
           ascii::is_upper(c) == among(upper, c) &&
           ascii::is_alnum(c) == (among(digits, c) || among(lower, c) || among(upper, c)) &&
           ascii::is_blank(c) == among(" \t\n\r", c) && ascii::is_control(c) == (byte < 32 || byte == 127) &&
           ascii::to_lower(c) == (capital == upper.npos ? c : lower[capital]);
}

constexpr bool classes_of_all_bytes() {
    for (int byte = 0; byte < 256; ++byte) {
        if (!classes_of_byte(byte)) return false;
    }
    return true;
}
static_assert(classes_of_all_bytes());

constexpr bool hex_value_of_all_bytes() {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(static_cast<unsigned char>(byte));
        int expected = -1;
        for (std::string_view set : {"0123456789abcdef"sv, "0123456789ABCDEF"sv}) {
            if (among(set, c)) expected = static_cast<int>(set.find(c));
        }
        if (ascii::hex_value(c) != expected) return false;
    }
    return true;
}
static_assert(hex_value_of_all_bytes());

struct pair_case {
    std::string_view text, other;
    bool equal;
};
constexpr pair_case pairs[] = {
    {"", "", true},
    {"a", "A", true},
    {"ServerId", "serverID", true},
    {"a", "", false},
    {"", "a", false},
    {"abc", "abd", false},
    {"port", "port ", false},
    {"@", "`", false},
    {"[", "{", false},
    {"1", "1", true},
    {"\xc3\x84", "\xc3\xa4", false},
    {"a\0b"sv, "A\0B"sv, true},
    {"a\0b"sv, "a\0c"sv, false},
};
constexpr bool compares(const pair_case& c) {
    return ascii::equal_ignoring_case(c.text, c.other) == c.equal &&
           ascii::equal_ignoring_case(c.other, c.text) == c.equal;
}
static_assert(all_hold(pairs, compares));

struct trim_case {
    std::string_view text, trimmed;
};
constexpr trim_case trims[] = {
    {"", ""},
    {" ", ""},
    {" \t\r\n", ""},
    {"a", "a"},
    {" a", "a"},
    {"a\n", "a"},
    {"\t a b \r", "a b"},
    {"\va\f", "\va\f"},
    {"\0"sv, "\0"sv},
    {" \xc2\xa0 ", "\xc2\xa0"},
};
constexpr bool trims_to(const trim_case& c) { return ascii::trim(c.text) == c.trimmed; }
static_assert(all_hold(trims, trims_to));

struct integer_case {
    std::string_view text;
    errc code;
    std::int64_t value = 0;
};
constexpr integer_case integers[] = {
    {"0", errc::ok, 0},
    {"-0", errc::ok, 0},
    {"7", errc::ok, 7},
    {"-7", errc::ok, -7},
    {"65535", errc::ok, 65535},
    {"32493801600000", errc::ok, 32'493'801'600'000},
    {"9223372036854775806", errc::ok, INT64_MAX - 1},
    {"9223372036854775807", errc::ok, INT64_MAX},
    {"9223372036854775808", errc::out_of_range},
    {"-9223372036854775807", errc::ok, -INT64_MAX},
    {"-9223372036854775808", errc::ok, INT64_MIN},
    {"-9223372036854775809", errc::out_of_range},
    {"18446744073709551615", errc::out_of_range},
    {"18446744073709551616", errc::out_of_range},
    {"18446744073709551623", errc::out_of_range},  // 2^64 + 7: 7 if the overflow went unseen
    {"-18446744073709551616", errc::out_of_range},
    {"99999999999999999999999999999999", errc::out_of_range},
    {"9999999999999999999999999999999x", errc::invalid_number},
    {"", errc::invalid_number},
    {"-", errc::invalid_number},
    {"--1", errc::invalid_number},
    {"+1", errc::invalid_number},
    {"00", errc::invalid_number},
    {"01", errc::invalid_number},
    {"-01", errc::invalid_number},
    {"1 ", errc::invalid_number},
    {" 1", errc::invalid_number},
    {"1.0", errc::invalid_number},
    {"1e2", errc::invalid_number},
    {"0x10", errc::invalid_number},
    {"1\0"sv, errc::invalid_number},
    {"\xd9\xa1", errc::invalid_number},  // an Arabic digit one
};
constexpr bool parses(const integer_case& c) {
    constexpr std::int64_t untouched = 4711;
    std::int64_t value = untouched;
    return ascii::parse_integer(c.text, value) == c.code &&
           value == (c.code == errc::ok ? c.value : untouched);
}
static_assert(all_hold(integers, parses));

struct decimal_case {
    std::string_view text;
    std::int64_t value;
};
constexpr decimal_case decimals[] = {
    {"0", 0},
    {"9", 9},
    {"10", 10},
    {"-1", -1},
    {"-10", -10},
    {"65535", 65535},
    {"9223372036854775807", INT64_MAX},
    {"-9223372036854775808", INT64_MIN},
};
constexpr bool writes(const decimal_case& c) {
    std::int64_t back = -1;
    return ascii::decimal(c.value).view() == c.text && ascii::parse_integer(c.text, back) == errc::ok &&
           back == c.value;
}
static_assert(all_hold(decimals, writes));

}  // namespace

TEST_CASE("ascii: the classes of every byte") {
    for (int byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        CHECK(classes_of_byte(byte));
    }
    CHECK(hex_value_of_all_bytes());
}

TEST_CASE("ascii: comparing without case touches only letters of the range") { check_each(pairs, compares); }

TEST_CASE("ascii: trim takes blanks off both ends and nothing else") { check_each(trims, trims_to); }

TEST_CASE("ascii: parse_integer knows the borders of 64 bits") { check_each(integers, parses); }

TEST_CASE("ascii: decimal writes what parse_integer reads") {
    check_each(decimals, writes);
    for (std::int64_t value = -120'000; value <= 120'000; ++value) {
        if (ascii::decimal(value).view() != std::to_string(value)) FAIL(value);
    }
}
