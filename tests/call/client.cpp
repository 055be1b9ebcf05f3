#include <slbwire/call/client.hpp>

#include "../support/catch.hpp"
#include "../support/enum_names.hpp"

using namespace slbwire;

TEST_CASE("a client asks for what the service's pages show unless told otherwise") {
    const client c{.credentials = {"id", "secret"}, .region_id = "cn-hangzhou"};
    CHECK(c.style == request_style::get);
    CHECK(c.format == reply_format::json);
    CHECK(c.quotes == quote_style::single_quotes);
    CHECK(c.most_backend_servers == 20);
    CHECK(c.check_limits);
    CHECK(c.check_shape);
    CHECK(!c.plain_http);
    CHECK(c.mac.compute == nullptr);
    CHECK(!(c.stamps == nullptr));
}

namespace {

constexpr support::named<request_style> names_of_request_style[] = {
    {request_style::get, "get"},
    {request_style::post_query, "post_query"},
    {request_style::post_form, "post_form"},
};
static_assert(support::are_names(names_of_request_style));

}  // namespace

TEST_CASE("client: every style of a request has its name") {
    CHECK(support::are_names(names_of_request_style));
}
