#pragma once
// What call/key_sources.hpp declares.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "../codec/timestamp.hpp"
#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/error.hpp"
#include "key_sources.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// `text` says where; it is no secret.
SLBWIRE_COLD inline failure<error> keys_error(const fault& what, std::string text = {}) {
    return failure{error{.kind = error_kind::invalid_request, .what = what, .text = std::move(text)}};
}
/// Of a reply that is not understood. To be given keys changes nothing.
SLBWIRE_COLD inline failure<error> reply_error(const fault& what) {
    return failure{error{.kind = error_kind::malformed_reply,
                         .speaker = error_speaker::unknown,
                         .effect = error_effect::none,
                         .what = what,
                         .http_status = 200}};
}

/// What stands somewhere, by its name there.
struct key_text {
    std::string_view name;
    std::string_view value;
};
struct key_texts {
    key_text id;
    key_text secret;
    key_text token;
    bool temporary = false;  ///< without a token they are nothing
};

inline fault check_key(const key_text& key) noexcept {
    if (key.value.empty()) return {.code = errc::missing, .field = key.name};
    for (const char c : key.value) {
        if (c > ' ' && c <= '~') continue;
        return {.code = errc::invalid_value, .field = key.name, .hint = "a key has visible ASCII characters only"};
    }
    return {};
}

/// Both halves or nothing. Blanks and line ends around a key are no part of it: they come from files that it was read
/// from.
inline result<slbwire::credentials, fault> make_credentials(key_texts keys) {
    for (key_text* key : {&keys.id, &keys.secret, &keys.token}) key->value = ascii::trim(key->value);
    if (const fault f = check_key(keys.id)) return failure{f};
    if (const fault f = check_key(keys.secret)) return failure{f};
    if (keys.token.value.empty()) {
        if (keys.temporary || keys.id.value.starts_with("STS.")) {
            return failure{
                fault{.code = errc::missing, .field = keys.token.name, .hint = "temporary keys have a token"}};
        }
    } else if (const fault f = check_key(keys.token)) {
        return failure{f};
    }
    return slbwire::credentials(keys.id.value, keys.secret.value, keys.token.value);
}

SLBWIRE_FUNCTION result<temporary_credentials> credentials_of_variables(const variable_values& found,
                                                                        const variable_names& names) {
    const bool none = found.id.empty() && found.key.empty();
    if (none) return keys_error({.code = errc::no_keys}, std::string(names.id) += " is not set, or empty");
    auto made = make_credentials(
        {{names.id, found.id.reveal()}, {names.secret, found.key.reveal()}, {names.token, found.token.reveal()}});
    if (made) return temporary_credentials{std::move(*made)};
    const std::string_view other = made.error().field == names.id ? names.secret : names.id;
    return keys_error(made.error(), std::string(other) += " is set in the environment");
}

/// Keys of a reply, which say when they run out.
inline result<temporary_credentials> credentials_of_reply(const key_texts& keys, std::string_view expiration) {
    auto made = make_credentials(keys);
    if (!made) return reply_error(made.error());
    const auto expires = parse_timestamp(ascii::trim(expiration));
    if (!expires) {
        return reply_error({.code = expiration.empty() ? errc::missing : expires.error().code, .field = "Expiration"});
    }
    return temporary_credentials{std::move(*made), *expires};
}

}  // namespace detail

SLBWIRE_FUNCTION result<temporary_credentials> credentials_of(const assumed_role& reply) {
    const auto& keys = reply.credentials;
    auto made = detail::credentials_of_reply({{"AccessKeyId", keys.access_key_id},
                                              {"AccessKeySecret", keys.access_key_secret},
                                              {"SecurityToken", keys.security_token},
                                              true},
                                             keys.expiration);
    if (!made && !reply.request_id.empty()) {
        made.error().speaker = error_speaker::service;
        detail::set_text(made.error().request_id, reply.request_id);
    }
    return made;
}

}  // namespace slbwire
