#include <slbwire/model/reply.hpp>

#include "../support/catch.hpp"
#include "../support/enum_names.hpp"

using namespace slbwire;

namespace {

constexpr support::named<reply_format> names_of_reply_format[] = {
    {reply_format::json, "json"},
    {reply_format::xml, "xml"},
};
static_assert(support::are_names(names_of_reply_format));

}  // namespace

TEST_CASE("reply: every format has its name") {
    CHECK(support::are_names(names_of_reply_format));
}
