// What the service's codes mean: every code of its pages and of the records.

#include <slbwire/api/error_class.hpp>

#include <span>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

// In here, for in the global namespace the C library has a clock already.
using enum error_class;
using enum retry_advice;

struct row {
    std::string_view code;
    int status;
    error_class kind;
    retry_advice retry = never;
    std::string_view message = {};
};

constexpr row may_pass[] = {
    {"Throttling", 400, throttled, later},
    {"Throttling.User", 400, throttled, later, "Request was denied due to user flow control."},
    {"Throttling.Api", 400, throttled, later},
    {"Rejected.Throttling", 400, throttled, later},
    {"ServiceUnavailable", 503, server, later},
    {"ServiceUnavailable", 400, invalid, never, "The vpc subnet is not exist."},
    {"ServiceUnavailable.RegionMaintaining", 503, server, later},
    {"InternalError", 500, server, later, "The request processing has failed due to some unknown error."},
    {"InternalInvokeError", 500, server, later},
    {"UnknownError", 400, server, later},
    {"InvalidParameter", 503, server, later},
    {"SystemBusy", 449, busy, later, "The system is busy."},
    {"OperationBusy", 400, busy, later, "A previous operation is pending."},
    {"ServiceIsConfiguring", 400, busy, later},
    {"ServiceIsStopping", 409, busy, later},
    {"BackendServer.configuring", 409, busy, later},
    {"VServerGroupProcessing", 400, busy, later},
    {"ProcessingSameRequest", 400, busy, later},
    {"LastTokenProcessing", 403, busy, later},
    {"OperationConflict", 409, busy, later},
    {"OperationFailed.ListenerStatusNotSupport", 400, busy, later},
    // These two pass only beside another deletion, which nothing in the reply tells.
    {"ObtainIpFail", 400, conflict},
    {"RspoolVipExist", 400, conflict, never, "there are vips associating with this vServer group."},
    {"InstanceBackendServerNumberOverLimit", 400, quota},
    {"OperationDenied.DeleteProtectionIsOn", 400, conflict},
    {"OperationDenied", 400, conflict},
};

constexpr row signing[] = {
    {"SignatureDoesNotMatch", 400, signature, never,
     "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&A"},
    {"SignatureDoesNotMatch", 400, signature, never,
     "Specified signature does not match our calculation. server StringToSign is [ACS3-HMAC-SHA256\n00]"},
    {"IncompleteSignature", 400, signature, never,
     "The request signature does not conform to Aliyun standards. server string to sign is:GET"},
    {"InvalidTimeStamp.Expired", 400, clock, after_repair, "Specified time stamp or date value is expired."},
    {"InvalidTimeStamp.Format", 400, clock},
    {"IllegalTimestamp", 400, clock, after_repair,
     "The input parameter \"Timestamp\" that is mandatory for processing this request is not supplied."},
    {"InternalError", 500, clock, after_repair, "Illegal timestamp."},
    {"InternalError", 500, signature, never, "Illegal sign."},
    {"InternalError", 500, invalid, never, "Illegal format."},
    {"InternalError", 500, signature, never, "Illegal user."},
    {"InternalError", 500, invalid, never, "Illegal sign type."},
    {"SignatureNonceUsed", 400, nonce, after_repair, "Specified signature nonce was used already."},
    {"MissingParameter", 400, invalid, never, "The input parameter “Action” …"},
    {"InvalidParamater", 400, invalid, never, "The specified parameter “SignatureMethod” is not valid."},
    {"InvalidParameter", 400, invalid, never, "The specified parameter \"Version\" is not valid."},
    {"InvalidAction", 403, invalid},
    {"UnsupportedOperation", 400, invalid},
    {"UnsupportedHTTPMethod", 403, invalid},
    {"InvalidAccessKeyId.NotFound", 404, signature, never, "Specified access key is not found."},
    {"InvalidAccessKeyId.NotFound", 400, signature, never, "The specified Access Key ID does not exist."},
    {"InvalidAccessKeyId", 403, signature, never, "Specified access key is not found or invalid."},
    {"MissingAccessKeyId", 400, signature},
    {"InvalidAccessKeySecret", 400, signature},
    {"Forbidden.AccessKeyDisabled", 403, permission},
    // A new token, then once more.
    {"InvalidParameter", 400, token, after_repair,
     "The specified parameter \"SecurityToken.Expired\" is not valid."},
    {"InvalidSecurityToken.Expired", 400, token, after_repair},
    {"InvalidSecurityToken.Malformed", 400, token, after_repair},
    {"InvalidSecurityToken.MismatchWithAccessKey", 400, token, after_repair},
};

