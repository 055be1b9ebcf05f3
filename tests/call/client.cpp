#include <slbwire/call/client.hpp>

#include "../support/catch.hpp"

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
