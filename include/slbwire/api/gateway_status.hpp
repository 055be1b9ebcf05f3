#pragma once
// What a status means where the service said no code with it: then something before the service answered, which knows
// nothing of groups and servers. Statuses are those of RFC 9110 and of the registry of HTTP's status codes.

#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/text.hpp"
#include "error_codes.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// What a gateway's answer means, and a sentence for a log, without a full stop; static text.
struct gateway_meaning {
    error_meaning meaning;
    std::string_view words;
};

namespace detail {

struct gateway_row {
    int first;  ///< statuses, both ends included
    int last;
    error_class kind;
    retry_advice retry;
    literal words;
};
// The first row that fits decides.
inline constexpr gateway_row gateway_rows[] = {
    {100, 299, error_class::gateway, retry_advice::never, "this is no final reply"},
    {304, 304, error_class::gateway, retry_advice::never, "a cache says that nothing has changed"},
    {300, 399, error_class::gateway, retry_advice::never, "the address leads elsewhere"},
    {400, 400, error_class::gateway, retry_advice::never, "it does not understand the request"},
    {401, 401, error_class::gateway, retry_advice::never, "it wants a login"},
    {403, 403, error_class::gateway, retry_advice::never, "it does not let the request pass"},
    {404, 404, error_class::gateway, retry_advice::never, "it has nothing at this address; is the endpoint right?"},
    {405, 405, error_class::gateway, retry_advice::never, "it does not let the method pass"},
    {407, 407, error_class::gateway, retry_advice::never, "a proxy wants a login"},
    {408, 408, error_class::gateway, retry_advice::later, "the request did not reach it in time"},
    {413, 413, error_class::invalid, retry_advice::never, "the request is too large for it"},
    {414, 414, error_class::invalid, retry_advice::never,
     "the address is too long for it; send the request as a form (request_style::post_form)"},
    {421, 421, error_class::gateway, retry_advice::never, "it does not serve this host"},
    {425, 425, error_class::gateway, retry_advice::later, "it does not take a request that early"},
    {429, 429, error_class::throttled, retry_advice::later, "there were too many requests"},
    {431, 431, error_class::invalid, retry_advice::never, "the request's headers are too large for it"},
    {449, 449, error_class::busy, retry_advice::later, "it asks for another try"},
    {451, 451, error_class::gateway, retry_advice::never, "it blocks the request by law"},
    {400, 499, error_class::gateway, retry_advice::never, "it refuses the request"},
    {501, 501, error_class::gateway, retry_advice::never, "it does not know the method"},
    {502, 502, error_class::server, retry_advice::later, "what is behind it gave no good answer"},
    {503, 503, error_class::server, retry_advice::later, "there is nothing behind it to answer now"},
    {504, 504, error_class::server, retry_advice::later, "what is behind it gave no answer in time"},
    {505, 505, error_class::gateway, retry_advice::never, "it does not speak this version of HTTP"},
    {511, 511, error_class::gateway, retry_advice::never, "the network wants a login"},
    {500, 599, error_class::server, retry_advice::later, "it failed"},
};

}  // namespace detail

/// `status` of 100 to 599. What the advice says of waiting holds for what may be carried out twice: whether a gateway
/// passed the request on before it answered, nobody tells.
SLBWIRE_COLD constexpr gateway_meaning classify_gateway(int status) noexcept {
    for (const detail::gateway_row& row : detail::gateway_rows) {
        if (status >= row.first && status <= row.last) return {{row.kind, row.retry}, row.words};
    }
    return {{error_class::unknown, retry_advice::never}, "this is no status of HTTP"};
}

}  // namespace slbwire
