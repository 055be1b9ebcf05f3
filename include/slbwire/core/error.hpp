#pragma once
// The one error type that a caller sees, of four kinds.

#include <cstdint>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "ascii.hpp"
#include "fault.hpp"
#include "result.hpp"
#include "shown_text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Whose fault it is, which is what a caller decides by.
enum class error_kind : std::uint8_t {
    invalid_request,  ///< ours: the request was never sent
    transport,        ///< the wire's: the caller's HTTP stack gave no reply
    malformed_reply,  ///< theirs: a reply came and is not understood; never treated as success
    refused,          ///< theirs: the service, or a proxy before it, said no
};

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

/// Whether the same call can succeed if it is made again. A retry is always a new request: new
/// nonce, new timestamp, new signature.
enum class retry_advice : std::uint8_t {
    never,
    later,         ///< wait, then sign anew and send
    after_repair,  ///< put right what the class names (clock, nonce, token), sign anew, send once
};

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
    std::string message() const {
        std::string line;
        switch (kind) {
        case error_kind::invalid_request: line = "invalid request: "; break;
        case error_kind::transport: line = "transport: "; break;
        case error_kind::malformed_reply: line = "malformed reply: "; break;
        case error_kind::refused: line = "refused: "; break;
        }
        if (kind == error_kind::refused && !service.code.empty()) {
            detail::append_shown(line, service.code);
            line += ": ";
            detail::append_shown(line, without_string_to_sign(service.message));
        } else {
            line += describe(what.code);
            if (!what.hint.empty()) (line += ": ") += what.hint;
            append_limits(line);
        }
        append_place(line);
        if (kind == error_kind::transport) append_detail(line, " (code ", ascii::decimal(transport_code).view(), ")");
        if (http_status != 0) append_detail(line, " (HTTP ", ascii::decimal(http_status).view(), ")");
        if (!request_id.empty()) append_detail(line, " RequestId ", request_id, "");
        if (!text.empty()) append_detail(line, ": ", without_string_to_sign(text), "");
        return line;
    }

private:
    /// After a wrong signature the service sends back all that was signed, a token included: that stays in
    /// the fields of the error and goes into no log.
    static std::string_view without_string_to_sign(std::string_view words) {
        return words.substr(0, words.find("server string to sign is"));
    }
    static void append_detail(std::string& line, std::string_view before, std::string_view text,
                              std::string_view after) {
        line += before;
        detail::append_shown(line, text);
        line += after;
    }
    void append_limits(std::string& line) const {
        if (what.lowest == 0 && what.highest == 0) return;
        append_detail(line, " (allowed: ", ascii::decimal(what.lowest).view(), " to ");
        append_detail(line, "", ascii::decimal(what.highest).view(), ")");
    }
    void append_place(std::string& line) const {
        if (!what.field.empty()) {
            line += " in ";
            if (!what.list.empty()) {
                line += what.list;
                if (what.index != fault::no_index) {
                    append_detail(line, "[", ascii::decimal(static_cast<std::int64_t>(what.index)).view(), "]");
                }
                // An entry that is one value is called as its list.
                if (what.list != what.field) line += '.';
            }
            if (what.list != what.field) line += what.field;
        }
        if (kind == error_kind::malformed_reply) {
            append_detail(line, " at byte ", ascii::decimal(static_cast<std::int64_t>(what.offset)).view(), "");
        }
    }
};

}  // namespace slbwire
