#pragma once
// What call/metadata.hpp declares.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "../api/gateway_status.hpp"
#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/text_arena.hpp"
#include "../model/decode.hpp"
#include "../model/field.hpp"
#include "key_sources_body.hpp"
#include "metadata.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// The time of the vendor's own clients: a second to connect and one to read. The service is on the same machine.
inline constexpr std::int64_t metadata_ms = 2'000;

inline http_request metadata_request(std::string_view method, std::string_view path) {
    http_request request{.method = method};
    (request.url += "http://100.100.100.200/latest/") += path;
    request.timeout_ms = metadata_ms;
    return request;
}
inline http_request metadata_question(std::string_view path, std::string_view token) {
    http_request request = metadata_request("GET", "meta-data/ram/security-credentials/");
    request.url += path;
    if (!token.empty()) request.headers.push_back({"X-aliyun-ecs-metadata-token", std::string(token)});
    return request;
}

constexpr bool is_role_name(std::string_view name) noexcept {
    for (const char c : name) {
        if (!ascii::is_alnum(c) && c != '.' && c != '-' && c != '_') return false;
    }
    return !name.empty() && name.size() <= 64 && name != "." && name != "..";
}

/// A token becomes a header, so nothing that could end one may pass.
inline bool is_header_value(std::string_view word) noexcept { return !check_key({"token", word}); }

/// Why there is no answer to be read, or an error without a fault.
SLBWIRE_COLD inline error metadata_error(const http_response& response) {
    error e{.kind = error_kind::transport, .effect = error_effect::none, .http_status = response.status};
    const bool no_reply = response.transport_error != 0 || response.status < 100 || response.status > 599;
    if (no_reply) {
        if (response.not_sent) e.effect = error_effect::not_sent;
        e.what = {.code = errc::transport_failed, .hint = "the metadata service is for programs on an instance"};
        e.transport_code = response.transport_error;
        set_text(e.text, response.transport_message);
        e.service.retry = retry_advice::later;
    } else if (response.status != 200) {
        e.kind = error_kind::refused;
        e.speaker = error_speaker::unknown;
        e.what.code = errc::refused;
        e.service.retry = classify_gateway(response.status).meaning.retry;
        if (response.status == 404) e.what.hint = "the metadata service knows no such role of the instance";
        else if (response.status == 403) e.what.hint = "the metadata service wants a token";
        else e.what.hint = "the metadata service refused";
    }
    return e;
}

/// One line of visible characters: what `good` takes. `field` is what it should be.
inline result<std::string> metadata_word(const http_response& response, bool (*good)(std::string_view),
                                         std::string_view field) {
    if (error e = metadata_error(response); e.what) return failure{std::move(e)};
    const std::string_view word = ascii::trim(response.body);
    if (!good(word)) {
        return reply_error({.code = word.empty() ? errc::empty_body : errc::invalid_value, .field = field});
    }
    return std::string(word);
}

/// What the service says of a role.
struct metadata_reply {
    std::string_view code{};
    std::string_view access_key_id{};
    std::string_view access_key_secret{};
    std::string_view security_token{};
    std::string_view expiration{};

    static constexpr field<metadata_reply> fields[] = {
        {"Code", &metadata_reply::code},
        {"AccessKeyId", &metadata_reply::access_key_id},
        {"AccessKeySecret", &metadata_reply::access_key_secret},
        {"SecurityToken", &metadata_reply::security_token},
        {"Expiration", &metadata_reply::expiration},
    };
};

}  // namespace detail

SLBWIRE_FUNCTION http_request metadata_token_request(std::int64_t seconds) {
    http_request request = detail::metadata_request("PUT", "api/token");
    request.headers.push_back({"X-aliyun-ecs-metadata-token-ttl-seconds", std::string(ascii::decimal(seconds).view())});
    return request;
}
SLBWIRE_FUNCTION http_request metadata_role_request(std::string_view token) {
    return detail::metadata_question({}, token);
}
SLBWIRE_FUNCTION result<http_request> metadata_keys_request(std::string_view role, std::string_view token) {
    if (!detail::is_role_name(role)) {
        return detail::keys_error({.code = errc::invalid_value, .field = "role", .hint = "it is no name of a role"});
    }
    return detail::metadata_question(role, token);
}

SLBWIRE_FUNCTION result<std::string> metadata_token(const http_response& response) {
    return detail::metadata_word(response, detail::is_header_value, "token");
}
SLBWIRE_FUNCTION result<std::string> metadata_role(const http_response& response) {
    return detail::metadata_word(response, detail::is_role_name, "role");
}
SLBWIRE_FUNCTION result<temporary_credentials> metadata_keys(const http_response& response) {
    if (error e = detail::metadata_error(response); e.what) return failure{std::move(e)};
    text_arena arena;
    const auto reply = decode<detail::metadata_reply>(response.body, arena);
    if (!reply) return detail::reply_error(reply.error());
    if (!reply->code.empty() && !ascii::equal_ignoring_case(reply->code, "Success")) {
        error e{.kind = error_kind::refused,
                .speaker = error_speaker::service,
                .effect = error_effect::none,
                .what = {.code = errc::refused},
                .http_status = response.status};
        detail::set_text(e.service.code, reply->code);
        return failure{std::move(e)};
    }
    return detail::credentials_of_reply({{"AccessKeyId", reply->access_key_id},
                                         {"AccessKeySecret", reply->access_key_secret},
                                         {"SecurityToken", reply->security_token},
                                         true},
                                        reply->expiration);
}

}  // namespace slbwire
