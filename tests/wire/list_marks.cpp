#include <slbwire/wire/list_marks.hpp>

#include <string>
#include <string_view>

#include <slbwire/codec/percent.hpp>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

using namespace slbwire;

namespace {

constexpr detail::list_marks<2> single_close(quote_style::single_quotes, "'}");
constexpr detail::list_marks<2> strict_open(quote_style::strict_json, "[{");
constexpr detail::list_marks<6, 4> before(quote_style::single_quotes, "','", "Port", "':'");
constexpr detail::list_marks<6, 4> strict_before(quote_style::strict_json, "','", "Port", "':'");
static_assert(before.view() == "','Port':'");
static_assert(strict_before.view() == R"(","Port":")");

/// Each form as percent-encoding gives it, in memory that ends where it ends.
template <class Marks>
void has_all_forms(const Marks& marks, const std::string& text) {
    const std::string encoded = percent_encode(text);
    const std::string again = percent_encode(encoded);
    CHECK(marks.view() == text);

    support::exact_block plain{std::string(text.size(), '#')};
    detail::unchecked_output out(plain.data());
    marks.write(out);
    CHECK(out.at() == plain.data() + text.size());
    CHECK(plain.view() == text);

    support::exact_block once{std::string(encoded.size(), '#')};
    support::exact_block twice{std::string(again.size(), '#')};
    detail::unchecked_query_output query(once.data(), twice.data());
    marks.write(query);
    CHECK(query.once() == once.data() + encoded.size());
    CHECK(query.twice() == twice.data() + again.size());
    CHECK(once.view() == encoded);
    CHECK(twice.view() == again);
}

}  // namespace

TEST_CASE("marks have the forms that percent-encoding gives, once and twice") {
    has_all_forms(single_close, "'}");
    has_all_forms(strict_open, "[{");
    has_all_forms(before, "','Port':'");
    has_all_forms(strict_before, R"(","Port":")");
    has_all_forms(detail::list_marks<6, 27>(quote_style::strict_json, "','", "ANameThatIsLongerThanAnyKey", "':'"),
                  R"(","ANameThatIsLongerThanAnyKey":")");
}
