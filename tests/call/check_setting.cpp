#include <slbwire/call/check_setting.hpp>
#include <slbwire/call/prepare.hpp>

#include <string>
#include <string_view>

#include <slbwire/api/vserver_group.hpp>

#include "../support/catch.hpp"
#include "../support/table.hpp"

using namespace slbwire;

namespace {

using namespace std::string_view_literals;

struct credential_case {
    std::string_view text;
    errc code;
    std::string_view hint;
};
constexpr credential_case credentials_with_more[] = {
    {" testsecret", errc::invalid_value, "it begins with a blank"},
    {"testsecret ", errc::invalid_value, "it ends with a blank"},
    {"testsecret  ", errc::invalid_value, "it ends with a blank"},
    {"test secret", errc::invalid_value, "it has a blank inside"},
    {" ", errc::invalid_value, "it begins with a blank"},
    {"\ttestsecret", errc::control_character, "it begins with a blank"},
    {"testsecret\t", errc::control_character, "it ends with a blank"},
    {"testsecret\n", errc::control_character, "it ends with a line end"},
    {"testsecret\r\n", errc::control_character, "it ends with a line end"},
    {"testsecret \n", errc::invalid_value, "it ends with a blank"},
    {"\ntestsecret", errc::control_character, "it begins with a line end"},
    {"test\nsecret", errc::control_character, "it has a line end inside"},
    {"testsecret\0"sv, errc::control_character, "it ends with a NUL character"},
    {"test\0secret"sv, errc::control_character, "it has a NUL character inside"},
    {"\0"sv, errc::control_character, "it begins with a NUL character"},
    {"test\x1b[0msecret", errc::control_character, "it has a control character inside"},
    {"testsecret\x7f", errc::control_character, "it ends with a control character"},
    {"\"testsecret\"", errc::invalid_value, "it begins with a quotation mark"},
    {"testsecret'", errc::invalid_value, "it ends with a quotation mark"},
    {"`testsecret", errc::invalid_value, "it begins with a quotation mark"},
    {"\xe2\x80\x9ctestsecret\xe2\x80\x9d", errc::invalid_value, "it begins with a quotation mark"},
    {"testsecret\xe2\x80\x8b", errc::invalid_value,
     "it ends with a character that is not seen, as a zero-width or no-break space"},
    {"test\xe2\x80\x8bsecret", errc::invalid_value,
     "it has a character inside that is not seen, as a zero-width or no-break space"},
    {"\xef\xbb\xbftestsecret", errc::invalid_value,
     "it begins with a character that is not seen, as a byte order mark or a no-break space"},
    {"testsecret\xc2\xa0", errc::invalid_value,
     "it ends with a character that is not seen, as a zero-width or no-break space"},
    {"testsecret\xe3\x80\x80", errc::invalid_value,
     "it ends with a character that is not seen, as a zero-width or no-break space"},
    {"test\xe2\x80\xaesecret", errc::invalid_value,
     "it has a character inside that is not seen, as a zero-width or no-break space"},
    {"testsecr\xc3\xa9t", errc::invalid_value, "it has a character inside that is not ASCII"},
    {"\xf0\x9f\x94\x91", errc::invalid_value, "it begins with a character that is not ASCII"},
    {"testsecret\xef\xbc\x9d", errc::invalid_value, "it ends with a character that is not ASCII"},
    {"\xff\xfet\0e\0"sv, errc::invalid_utf8, ""},
    {"testsecret\xe2\x80", errc::invalid_utf8, ""},
    {"testsecret\xa0", errc::invalid_utf8, ""},  // a no-break space of Latin-1
};
constexpr std::string_view keys[] = {
    "testid", "LTAI5tA1b2C3d4E5f6G7h8I9", "STS.NUyrTest1234567890abcdefg", "a-b_c",
    "CAIS/+abcDEF0123456789==", "a.b~c:d%2Fe,f;g|h(i)j{k}l[m]n<o>p*q!r$s&t?u@v#w^x\\y", "",
};
constexpr bool is_found(const credential_case& c) {
    const fault f = detail::check_credential(c.text, "AccessKeySecret");
    return f.code == c.code && f.hint == c.hint && f.field == "AccessKeySecret";
}
constexpr bool is_taken(std::string_view key) { return !detail::check_credential(key, "AccessKeySecret"); }
static_assert(support::all_hold(credentials_with_more, is_found));
static_assert(support::all_hold(keys, is_taken));

struct endpoint_case {
    std::string_view text;
    std::string_view words;  ///< that the hint has; empty where the endpoint is good
};
constexpr endpoint_case endpoints[] = {
    {"", ""},
    {"slb.aliyuncs.com", ""},
    {"slb.aliyuncs.com:443", ""},
    {"slb.aliyuncs.com.", ""},
    {"SLB-vpc.cn-hangzhou.aliyuncs.com", ""},
    {"localhost", ""},
    {"fake_slb:8080", ""},
    {"127.0.0.1:1", ""},
    {"127.0.0.1:65535", ""},
    {"[::1]", ""},
    {"[::1]:8080", ""},
    {"[2001:DB8::1]:443", ""},
    {"[::ffff:127.0.0.1]:80", ""},
    {"https://slb.aliyuncs.com", "without a scheme"},
    {"https://slb.aliyuncs.com/", "without a scheme"},
    {"HTTPS://slb.aliyuncs.com", "without a scheme"},
    {"http://127.0.0.1:8080", "plain_http"},
    {"http://", "without a scheme"},
    {"://", "without a scheme"},
    {"https:slb.aliyuncs.com", "port of 1 to 65535"},
    {"slb.aliyuncs.com/", "without a slash at the end"},
    {"slb.aliyuncs.com:443/", "without a slash at the end"},
    {"slb.aliyuncs.com\\", "without a slash at the end"},
    {"/", "without a slash at the end"},
    {"//slb.aliyuncs.com", "without a path"},
    {"gateway.example.com/asapi/v3", "without a path"},
    {" slb.aliyuncs.com", "without blanks"},
    {"slb.aliyuncs.com ", "without blanks"},
    {"slb.aliyuncs.com\n", "without blanks"},
    {"slb aliyuncs com", "without blanks"},
    {"h\r\nX: y", "without blanks"},
    {"a\0b"sv, "without blanks"},
    {" ", "without blanks"},
    {"user@host", "without a user"},
    {"user:password@host:80", "without a user"},
    {"host?x=1", "without a query"},
    {"host#x", "without a query"},
    {":8080", "the host is missing"},
    {":", "the host is missing"},
    {"host:", "port of 1 to 65535"},
    {"host:0", "port of 1 to 65535"},
    {"host:65536", "port of 1 to 65535"},
    {"host:99999999999999999999", "port of 1 to 65535"},
    {"host:80a", "port of 1 to 65535"},
    {"host:-1", "port of 1 to 65535"},
    {"host:80:90", "port of 1 to 65535"},
    {"::1", "in brackets"},
    {"fe80::1:8080", "in brackets"},
    {"[::1", "in brackets"},
    {"[]", "in brackets"},
    {"[]:80", "in brackets"},
    {"[localhost]:80", "in brackets"},
    {"[fe80::1%25eth0]", "in brackets"},
    {"[::1]80", "port of 1 to 65535"},
    {"[::1]:", "port of 1 to 65535"},
    {"[::1]x", "port of 1 to 65535"},
    {".", "ASCII letters"},
    {".host", "ASCII letters"},
    {"a..b", "ASCII letters"},
    {"slb.aliyuncs.com\xe3\x80\x82", "ASCII letters"},
    {"\xe4\xb8\xad.example", "ASCII letters"},
    {"host,host", "ASCII letters"},
    {"${HOST}", "ASCII letters"},
    {"<endpoint>", "ASCII letters"},
    {"'host'", "ASCII letters"},
};
constexpr bool is_told(const endpoint_case& e) {
    const fault f = detail::check_endpoint(e.text);
    if (e.words.empty()) return !f;
    return f.code == errc::invalid_value && f.field == "endpoint" && f.hint.find("host[:port]") != std::string_view::npos &&
           f.hint.find(e.words) != std::string_view::npos;
}
static_assert(support::all_hold(endpoints, is_told));

result<http_request> made_by(const client& c) {
    return prepare(c, describe_vserver_group_attribute{.vserver_group_id = "rsp-1"}, {.time = 0, .nonce = "n"});
}

}  // namespace

