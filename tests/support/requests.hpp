#pragma once
// Requests as one fixed client makes them, and what must stand in them or is wrong with them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slbwire/api/backend_server.hpp>
#include <slbwire/call/prepare.hpp>

#include "catch.hpp"

namespace support {

inline slbwire::client fixed_client() {
    return {.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
}
inline const slbwire::stamp fixed_stamp{.time = 1565092800, .nonce = "15215528852396"};

/// A request by that client. An operation's own parameters stand encoded, each behind a `&`, before the
/// common parameter that follows them in the order of names. The signatures were computed apart from the
/// library, over the whole query, and are encoded too.
struct wanted_request {
    std::string_view action;
    std::string_view before_format{};
    std::string_view before_region_id{};
    std::string_view before_timestamp{};
    std::string_view before_version{};
    std::string_view get_signature;
    std::string_view post_signature;

    std::string query() const {
        std::string text = "AccessKeyId=testid&Action=";
        (text += action) += before_format;
        (text += "&Format=JSON") += before_region_id;
        text +=
            "&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=15215528852396&SignatureVersion="
            "1.0";
        (text += before_timestamp) += "&Timestamp=2019-08-06T12%3A00%3A00Z";
        return (text += before_version) += "&Version=2014-05-15";
    }
};

inline void check_prepared(const slbwire::result<slbwire::http_request>& made, slbwire::request_style style,
                           const wanted_request& wanted) {
    REQUIRE(made.has_value());
    const bool get = style == slbwire::request_style::get;
    std::string all = wanted.query();
    (all += "&Signature=") += get ? wanted.get_signature : wanted.post_signature;
    CHECK(made->method == (get ? "GET" : "POST"));
    if (style == slbwire::request_style::post_form) {
        CHECK(made->url == "https://slb.aliyuncs.com/");
        CHECK(made->body == all);
        REQUIRE(made->headers.size() == 1);
        CHECK(made->headers[0].name == "Content-Type");
        CHECK(made->headers[0].value == "application/x-www-form-urlencoded");
    } else {
        CHECK(made->url == std::string("https://slb.aliyuncs.com/?").append(all));
        CHECK(made->body.empty());
        CHECK(made->headers.empty());
    }
}

/// In all three styles.
template <slbwire::operation Op>
void check_request(const Op& op, const wanted_request& wanted,
                   slbwire::quote_style quotes = slbwire::quote_style::single_quotes) {
    using slbwire::request_style;
    slbwire::client c = fixed_client();
    c.quotes = quotes;
    CHECK(Op::action == wanted.action);
    for (request_style style : {request_style::get, request_style::post_query, request_style::post_form}) {
        CAPTURE(wanted.action, static_cast<int>(style));
        c.style = style;
        check_prepared(slbwire::prepare(c, op, fixed_stamp), style, wanted);
    }
}

inline void check_error(const slbwire::result<slbwire::http_request>& made, const slbwire::fault& wanted,
                        std::string_view message) {
    CAPTURE(static_cast<int>(wanted.code), wanted.field, wanted.list, wanted.index);
    REQUIRE_FALSE(made.has_value());
    const slbwire::error& e = made.error();
    CHECK(e.kind == slbwire::error_kind::invalid_request);
    CHECK(e.what.code == wanted.code);
    CHECK(e.what.field == wanted.field);
    CHECK(e.what.list == wanted.list);
    CHECK(e.what.index == wanted.index);
    CHECK(e.what.lowest == wanted.lowest);
    CHECK(e.what.highest == wanted.highest);
    CHECK(e.http_status == 0);
    CHECK(e.service.code.empty());
    if (message.empty()) return;
    std::string line(message);
    if (!e.setting.empty()) ((line += " (see ") += e.setting) += ')';
    CHECK(e.message() == line);
}

/// Refused before anything is signed; `message` is compared where one is given, but for the setting at its end.
template <slbwire::operation Op>
void check_invalid(const Op& op, const slbwire::fault& wanted, std::string_view message = {},
                   const slbwire::client& c = fixed_client()) {
    INFO(Op::action);
    check_error(slbwire::prepare(c, op, fixed_stamp), wanted, message);
}

template <slbwire::operation Op>
void check_valid(const Op& op, const slbwire::client& c = fixed_client()) {
    INFO(Op::action);
    const auto made = slbwire::prepare(c, op, fixed_stamp);
    INFO((made.has_value() ? std::string() : made.error().message()));
    CHECK(made.has_value());
}

inline slbwire::client client_without_limits() {
    slbwire::client c = fixed_client();
    c.check_limits = false;
    return c;
}
inline slbwire::client client_without_checks() {
    slbwire::client c = client_without_limits();
    c.check_shape = false;
    return c;
}

/// `text` written `times` times: of a character of several bytes, as many characters.
inline std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (; times != 0; --times) all += text;
    return all;
}

/// So many servers, all different.
inline std::vector<slbwire::backend_server> some_servers(std::size_t count) {
    std::vector<slbwire::backend_server> servers;
    for (std::size_t i = 0; i < count; ++i) {
        servers.push_back({.server_id = std::string("vm-").append(std::to_string(i)), .port = 80});
    }
    return servers;
}

/// What no text of a request may hold: broken UTF-8, and control characters with DEL.
struct bad_text {
    std::string_view text;
    slbwire::errc code;
};
inline constexpr bad_text bad_texts[] = {
    {"a\xff", slbwire::errc::invalid_utf8},          {"\x80", slbwire::errc::invalid_utf8},
    {"\xe4\xb8", slbwire::errc::invalid_utf8},       {"\xc0\xaf", slbwire::errc::invalid_utf8},
    {"\xed\xa0\x80", slbwire::errc::invalid_utf8},   {"\xf4\x90\x80\x80", slbwire::errc::invalid_utf8},
    {{"a\0b", 3}, slbwire::errc::control_character}, {"\x01", slbwire::errc::control_character},
    {"a\tb", slbwire::errc::control_character},      {"a\n", slbwire::errc::control_character},
    {"\x1f", slbwire::errc::control_character},      {"\x7f", slbwire::errc::control_character},
};

/// Puts each bad text into a field through `set` (of an operation's copy), and sees it refused as `place`.
template <slbwire::operation Op, class Set>
void check_bad_texts(const Op& good, Set set, slbwire::fault place) {
    for (const bad_text& bad : bad_texts) {
        Op op = good;
        set(op, std::string(bad.text));
        place.code = bad.code;
        check_invalid(op, place);
    }
}

}  // namespace support
