#pragma once
// What call/key_files.hpp declares.

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "../core/wipe.hpp"
#include "key_files.hpp"
#include "key_profile_body.hpp"
#include "key_sources_body.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

inline std::string_view variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}
/// The file in the home folder; empty where there is no such folder.
inline std::string home_file(std::string_view name) {
    std::string_view home = variable("HOME");
    if (home.empty()) home = variable("USERPROFILE");
    if (home.empty()) return {};
    return (std::string(home) += '/') += name;
}

/// A whole file, in memory that is overwritten when it goes.
class file_text {
public:
    file_text() = default;
    file_text(const file_text&) = delete;
    file_text& operator=(const file_text&) = delete;
    ~file_text() { wipe(text_.data(), text_.size()); }

    /// What is wrong, or no fault.
    fault read(const char* path) {
        constexpr std::size_t most = 1u << 20;
        errno = 0;
        std::FILE* const file = std::fopen(path, "rb");
        if (file == nullptr) {
            const bool absent = errno == ENOENT || errno == ENOTDIR;
            return {.code = absent ? errc::no_keys : errc::unreadable};
        }
        text_.resize(most + 1);  // at once: what a text grows out of is not overwritten
        const std::size_t size = std::fread(text_.data(), 1, text_.size(), file);
        const bool failed = std::ferror(file) != 0;
        (void)std::fclose(file);
        text_.resize(size);
        if (failed) return {.code = errc::unreadable};
        if (size > most) return {.code = errc::too_long, .highest = static_cast<std::int64_t>(most)};
        return {};
    }
    std::string_view view() const noexcept { return text_; }

private:
    std::string text_;
};

using profile_parser = result<key_profile> (*)(std::string_view text, std::string_view profile);

inline result<key_profile> profile_of_file(const std::string& path, std::string_view profile, profile_parser parse) {
    if (path.empty()) return keys_error({.code = errc::no_keys}, "neither HOME nor USERPROFILE is set");
    if (profile.empty()) profile = variable("ALIBABA_CLOUD_PROFILE");
    file_text file;
    if (const fault f = file.read(path.c_str())) {
        return keys_error(f, f.code == errc::no_keys ? path + " is not there" : path);
    }
    auto made = parse(file.view(), profile);
    if (!made) {
        std::string text = path;
        if (!made.error().text.empty()) (text += ", ") += made.error().text;
        made.error().text = std::move(text);
    }
    return made;
}

}  // namespace detail

SLBWIRE_FUNCTION result<temporary_credentials> environment_credentials() {
    return credentials_from_environment([](const char* name) -> const char* { return std::getenv(name); });
}

SLBWIRE_FUNCTION result<key_profile> cli_config_profile(std::string_view profile) {
    std::string path(detail::variable("ALIBABA_CLOUD_CONFIG_FILE"));
    if (path.empty()) path = detail::home_file(".aliyun/config.json");
    return detail::profile_of_file(path, profile, parse_cli_config);
}

SLBWIRE_FUNCTION result<key_profile> credentials_file_profile(std::string_view profile) {
    std::string path(detail::variable("ALIBABA_CLOUD_CREDENTIALS_FILE"));
    if (!path.empty()) return detail::profile_of_file(path, profile, parse_credentials_file);
    path = detail::home_file(".alibabacloud/credentials");
    auto made = detail::profile_of_file(path, profile, parse_credentials_file);
    if (made || made.error().what.code != errc::no_keys || path.empty()) return made;
    // Which of the two names it has, the vendor's own clients do not agree on.
    auto other = detail::profile_of_file(path + ".ini", profile, parse_credentials_file);
    return other || other.error().what.code != errc::no_keys ? other : made;
}

SLBWIRE_FUNCTION result<key_profile> default_profile() {
    std::string looked;
    const auto none_in = [&](const error& e) {
        if (e.what.code != errc::no_keys) return false;
        if (!looked.empty()) looked += "; ";
        looked += e.text;
        return true;
    };
    auto keys = environment_credentials();
    if (keys) {
        key_profile made{.name = "environment", .origin = key_origin::own_keys};
        made.credentials = std::move(keys->credentials);
        return made;
    }
    if (!none_in(keys.error())) return failure{std::move(keys).error()};
    for (auto* const profile_of : {cli_config_profile, credentials_file_profile}) {
        auto made = profile_of({});
        if (made || !none_in(made.error())) return made;
    }
    return detail::keys_error({.code = errc::no_keys}, std::move(looked));
}

SLBWIRE_FUNCTION result<temporary_credentials> default_credentials() {
    const auto profile = default_profile();
    if (!profile) return failure{profile.error()};
    return credentials_of(*profile);
}

}  // namespace slbwire
