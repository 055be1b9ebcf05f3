#pragma once
// What call/key_profile.hpp declares.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/text.hpp"
#include "../core/text_arena.hpp"
#include "../model/decode.hpp"
#include "../model/list.hpp"
#include "../wire/ini.hpp"
#include "key_profile.hpp"
#include "key_sources_body.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

struct mode_row {
    literal mode;
    key_origin origin;
    bool temporary = false;
};
/// How a file calls things.
struct profile_words {
    literal mode;
    literal id;
    literal secret;
    literal token;
    literal role_arn;
    literal session;
    mode_row modes[4];
};
inline constexpr profile_words ini_words{
    "type", "access_key_id", "access_key_secret", "security_token", "role_arn", "role_session_name",
    {{"access_key", key_origin::own_keys},
     {"sts", key_origin::own_keys, true},
     {"ram_role_arn", key_origin::ram_role},
     {"ecs_ram_role", key_origin::instance_role}}};
inline constexpr profile_words cli_words{
    "mode", "access_key_id", "access_key_secret", "sts_token", "ram_role_arn", "ram_session_name",
    {{"AK", key_origin::own_keys},
     {"StsToken", key_origin::own_keys, true},
     {"RamRoleArn", key_origin::ram_role},
     {"EcsRamRole", key_origin::instance_role}}};

/// A profile as it stands in either file.
struct profile_texts {
    std::string_view name{};
    std::string_view mode{};
    std::string_view access_key_id{};
    std::string_view access_key_secret{};
    std::string_view security_token{};
    std::string_view role_arn{};
    std::string_view role_session_name{};
    std::string_view role_name{};
    std::string_view policy{};
    std::string_view external_id{};
    std::string_view source_profile{};
    std::optional<std::int64_t> duration_seconds{};

    // As the command line writes it.
    static constexpr field<profile_texts> fields[] = {
        {"name", &profile_texts::name},
        {"mode", &profile_texts::mode},
        {"access_key_id", &profile_texts::access_key_id},
        {"access_key_secret", &profile_texts::access_key_secret},
        {"sts_token", &profile_texts::security_token},
        {"ram_role_name", &profile_texts::role_name},
        {"ram_role_arn", &profile_texts::role_arn},
        {"ram_session_name", &profile_texts::role_session_name},
        {"expired_seconds", &profile_texts::duration_seconds},
        {"policy", &profile_texts::policy},
        {"external_id", &profile_texts::external_id},
        {"source_profile", &profile_texts::source_profile},
    };
};

struct ini_field {
    literal name;
    std::string_view profile_texts::*value;
};
inline constexpr ini_field ini_fields[] = {
    {"type", &profile_texts::mode},
    {"access_key_id", &profile_texts::access_key_id},
    {"access_key_secret", &profile_texts::access_key_secret},
    {"security_token", &profile_texts::security_token},
    {"role_arn", &profile_texts::role_arn},
    {"role_session_name", &profile_texts::role_session_name},
    {"role_name", &profile_texts::role_name},
    {"policy", &profile_texts::policy},
    {"external_id", &profile_texts::external_id},
};

inline std::string place_of(std::string_view profile) { return std::string("profile ") += profile; }

inline result<key_profile> make_profile(const profile_texts& texts, const profile_words& words) {
    const auto missing = [&](std::string_view field) {
        return keys_error({.code = errc::missing, .field = field}, place_of(texts.name));
    };
    const bool without_keys = texts.access_key_id.empty() && texts.access_key_secret.empty();
    if (texts.mode.empty() && !without_keys) return missing(words.mode);
    key_profile made{.name = std::string(texts.name), .mode = std::string(texts.mode)};
    bool temporary = false;
    for (const mode_row& row : words.modes) {
        if (!ascii::equal_ignoring_case(row.mode, texts.mode)) continue;
        made.origin = row.origin;
        temporary = row.temporary;
    }
    if (without_keys && (texts.mode.empty() || made.origin == key_origin::own_keys)) {
        return keys_error({.code = errc::no_keys}, place_of(texts.name));
    }
    if (made.origin == key_origin::own_keys || made.origin == key_origin::ram_role) {
        auto keys = make_credentials({{words.id, texts.access_key_id},
                                      {words.secret, texts.access_key_secret},
                                      {words.token, texts.security_token},
                                      temporary});
        if (!keys) return keys_error(keys.error(), place_of(texts.name));
        made.credentials = std::move(*keys);
    }
    if (made.origin == key_origin::ram_role) {
        if (texts.role_arn.empty()) return missing(words.role_arn);
        if (texts.role_session_name.empty()) return missing(words.session);
        set_text(made.role.role_arn, texts.role_arn);
        set_text(made.role.role_session_name, texts.role_session_name);
        set_text(made.role.policy, texts.policy);
        set_text(made.role.external_id, texts.external_id);
        // The command line writes 0 for what was never set.
        if (texts.duration_seconds.value_or(0) != 0) made.role.duration_seconds = texts.duration_seconds;
    }
    if (made.origin == key_origin::instance_role) set_text(made.instance_role_name, texts.role_name);
    return made;
}

