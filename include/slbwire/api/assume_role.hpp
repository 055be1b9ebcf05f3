#pragma once
// Temporary keys of a role (OpenAPI document "AssumeRole" of Security Token Service, version 2015-04-01). Asked for by
// who makes calls in a role's name; call/key_providers.hpp makes a session's keys of it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../model/list.hpp"
#include "../model/operation.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

// Regions without a host of their own: the endpoint table of the vendor's Go SDK (Tea). All others follow the rule, as
// the page "Endpoints" of the service has it.
using namespace std::string_view_literals;  // whose size is known without a look at the characters

inline constexpr std::string_view sts_central_regions[] = {
    "cn-beijing-finance-1"sv, "cn-beijing-finance-pop"sv, "cn-beijing-gov-1"sv, "cn-hangzhou-finance"sv,
    "cn-hongkong-finance-pop"sv,
    // regions that only the SDK's table names
    "cn-beijing-nu16-b01"sv, "cn-edge-1"sv, "cn-fujian"sv, "cn-haidian-cm12-c01"sv, "cn-hangzhou-bj-b01"sv,
    "cn-hangzhou-internal-prod-1"sv, "cn-hangzhou-internal-test-1"sv, "cn-hangzhou-internal-test-2"sv,
    "cn-hangzhou-internal-test-3"sv, "cn-hangzhou-test-306"sv, "cn-huhehaote-nebula-1"sv, "cn-qingdao-nebula"sv,
    "cn-shanghai-et15-b01"sv, "cn-shanghai-et2-b01"sv, "cn-shanghai-inner"sv, "cn-shanghai-internal-test-1"sv,
    "cn-shenzhen-inner"sv, "cn-shenzhen-st4-d01"sv, "cn-shenzhen-su18-b01"sv, "cn-wuhan"sv, "cn-yushanfang"sv,
    "cn-zhangbei"sv, "cn-zhangbei-na61-b01"sv, "cn-zhangjiakou-na62-a01"sv, "cn-zhengzhou-nebula-1"sv,
    "ap-northeast-2-pop"sv, "eu-west-1-oxs"sv, "rus-west-1-pop"sv};
inline constexpr region_host sts_exceptions[] = {
    {"cn-north-2-gov-1", "sts-vpc.cn-north-2-gov-1.aliyuncs.com"},
    {"cn-shenzhen-finance-1", "sts-vpc.cn-shenzhen-finance-1.aliyuncs.com"}};

}  // namespace detail

/// Security Token Service (STS), API version 2015-04-01. A client without a region names the central host itself:
/// `.endpoint = "sts.aliyuncs.com"`.
inline constexpr service security_token_service{.version = "2015-04-01",
                                                .code = "sts",
                                                .central_regions = detail::sts_central_regions,
                                                .exceptions = detail::sts_exceptions};

/// Keys as a reply brings them. `call/key_sources.hpp` makes credentials of them; what shows a reply shows none of it.
template <class Text>
struct basic_sts_credentials {
    Text access_key_id{};  ///< begins with `STS.`
    Text access_key_secret{};
    Text security_token{};
    Text expiration{};  ///< `YYYY-MM-DDThh:mm:ssZ`

    static constexpr field<basic_sts_credentials> fields[] = {
        {"AccessKeyId", &basic_sts_credentials::access_key_id},
        {"AccessKeySecret", &basic_sts_credentials::access_key_secret},
        {"SecurityToken", &basic_sts_credentials::security_token},
        {"Expiration", &basic_sts_credentials::expiration},
    };
    friend bool operator==(const basic_sts_credentials&, const basic_sts_credentials&) = default;
};

template <class Text>
struct basic_assumed_role_user {
    Text arn{};              ///< `acs:ram::<account>:role/<role>/<session>`
    Text assumed_role_id{};  ///< `<id>:<session>`

    static constexpr field<basic_assumed_role_user> fields[] = {
        {"Arn", &basic_assumed_role_user::arn},
        {"AssumedRoleId", &basic_assumed_role_user::assumed_role_id},
    };
    friend bool operator==(const basic_assumed_role_user&, const basic_assumed_role_user&) = default;
};

template <class Text>
struct basic_assumed_role {
    Text request_id{};
    basic_sts_credentials<Text> credentials;  // without {}: g++ 12 crashes on it in constant expressions
    basic_assumed_role_user<Text> assumed_role_user;

    static constexpr field<basic_assumed_role> fields[] = {
        {"RequestId", &basic_assumed_role::request_id, common},
        nested<&basic_assumed_role::credentials>("Credentials"),
        nested<&basic_assumed_role::assumed_role_user>("AssumedRoleUser"),
    };
    friend bool operator==(const basic_assumed_role&, const basic_assumed_role&) = default;
};
using assumed_role = basic_assumed_role<std::string>;
static_assert(ready_for_braces<basic_assumed_role>);
SLBWIRE_REPLY(basic_assumed_role);

/// "AssumeRole". It is a RAM user or a role that calls, never an account. Twice is as good as once: what was got before
/// stays good.
struct assume_role {
    static constexpr std::string_view action = "AssumeRole";
    static constexpr const slbwire::service& service = security_token_service;
    static constexpr bool idempotent = true;
    std::string role_arn{};           ///< `acs:ram::<account>:role/<role>`
    std::string role_session_name{};  ///< of the caller's choice, for audit logs; letters, digits, `. @ - _`
    /// Seconds that the keys are good for; 3,600 where it is not set, and never more than the role's
    /// MaxSessionDuration.
    std::optional<std::int64_t> duration_seconds{};
    std::string policy{};       ///< JSON on one line: what of the role's permissions the keys are to have
    std::string external_id{};  ///< where the role's owner asks for one

    static constexpr field<assume_role> fields[] = {
        {"RoleArn", &assume_role::role_arn, required},
        {"RoleSessionName", &assume_role::role_session_name, required | between(2, 64)},
        {"DurationSeconds", &assume_role::duration_seconds, between(900, 43'200)},
        {"Policy", &assume_role::policy, between(1, 2'048)},
        {"ExternalId", &assume_role::external_id, between(2, 1'224)},
    };
    template <class Text>
    using response_of = basic_assumed_role<Text>;
    using response = assumed_role;
};
SLBWIRE_REQUEST(assume_role);

}  // namespace slbwire
