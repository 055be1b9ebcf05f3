#pragma once
// The one error type that a caller sees, of four kinds.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "fault.hpp"
#include "result.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Whose fault it is, which is what a caller decides by.
enum class error_kind : std::uint8_t {
    invalid_request,  ///< ours: the request was never sent
    transport,        ///< the wire's: the caller's HTTP stack gave no reply
    malformed_reply,  ///< theirs: a reply came and is not understood; never treated as success
    refused,          ///< theirs: the service, or something before it, said no (error::speaker)
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(error_kind kind) noexcept {
    switch (kind) {
    case error_kind::invalid_request: return "invalid_request";
    case error_kind::transport: return "transport";
    case error_kind::malformed_reply: return "malformed_reply";
    case error_kind::refused: return "refused";
    }
    return "?";
}

/// Who answered. What something before the service says tells nothing of the service's resources.
enum class error_speaker : std::uint8_t {
    nobody,   ///< nothing was sent, or no reply came
    service,  ///< a code of the service's was read or, where a reply is not understood, a RequestId
    gateway,  ///< something before the service: a proxy, a firewall, a login page, another host
    unknown,  ///< a reply that tells neither
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(error_speaker speaker) noexcept {
    switch (speaker) {
    case error_speaker::nobody: return "nobody";
    case error_speaker::service: return "service";
    case error_speaker::gateway: return "gateway";
    case error_speaker::unknown: return "unknown";
    }
    return "?";
}

/// May the change that was asked for have been made?
enum class error_effect : std::uint8_t {
    not_sent,  ///< nothing of the request left this program
    none,      ///< the service refused before it did anything
    possible,  ///< it may have been made; only a look at the service tells
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(error_effect effect) noexcept {
    switch (effect) {
    case error_effect::not_sent: return "not_sent";
    case error_effect::none: return "none";
    case error_effect::possible: return "possible";
    }
    return "?";
}

/// What a refusal is about; told from code, message and status in this order.
enum class error_class : std::uint8_t {
    unknown,
    gateway,     ///< something before the service refused
    throttled,   ///< too many calls
    busy,        ///< another change is still being carried out
    clock,       ///< the timestamp is too far off
    nonce,       ///< the nonce was used before
    signature,   ///< wrong signature, wrong or unknown key
    token,       ///< the security token is expired or broken
    permission,  ///< not allowed, or an unpaid account
    not_found,
    conflict,  ///< the state of the resource forbids it
    invalid,   ///< a parameter is missing or wrong
    quota,     ///< more than the account or the resource may have
    server,    ///< the service failed
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(error_class kind) noexcept {
    switch (kind) {
    case error_class::unknown: return "unknown";
    case error_class::gateway: return "gateway";
    case error_class::throttled: return "throttled";
    case error_class::busy: return "busy";
    case error_class::clock: return "clock";
    case error_class::nonce: return "nonce";
    case error_class::signature: return "signature";
    case error_class::token: return "token";
    case error_class::permission: return "permission";
    case error_class::not_found: return "not_found";
    case error_class::conflict: return "conflict";
    case error_class::invalid: return "invalid";
    case error_class::quota: return "quota";
    case error_class::server: return "server";
    }
    return "?";
}

/// Whether making the same call again can help, and does no harm: where it may have been carried out (error_effect),
/// only what may be carried out twice is advised to be made again. A retry is always a new request: new nonce, new
/// timestamp, new signature.
enum class retry_advice : std::uint8_t {
    never,
    later,         ///< wait, then sign anew and send
    after_repair,  ///< put right what the class names (clock, nonce, token), sign anew, send once
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(retry_advice advice) noexcept {
    switch (advice) {
    case retry_advice::never: return "never";
    case retry_advice::later: return "later";
    case retry_advice::after_repair: return "after_repair";
    }
    return "?";
}

/// What a signature that does not match is owed to: told where the service sent back the text that it signed, and the
/// request is at hand (`call`, or `finish` with the request).
enum class signature_mismatch : std::uint8_t {
    unknown,
    wrong_secret,     ///< the service signed the same text: the secret is not that of the AccessKeyId (or, where the
                      ///< client's `mac` made the signature, that is another code)
    changed_request,  ///< it signed another text: something changed the request on its way
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(signature_mismatch mismatch) noexcept {
    switch (mismatch) {
    case signature_mismatch::unknown: return "unknown";
    case signature_mismatch::wrong_secret: return "wrong_secret";
    case signature_mismatch::changed_request: return "changed_request";
    }
    return "?";
}

/// What was said, and what it means. All text is the service's, as it came, decoded; empty where it did not speak.
struct refusal {
    std::string code{};
    std::string message{};
    std::string host_id{};
    std::string recommend{};
    std::string access_denied_detail{};  ///< `name=value` pairs joined with "; ", empty where not sent
    error_class kind = error_class::unknown;
    retry_advice retry = retry_advice::never;  ///< also of replies that were lost or are not understood
    /// The longest time to wait that the reply's headers ask for, at most a day: `x-acs-retry-after`, `Retry-After`,
    /// `x-ratelimit-user-api` and `x-ratelimit-user`. 0 where they say nothing.
    std::int64_t retry_after_ms = 0;
};

/// Everything known of a failed call. `message` and printing show no secret, signature or token; the texts that came
/// hold what the sender of the reply put there, which may be a part of the request.
struct error {
    error_kind kind = error_kind::invalid_request;
    error_speaker speaker = error_speaker::nobody;
    error_effect effect = error_effect::not_sent;
    fault what{};              ///< which rule was broken, where
    int http_status = 0;       ///< 0 where no reply came
    std::string request_id{};  ///< of the body, also where that is not well-formed, or of `x-acs-request-id`
    refusal service{};         ///< its texts and class are of `refused`
    int transport_code = 0;    ///< as the caller's transport gave it
    std::string text{};        ///< the transport's words, where a redirect leads, or the beginning of an unusable body
    /// Seconds since 1970-01-01T00:00:00Z by the reply's Date header, 0 where it has none. Where `service.kind` is
    /// `clock`: less the time of the request's stamp, it is the client's `clock_offset` to be.
    std::int64_t server_time = 0;
    std::string_view setting{};  ///< of `invalid_request`: the client's setting that turns the check off; static text
    signature_mismatch mismatch = signature_mismatch::unknown;
    /// Why no further attempt was made, of a call that makes several (call/exchange.hpp); static text.
    std::string_view given_up{};

