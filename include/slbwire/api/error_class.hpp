#pragma once
// What the service's error codes mean and whether trying again can help. Sources: the pages "Common error
// codes" and "Response" of the service's documents, and what its own clients retry. Codes are decided by
// first, then the message, the HTTP status last: one code comes with several statuses.

#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/error.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct error_meaning {
    error_class kind = error_class::unknown;
    retry_advice retry = retry_advice::never;
    friend constexpr bool operator==(const error_meaning&, const error_meaning&) = default;
};

namespace detail {

struct code_row {
    std::string_view code;
    error_class kind;
    retry_advice retry = retry_advice::never;
};

// Whole codes, as the service spells them (InvalidParamater and Forbbiden.SubUser are no slips of ours).
// A code that the families below put right needs no row.
inline constexpr code_row code_rows[] = {
    // another change is still being carried out
    {"SystemBusy", error_class::busy, retry_advice::later},
    {"OperationBusy", error_class::busy, retry_advice::later},
    {"ServiceIsConfiguring", error_class::busy, retry_advice::later},
    {"ServiceIsStopping", error_class::busy, retry_advice::later},
    {"BackendServer.configuring", error_class::busy, retry_advice::later},
    {"VServerGroupProcessing", error_class::busy, retry_advice::later},
    {"ProcessingSameRequest", error_class::busy, retry_advice::later},
    {"LastTokenProcessing", error_class::busy, retry_advice::later},
    {"OperationConflict", error_class::busy, retry_advice::later},
    {"OperationFailed.ListenerStatusNotSupport", error_class::busy, retry_advice::later},
    // the service's own failures
    {"ServiceUnavailable.RegionMaintaining", error_class::server, retry_advice::later},
    {"InternalInvokeError", error_class::server, retry_advice::later},
    {"UnknownError", error_class::server, retry_advice::later},
    // clock, nonce, keys (tokens: see the families)
    {"InvalidTimeStamp.Expired", error_class::clock, retry_advice::after_repair},
    {"InvalidTimeStamp.Format", error_class::clock},
    {"IllegalTimestamp", error_class::clock, retry_advice::after_repair},
    {"SignatureNonceUsed", error_class::nonce, retry_advice::after_repair},
    {"SignatureDoesNotMatch", error_class::signature},
    {"IncompleteSignature", error_class::signature},
    {"InvalidAccessKeySecret", error_class::signature},
    {"InvalidAccessKeyId", error_class::signature},
    {"InvalidAccessKeyId.NotFound", error_class::signature},
    {"MissingAccessKeyId", error_class::signature},
    // permission, account
    {"AUTH.RAM_AUTH_FAILED", error_class::permission},
    {"InvalidAuthorization", error_class::permission},
    {"InvalidAuthorizationStatus", error_class::permission},
    {"InvalidIdentity", error_class::permission},
    {"InvalidOwner", error_class::permission},
    {"InvalidOwnerId", error_class::permission},
    {"InvalidOwnerAccount", error_class::permission},
    {"InvalidResourceOwnerAccount", error_class::permission},
    {"UserNotAllowed", error_class::permission},
    {"ARREARAGE", error_class::permission},
    {"AccountHasArrearage", error_class::permission},
    {"InsufficientBalance", error_class::permission},
    {"RealNameAuthenticationError", error_class::permission},
    {"ChargeTypeViolation", error_class::permission},
    // the state of the resource forbids it
    // The two that follow pass by themselves where a listener or a server is going away at the same
    // time; nothing in the reply tells that case from a lasting one.
    {"RspoolVipExist", error_class::conflict},
    {"ObtainIpFail", error_class::conflict},
    {"RspoolRuleExist", error_class::conflict},
    {"VServerGroupEmpty", error_class::conflict},
    {"NetworkConflict", error_class::conflict},
    {"ActionNotAllowed", error_class::conflict},
    {"ListenerAlreadyExists", error_class::conflict},
    {"DomainExist", error_class::conflict},
    {"VipNotMatchRspool", error_class::conflict},
    {"VpcStatusError", error_class::conflict},
    {"IdempotentParameterMismatch", error_class::conflict},
    {"InvalidIdempotenceParameter.Mismatch", error_class::conflict},
    {"IncorrectListenerAccessControlStatusStatus", error_class::conflict},
    // more than there may be
    {"InstanceBackendServerNumberOverLimit", error_class::quota},
    {"ListenerNumberOverLimit", error_class::quota},
    {"VipTooManyListeners", error_class::quota},
    {"TooManyRules", error_class::quota},
    {"TagCountLimit", error_class::quota},
    {"TagCreateCountLimit", error_class::quota},
    {"SourceItemsQuotaOverLimit", error_class::quota},
    {"OverQuota", error_class::quota},
    {"InsufficientCapacity", error_class::quota},
    {"IpNotAvailable", error_class::quota},
    // what is wrong with the request
    {"InvalidAction", error_class::invalid},
    {"InvalidParamater", error_class::invalid},
    {"TooManyBackendServers", error_class::invalid},
    {"TooManyListeners", error_class::invalid},
    {"BackendServer.ServerIdEmpty", error_class::invalid},
    {"BACKEND_SERVERS_NUM_MUST_BE_TWO", error_class::invalid},
    {"BACKEND_SERVERS_CAN_ONLY_CONTAIN_ONE_MASTER_AND_ONE_SLAVE", error_class::invalid},
    {"BACKEND_SERVERS_HAVE_SAME_PORT_AND_SERVERID", error_class::invalid},
    {"BACKEND_SERVER_ID_CAN_NOT_EMPTY", error_class::invalid},
    {"BACKEND_SERVER_PORT_CAN_NOT_EMPTY", error_class::invalid},
    {"INVALID_SERVER_TYPE", error_class::invalid},
    {"KeyFormatError", error_class::invalid},
    {"RealServerPortNotSupport", error_class::invalid},
    {"RegionNotSupport", error_class::invalid},
    {"InvalidRegionId.NotFound", error_class::invalid},  // says nothing of what was asked for
    {"RuleNotSupport", error_class::invalid},
    {"URLNotSupport", error_class::invalid},
    {"VpcZoneNotSupportCreate", error_class::invalid},
};

constexpr bool contains(std::string_view text, std::string_view part) noexcept {
    return text.find(part) != std::string_view::npos;
}

/// The codes that mean different things with different messages and statuses.
SLBWIRE_COLD
constexpr bool classify_by_message(std::string_view code, std::string_view message, int status,
                                   error_meaning& meaning) noexcept {
    if (code == "InternalError") {
        // These are said of a request, whatever the code says.
        if (contains(message, "Illegal timestamp")) meaning = {error_class::clock, retry_advice::after_repair};
        else if (contains(message, "Illegal sign type")) meaning = {error_class::invalid};
        else if (contains(message, "Illegal sign")) meaning = {error_class::signature};
        else if (contains(message, "Illegal user")) meaning = {error_class::signature};
        else if (contains(message, "Illegal format")) meaning = {error_class::invalid};
        else meaning = {error_class::server, retry_advice::later};
        return true;
    }
    if (code == "ServiceUnavailable") {
        if (status == 400) meaning = {error_class::invalid};  // "The vpc subnet is not exist."
        else meaning = {error_class::server, retry_advice::later};
        return true;
    }
    if (code == "InvalidParameter") {
        if (status == 503) meaning = {error_class::server, retry_advice::later};
        else if (contains(message, "SecurityToken.Expired")) meaning = {error_class::token, retry_advice::after_repair};
        else if (contains(message, "RegionId")) meaning = {error_class::invalid};
        else if (status == 404 || contains(message, "does not exist")) meaning = {error_class::not_found};
        else meaning = {error_class::invalid};
        return true;
    }
    return false;
}

SLBWIRE_COLD constexpr bool classify_by_family(std::string_view code, error_meaning& meaning) noexcept {
    const std::string_view family = code.substr(0, code.find('.'));
    if (contains(code, "Throttling")) meaning = {error_class::throttled, retry_advice::later};
    else if (family == "Forbidden" || family == "Forbbiden") meaning = {error_class::permission};
    else if (family == "OperationDenied") meaning = {error_class::conflict};
    else if (family == "InvalidSecurityToken") meaning = {error_class::token, retry_advice::after_repair};
    else if (code.ends_with("NotFound")) meaning = {error_class::not_found};
    else if (code.ends_with("OverLimit") || contains(code, "Quota")) meaning = {error_class::quota};
    else if (code.starts_with("Invalid") || code.starts_with("Missing") || code.starts_with("Unsupported") ||
             code.ends_with("Malformed")) meaning = {error_class::invalid};
    else if (family == "ORDER" || family == "PAY" || family == "PRICE" || family == "PRODUCT" ||
             family == "PURCHASE" || family == "RISK" || family == "COMMODITY") meaning = {error_class::permission};
    else return false;
    return true;
}

SLBWIRE_COLD constexpr error_meaning classify_by_status(int status) noexcept {
    if (status >= 500) return {error_class::server, retry_advice::later};
    switch (status) {
    case 429: return {error_class::throttled, retry_advice::later};
    case 449: return {error_class::busy, retry_advice::later};
    case 401:
    case 403:
    case 407: return {error_class::permission};
    case 404: return {error_class::not_found};
    case 409: return {error_class::conflict};
    default: return {status >= 400 ? error_class::invalid : error_class::unknown};
    }
}

}  // namespace detail

