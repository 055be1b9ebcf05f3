#include <slbwire/call/untyped.hpp>

#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slbwire/testing/fake_service.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

const std::string json_text =
    R"({"LoadBalancers":{"LoadBalancer":[{"Id":"a","Port":80,"Ok":true},{"Id":"b\u0021"}]},"TotalCount":2,"None":null})";
const std::string xml_text =
    "<R><LoadBalancers><LoadBalancer><Id>a</Id><Port>80</Port><Ok>true</Ok></LoadBalancer><LoadBalancer><Id>b&#33;"
    "</Id></LoadBalancer></LoadBalancers><TotalCount>2</TotalCount></R>";

}  // namespace

TEST_CASE("values by path, in both formats") {
    for (const std::string& text : {json_text, "{\"DescribeResponse\":" + json_text + "}", xml_text, "\n " + xml_text}) {
        INFO(text);
        const auto reply = finish_untyped({.status = 200, .body = text});
        REQUIRE(reply.has_value());
        CHECK(reply->at("TotalCount").value() == "2");
        CHECK(reply->at("LoadBalancers/LoadBalancer/0/Id").value() == "a");
        CHECK(reply->at("LoadBalancers/LoadBalancer/0/Port").value() == "80");
        CHECK(reply->at("LoadBalancers/LoadBalancer/0/Ok").value() == "true");
        CHECK(reply->at("LoadBalancers/LoadBalancer/1/Id").value() == "b!");
        CHECK(reply->at("LoadBalancers/LoadBalancer/2/Id").error().code == errc::missing);
        CHECK(reply->at("Nothing").error().code == errc::missing);
        CHECK(reply->at("None").error().code == errc::missing);
        CHECK(reply->at("LoadBalancers").error().code == errc::wrong_shape);
        CHECK(reply->has("LoadBalancers"));
        CHECK(!reply->has("LoadBalancers/Other"));
        CHECK(reply->text() == text);
    }
    const auto one = finish_untyped({.status = 200, .body = R"({"A":{"B":{"C":"1"}},"A":{"B":{"C":"2"}}})"});
    CHECK(one->at("A/B/0/C").value() == "2");  // one for a list; of two the last
}

TEST_CASE("what is no reply to anything") {
    CHECK(finish_untyped({.status = 200, .body = ""}).error().what.code == errc::empty_body);
    CHECK(finish_untyped({.status = 200, .body = "{\"A\":1"}).error().what.code == errc::truncated);
    CHECK(finish_untyped({.status = 200, .body = "hello"}).error().kind == error_kind::malformed_reply);
    CHECK(finish_untyped({.status = 200, .body = R"({"Code":"Forbidden.RAM","RequestId":"R"})"}).error().service.kind ==
          error_class::permission);
    CHECK(finish_untyped({.status = 500, .body = json_text}).error().kind == error_kind::refused);
    CHECK(finish_untyped({}).error().kind == error_kind::transport);
}

TEST_CASE("a call by name") {
    fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-1");
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    const parameter parameters[] = {{"LoadBalancerId", "lb-1"}};
    const auto reply = call(service, c, {"DescribeLoadBalancerAttribute", classic_load_balancer, parameters});
    REQUIRE(reply.has_value());
    CHECK(reply->at("LoadBalancerStatus").value() == "active");
    const auto unknown = call(service, c, {"DescribeMoon", classic_load_balancer});
    CHECK(unknown.error().service.code == "InvalidAction");
    CHECK(call(service, c, {"", classic_load_balancer}).error().what.field == "Action");
}