constexpr row account[] = {
    {"Forbidden", 403, permission, never, "User not authorized to operate on the specified resource."},
    {"Forbidden.RAM", 403, permission},
    {"Forbidden.RAM", 400, permission},
    {"Forbidden.SubUser", 403, permission},
    {"Forbbiden.SubUser", 403, permission},
    {"Forbidden.Unauthorized", 403, permission},
    {"Forbidden.NotSupportRAM", 403, permission},
    {"Forbidden.RiskControl", 403, permission},
    {"AUTH.RAM_AUTH_FAILED", 400, permission},
    {"InvalidAuthorization", 400, permission},
    {"InvalidAuthorizationStatus", 400, permission},
    {"InvalidIdentity", 400, permission},
    {"UserNotAllowed", 400, permission, never, "The user is not allowed, please submit the application."},
    {"InvalidOwner", 400, permission},
    {"InvalidOwnerId", 400, permission},
    {"InvalidOwnerAccount", 400, permission},
    {"InvalidResourceOwnerAccount", 400, permission},
    {"ARREARAGE", 400, permission},
    {"AccountHasArrearage", 403, permission},
    {"InsufficientBalance", 400, permission},
    {"RealNameAuthenticationError", 403, permission},
};

constexpr row of_operations[] = {
    {"InvalidLoadBalancerId.NotFound", 404, not_found, never, "The specified LoadBalancerId does not exist."},
    {"InvalidParameter", 404, not_found, never, "The specified VServerGroupId does not exist."},
    {"InvalidParameter", 400, not_found, never, "The specified VServerGroupId does not exist."},
    {"InvalidParameter", 400, not_found, never, "The specified MasterSlaveGroupId does not exist"},
    {"InvalidRegionId.NotFound", 404, invalid},
    {"InvalidParameter", 400, invalid, never, "The specified RegionId does not exist."},
    {"RegionNotSupport", 400, invalid},
    {"BackendServersMalformed", 400, invalid},
    {"InvalidParameter", 400, invalid, never, "The specified BackendServers is invalid."},
    {"InvalidParameter", 400, invalid, never, "… as the Port value should be in [1, 65535]."},
    {"InvalidParameter", 400, invalid, never, "The RsList is illegal."},
    {"BackendServer.ServerIdEmpty", 400, invalid},
    {"TooManyBackendServers", 400, invalid, never,
     "The total number of input real servers exceeds max supported number: 20"},
    {"InvalidWeight.Malformed", 400, invalid},
    {"InvalidServerId.NotFound", 400, not_found},
    {"InvalidServerId.NotFound", 404, not_found},
    {"NetworkConflict", 400, conflict},
    {"InvalidBackendServers.Inconsistent", 400, invalid},
    {"InvalidParameterLength", 400, invalid},
    {"MissingParameter", 400, invalid, never,
     "The VServerGroupName or BackendServers is required at lease one."},
    {"VServerGroupEmpty", 400, conflict},
    {"RspoolRuleExist", 400, conflict, never, "there are rules associating with this vServer group."},
    {"InvalidParameter", 400, invalid, never,
     "The specified load balancer does not support the network type of the ECS instance."},
    {"TooManyListeners", 400, invalid, never, "More than 1 listener is found, please be more specified."},
    {"ListenerNotFound", 404, not_found},
    {"CheckedListenerNotFound", 404, not_found},
    {"BACKEND_SERVERS_NUM_MUST_BE_TWO", 400, invalid},
    {"BACKEND_SERVERS_CAN_ONLY_CONTAIN_ONE_MASTER_AND_ONE_SLAVE", 400, invalid},
    {"BACKEND_SERVERS_HAVE_SAME_PORT_AND_SERVERID", 400, invalid},
    {"BACKEND_SERVER_ID_CAN_NOT_EMPTY", 400, invalid},
    {"BACKEND_SERVER_PORT_CAN_NOT_EMPTY", 400, invalid},
    {"INVALID_SERVER_TYPE", 400, invalid},
    {"RealServerPortNotSupport", 400, invalid},
    {"ActionNotAllowed", 400, conflict, never, "Locked for any Business Reason."},
};