    /// One line for a log. Text that came from the network is shown with control characters
    /// replaced, and without the values of signatures and tokens.
    std::string message() const;
};

namespace detail {

/// An `error` in memory of its own, where there is one: a result is small so, and a call has little code for the way
/// that fails. What was moved from has nothing in it, and still is no success.
class error_box {
public:
    constexpr error_box() noexcept = default;
    error_box(std::in_place_t, error&& e);
    error_box(const error_box& other);
    constexpr error_box(error_box&& other) noexcept
        : at_(std::exchange(other.at_, nullptr)), present_(other.present_) {}
    constexpr error_box& operator=(error_box other) noexcept {
        std::swap(at_, other.at_);
        present_ = other.present_;
        return *this;
    }
    constexpr ~error_box() {
        if (at_ != nullptr) forget();
    }

    constexpr bool has_value() const noexcept { return present_; }
    error& operator*() & noexcept { return there(); }
    const error& operator*() const& noexcept { return there(); }
    error&& operator*() && noexcept { return static_cast<error&&>(there()); }

private:
    error& there() const noexcept;
    void forget() noexcept;

    error* at_ = nullptr;
    bool present_ = false;
};
template <>
struct error_place<error> {
    using type = error_box;
};

}  // namespace detail

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "error_body.hpp"
#endif