TEST_CASE("a call by name through a transport that completes later") {
    fake_service service("testid", "testsecret");
    service.add_load_balancer("lb-1");
    const client c{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    std::vector<std::function<void()>> later;
    const auto transport = [&](const http_request& request, std::function<void(http_response&&)> done) {
        later.push_back([&service, request, done = std::move(done)] { done(service(request)); });
    };
    std::string status;
    int done = 0;
    const auto keep = [&](result<document> reply) {
        ++done;
        status = reply ? reply->at("LoadBalancerStatus").value() : std::string(reply.error().what.field);
    };
    const parameter parameters[] = {{"LoadBalancerId", "lb-1"}};
    call(transport, c, {"DescribeLoadBalancerAttribute", classic_load_balancer, parameters}, keep);
    CHECK(done == 0);
    REQUIRE(later.size() == 1);
    later.front()();
    CHECK(done == 1);
    CHECK(status == "active");
    // Nothing is sent where nothing can be.
    call(transport, c, {"", classic_load_balancer}, keep);
    CHECK(later.size() == 1);
    CHECK(done == 2);
    CHECK(status == "Action");
}

TEST_CASE("a wrapper of any name is seen through, where it is alone") {
    const auto at = [](std::string body, std::string_view path) {
        return finish_untyped({.status = 200, .body = std::move(body)}).value().at(path).value_or("-");
    };
    CHECK(at(R"({"AddThings":{"RequestId":"R","Things":[{"Id":"a"}]}})", "Things/0/Id") == "a");
    CHECK(at(R"({"AddThingsResponse":{"RequestId":"R"}})", "RequestId") == "R");
    CHECK(at(R"({"AddThings":{"RequestId":"R"}})", "AddThings/RequestId") == "R");
    CHECK(at(R"({"Things":{"Id":"a"},"RequestId":"R"})", "Id") == "-");
    CHECK(at(R"({"Things":["a"]})", "Id") == "-");
}

namespace {

struct list_case {
    std::string_view path;
    std::string_view ids;  ///< of the entries, each with a blank behind it; `-` where it has none
    std::string body;
};
const std::vector<list_case> lists = {
    {"L/E", "a b ", R"({"L":{"E":[{"Id":"a"},{"Id":"b"}]}})"},
    {"L/E", "a b ", R"({ "L" : { "E" : [ { "Id" : "a" } , {"Id":"b"} ] , "E2":[] } })"},
    {"L/E", "a b ", R"({"DescribeLs":{"L":{"E":[{"Id":"a"},{"Id":"b"}]}}})"},
    {"L/E", "a b ", "<R><L><E><Id>a</Id></E><E><Id>b</Id></E></L></R>"},
    {"L/E", "a b ", " <?xml version='1.0'?><!-- --><R> <L> <X/><E x='1'> <Id>a</Id></E ><!-- E --><X><E/></X><E><Id>b</Id></E></L>\n</R>"},
    // a level left out, or repeated
    {"L", "a b ", R"({"L":[{"Id":"a"},{"Id":"b"}]})"},
    {"L", "a b ", "<R><L><Id>a</Id></L><X/><L><Id>b</Id></L></R>"},
    // one for a list
    {"L/E", "a ", R"({"L":{"E":{"Id":"a"}}})"},
    {"L/E", "a ", "<R><L><E><Id>a</Id></E></L></R>"},
    {"L", "a ", R"({"L":{"Id":"a"}})"},
    // none
    {"L/E", "", R"({"L":{"E":[]}})"},
    {"L/E", "", R"({"L":{"E":null}})"},
    {"L/E", "", R"({"L":{"E":" "}})"},
    {"L/E", "", R"({"L":{"E":{}}})"},
    {"L/E", "", R"({"L":{}})"},
    {"L/E", "", R"({"M":1})"},
    {"L/E", "", R"({"L":"E"})"},
    {"L/E", "", "<R><L><E/></L></R>"},
    {"L/E", "", "<R><L/><E><Id>a</Id></E></R>"},
    {"L/E", "", "<R><L></L></R>"},
    {"L/E", "", "<R><M><E/></M></R>"},
    {"L", "", "<R><L> <!-- --> </L></R>"},
    // single values, and entries of other kinds
    {"L/E", "- - - - ", R"({"L":{"E":["x",1,null,[]]}})"},
    {"L/E", "- a - ", "<R><L><E>x</E><E><Id>a</Id></E><E/></L></R>"},
    // by number
    {"L/E/1", "b ", R"({"L":{"E":[{"Id":"a"},{"Id":"b"}]}})"},
    {"L/E/1", "b ", "<R><L><E><Id>a</Id></E><E><Id>b</Id></E><E/></L></R>"},
    {"L/E/2", "", "<R><L><E><Id>a</Id></E><E><Id>b</Id></E></L></R>"},
    {"L/0/M", "a b ", R"({"L":[{"M":[{"Id":"a"},{"Id":"b"}]},{"M":[]}]})"},
    {"L/0/M", "a b ", "<R><L><M><Id>a</Id></M><M><Id>b</Id></M></L><L/></R>"},
    // of two the last counts
    {"L/E", "b ", R"({"L":{"E":[{"Id":"a"}]},"L":{"E":[{"Id":"b"}]}})"},
    {"L/E", "b ", "<R><L><E><Id>a</Id></E></L><L><E><Id>b</Id></E></L></R>"},
    // no path: the document itself
    {"", "a ", R"({"Id":"a"})"},
    {"", "a ", "<?xml version='1.0'?><R><Id>a</Id></R>"},
    {"", "", "<R/>"},
};

}  // namespace

TEST_CASE("the entries of a list, in both formats") {
    for (const list_case& c : lists) {
        CAPTURE(c.path, c.body);
        const auto reply = finish_untyped({.status = 200, .body = c.body});
        REQUIRE(reply.has_value());
        std::string ids;
        std::size_t count = 0;
        for (const document_entry& entry : reply->entries(c.path)) {
            (ids += entry.at("Id").value_or("-")) += ' ';
            ++count;
        }
        CHECK(ids == c.ids);
        CHECK(reply->entries(c.path).size() == count);
        CHECK(reply->entries(c.path).empty() == (count == 0));
    }
}

TEST_CASE("entries are walked into, and read by path from where they stand") {
    for (const char* body :
         {R"({"Gs":{"G":[{"Id":"g","Ss":{"S":[{"Id":"a","Port":80},{"Id":"b"}]},"Ls":["x","y\u0021"]},{"Id":"h","Ss":{"S":[]}}]}})",
          "<R><Gs><G><Id>g</Id><Ss><S><Id>a</Id><Port>80</Port></S><S><Id>b</Id></S></Ss><Ls>x</Ls><Ls>y&#33;</Ls></G><G>"
          "<Id>h</Id><Ss/></G></Gs></R>"}) {
        CAPTURE(body);
        const auto reply = finish_untyped({.status = 200, .body = body});
        REQUIRE(reply.has_value());
        std::string seen;
        for (const document_entry& group : reply->entries("Gs/G")) {
            seen += group.at("Id").value();
            for (const document_entry& server : group.entries("Ss/S")) {
                (seen += ' ') += server.at("Id").value();
                CHECK(server.has("Port") == (server.at("Id").value() == "a"));
            }
            for (const document_entry& label : group.entries("Ls")) {
                (seen += ' ') += label.at().value();
                CHECK(label.at("Id").error().code == errc::missing);
            }
            seen += ';';
        }
        CHECK(seen == "g a b x y!;h;");
        const document_entry first = *reply->entries("Gs/G").begin();
        CHECK(first.at("Ss/S/1/Id").value() == "b");
        CHECK(first.at("Ss").error().code == errc::wrong_shape);
        CHECK(first.at().error().code == errc::wrong_shape);
        CHECK(reply->text().find(first.text()) != std::string::npos);
        auto at = reply->entries("Gs/G").begin();
        CHECK(at++->at("Id").value() == "g");
        CHECK(at->at("Id").value() == "h");
        CHECK(++at == reply->entries("Gs/G").end());
    }
    // An entry is looked at as it is: no wrapper is seen through.
    const document one(R"({"L":[{"W":{"Id":"a"}}]})");
    CHECK_FALSE(one.entries("L").begin()->has("Id"));
    CHECK(document_entry().at("Id").error().code == errc::missing);
    CHECK_FALSE(document_entry().has("Id"));
    CHECK(document_entry().entries("L").empty());
    CHECK(document_entries().empty());
    const document empty;
    CHECK(empty.entries("L").size() == 0);
}
static_assert(std::input_iterator<document_entries::iterator>);

TEST_CASE("entries of a document of a user's own that is broken") {
    for (const char* text : {R"({"L":[{"Id":"a"},{"Id":)", R"({"L":[1,,2]})", R"({"L":[)", R"({"L":{)", R"({"L":?})", "<R><L><Id>a</Id></L><L><Id>",
                             "<R><L>", "<R>", "<", "<R><L></M></R>", "[", ""}) {
        CAPTURE(text);
        const document broken(text);
        for (std::string_view path : {"L", "L/Id", "L/0", "L/1/Id", "", "/", "0"}) {
            for (const document_entry& entry : broken.entries(path)) (void)entry.at("Id");
            CHECK(broken.entries(path).size() <= 2);
        }
    }
}