TEST_CASE("settings: what no key has is named, and the key is not shown") {
    for (const credential_case& c : credentials_with_more) {
        CHECK(is_found(c));
        const std::string text(c.text);
        const client clients[] = {{.credentials = {text, "testsecret"}, .region_id = "cn-hangzhou"},
                                  {.credentials = {"testid", text}, .region_id = "cn-hangzhou"},
                                  {.credentials = {"testid", "testsecret", text}, .region_id = "cn-hangzhou"}};
        constexpr std::string_view names[] = {"AccessKeyId", "AccessKeySecret", "SecurityToken"};
        for (std::size_t i = 0; i < 3; ++i) {
            CAPTURE(names[i], c.hint);
            const auto made = made_by(clients[i]);
            REQUIRE_FALSE(made.has_value());
            CHECK(made.error().kind == error_kind::invalid_request);
            CHECK(made.error().what.code == c.code);
            CHECK(made.error().what.field == names[i]);
            CHECK(made.error().message().find("testsecret") == std::string::npos);
            CHECK(made.error().message().find(std::string(" in ").append(names[i])) != std::string::npos);
        }
    }
    CHECK(made_by({.credentials = {"testid", "testsecret\n"}, .region_id = "cn-hangzhou"}).error().message() ==
          "invalid request: a control character is not allowed here in AccessKeySecret: it ends with a line end");
    CHECK(made_by({.credentials = {" testid", "testsecret"}, .region_id = "cn-hangzhou"}).error().message() ==
          "invalid request: the value is not one that the field can hold in AccessKeyId: it begins with a blank");
}

