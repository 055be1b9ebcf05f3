#pragma once
// The service's error codes as data: rows of whole codes, and families told by the words that codes are made of.
// Sources: the pages "Common error codes" and "Response" of the service's documents, the error codes of its API
// metadata (2024-07), and what its own clients retry.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/ascii.hpp"
#include "../core/error.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct error_meaning {
    error_class kind = error_class::unknown;
    retry_advice retry = retry_advice::never;
    friend constexpr bool operator==(const error_meaning&, const error_meaning&) = default;
};

namespace detail {

/// What waiting helps against is of these classes; a row says no more than its class where that is enough.
constexpr retry_advice usual_retry(error_class kind) noexcept {
    switch (kind) {
    case error_class::throttled:
    case error_class::busy:
    case error_class::server: return retry_advice::later;
    case error_class::clock:
    case error_class::nonce:
    case error_class::token: return retry_advice::after_repair;
    default: return retry_advice::never;
    }
}

struct code_row {
    std::string_view code;
    error_meaning meaning;
    constexpr code_row(literal text, error_class kind) noexcept
        : code(text), meaning{kind, usual_retry(kind)} {}
    constexpr code_row(literal text, error_class kind, retry_advice retry) noexcept
        : code(text), meaning{kind, retry} {}
};

// Whole codes, as the service spells them (InvalidParamater is no slip of ours). Only what no family tells, or what
// a family tells wrongly.
inline constexpr code_row code_rows[] = {
    {"OperationConflict", error_class::busy},
    // says "Please try again later", unlike others of its name
    {"OperationFailed.ListenerStatusNotSupport", error_class::busy},
    // clock, nonce, keys
    {"InvalidTimeStamp.Expired", error_class::clock},
    {"InvalidTimeStamp.Format", error_class::clock, retry_advice::never},
    {"IllegalTimestamp", error_class::clock},
    {"SignatureNonceUsed", error_class::nonce},
    {"SignatureDoesNotMatch", error_class::signature},
    {"IncompleteSignature", error_class::signature},
    // permission, account
    {"InvalidAuthorization", error_class::permission},
    {"InvalidAuthorizationStatus", error_class::permission},
    {"InvalidIdentity", error_class::permission},
    {"InvalidOwner", error_class::permission},
    {"InvalidOwnerId", error_class::permission},
    {"InvalidOwnerAccount", error_class::permission},
    {"InvalidResourceOwnerAccount", error_class::permission},
    {"UserNotAllowed", error_class::permission},
    {"ChargeTypeViolation", error_class::permission},
    {"INVALID_COMPONENT", error_class::permission},
    {"SPEC_NOT_SUPPORT_PARAMETER", error_class::permission},
    {"NOCARD", error_class::permission},
    {"UserProfileNotComplete", error_class::permission},
    // the state of the resource forbids it
    // This one passes by itself where a server is going away at the same time, as RspoolVipExist does with a
    // listener; nothing in the reply tells that case from a lasting one.
    {"ObtainIpFail", error_class::conflict},
    {"VServerGroupEmpty", error_class::conflict},
    {"VipNotMatchRspool", error_class::conflict},
    {"IncorrectListenerAccessControlStatusStatus", error_class::conflict},
    // what is wrong with the request
    {"InvalidRegionId.NotFound", error_class::invalid},  // says nothing of what was asked for
    {"TooManyBackendServers", error_class::invalid},     // in one request
    {"TooManyListeners", error_class::invalid},          // the request does not say which one
};

/// What a code means with a message that has the words, and with the status where it is not 0.
struct message_row {
    literal code;
    literal words;
    int status;
    error_class kind;
};

// The codes that mean different things with different messages and statuses; the first row that fits decides.
inline constexpr message_row message_rows[] = {
    // These are said of a request, whatever the code says.
    {"InternalError", "Illegal timestamp", 0, error_class::clock},
    {"InternalError", "Illegal sign type", 0, error_class::invalid},
    {"InternalError", "Illegal sign", 0, error_class::signature},
    {"InternalError", "Illegal user", 0, error_class::signature},
    {"InternalError", "Illegal format", 0, error_class::invalid},
    {"InternalError", "", 0, error_class::server},
    {"ServiceUnavailable", "", 400, error_class::invalid},  // "The vpc subnet is not exist."
    {"ServiceUnavailable", "", 0, error_class::server},
    {"InvalidParameter", "", 503, error_class::server},
    {"InvalidParameter", "SecurityToken.Expired", 0, error_class::token},
    {"InvalidParameter", "RegionId", 0, error_class::invalid},
    {"InvalidParameter", "", 404, error_class::not_found},
    {"InvalidParameter", "does not exist", 0, error_class::not_found},
    {"InvalidParameter", "", 0, error_class::invalid},
};

/// Codes that are told by their words. Patterns stand between blanks. A star stands for any words within one part of a
/// code between dots; a dot at the end of a pattern says that the first part is meant and that more follows. Words
/// are compared without case and underscores, and with endings as in Exists, Used and Limited.
struct code_family {
    literal patterns;
    error_class kind;
};

// The first family that fits decides, here and below. What stands here is no name of a parameter, so that it means
// the same wherever it stands.
inline constexpr code_family sure_families[] = {
    {"*Throttling* *RateLimit* *RateLimiting* *FlowControl* *TooFrequent *TooFrequently", error_class::throttled},
    {"*SecurityToken*", error_class::token},
    // what the shop says: of money, contracts and persons
    {"ORDER. PAY. PAYFOR. PRICE. PRODUCT. PURCHASE. RISK. COMMODITY.", error_class::permission},
    {"Forbidden Forbbiden", error_class::permission},
    {"*AccessKey*", error_class::signature},
    {"*NotFound* *NoFound *NotExist* NoSuch*", error_class::not_found},
    {"*StatusNotSupport *Exist* *InUse *BeingUsed", error_class::conflict},
    {"*Processing* *Configuring* *Busy", error_class::busy},
    {"*Idempotent* *Idempotence*", error_class::conflict},
    {"*OverLimit *OverQuota *QuotaExceed*", error_class::quota},
    // Names of parameters follow: InvalidParameter.IdleTimeout is no timeout.
    {"*Param* *Parameter* *Paramater* Missing*", error_class::invalid},
    {"InvalidStatus IncorrectStatus Incorrect*Status", error_class::busy},
};

// What can be the end of a parameter's name too.
inline constexpr code_family families[] = {
    // the request
    {"Invalid* Illegal* Duplicate* *Unsupport* *NotSupport* Mismatch* *Mismatch *MissMatch", error_class::invalid},
    {"*Illegal *Malformed *FormatError *Length* *Missing", error_class::invalid},
    {"*Parse*Fail *Verify*Fail *Validate*Fail *Validation*Fail", error_class::invalid},
    // a lock that is taken for a change passes, one that is put on an account or an instance does not
    {"*FinancialLocked", error_class::permission},
    {"*Locked", error_class::conflict},
    // another change is still being carried out
    {"*Lock *Lock*Fail *Lock*Error *TaskConflict *MiddleStatus *StatusCheckFail StateError", error_class::busy},
    {"*Concurrent* *NotReady *NotSteady *Blocking", error_class::busy},
    {"*Starting *Stopping *Creating *Deleting *Releasing *Pending *InProgress *InProcess", error_class::busy},
    {"*Updating *Modifying *Changing *Switching *Upgrading *Migrating *Initializing", error_class::busy},
    // the service's own failures
    {"*Timeout *Invoke* *Query*Fail *Query*Error Get*Fail Describe*Fail Call*Fail", error_class::server},
    {"*Internal*Error *System*Error *Service*Error Unknown*Error *ServiceUnavailable", error_class::server},
    // permission and money
    {"*Permission* *Unauthorized *NotAuthorized *Auth*Fail AccessDenied *DeniedFor*", error_class::permission},
    {"*WhiteList *Authentication* *Risk* *Order* *Purchase* Pay* *Unpaid*", error_class::permission},
    {"*Arrearage* *Overdue* *Balance *Cash* *Credit*", error_class::permission},
    // more than there may be
    {"*Quota* *Limit *Exceed* *Exhaust *TooMany* *Insufficient* *NotEnough", error_class::quota},
    {"*NotAvailable *NotAvailible *NoAvailable* *SoldOut *Stock", error_class::quota},
    // the state of the resource forbids it
    {"*Conflict *Used *Related *Bind* *Binded* *Bound* *Associated*", error_class::conflict},
    {"*Already* *Refered *Referred *Referenced *DependencyViolation", error_class::conflict},
    {"*NotAllow *StatusError *Inactive *NotActive *NotRunning *Stopped *Overlap", error_class::conflict},
    {"*Fail", error_class::server},
    {"OperationDenied OperationDeny", error_class::conflict},
    {"*Forbidden *Denied Account*", error_class::permission},
};

// First parts after which a reason follows: the reason is looked at alone, and this holds where it tells nothing.
inline constexpr code_family families_with_reason[] = {
    {"Invalid* Illegal*", error_class::invalid},
    {"OperationDenied OperationDeny OperationFailed OperationFail", error_class::conflict},
    {"OperationForbidden", error_class::permission},
};

/// Does a word of camel case or between underscores begin here?
constexpr bool begins_word(std::string_view part, std::size_t at) noexcept {
    if (at == 0 || part[at - 1] == '_') return true;
    if (!ascii::is_upper(part[at])) return false;
    return !ascii::is_upper(part[at - 1]) || (at + 1 < part.size() && ascii::is_lower(part[at + 1]));
}

constexpr bool ends_word(std::string_view part, std::size_t at) noexcept {
    return at == part.size() || !ascii::is_lower(part[at]);
}

/// Where `text` ends that begins at `at`, npos where it is not there. Underscores between its letters are skipped.
SLBWIRE_COLD constexpr std::size_t end_of_text(std::string_view part, std::size_t at, std::string_view text) noexcept {
    const std::size_t first = at;
    for (const char c : text) {
        while (at != first && at < part.size() && part[at] == '_') ++at;
        if (at >= part.size() || ascii::to_lower(part[at]) != ascii::to_lower(c)) return std::string_view::npos;
        ++at;
    }
    return at;
}

/// No code of the service is longer. What is may be anything, and is not searched.
inline constexpr std::size_t longest_code = 127;

/// The places in a part of a code that a beginning of a pattern can end at, a bit each.
struct pattern_places {
    std::uint64_t bits[2] = {};

