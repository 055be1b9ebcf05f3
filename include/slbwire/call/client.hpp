#pragma once
// What stays the same from call to call.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../model/reply.hpp"
#include "../wire/quote_style.hpp"
#include "credentials.hpp"
#include "mac.hpp"
#include "stamp.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// How a request travels. The service takes the three alike; a form keeps the key id, the token and the
/// parameters out of access logs and proxies' caches. Where a URL would be longer than `longest_url`, the request goes
/// as a form whatever is asked for.
enum class request_style : std::uint8_t { get, post_query, post_form };
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(request_style style) noexcept {
    switch (style) {
    case request_style::get: return "get";
    case request_style::post_query: return "post_query";
    case request_style::post_form: return "post_form";
    }
    return "?";
}

/// Settings, in plain sight; reading them from several threads at once is safe, as all that this
/// library keeps of its own, a counter of nonces and what the processor can do, is safe from threads.
struct client {
    slbwire::credentials credentials{};
    std::string region_id{};    ///< `cn-hangzhou`; sent with every call, and tells the endpoint
    std::string endpoint{};     ///< host[:port] to use instead of the region's, without a scheme and a path; an IPv6
                                ///< address in brackets. Then the region may be empty
    bool vpc_endpoint = false;  ///< the region's host within a VPC
    bool plain_http = false;    ///< without TLS: for fakes on this machine
    request_style style = request_style::get;
    reply_format format = reply_format::json;
    quote_style quotes = quote_style::single_quotes;
    std::size_t most_backend_servers = 20;  ///< in a list of one call; the service can be set to take 40
    bool check_limits = true;               ///< false sends lengths, numbers and counts beyond the documents' limits
    bool check_shape = true;  ///< false sends what lacks a field, has controls, or breaks a rule of its operation
    std::int64_t clock_offset = 0;          ///< seconds that the service is ahead of the stamps (error::server_time)
    std::string resource_owner_account{};   ///< of the account that owns the resource, where it is another
    mac_function mac{};                     ///< another HMAC-SHA1 than the library's own
    stamp_source stamps = system_stamp;     ///< where `call` takes time and nonce from
};

}  // namespace slbwire
