#pragma once
// The emulator as a server on this machine's loopback address.

#include <cstdint>
#include <memory>
#include <string>

#include "service.hpp"

namespace emulator {

struct settings {
    key known{.id = "testid", .secret = "testsecret"};
    std::string region = "cn-hangzhou";
    std::uint16_t port = 0;          ///< of HTTP; 0: one that is free
    std::uint16_t tls_port = 0;      ///< of HTTPS, likewise
    std::string certificate_file{};  ///< PEM; without it there is no HTTPS
    std::string certificate_key_file{};
};

/// Serves from its construction to its destruction, on a thread of its own. Throws std::exception where it cannot
/// listen.
class server {
public:
    explicit server(const settings& s);
    ~server();
    server(const server&) = delete;
    server& operator=(const server&) = delete;

    std::uint16_t port() const;
    std::uint16_t tls_port() const;  ///< 0 where there is no HTTPS
    /// What it serves: faults, load balancers and counts are its.
    service& on();

private:
    struct parts;
    std::unique_ptr<parts> parts_;
};

}  // namespace emulator
