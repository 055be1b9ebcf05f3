#include <slbwire/codec/percent_decode.hpp>
#include <slbwire/core/bounded_output.hpp>

#include <cstddef>
#include <string_view>

#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::all_hold;
using support::check_each;

struct decode_case {
    std::string_view text, decoded;
};
constexpr decode_case decodings[] = {
    {"%2f%2F%fF%00", "//\xff\0"sv}, {"a+b", "a+b"}, {"%25%32%35", "%25"}, {"%7E~", "~~"}, {"!*'()", "!*'()"},
};
constexpr bool decodes(const decode_case& c) {
    char memory[128] = {};
    bounded_output out(memory, sizeof memory);
    return percent_decode(out, c.text).has_value() && out.written() == c.decoded;
}
static_assert(all_hold(decodings, decodes));

struct broken_case {
    std::string_view text;
    errc code;
    std::size_t offset;
};
constexpr broken_case broken[] = {
    {"%", errc::truncated, 1},           {"abc%", errc::truncated, 4},
    {"%2", errc::truncated, 2},          {"%20%E", errc::truncated, 5},
    {"%G0", errc::invalid_escape, 1},    {"%2G", errc::invalid_escape, 2},
    {"a%%20", errc::invalid_escape, 2},  {"%+1", errc::invalid_escape, 1},
    {"% 1", errc::invalid_escape, 1},    {"%0x", errc::invalid_escape, 2},
    {"%2\0"sv, errc::invalid_escape, 2}, {"a b", errc::unexpected_byte, 1},
    {"\0"sv, errc::unexpected_byte, 0},  {"a\n", errc::unexpected_byte, 1},
    {"\x7f", errc::unexpected_byte, 0},  {"%20\x80", errc::unexpected_byte, 3},
    {"\xff%", errc::unexpected_byte, 0},
};
constexpr bool is_refused(const broken_case& c) {
    char memory[16] = {};
    bounded_output out(memory, sizeof memory);
    const auto done = percent_decode(out, c.text);
    return !done && done.error().code == c.code && done.error().offset == c.offset;
}
static_assert(all_hold(broken, is_refused));

}  // namespace

TEST_CASE("percent_decode: takes either case of the digits, and plus is plus") {
    check_each(decodings, decodes);
    for (const decode_case& c : decodings) CHECK(percent_decode(c.text).value() == c.decoded);
}

TEST_CASE("percent_decode: says what is wrong and where") {
    check_each(broken, is_refused);
    for (const broken_case& c : broken) {
        const auto decoded = percent_decode(c.text);
        REQUIRE_FALSE(decoded.has_value());
        CHECK(decoded.error().code == c.code);
        CHECK(decoded.error().offset == c.offset);
    }
}
