// What the service's codes mean where messages and statuses have a say; codes alone: error_codes.cpp.

#include <slbwire/api/error_class.hpp>
#include <slbwire/call/sign.hpp>

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
    {"Throttling.User", 400, throttled, later, "Request was denied due to user flow control."},
    {"ServiceUnavailable", 400, invalid, never, "The vpc subnet is not exist."},
    {"InternalError", 500, server, later, "The request processing has failed due to some unknown error."},
    {"SystemBusy", 449, busy, later, "The system is busy."},
    {"OperationBusy", 400, busy, later, "A previous operation is pending."},
    // Passes only beside another deletion, which nothing in the reply tells.
    {"RspoolVipExist", 400, conflict, never, "there are vips associating with this vServer group."},
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
    {"InvalidAccessKeyId.Inactive", 403, signature},
    {"NoEnabledAccessKey", 400, signature},
    {"Forbidden.AccessKeyDisabled", 403, permission},
    // A new token, then once more.
    {"InvalidParameter", 400, token, after_repair,
     "The specified parameter \"SecurityToken.Expired\" is not valid."},
    {"MissingSecurityToken", 400, token, after_repair},
    {"InvalidSecurityToken.Expired", 400, token, after_repair},
    {"InvalidSecurityToken.Malformed", 400, token, after_repair},
    {"InvalidSecurityToken.MismatchWithAccessKey", 400, token, after_repair},
};

constexpr row account[] = {
    {"Forbidden", 403, permission, never, "User not authorized to operate on the specified resource."},
    {"UserNotAllowed", 400, permission, never, "The user is not allowed, please submit the application."},
};

constexpr row of_operations[] = {
    {"InvalidLoadBalancerId.NotFound", 404, not_found, never, "The specified LoadBalancerId does not exist."},
    {"InvalidParameter", 404, not_found, never, "The specified VServerGroupId does not exist."},
    {"InvalidParameter", 400, not_found, never, "The specified VServerGroupId does not exist."},
    {"InvalidParameter", 400, not_found, never, "The specified MasterSlaveGroupId does not exist"},
    {"InvalidParameter", 400, invalid, never, "The specified RegionId does not exist."},
    {"InvalidParameter", 400, invalid, never, "The specified BackendServers is invalid."},
    {"InvalidParameter", 400, invalid, never, "… as the Port value should be in [1, 65535]."},
    {"InvalidParameter", 400, invalid, never, "The RsList is illegal."},
    {"TooManyBackendServers", 400, invalid, never,
     "The total number of input real servers exceeds max supported number: 20"},
    {"MissingParameter", 400, invalid, never,
     "The VServerGroupName or BackendServers is required at lease one."},
    {"RspoolRuleExist", 400, conflict, never, "there are rules associating with this vServer group."},
    {"InvalidParameter", 400, invalid, never,
     "The specified load balancer does not support the network type of the ECS instance."},
    {"TooManyListeners", 400, invalid, never, "More than 1 listener is found, please be more specified."},
    {"ActionNotAllowed", 400, conflict, never, "Locked for any Business Reason."},
};

// The service's own word on trying again counts where the code alone would be final ...
constexpr row asked_to_retry[] = {
    {"New", 400, busy, later, "A previous configuration is pending; please try again later."},
    {"New", 200, busy, later, "Please Retry Later."},
    {"NewConflict", 409, busy, later, "The last request is at work. Please try later."},
    {"InvalidThing", 400, busy, later, "The thing is being changed, please retry it later"},
    {"NewStatusNotSupport", 400, busy, later,
     "The status of the listener does not support this operation. Please try again later."},
    {"SubnetIpExhaust", 400, quota, later, "No address is left, please try again later."},
    // ... and changes nothing where waiting does not mend what the code says,
    {"Forbidden.RAM", 403, permission, never, "Not allowed. Please try again later."},
    {"ThingNotExist", 400, not_found, never, "No such thing; try again later."},
    {"SignatureDoesNotMatch", 400, signature, never, "Try again later."},
    // where it is known already,
    {"SystemBusy", 400, busy, later, "Please try again later."},
    {"Throttling", 400, throttled, later, "Too many calls, try again later."},
    {"InvalidTimeStamp.Expired", 400, clock, after_repair, "Please try again later."},
    // or where the service asks for another request.
    {"New", 400, invalid, never, "Check the parameter and try again."},
    {"New", 400, invalid, never, "again late"},
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
static_assert(all_hold(asked_to_retry));

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
    check(asked_to_retry);
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