/// What a refusal means. A code that is not known is judged by its family (`Throttling.*`, `*.NotFound`,
/// `Forbidden.*` ...), then by the status: 5xx may pass, 4xx will not.
SLBWIRE_COLD
constexpr error_meaning classify(std::string_view code, std::string_view message, int status) noexcept {
    error_meaning meaning;
    if (detail::classify_by_message(code, message, status, meaning)) return meaning;
    for (const detail::code_row& row : detail::code_rows) {
        if (row.code == code) return {row.kind, row.retry};
    }
    if (detail::classify_by_family(code, meaning)) return meaning;
    return detail::classify_by_status(status);
}

/// The milliseconds after `TimeLeft:` in a rate-limit header's value, at most a day; 0 where there are none.
constexpr std::int64_t time_left_ms(std::string_view header) noexcept {
    constexpr std::string_view name = "TimeLeft:";
    constexpr std::int64_t day = 86'400'000;
    const std::size_t at = header.find(name);
    if (at == std::string_view::npos) return 0;
    std::int64_t left = 0;
    for (char c : ascii::trim(header.substr(at + name.size()))) {
        if (!ascii::is_digit(c)) break;
        left = left * 10 + (c - '0');
        if (left > day) return day;
    }
    return left;
}

}  // namespace slbwire
