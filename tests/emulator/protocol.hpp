#pragma once
// A request taken apart and checked: parameters, signature version 1.0, clock, nonce. Alibaba Cloud, "RPC mechanism".

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "state.hpp"

namespace emulator {

/// A request as it came over HTTP.
struct request {
    std::string method{};
    std::string target{};  ///< path and query
    std::string content_type{};
    std::string body{};
};

/// The parameters of the query and of a form. Throws a refusal.
parameters read_parameters(const request& from);

/// What is signed: METHOD & %2F & the sorted, encoded query, encoded once more. Without `Signature`.
std::string string_to_sign(const std::string& method, const parameters& in);
/// base64(HMAC-SHA1(secret + "&", text)), by OpenSSL.
std::string sign(const std::string& text, const std::string& secret);

/// Whom the service knows.
struct key {
    std::string id{};
    std::string secret{};
    std::string token{};  ///< of temporary keys (STS); where it is set, requests must bring it
};

/// Lets requests pass that are signed, in time, and new.
class gate {
public:
    explicit gate(key known) : known_(std::move(known)) {}
    /// Throws a refusal. `now` is in seconds since 1970-01-01T00:00:00Z.
    void check(const std::string& method, const parameters& in, std::int64_t now);

private:
    key known_;
    std::set<std::string> nonces_;
};

/// `seconds` since 1970-01-01T00:00:00Z as HTTP writes it.
std::string http_date(std::int64_t seconds);

}  // namespace emulator
