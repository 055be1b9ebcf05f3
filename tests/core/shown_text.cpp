#include <slbwire/core/shown_text.hpp>
#include <slbwire/call/sign.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"

using namespace slbwire;

namespace {

std::string shown(std::string_view text) {
    std::string line = "> ";
    detail::append_shown(line, text);
    return line;
}

}  // namespace

TEST_CASE("text for a log is one line") {
    CHECK(shown("") == "> ");
    CHECK(shown("a\r\nb\x1b[31m\x7f 文") == "> a  b [31m  文");
}

TEST_CASE("text for a log has no signature and no token") {
    CHECK(shown("https://a/?A=1&Signature=x%2By%3D&SignatureNonce=n&SecurityToken=tok/en+==&Z=2") ==
          "> https://a/?A=1&Signature=***&SignatureNonce=n&SecurityToken=***&Z=2");
    CHECK(shown("Signature=x") == "> Signature=***");
    CHECK(shown("SecurityToken=") == "> SecurityToken=");
    CHECK(shown("Signature") == "> Signature");
    // pages that repeat a request
    CHECK(shown("<a href=\"/?SecurityToken=t&amp;Signature=s\">no</a>") ==
          "> <a href=\"/?SecurityToken=***&amp;Signature=***\">no</a>");
    CHECK(shown("<td>/?Signature=s</td>") == "> <td>/?Signature=***</td>");
    CHECK(shown("GET /?Signature=s HTTP/1.1\nHost: a") == "> GET /?Signature=*** HTTP/1.1 Host: a");
    CHECK(shown("to=%2F%3FSecurityToken%3Dt%26Signature%3ds&x=1") == "> to=%2F%3FSecurityToken%3D***&x=1");
    CHECK(shown("x%3") == "> x%3");
    CHECK(shown("Signature%3") == "> Signature%3");
    CHECK(shown("SignatureMethod=HMAC-SHA1&SignatureVersion=1.0") == "> SignatureMethod=HMAC-SHA1&SignatureVersion=1.0");
}

TEST_CASE("text for a log has no keys of a reply that brings some") {
    CHECK(shown(R"({"Credentials":{"SecurityToken":"CAIS\/a+b==","AccessKeySecret" : "k","AccessKeyId":"STS.i"}})") ==
          R"(> {"Credentials":{"SecurityToken":"***","AccessKeySecret" : "***","AccessKeyId":"STS.i"}})");
    CHECK(shown("{\"AccessKeySecret\":\n\t\"k\"}") == "> {\"AccessKeySecret\":  \"***\"}");
    // a document inside of another
    CHECK(shown(R"({"text":"{\"SecurityToken\":\"C\",\"x\":1}"})") == R"(> {"text":"{\"SecurityToken\":\"***",\"x\":1}"})");
    CHECK(shown("<SecurityToken>a b</SecurityToken><AccessKeySecret>k</AccessKeySecret>") ==
          "> <SecurityToken>***</SecurityToken><AccessKeySecret>***</AccessKeySecret>");
    CHECK(shown("{'SecurityToken': 'C'}") == "> {'SecurityToken': '***'}");
    CHECK(shown("<a SecurityToken=\"C\" Signature='s'/>") == "> <a SecurityToken=\"***\" Signature='***'/>");
    // cut off
    CHECK(shown(R"({"SecurityToken":"CAIS)") == R"(> {"SecurityToken":"***)");
    CHECK(shown(R"({"SecurityToken":")") == R"(> {"SecurityToken":")");
    CHECK(shown(R"({"SecurityToken":)") == R"(> {"SecurityToken":)");
    CHECK(shown(R"({"SecurityToken)") == R"(> {"SecurityToken)");
    CHECK(shown("<SecurityToken>C") == "> <SecurityToken>***");
    // words that are no values
    CHECK(shown("the Signature is wrong: \"SecurityToken\" missing, Signature: none") ==
          "> the Signature is wrong: \"SecurityToken\" missing, Signature: none");
    // whether there is a value is not told either
    CHECK(shown("SecurityToken=&A=1") == "> SecurityToken=***&A=1");
    CHECK(shown(R"({"SecurityToken":"","A":1})") == R"(> {"SecurityToken":"***","A":1})");
}
