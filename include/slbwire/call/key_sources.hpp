#pragma once
// Where keys come from, as pure functions over what was read: here the environment and the reply of AssumeRole,
// key_profile.hpp has the files that the vendor's tools share between programs, metadata.hpp the service of an
// instance. key_files.hpp reads the environment and the files; key_providers.hpp makes of all this what a session asks
// for its keys.
//
// Facts: the vendor's credentials tools (github.com/aliyun: credentials-go, credentials-python; the pages "Manage
// access credentials") and its command line (aliyun-cli). No error of these functions shows a secret or a token.

#include <concepts>
#include <string_view>

#include "../api/assume_role.hpp"
#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "../core/text.hpp"
#include "credentials.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Looks a variable of the environment up: `std::getenv`, or a callable of its shape, which gives null for what is not
/// set.
template <class F>
concept environment = requires(F& get, const char* name) {
    { get(name) } -> std::convertible_to<const char*>;
};

namespace detail {

struct variable_names {
    literal id;
    literal secret;
    literal token;
};
/// The spellings, in the order in which the vendor's command line looks at them. Its last one, without any prefix,
/// could be anybody's and is not read.
inline constexpr variable_names key_variables[] = {
    {"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"},
    {"ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"},
    {"ALICLOUD_ACCESS_KEY_ID", "ALICLOUD_ACCESS_KEY_SECRET", "ALICLOUD_SECURITY_TOKEN"},
};
/// What one spelling has; copied, since a look-up may forget what it gave before.
struct variable_values {
    secret id{};
    secret key{};
    secret token{};
};
result<temporary_credentials> credentials_of_variables(const variable_values& found, const variable_names& names);

}  // namespace detail

/// Keys of the environment: `ALIBABA_CLOUD_ACCESS_KEY_ID`, `ALIBABA_CLOUD_ACCESS_KEY_SECRET` and, for temporary ones,
/// `ALIBABA_CLOUD_SECURITY_TOKEN`; else by the older spellings `ALIBABACLOUD_...` and `ALICLOUD_...`. The first
/// spelling of which an id or a secret is there must have both: half of one is never joined with half of another. What
/// is empty is as if it was not set. Errors: `no_keys` where there are none, `missing` and `invalid_value` with the
/// variable's name. When they run out is not known.
template <environment F>
result<temporary_credentials> credentials_from_environment(F&& get) {
    const auto look = [&](literal name) {
        const char* const value = get(name.data());
        return secret(value == nullptr ? std::string_view() : std::string_view(value));
    };
    for (const detail::variable_names& names : detail::key_variables) {
        const detail::variable_values found{look(names.id), look(names.secret), look(names.token)};
        if (!found.id.empty() || !found.key.empty()) return detail::credentials_of_variables(found, names);
    }
    return detail::credentials_of_variables({}, detail::key_variables[0]);
}

/// The keys of a role. An incomplete reply is `malformed_reply`, with the field.
result<temporary_credentials> credentials_of(const assumed_role& reply);

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "key_sources_body.hpp"
#endif
