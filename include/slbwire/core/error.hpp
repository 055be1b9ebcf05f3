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
    refused,          ///< theirs: the service, or a proxy before it, said no
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

/// What a refusal is about; told from code, message and status in this order.
enum class error_class : std::uint8_t {
    unknown,
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

/// Whether the same call can succeed if it is made again. A retry is always a new request: new
/// nonce, new timestamp, new signature.
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

/// What the service says when it refuses. All text is as it came, decoded.
struct refusal {
    std::string code{};
    std::string message{};
    std::string host_id{};
    std::string recommend{};
    std::string access_denied_detail{};  ///< `name=value` pairs joined with "; ", empty where not sent
    error_class kind = error_class::unknown;
    retry_advice retry = retry_advice::never;
    std::int64_t retry_after_ms = 0;  ///< from the reply's rate-limit headers; 0 where they say nothing
};

/// Everything known of a failed call. `message` and printing show no secret, signature or token; the texts that came
/// hold what the sender of the reply put there, which may be a part of the request.
struct error {
    error_kind kind = error_kind::invalid_request;
    fault what{};              ///< which rule was broken, where
    int http_status = 0;       ///< 0 where no reply came
    std::string request_id{};  ///< whenever the body has one, also where it is not well-formed
    refusal service{};         ///< filled for `refused`
    int transport_code = 0;    ///< as the caller's transport gave it
    std::string text{};        ///< the transport's words, or the beginning of a body that cannot be used
    /// Seconds since 1970-01-01T00:00:00Z by the reply's Date header, 0 where it has none. Where `service.kind` is
    /// `clock`: less the time of the request's stamp, it is the client's `clock_offset` to be.
    std::int64_t server_time = 0;

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
