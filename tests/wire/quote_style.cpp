#include <slbwire/wire/quote_style.hpp>

#include "../support/catch.hpp"
#include "../support/enum_names.hpp"

using namespace slbwire;

namespace {

constexpr support::named<quote_style> names_of_quote_style[] = {
    {quote_style::single_quotes, "single_quotes"},
    {quote_style::strict_json, "strict_json"},
};
static_assert(support::are_names(names_of_quote_style));

}  // namespace

TEST_CASE("quote_style: every style has its name") {
    CHECK(support::are_names(names_of_quote_style));
}
