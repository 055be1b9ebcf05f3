#include <slbwire/core/shown_text.hpp>
#include <slbwire/codec/percent.hpp>

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
    CHECK(shown("to=%2F%3FSecurityToken%3Dt%26Signature%3ds&x=1") == "> to=%2F%3FSecurityToken%3D***%26Signature%3d***&x=1");
    CHECK(shown("x%3") == "> x%3");
    CHECK(shown("Signature%3") == "> Signature%3");
    CHECK(shown("SignatureMethod=HMAC-SHA1&SignatureVersion=1.0") == "> SignatureMethod=HMAC-SHA1&SignatureVersion=1.0");
}

TEST_CASE("where the service sends back what was signed, in any case") {
    CHECK(detail::find_string_to_sign("") == 0);
    CHECK(detail::find_string_to_sign("no match. server string to sign is:GET") == 10);
    CHECK(detail::find_string_to_sign("Server String To Sign Is") == 0);
    CHECK(detail::find_string_to_sign("server string to sign i") == 23);
    CHECK(detail::find_string_to_sign("s server string to sign is") == 2);
}

namespace {

struct row {
    std::string_view text;
    std::string_view shown;
};
constexpr row rows[] = {
    // JSON: blanks, either quotes, escapes in names and values, in a string of its own
    {R"({"SecurityToken":"s3cret","Code":"x"})", R"({"SecurityToken":"***","Code":"x"})"},
    {"{ \"SecurityToken\" :\n\t\"s3cret\" , \"Code\":\"x\"}", "{ \"SecurityToken\" :  \"***\" , \"Code\":\"x\"}"},
    {R"({"AccessKeySecret":"s3\"cret\\","AccessKeyId":"id"})", R"({"AccessKeySecret":"***\\","AccessKeyId":"id"})"},
    {R"({"Security\u0054oken":"s3cret"})", R"({"Security\u0054oken":"***"})"},
    {R"({"\u0053ign\u0061ture":"s\u0033cret"})", R"({"\u0053ign\u0061ture":"***"})"},
    {R"({'SecurityToken': 's3"cret', 'Code': 'x'})", R"({'SecurityToken': '***', 'Code': 'x'})"},
    {R"({"body":"{\"SecurityToken\":\"s3\\\"cret\",\"Code\":\"x\"}"})", R"({"body":"{\"SecurityToken\":\"***\",\"Code\":\"x\"}"})"},
    {R"({"body":"{\"a\":\"{\\\"Signature\\\":\\\"s3cret\\\"}\"}"})", R"({"body":"{\"a\":\"{\\\"Signature\\\":\\\"***\\\"}\"}"})"},
    {R"({"url":"https://a/?Signature=s3cret\u0026Version=1"})", R"({"url":"https://a/?Signature=***\u0026Version=1"})"},
    {R"({"url":"https://a/?Signature\u003ds3cret\u0026Version\u003d1"})", R"({"url":"https://a/?Signature\u003d***\u0026Version\u003d1"})"},
    {R"({"Signature":"","Secret":null,"Code":"x"})", R"({"Signature":"","Secret":***"Code":"x"})"},
    {R"({"Authorization":["acs id:s3cret"],"x":1})", R"({"Authorization":["***"],"x":1})"},
    {R"({"Signature":"s3cret)", R"({"Signature":"***)"},
    // XML: entities, sections, attributes, prefixes; in another text
    {"<R><SecurityToken>s3&amp;cret&#43;</SecurityToken><Code>x</Code></R>", "<R><SecurityToken>***</SecurityToken><Code>x</Code></R>"},
    {"<SecurityToken ><![CDATA[s3</cret]]></SecurityToken><Code>", "<SecurityToken >***</SecurityToken><Code>"},
    {"<sts:SecurityToken a='b'>s3cret</sts:SecurityToken>x", "<sts:SecurityToken a='b'>***</sts:SecurityToken>x"},
    {"<Signature><Value>s3cret</Value></Signature>x", "<Signature>***</Signature>x"},
    {"<Signature/><Code>x</Code><Signature></Signature><Code>y</Code>", "<Signature/><Code>x</Code><Signature></Signature><Code>y</Code>"},
    {"<key AccessKeySecret=\"s3cret\" id='x'>", "<key AccessKeySecret=\"***\" id='x'>"},
    {"&lt;SecurityToken&gt;s3&amp;lt;cret&lt;/SecurityToken&gt;x", "&lt;SecurityToken&gt;***&lt;/SecurityToken&gt;x"},
    {R"("\u003cSecurityToken\u003es3cret\u003c/SecurityToken\u003ex")", R"("\u003cSecurityToken\u003e***\u003c/SecurityToken\u003ex")"},
    {"<SecurityToken>s3cret", "<SecurityToken>***"},
    // headers
    {"x-acs-security-token: s3cret\r\nHost: a", "x-acs-security-token: ***  Host: a"},
    {"X-Acs-Security-Token:s3cret Host: a", "X-Acs-Security-Token:*** Host: a"},
    {"Authorization: acs id:s3cret=\r\nHost: a", "Authorization: ***  Host: a"},
    {"authorization: Digest a=\"b\", response=\"s3cret\"\nHost: a", "authorization: *** Host: a"},
    {"curl -H \"Authorization: acs id:s3cret\" -H 'x-acs-security-token: s3cret' https://a", "curl -H \"Authorization: ***\" -H 'x-acs-security-token: ***' https://a"},
    {R"("GET /\r\nProxy-Authorization: Basic s3cret\r\nHost: a")", R"("GET /\r\nProxy-Authorization: ***\r\nHost: a")"},
    {"map[Authorization:[acs id:s3cret]", "map[Authorization:[***"},
    {"x=%26lt%3BSecurityToken%26gt%3Bs3%26amp%3Bcret%26lt%3B%2FSecurityToken%26gt%3B&y", "x=%26lt%3BSecurityToken%26gt%3B***%26lt%3B%2FSecurityToken%26gt%3B&y"},
    {"<td>Authorization: acs id:s3cret</td>", "<td>Authorization: ***</td>"},
    // queries: encoded once, twice, three times; in markup
    {"GET&%2F&Signature%3Ds3%252Bcret%26Version%3D1", "GET&%2F&Signature%3D***%26Version%3D1"},
    {"a=Signature%253Ds3%25252Fcret%2526Version%253D1%26b=1", "a=Signature%253D***%2526Version%253D1%26b=1"},
    {"Signature%25253Ds3cret%252526x", "Signature%25253D***%252526x"},
    {"Signature=s3%26cret&Version=1", "Signature=***&Version=1"},
    {"%53ignature=s3cret&x=1", "%53ignature=***&x=1"},
    {"<a href='/?SecurityToken=s3&#43;cret&amp;Version=1'>", "<a href='/?SecurityToken=***&amp;Version=1'>"},
    {"%7B%22SecurityToken%22%3A%22s3%5C%22cret%22%2C%22Code%22%3A%22x%22%7D", "%7B%22SecurityToken%22%3A%22***%22%2C%22Code%22%3A%22x%22%7D"},
    // names and their like
    {"ALIBABA_CLOUD_ACCESS_KEY_SECRET=s3cret x", "ALIBABA_CLOUD_ACCESS_KEY_SECRET=*** x"},
    {"accessKeySecret: s3cret\nregion: cn", "accessKeySecret: *** region: cn"},
    {"access_key_secret => 's3cret', a", "access_key_secret => '***', a"},
    {"headers['x-acs-security-token'] = 's3cret';", "headers['x-acs-security-token'] = '***';"},
    {"sessionToken=s3cret&password=s3cret&SecretAccessKey=s3cret", "sessionToken=***&password=***&SecretAccessKey=***"},
    // no secrets
    {"AccessKeyId=id&SignatureNonce=n&SignatureMethod=HMAC-SHA1&ClientToken=t", "AccessKeyId=id&SignatureNonce=n&SignatureMethod=HMAC-SHA1&ClientToken=t"},
    {R"({"Code":"InvalidSecurityToken.Expired","Message":"The SecurityToken is expired."})", R"({"Code":"InvalidSecurityToken.Expired","Message":"The SecurityToken is expired."})"},
    {R"({"Code":"IncompleteSignature","Message":"The request signature does not conform: \"x\""})", R"({"Code":"IncompleteSignature","Message":"The request signature does not conform: \"x\""})"},
    {"C:\\new\\%25%zz&#x;&#99999999999;&unknown;\\u00g", "C:\\new\\%25%zz&#x;&#99999999999;&unknown;\\u00g"},
    // a value that is missing, and a name in its place
    {"Signature= \"SecurityToken\":\"s3cret\",\"x\":1", "Signature= \"***\":\"***\",\"x\":1"},
    {"Signature: Authorization: acs id:s3cret\nx", "Signature: *** *** x"},
    {"Signature=&SecurityToken=s3cret&x", "Signature=&SecurityToken=***&x"},
    {"Signature==s3cret", "Signature==***"},
};

}  // namespace

TEST_CASE("text for a log has no secret, in whatever form it came, and the rest stays") {
    for (const row& r : rows) {
        CHECK(shown(r.text) == "> " + std::string(r.shown));
        // What is hidden stays as it is, where its line ends as it did.
        if (r.text.find('\n') == std::string_view::npos) CHECK(shown(r.shown) == "> " + std::string(r.shown));
    }
}

TEST_CASE("no beginning of a text shows a part of its secret") {
    for (const row& r : rows) {
        const std::size_t at = r.text.find("s3");
        if (at == std::string_view::npos) continue;
        for (std::size_t size = at; size <= r.text.size(); ++size) {
            CAPTURE(r.text, size);
            CHECK(shown(r.text.substr(0, size)).find("s3") == std::string::npos);
        }
    }
}

TEST_CASE("a text that was encoded for a URL again and again hides as much") {
    for (const row& r : rows) {
        std::string text(r.text);
        for (int i = 0; i < 4; ++i) {
            text = percent_encode(text);
            CAPTURE(text);
            CHECK(shown(text).find("s3") == std::string::npos);
        }
    }
}

TEST_CASE("names of secrets") {
    for (const char* name : {"Signature", "SecurityToken", "AccessKeySecret", "x-acs-security-token", "Authorization", "secret"}) {
        CHECK(detail::is_secret_name(name));
    }
    for (const char* name : {"", "SignatureNonce", "AccessKeyId", "ClientToken", "ServerId", "Secretary"}) {
        CHECK_FALSE(detail::is_secret_name(name));
    }
    CHECK(detail::is_secret_name(std::string(1000, 'a') + "Security-Token"));
    CHECK_FALSE(detail::is_secret_name("Signature" + std::string(1000, 'a')));
}

TEST_CASE("hostile text takes time as its size") {
    // Each was made to be read again from every place: a second here is some thousand times what it takes.
    for (std::string_view part : {"%25", "\\", "&amp;", "&#0", "Signature=", "Signature=\"", "<Signature>", "<Signature a", "</",
                                  "Authorization: \"", "Signature ", "a", "\\\\\"", "%5C", "Secret='Secret=\""}) {
        std::string text;
        while (text.size() < 300'000) text += part;
        std::string line;
        detail::append_shown(line, text);
        CHECK(line.size() <= 2 * text.size());
    }
}
