#pragma once
// What the service answers when it refuses: one document for all operations, in JSON or XML, under
// several root names ("Common error codes", "Response").

#include <string>
#include <string_view>

#include "../config.hpp"
#include "../model/field.hpp"
#include "../model/list.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Why a permission is missing; sent with Forbidden codes since 2022.
template <class Text>
struct basic_access_denied_detail {
    Text auth_action{};
    Text auth_principal_type{};
    Text auth_principal_owner_id{};
    Text auth_principal_display_name{};
    Text no_permission_type{};
    Text policy_type{};
    Text user_id{};
    Text encoded_diagnostic_message{};  ///< to be decoded by the RAM service, for who may ask it

    static constexpr field<basic_access_denied_detail> fields[] = {
        {"AuthAction", &basic_access_denied_detail::auth_action},
        {"AuthPrincipalType", &basic_access_denied_detail::auth_principal_type},
        {"AuthPrincipalOwnerId", &basic_access_denied_detail::auth_principal_owner_id},
        {"AuthPrincipalDisplayName", &basic_access_denied_detail::auth_principal_display_name},
        {"NoPermissionType", &basic_access_denied_detail::no_permission_type},
        {"PolicyType", &basic_access_denied_detail::policy_type},
        {"UserId", &basic_access_denied_detail::user_id},
        {"EncodedDiagnosticMessage", &basic_access_denied_detail::encoded_diagnostic_message},
    };
    friend bool operator==(const basic_access_denied_detail&, const basic_access_denied_detail&) = default;
};

/// The document itself.
template <class Text>
struct basic_error_document {
    Text request_id{};
    Text host_id{};
    Text code{};
    Text message{};
    Text recommend{};
    Text description{};  ///< in place of a message, where there is none
    basic_access_denied_detail<Text> access_denied{};
    Text success{};          ///< `true` or `false`, of products whose every reply has a code
    Text lower_request_id{};  ///< spellings that the vendor's newest SDK falls back to
    Text lower_code{};
    Text lower_message{};
    Text lower_success{};

    static constexpr field<basic_error_document> fields[] = {
        {"RequestId", &basic_error_document::request_id, common},
        {"HostId", &basic_error_document::host_id},
        {"Code", &basic_error_document::code, required},
        {"Message", &basic_error_document::message},
        {"Recommend", &basic_error_document::recommend},
        nested<&basic_error_document::access_denied>("AccessDeniedDetail"),
        {"Description", &basic_error_document::description},
        {"Success", &basic_error_document::success},
        {"requestId", &basic_error_document::lower_request_id, common},
        {"code", &basic_error_document::lower_code},
        {"message", &basic_error_document::lower_message},
        {"success", &basic_error_document::lower_success},
    };
    friend bool operator==(const basic_error_document&, const basic_error_document&) = default;
};
using error_document = basic_error_document<std::string>;

}  // namespace slbwire
