#include <slbwire/call/sign.hpp>
#include <slbwire/codec/hmac.hpp>
#include <slbwire/wire/query.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

// Alibaba Cloud's own example ("Request signature"), and one whose query is longer than a piece.
constexpr std::string_view to_sign =
    "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26"
    "SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26TimeStamp%3D2016-02-23T12%253A"
    "46%253A24Z%26Version%3D2014-05-26";
constexpr std::string_view query =
    "AccessKeyId=testid&Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-"
    "a94f-4e0ad82fd6cf&SignatureVersion=1.0&TimeStamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26";

}  // namespace

TEST_CASE("a published signature") {
    static_assert(sign(to_sign, "testsecret").text() == "CT9X0VtwR86fNWSnsc6v8YGOjuE=");
    constexpr signature pieces = sign_query("GET", query, hmac_key<sha1>("testsecret", "&"));
    static_assert(pieces.is("CT9X0VtwR86fNWSnsc6v8YGOjuE="));
    CHECK(sign(to_sign, "testsecret") == sign_query("GET", query, hmac_key<sha1>("testsecret", "&")));
    CHECK(!(sign(to_sign, "testsecret") == sign(to_sign, "testsecret2")));
}

TEST_CASE("signing in pieces is signing the whole, at every length") {
    const hmac_key<sha1> key("secret", "&");
    std::string text;
    for (int i = 0; i < 1'100; ++i) {
        CHECK(sign_query("POST", text, key) == sign(string_to_sign("POST", text), "secret"));
        text += i % 3 == 0 ? '%' : static_cast<char>('a' + i % 26);
    }
}

TEST_CASE("a signature is compared whole and not printed") {
    const signature s = sign("text", "secret");
    std::string text(s.text());
    CHECK(s.is(text));
    CHECK(!s.is(text + "="));
    CHECK(!s.is(""));
    for (char& c : text) {
        const char right = c;
        c = c == 'A' ? 'B' : 'A';
        CHECK(!s.is(text));
        c = right;
    }
}
