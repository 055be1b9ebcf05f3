#include <slbwire/core/repaired_text.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

TEST_CASE("repaired text: valid UTF-8 without control characters, and all else as it was") {
    struct row {
        std::string_view damaged;
        std::string_view repaired;
    };
    const row rows[] = {
        {"", ""},
        {"as it was", "as it was"},
        {"\xe6\x97\xa0 &<>\"", "\xe6\x97\xa0 &<>\""},
        {"a\tb\nc\x7f" "d", "a b c d"},
        {"\xff", "\xef\xbf\xbd"},
        {"a\xc0\x80" "b", "a\xef\xbf\xbd\xef\xbf\xbd" "b"},
        {"cut \xe6\x97", "cut \xef\xbf\xbd\xef\xbf\xbd"},
        {"\xce\xde\xc8\xa8", "\xef\xbf\xbd\xef\xbf\xbd\xc8\xa8"},  // GBK
        {std::string_view("a\0b", 3), "a b"},
    };
    for (const row& r : rows) {
        CAPTURE(r.damaged);
        CHECK(detail::repaired_text(r.damaged) == r.repaired);
    }
}