    constexpr bool has(std::size_t at) const noexcept { return (bits[at / 64] >> at % 64 & 1) != 0; }
    constexpr void add(std::size_t at) noexcept { bits[at / 64] |= std::uint64_t{1} << at % 64; }
    constexpr bool empty() const noexcept { return (bits[0] | bits[1]) == 0; }
};
/// Behind a star: wherever a word begins as `text` does, from the first of the places on.
SLBWIRE_COLD constexpr pattern_places behind_star(std::string_view part, const pattern_places& places,
                                                  char text) noexcept {
    pattern_places found;
    std::size_t at = 0;
    while (at < part.size() && !places.has(at)) ++at;
    for (; at < part.size(); ++at) {
        if (part[at] == text || ascii::to_lower(part[at]) == ascii::to_lower(text)) {
            if (begins_word(part, at)) found.add(at);
        }
    }
    return found;
}
/// Behind a text with one of the endings, where a word ends.
SLBWIRE_COLD constexpr pattern_places behind_text(std::string_view part, const pattern_places& places,
                                                  std::string_view text) noexcept {
    pattern_places found;
    for (std::size_t at = 0; at < part.size(); ++at) {
        if (!places.has(at)) continue;
        const std::size_t end = end_of_text(part, at, text);
        if (end == std::string_view::npos) continue;
        for (const std::string_view ending : {"", "s", "d", "ed"}) {
            const std::size_t after = end_of_text(part, end, ending);
            if (after != std::string_view::npos && ends_word(part, after)) found.add(after);
        }
    }
    return found;
}

/// Does a part of a code, of at most longest_code bytes, follow the pattern?
SLBWIRE_COLD constexpr bool follows_pattern(std::string_view part, std::string_view pattern) noexcept {
    pattern_places places;
    places.add(0);
    while (!pattern.empty() && !places.empty()) {
        if (pattern == "*") return true;
        const std::string_view text = pattern.substr(0, pattern.find('*'));
        places = text.empty() ? behind_star(part, places, pattern[1]) : behind_text(part, places, text);
        pattern.remove_prefix(text.empty() ? 1 : text.size());
    }
    return places.has(part.size());
}

SLBWIRE_COLD constexpr bool has_pattern(std::string_view code, std::string_view pattern) noexcept {
    std::size_t dot = code.find('.');
    if (pattern.back() == '.') {
        pattern.remove_suffix(1);
        return dot != std::string_view::npos && follows_pattern(code.substr(0, dot), pattern);
    }
    while (!follows_pattern(code.substr(0, dot), pattern)) {
        if (dot == std::string_view::npos) return false;
        code.remove_prefix(dot + 1);
        dot = code.find('.');
    }
    return true;
}

SLBWIRE_COLD SLBWIRE_NOINLINE constexpr bool find_family(array_view<const code_family> table, std::string_view code,
                                                         error_meaning& meaning) noexcept {
    for (const code_family& family : table) {
        for (std::string_view rest = family.patterns; !rest.empty();) {
            const std::string_view pattern = rest.substr(0, rest.find(' '));
            if (has_pattern(code, pattern)) return meaning = {family.kind, usual_retry(family.kind)}, true;
            rest.remove_prefix(pattern.size() + (pattern.size() < rest.size() ? 1 : 0));
        }
    }
    return false;
}

/// What the words of a code tell; false where they tell nothing.
SLBWIRE_COLD constexpr bool classify_by_family(std::string_view code, error_meaning& meaning) noexcept {
    if (code.empty() || code.size() > longest_code) return false;
    if (find_family(sure_families, code, meaning)) return true;
    const std::size_t dot = code.find('.');
    const bool reasoned =
        dot != std::string_view::npos && find_family(families_with_reason, code.substr(0, dot), meaning);
    return find_family(families, reasoned ? code.substr(dot + 1) : code, meaning) || reasoned;
}

}  // namespace detail

}  // namespace slbwire