/// A file of Windows' editors and shells that has two bytes for each character.
inline bool is_utf16(std::string_view text) noexcept {
    return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}
inline constexpr fault utf16_file{.code = errc::unsupported_encoding, .hint = "save the file as UTF-8"};

inline std::string numbered(std::string_view what, std::size_t number) {
    return std::string(what) += ascii::decimal(static_cast<std::int64_t>(number)).view();
}

}  // namespace detail

SLBWIRE_FUNCTION result<key_profile> parse_credentials_file(std::string_view text, std::string_view profile) {
    if (detail::is_utf16(text)) return detail::keys_error(detail::utf16_file);
    detail::profile_texts found;
    found.name = profile.empty() ? std::string_view("default") : profile;
    bool seen[std::size(detail::ini_fields)] = {};
    bool there = false;
    ini::cursor in(text);
    ini::entry e;
    while (in.next(e)) {
        if (e.section != found.name) continue;
        there = true;
        for (std::size_t i = 0; i < std::size(detail::ini_fields); ++i) {
            if (!ascii::equal_ignoring_case(detail::ini_fields[i].name, e.name)) continue;
            // The last one, as the vendor's clients have it, could be half of another pair.
            if (std::exchange(seen[i], true)) {
                return detail::keys_error({.code = errc::duplicate_parameter, .field = detail::ini_fields[i].name},
                                          (detail::place_of(found.name) += ", ") += detail::numbered("line ", e.line));
            }
            found.*detail::ini_fields[i].value = e.value;
        }
    }
    if (in.failed()) {
        return detail::keys_error({.code = errc::unexpected_byte, .hint = "a line is neither [name] nor name = value"},
                                  detail::numbered("line ", in.line()));
    }
    if (!there) return detail::keys_error({.code = errc::no_keys}, detail::place_of(found.name) += " is not there");
    return detail::make_profile(found, detail::ini_words);
}

namespace detail {

struct cli_config {
    std::string_view current{};
    std::vector<profile_texts> profiles{};

    static constexpr field<cli_config> fields[] = {
        {"current", &cli_config::current},
        reply_list<&cli_config::profiles>("profiles", "profile"),
    };

    const profile_texts* find(std::string_view name) const noexcept {
        for (const profile_texts& one : profiles) {
            if (one.name == name) return &one;
        }
        return nullptr;
    }
};

}  // namespace detail

SLBWIRE_FUNCTION result<key_profile> parse_cli_config(std::string_view text, std::string_view profile) {
    if (detail::is_utf16(text)) return detail::keys_error(detail::utf16_file);
    text_arena arena;
    const auto read = decode<detail::cli_config>(text, arena);
    if (!read) return detail::keys_error(read.error(), detail::numbered("byte ", read.error().offset));
    const std::string_view name = !profile.empty() ? profile : !read->current.empty() ? read->current : "default";
    const detail::profile_texts* const found = read->find(name);
    if (found == nullptr) return detail::keys_error({.code = errc::no_keys}, detail::place_of(name) += " is not there");
    if (!ascii::equal_ignoring_case(found->mode, "ChainableRamRoleArn"))
        return detail::make_profile(*found, detail::cli_words);
    const detail::profile_texts* const source = read->find(found->source_profile);
    if (source == nullptr) {
        return detail::keys_error(
            {.code = errc::invalid_value, .field = "source_profile", .hint = "there is no such profile"},
            detail::place_of(name));
    }
    auto keys = detail::make_profile(*source, detail::cli_words);
    if (!keys) return keys;
    // Keys that have to be got first are two steps, and the second one's are not known here.
    if (keys->origin != key_origin::own_keys) {
        return detail::keys_error({.code = errc::no_own_keys, .field = "source_profile"},
                                  detail::place_of(source->name));
    }
    detail::profile_texts joined = *found;
    detail::set_text(joined.mode, "RamRoleArn");
    joined.access_key_id = source->access_key_id;
    joined.access_key_secret = source->access_key_secret;
    joined.security_token = source->security_token;
    auto made = detail::make_profile(joined, detail::cli_words);
    if (made) made->mode = found->mode;
    return made;
}

SLBWIRE_FUNCTION result<temporary_credentials> credentials_of(const key_profile& profile) {
    if (profile.origin == key_origin::own_keys) return temporary_credentials{profile.credentials};
    std::string text = detail::place_of(profile.name);
    fault what{.code = errc::no_own_keys};
    switch (profile.origin) {
    case key_origin::ram_role:
        what.hint = "AssumeRole gives those of its role";
        (text += ", role ") += profile.role.role_arn;
        break;
    case key_origin::instance_role:
        what.hint = "the metadata of the instance gives those of its role";
        if (!profile.instance_role_name.empty()) (text += ", role ") += profile.instance_role_name;
        break;
    default:
        what.hint = "this library does not get what its mode names";
        (text += ", mode ") += profile.mode;
    }
    return detail::keys_error(what, std::move(text));
}

}  // namespace slbwire
