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

TEST_CASE("the parts of a request's URL") {
    struct row {
        const char* url;
        bool tls;
        std::string_view authority, host, port, target;
    };
    for (const row& r : {row{"https://slb.aliyuncs.com/?Action=A", true, "slb.aliyuncs.com", "slb.aliyuncs.com", "443", "/?Action=A"},
                         row{"http://127.0.0.1:8080/", false, "127.0.0.1:8080", "127.0.0.1", "8080", "/"},
                         row{"http://h/?a=http%3A%2F%2Fx:1", false, "h", "h", "80", "/?a=http%3A%2F%2Fx:1"},
                         row{"https://[2001:db8::1]:8443/p", true, "[2001:db8::1]:8443", "2001:db8::1", "8443", "/p"},
                         row{"https://[::1]/", true, "[::1]", "::1", "443", "/"}}) {
        CAPTURE(r.url);
        const http_request request{.method = "GET", .url = r.url};
        const http_address to = address_of(request);
        CHECK(to.tls == r.tls);
        CHECK(to.authority == r.authority);
        CHECK(to.host == r.host);
        CHECK(to.port == r.port);
        CHECK(to.target == r.target);
    }
}
