#include <slbwire/call/http.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

TEST_CASE("headers are found without regard to case, the first of a name") {
    const http_response response{.status = 200, .headers = {{"Date", "x"}, {"X-A", "1"}, {"x-a", "2"}}};
    CHECK(response.header("date") == "x");
    CHECK(response.header("x-a") == "1");
    CHECK(response.header("x-b").empty());
}

TEST_CASE("headers are found as stacks hand them out, with blanks and line ends around") {
    const http_response response{.status = 200, .headers = {{" Date", " x y\r\n"}, {"X-A \t", "\t1"}, {"X-Empty", " \r\n"}}};
    CHECK(response.header("date") == "x y");
    CHECK(response.header("x-a") == "1");
    CHECK(response.header("x-empty").empty());
}
