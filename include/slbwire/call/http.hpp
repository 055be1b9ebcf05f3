#pragma once
// What the library and a caller's HTTP stack hand each other.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct http_header {
    std::string name{};
    std::string value{};
};

/// A request that is ready to be sent as it stands. It holds a signature: it is good for one sending, and
/// does not belong into a log.
struct http_request {
    std::string_view method;             ///< `GET` or `POST`, `PUT` of metadata.hpp; static text
    std::string url{};                   ///< absolute, encoded
    std::vector<http_header> headers{};  ///< to be sent beside those that the stack adds (Host, Content-Length)
    std::string body{};                  ///< empty for GET
    std::int64_t timeout_ms = 0;         ///< how long it may take from now on; 0 where the call has no deadline
    int attempt = 1;                     ///< of the same call, this one included
};

/// The parts of a request's URL, for stacks that connect by themselves. Good as long as the request is.
struct http_address {
    bool tls = true;               ///< https
    std::string_view authority{};  ///< host[:port], as the Host header has it
    std::string_view host{};       ///< a name or an address; that of IPv6 without its brackets
    std::string_view port{};       ///< digits; `443` or `80` where the URL has none
    std::string_view target{};     ///< what the request line has: the path and the query, encoded
};
http_address address_of(const http_request& request) noexcept;

/// What came back, or why nothing did. Bodies are to be whole, and not compressed.
struct http_response {
    int status = 0;  ///< 100 to 599; 0 where no reply came
    std::string body{};
    std::vector<http_header> headers{};  ///< optional; waiting times and the service's clock are read from them
    int transport_error = 0;             ///< the stack's own code where no reply came; not 0 means failure
    std::string transport_message{};     ///< its words for a log, free of secrets
    /// With `transport_error`: nothing of the request was sent (no address, no connection, no TLS). Where that is not
    /// known it stays false, and the service may have done what it was asked for.
    bool not_sent = false;

    /// The value of the first header of that name, without regard to case and without blanks and line ends around it;
    /// empty where there is none. Good as long as the header is.
    std::string_view header(std::string_view name) const noexcept;
};

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "http_body.hpp"
#endif
