#include <slbwire/testing/fake_reply.hpp>

#include <string>

#include <slbwire/core/text.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/xml.hpp>

#include "../support/catch.hpp"

using namespace slbwire;
using namespace slbwire::detail;

namespace {

std::string sample(std::string_view text, reply_format format) {
    fake_reply reply(format, "R");
    reply.text("Name", text);
    reply.number("Port", -80);
    reply.begin_list("Servers", "Server");
    reply.begin();
    reply.text("Id", "a");
    reply.begin("More");
    reply.end();
    reply.end();
    reply.number({}, 1);
    reply.end();
    reply.begin_list("Rules", "Rule");
    return reply.finish();
}

}  // namespace

TEST_CASE("a fake reply is written as the service writes it") {
    CHECK(sample("x", reply_format::json) ==
          R"({"Name":"x","Port":-80,"Servers":{"Server":[{"Id":"a","More":{}},1]},"Rules":{"Rule":[]}})");
    CHECK(sample("x", reply_format::xml) ==
          R"(<?xml version="1.0" encoding="UTF-8"?><R><Name>x</Name><Port>-80</Port><Servers><Server><Id>a</Id>)"
          "<More></More></Server><Server>1</Server></Servers><Rules></Rules></R>");
}

TEST_CASE("no text breaks out of a fake reply") {
    const std::string odd = "\"\\</Name>&'\xE7\xBD\x91";
    CHECK(sample(odd, reply_format::json).substr(0, 27) == "{\"Name\":\"\\\"\\\\</Name>&'\xE7\xBD\x91\",");
    CHECK(sample(odd, reply_format::xml).find("<Name>\"\\&lt;/Name&gt;&amp;'\xE7\xBD\x91</Name>") != std::string::npos);
    CHECK(json::check(sample(odd + "\n\t\x01", reply_format::json)).has_value());
    CHECK(xml::check(sample(odd + "\n\t", reply_format::xml)).has_value());
}

TEST_CASE("a refusal of the fake ends a step") {
    fake_refusal out;
    CHECK(!out.refuse(404, "Code", "words"));
    CHECK(out.status == 404);
    CHECK(out.code == "Code");
    CHECK(out.message == "words");
}
