#pragma once
// The keys of the role that an instance of Elastic Compute Service has, as its metadata service gives them to what runs
// on it: the requests, for the program's own transport, and what the replies mean. key_providers.hpp has it as a whole.
//
// Facts: the pages "View instance metadata" and "Obtain a temporary authorization token" of Elastic Compute Service,
// and how the vendor's own clients ask (github.com/aliyun/credentials-go). The way leads through no proxy: a request
// that has the header X-Forwarded-For gets no token. No error of these functions shows a secret or a token.

#include <cstdint>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "credentials.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Asks for a token, which the security hardening mode wants with each request: good for `seconds`, 1 to 21,600.
http_request metadata_token_request(std::int64_t seconds = 21'600);
/// Asks for the name of the instance's role. `token` may be empty, in the normal mode.
http_request metadata_role_request(std::string_view token);
/// Asks for the role's keys. The error is `invalid_request`: names of roles have letters, digits and `.-_`, 1 to 64 of
/// them.
result<http_request> metadata_keys_request(std::string_view role, std::string_view token);

// What came back. Errors: `transport`, `refused` with the status, `malformed_reply` with the field, each with advice
// whether to ask again.

result<std::string> metadata_token(const http_response& response);
result<std::string> metadata_role(const http_response& response);
result<temporary_credentials> metadata_keys(const http_response& response);

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "metadata_body.hpp"
#endif
