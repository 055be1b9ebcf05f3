#pragma once
// The whole service but for the sockets: a request in, what is to be written to the connection out.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "faults.hpp"
#include "protocol.hpp"
#include "state.hpp"

namespace emulator {

/// Bytes to be written, after a pause.
struct piece {
    std::string bytes{};
    std::chrono::milliseconds pause{0};
};
struct answer {
    std::vector<piece> pieces{};
    bool cut = false;  ///< the connection is closed behind them, without more ado
};

/// For several threads at once.
class service {
public:
    service(key known, std::string region) : gate_(std::move(known)), state_(std::move(region)) {}

    /// Answers what clients send, and what tests send to /_emulator/.
    answer handle(const request& r);

    void add_load_balancer(const std::string& id);
    void add_listener(const std::string& load_balancer_id, listener l);
    /// For the next request without a fault of its own, or `times` of them.
    void push_fault(fault f, std::size_t times = 1);
    void set_fault_rate(double rate, std::uint64_t seed);
    /// What GET /_emulator/counts and /_emulator/state show.
    json counts() const;
    json show_state() const;

private:
    struct reply {
        int status = 200;
        std::string body{};
        std::map<std::string, std::string> headers{};
    };
    struct change {
        std::string action;
        std::string nonce;
    };

    std::int64_t now() const;
    void note_nonce(const request& r);
    reply serve(const request& r, fault f);
    reply document(const json& body, int status, const std::string& root, bool xml);
    static reply page(fault f);
    answer write(const reply& r, fault f) const;
    reply administer(const request& r);

    mutable std::mutex mutex_;
    gate gate_;
    state state_;
    fault_plan faults_;
    bool clock_jumped_ = false;
    std::size_t requests_ = 0;
    std::size_t refused_ = 0;
    std::map<std::string, std::size_t> faults_had_;
    std::vector<change> changes_;
    std::set<std::string> nonces_;
    std::size_t nonces_seen_twice_ = 0;
};

}  // namespace emulator