// Codes without more to say of them, by class.
constexpr std::string_view other_invalid[] = {"InvalidParameter.IsNull",
                                              "UnsupportedParameter",
                                              "UnsupportedOperationonfixedprotocalport",
                                              "KeyFormatError",
                                              "RuleNotSupport",
                                              "RuleListMalformed",
                                              "UrlMalformed",
                                              "URLNotSupport",
                                              "DomainMalformed",
                                              "VpcZoneNotSupportCreate"};
constexpr std::string_view other_conflict[] = {"IdempotentParameterMismatch",
                                               "ListenerAlreadyExists",
                                               "VipNotMatchRspool",
                                               "DomainExist",
                                               "VpcStatusError",
                                               "InvalidIdempotenceParameter.Mismatch",
                                               "IncorrectListenerAccessControlStatusStatus"};
constexpr std::string_view other_quota[] = {
    "IpNotAvailable",      "ListenerNumberOverLimit", "VipTooManyListeners",       "TooManyRules",
    "TagCountLimit",       "TagCreateCountLimit",     "SourceItemsQuotaOverLimit", "OverQuota",
    "InsufficientCapacity"};
constexpr std::string_view other_permission[] = {
    "ORDER.X", "PAY.X", "PRICE.X", "PRODUCT.X", "PURCHASE.X", "RISK.X", "COMMODITY.X", "ChargeTypeViolation"};
constexpr std::string_view other_not_found[] = {"InvalidAccount.NotFound", "InvalidRuleId.NotFound"};

constexpr bool holds(const row& r) {
    return classify(r.code, r.message, r.status) == error_meaning{r.kind, r.retry};
}
template <std::size_t N>
constexpr bool all_hold(const row (&rows)[N]) {
    for (const row& r : rows) {
        if (!holds(r)) return false;
    }
    return true;
}
/// The codes are of this class, whatever the status, and not to be retried.
constexpr bool all_are(error_class kind, std::span<const std::string_view> codes) {
    for (std::string_view code : codes) {
        for (int status : {400, 403, 404, 500}) {
            if (classify(code, {}, status) != error_meaning{kind, never}) return false;
        }
    }
    return true;
}
static_assert(all_hold(may_pass));
static_assert(all_hold(signing));
static_assert(all_hold(account));
static_assert(all_hold(of_operations));
static_assert(all_are(invalid, other_invalid) && all_are(conflict, other_conflict) &&
              all_are(quota, other_quota));
static_assert(all_are(permission, other_permission) && all_are(not_found, other_not_found));

template <std::size_t N>
void check(const row (&rows)[N]) {
    for (const row& r : rows) {
        CAPTURE(r.code, r.status, r.message);
        CHECK(holds(r));
    }
}

}  // namespace

TEST_CASE("error classes: codes of the pages and of the records") {
    check(may_pass);
    check(signing);
    check(account);
    check(of_operations);
    CHECK(all_are(invalid, other_invalid));
    CHECK(all_are(conflict, other_conflict));
    CHECK(all_are(quota, other_quota));
    CHECK(all_are(permission, other_permission));
    CHECK(all_are(not_found, other_not_found));
}

TEST_CASE("error classes: a code that decides alone does so under any status") {
    for (std::string_view code :
         {"SystemBusy", "Throttling.User", "SignatureNonceUsed", "Forbidden.RAM", "OverQuota"}) {
        for (int status : {200, 400, 403, 404, 500, 503}) {
            CAPTURE(code, status);
            CHECK(classify(code, "", status) == classify(code, "does not exist", 400));
        }
    }
}
