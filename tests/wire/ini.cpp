#include <slbwire/wire/ini.hpp>

#include <string_view>

#include "../support/table.hpp"

using namespace slbwire;

namespace {

struct row {
    std::string_view text;
    std::string_view entries;  // `section/name=value`, between strokes
    std::size_t line = 0;      // of the line that is no entry
};

/// Is `wanted` what stands in `e`?
constexpr bool is_entry(const ini::entry& e, std::string_view wanted) {
    const std::size_t slash = wanted.find('/');
    const std::size_t equals = wanted.find('=');
    if (e.section != wanted.substr(0, slash)) return false;
    if (equals == std::string_view::npos) return e.name.empty() && e.value.empty();
    return e.name == wanted.substr(slash + 1, equals - slash - 1) && e.value == wanted.substr(equals + 1);
}
constexpr auto is_read = [](const row& r) {
    ini::cursor in(r.text);
    ini::entry e;
    for (std::string_view rest = r.entries; !rest.empty();) {
        const std::string_view wanted = rest.substr(0, rest.find('|'));
        rest.remove_prefix(wanted.size() == rest.size() ? wanted.size() : wanted.size() + 1);
        if (!in.next(e) || !is_entry(e, wanted) || e.line != in.line()) return false;
    }
    if (in.next(e)) return false;
    return in.failed() == (r.line != 0) && (r.line == 0 || in.line() == r.line) && !in.next(e);
};

constexpr row rows[] = {
    {"", ""},
    {" \t\r\n\n  ", ""},
    {"# a\n; b\n  # c", ""},
    {"[a]\nb=c", "a/|a/b=c"},
    {"\xef\xbb\xbf[a]\r\nb = c\r\n", "a/|a/b=c"},
    {"  [ a b ]  # why\n\t b : c \n", "a b/|a b/b=c"},
    {"b=c\n[]\nd=e", "/b=c|/|/d=e"},
    {"[a]\nb=c\n[d]\n[a]", "a/|a/b=c|d/|a/"},
    // comments behind values, as the vendor's pages have them
    {"b=c # d", "/b=c"},
    {"b=c\t;d", "/b=c"},
    {"b=c#d;e", "/b=c#d;e"},
    {"b=# c", "/b="},
    {"b=", "/b="},
    {"b =  ", "/b="},
    // quotes
    {"b=\"c d\"", "/b=c d"},
    {"b='c # d' # e", "/b=c # d"},
    {"b=\"\"", "/b="},
    {"b=c'd\"", "/b=c'd\""},
    // the first of the two ends the name
    {"role = acs:ram::1:role/r", "/role=acs:ram::1:role/r"},
    {"b:c=d", "/b=c=d"},
    // what is none
    {"[a]\nb", "a/", 2},
    {"\n\n[a", "", 3},
    {"[a] b", "", 1},
    {"= c", "", 1},
    {": c", "", 1},
    {"b=\"c", "", 1},
    {"b=\"c\"d", "", 1},
    {"b='c\"", "", 1},
    {"a=\nb=\"", "/a=", 2},
};
static_assert(support::all_hold(rows, is_read));

}  // namespace

TEST_CASE("INI files are read line by line") { support::check_each(rows, is_read); }
