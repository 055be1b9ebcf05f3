// The reply that says no more than that it was done.

#include <slbwire/api/master_slave_server_group.hpp>
#include <slbwire/api/request_id.hpp>
#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/finish.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

struct row {
    std::string_view body;
    std::string_view id;  ///< empty: refused as a malformed reply
    errc code = errc::ok;
};
constexpr row table[] = {
    {R"({"RequestId":"365F4154-92F6"})", "365F4154-92F6"},
    {R"( {"RequestId":"365F4154-92F6"} )", "365F4154-92F6"},
    {R"({"Other":{"A":[1]},"RequestId":"R"})", "R"},
    {R"({"DeleteVServerGroupResponse":{"RequestId":"R"}})", "R"},
    {R"({"DeleteVServerGroup":{"RequestId":"R"}})", "R"},
    {"<DeleteVServerGroupResponse><RequestId>R</RequestId></DeleteVServerGroupResponse>", "R"},
    {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c --><DeleteVServerGroup><RequestId>R</RequestId>"
     "</DeleteVServerGroup>",
     "R"},
    // Nothing that says it was done: never success.
    {"", "", errc::empty_body},
    {" \n", "", errc::empty_body},
    {"{}", "", errc::no_known_member},
    {"OK", "", errc::unknown_format},
    {R"({"RequestId":""})", "", errc::no_known_member},
    {R"({"RequestId":null})", "", errc::no_known_member},
    {R"({"Other":{"RequestId":"R"}})", "", errc::no_known_member},
    {R"({"Message":"\"RequestId\":\"R\""})", "", errc::no_known_member},
    {"<DeleteVServerGroupResponse/>", "", errc::no_known_member},
    {"<html><body>welcome</body></html>", "", errc::html_page},
    {R"({"RequestId":"R")", "", errc::truncated},
    {"<A><RequestId>R</RequestId>", "", errc::truncated},
    {R"({"RequestId":["R"]})", "", errc::wrong_shape},
};

template <class Op>
void check(const row& r) {
    INFO(Op::action << ": " << r.body);
    const auto reply = finish<Op>({.status = 200, .body = std::string(r.body)});
    REQUIRE(reply.has_value() == (r.code == errc::ok));
    if (reply.has_value()) {
        CHECK(*reply == request_id_only{std::string(r.id)});
        return;
    }
    CHECK(reply.error().kind == error_kind::malformed_reply);
    CHECK(reply.error().what.code == r.code);
    CHECK(reply.error().http_status == 200);
}

}  // namespace

TEST_CASE("a RequestId alone is success, anything less is not") {
    for (const row& r : table) {
        check<delete_vserver_group>(r);
        if (r.body.find("DeleteVServerGroup\"") == r.body.npos) check<delete_master_slave_server_group>(r);
    }
}

TEST_CASE("a RequestId alone is not success where more belongs into the reply") {
    const auto reply =
        finish<describe_vserver_group_attribute>({.status = 200, .body = R"({"RequestId":"R-1"})"});
    REQUIRE_FALSE(reply.has_value());
    CHECK(reply.error().kind == error_kind::malformed_reply);
    CHECK(reply.error().what.code == errc::no_known_member);
    CHECK(reply.error().request_id == "R-1");
}

TEST_CASE("a RequestId survives in a body that is broken") {
    for (const char* body : {R"({"RequestId":"R-1","X":)", "<R><RequestId>R-1</RequestId>",
                             R"({"requestId" : "R-1)", "RequestId: R-1"}) {
        CAPTURE(body);
        const auto reply = finish<delete_vserver_group>({.status = 200, .body = body});
        REQUIRE_FALSE(reply.has_value());
        CHECK(reply.error().request_id == "R-1");
    }
    for (const char* body : {R"({"RequestId":null)", R"({"RequestId":"")", "{", "RequestId"}) {
        CAPTURE(body);
        const auto reply = finish<delete_vserver_group>({.status = 500, .body = body});
        REQUIRE_FALSE(reply.has_value());
        CHECK(reply.error().request_id.empty());
    }
}
