#include <slbwire/core/meant_char.hpp>

#include <string_view>

#include "support/table.hpp"

using namespace slbwire;

namespace {

struct row {
    std::string_view text;
    char c;
    std::size_t size;
    unsigned depth = 0;
    unsigned markup = 0;
    std::size_t slashes = 0;
};
constexpr row rows[] = {
    {"a", 'a', 1},
    {"=x", '=', 1},
    {"\xe4\xb8\xad", '\xe4', 1},
    // for a URL, and what only looks so
    {"%3D", '=', 3, 1},
    {"%3dx", '=', 3, 1},
    {"%253D", '=', 5, 2},
    {"%25253Dx", '=', 7, 3},
    {"%", '%', 1},
    {"%3", '%', 1},
    {"%zz", '%', 1},
    {"%25", '%', 3, 1},
    {"%25zz", '%', 3, 1},
    {"%2525zz", '%', 5, 2},
    {"%E4%B8%AD", '\xe4', 3, 1},
    // for markup
    {"&", '&', 1},
    {"&x;", '&', 1},
    {"&lt;x", '<', 4, 1, 1},
    {"&gt;", '>', 4, 1, 1},
    {"&quot;", '"', 6, 1, 1},
    {"&apos;", '\'', 6, 1, 1},
    {"&amp;x", '&', 5, 1, 1},
    {"&amp;lt;", '<', 8, 2, 2},
    {"&amp;amp;#61;", '=', 13, 3, 3},
    {"&#61;", '=', 5, 1, 1},
    {"&#x003d;", '=', 8, 1, 1},
    {"&#x3g;", '&', 1},
    {"&#6a;", '&', 1},
    {"&#00000000000061;", '&', 1},
    {"&#20013;", '\x80', 8, 1, 1},
    {"&#290;", '\x80', 6, 1, 1},  // not 290 - 256, a quotation mark
    // for both
    {"%26lt%3B", '<', 8, 2, 1},
    {"%26amp%3Blt%3B", '<', 14, 3, 2},
    {"&#37;3D", '%', 5, 1, 1},
    // for a string, and for a string in one
    {"\\", '\\', 1, 0, 0, 1},
    {"\\x", '\\', 1, 0, 0, 1},
    {"\\\\x", '\\', 2, 0, 0, 2},
    {"\\\"", '"', 2, 0, 0, 1},
    {"\\\\\\\"", '"', 4, 0, 0, 3},
    {"\\/", '/', 2, 0, 0, 1},
    {"\\n", '\n', 2, 0, 0, 1},
    {"\\\\r", '\n', 3, 0, 0, 2},
    {"\\t", '\t', 2, 0, 0, 1},
    {"\\u003d", '=', 6, 0, 0, 1},
    {"\\\\u003Dx", '=', 7, 0, 0, 2},
    {"\\u4e2d", '\x80', 6, 0, 0, 1},
    {"\\u003", '\\', 1, 0, 0, 1},
    {"\\u00g0", '\\', 1, 0, 0, 1},
    {"%5C%22", '"', 6, 1, 0, 1},
    {"%5C%5C%5C%22", '"', 12, 1, 0, 3},
    {"\\&quot;", '"', 7, 1, 1, 1},
};
constexpr bool is_read(const row& r) {
    const detail::meant_char m = detail::read_meant(r.text);
    return m.c == r.c && m.size == r.size && m.depth == r.depth && m.markup == r.markup && m.slashes == r.slashes;
}
static_assert(support::all_hold(rows, is_read));

constexpr bool closes(std::string_view quote, std::string_view open) {
    return detail::read_meant(quote).closes(detail::read_meant(open));
}
constexpr bool ends(std::string_view text, unsigned outer) { return detail::read_meant(text).ends_value(outer); }

}  // namespace

TEST_CASE("a character is read as it was meant") { support::check_each(rows, is_read); }

TEST_CASE("a quote closes what one of its kind and level began") {
    static_assert(closes("\"", "\"") && !closes("'", "\"") && !closes("%22", "\"") && closes("%22", "%22"));
    static_assert(!closes("\\\"", "\"") && closes("\\\\\"", "\"") && !closes("\\\\\\\"", "\""));
    static_assert(closes("\\\"", "\\\"") && !closes("\"", "\\\"") && !closes("\\\\\\\"", "\\\""));
    static_assert(closes("\\\\\\\\\\\"", "\\\"") && closes("\\\\\\\"", "\\\\\\\""));
    CHECK(closes("&quot;", "&quot;"));
}

TEST_CASE("a value without quotes ends at its own level") {
    static_assert(ends("&", 0) && ends("\"", 0) && ends(" ", 0) && ends("\n", 0) && ends("<", 1));
    static_assert(!ends("%26", 0) && ends("%26", 1) && !ends("%2526", 1) && ends("%2526", 2) && ends("%20", 1));
    static_assert(ends("&amp;", 0) && ends("&quot;", 0) && !ends("%26amp%3B", 0) && ends("%26amp%3B", 1));
    static_assert(ends("\\u0026", 0) && ends("\\\"", 0) && !ends("\\n", 0) && !ends("=", 0) && !ends("&#43;", 0));
    CHECK_FALSE(ends("+", 3));
}