TEST_CASE("settings: every key of visible ASCII without quotation marks is sent") {
    for (std::string_view key : keys) {
        CHECK(is_taken(key));
        if (!key.empty()) CHECK(made_by({.credentials = {key, key, key}, .region_id = "cn-hangzhou"}).has_value());
    }
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(static_cast<unsigned char>(byte));
        const bool good = byte > 0x20 && byte < 0x7f && c != '"' && c != '\'' && c != '`';
        CAPTURE(byte);
        CHECK(is_taken(std::string("a") + c + "b") == good);
        for (std::size_t size : {7u, 8u, 9u, 30u}) {
            for (std::size_t at = 0; at < size; ++at) {
                std::string text(size, 'k');
                text[at] = c;
                CHECK(is_taken(text) == good);
            }
        }
    }
}

TEST_CASE("settings: an endpoint is host[:port], and another is told what to write") {
    for (const endpoint_case& e : endpoints) {
        CAPTURE(e.text);
        CHECK(is_told(e));
        if (e.text.empty()) continue;
        const auto made = made_by({.credentials = {"testid", "testsecret"}, .endpoint = std::string(e.text)});
        CHECK(made.has_value() == e.words.empty());
        if (made) CHECK(made->url.starts_with(std::string("https://").append(e.text) + "/?"));
    }
    CHECK(made_by({.credentials = {"id", "secret"}, .endpoint = "https://slb.aliyuncs.com"}).error().message() ==
          "invalid request: the value is not one that the field can hold in endpoint: write host[:port] without a scheme in "
          "front: it is https, or http where client.plain_http is set");
}
