#pragma once
// What the service's error codes mean and whether trying again can help. Codes are decided by first, then the
// message, the HTTP status last: one code comes with several statuses.

#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/error.hpp"
#include "../core/text.hpp"
#include "error_codes.hpp"
#include "gateway_status.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

SLBWIRE_COLD constexpr bool contains(std::string_view text, std::string_view part) noexcept {
    return text.find(part) != std::string_view::npos;
}

/// The codes that mean different things with different messages and statuses.
SLBWIRE_COLD
constexpr bool classify_by_message(std::string_view code, std::string_view message, int status,
                                   error_meaning& meaning) noexcept {
    for (const message_row& row : message_rows) {
        if (code == row.code && (row.status == 0 || status == row.status) && contains(message, row.words)) {
            return meaning = {row.kind, usual_retry(row.kind)}, true;
        }
    }
    return false;
}

/// What code and message tell; false where they tell nothing.
SLBWIRE_COLD
constexpr bool classify_by_code(std::string_view code, std::string_view message, int status,
                                error_meaning& meaning) noexcept {
    if (classify_by_message(code, message, status, meaning)) return true;
    for (const code_row& row : code_rows) {
        if (row.code == code) return meaning = row.meaning, true;
    }
    return classify_by_family(code, meaning);
}

/// Does the service itself ask for another try?
SLBWIRE_COLD constexpr bool asks_for_retry(std::string_view message) noexcept {
    constexpr literal asking[] = {"again later", "retry later", "try later", "retry it later"};
    for (const std::string_view words : asking) {
        for (std::size_t at = 0; at + words.size() <= message.size(); ++at) {
            if (ascii::equal_ignoring_case(message.substr(at, words.size()), words)) return true;
        }
    }
    return false;
}

/// Where the service said a code that tells nothing.
SLBWIRE_COLD constexpr error_meaning classify_by_status(int status) noexcept {
    if (status >= 500) return {error_class::server, retry_advice::later};
    switch (status) {
    case 429: return {error_class::throttled, retry_advice::later};
    case 449: return {error_class::busy, retry_advice::later};
    case 401:
    case 403: return {error_class::permission};
    case 404: return {error_class::not_found};
    case 409: return {error_class::conflict};
    default: return {status >= 400 ? error_class::invalid : error_class::unknown};
    }
}

}  // namespace detail

/// What a refusal means. A code that is not known is judged by its family (`Throttling.*`, `*.NotFound`,
/// `*Processing` ...), then by the status: 5xx may pass, 4xx will not. Without a code it is not the service's, and
/// `classify_gateway` tells. Where the message asks for another try later,
/// a refusal that would be final otherwise is `busy`; what no waiting mends stays final.
SLBWIRE_COLD
constexpr error_meaning classify(std::string_view code, std::string_view message, int status) noexcept {
    if (code.empty()) return classify_gateway(status).meaning;
    error_meaning meaning;
    if (!detail::classify_by_code(code, message, status, meaning)) meaning = detail::classify_by_status(status);
    if (meaning.retry != retry_advice::never || !detail::asks_for_retry(message)) return meaning;
    switch (meaning.kind) {
    case error_class::unknown:
    case error_class::conflict:
    case error_class::invalid: return {error_class::busy, retry_advice::later};
    case error_class::quota: return {error_class::quota, retry_advice::later};
    default: return meaning;
    }
}

/// Does a `Code` say that all went well? Products of the RPC style that have a code in every reply write OK, success, 1,
/// 0, or the status.
SLBWIRE_COLD constexpr bool is_success_code(std::string_view code, int status) noexcept {
    code = ascii::trim(code);
    constexpr literal words[] = {"ok", "success", "1", "0", "200"};
    for (const std::string_view word : words) {
        if (ascii::equal_ignoring_case(code, word)) return true;
    }
    return status >= 200 && status <= 299 && ascii::decimal(status).view() == code;
}

}  // namespace slbwire
