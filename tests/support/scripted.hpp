#pragma once
// A call in virtual time against replies that are told beforehand: what it decides is written down.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <slbwire/call/exchange.hpp>
#include <slbwire/call/session.hpp>

namespace support {

/// A clock that stands still but for waits, and stamps by it.
struct virtual_clock {
    std::int64_t ms = 0;
    std::int64_t start = 1'795'791'600;  // 2026-11-27T15:00:00Z
    long stamps = 0;

    std::int64_t now_ms() const { return ms; }
    bool wait_ms(std::int64_t wait) { return ms += wait, true; }
    slbwire::stamp stamp() { return {start + ms / 1000, "nonce-" + std::to_string(++stamps)}; }
};

/// Answers in turn; the last answer goes on for ever.
struct script {
    std::vector<slbwire::http_response> replies;
    std::vector<slbwire::http_request> requests{};

    slbwire::http_response operator()(const slbwire::http_request& request) {
        requests.push_back(request);
        return replies[requests.size() < replies.size() ? requests.size() - 1 : replies.size() - 1];
    }
};

/// A session over a virtual clock, whose decisions are kept as `reason` or `reason(wait)`.
struct watched_session {
    explicit watched_session(virtual_clock& clock, slbwire::credentials_provider provider = nullptr)
        : session({.credentials = {"testid", "testsecret"},
                   .region_id = "cn-hangzhou",
                   .stamps = [&clock] { return clock.stamp(); }},
                  std::move(provider)) {
        session.observer = [this](const slbwire::call_event& event) {
            if (!decisions.empty()) decisions += ' ';
            decisions += name(event.reason);
            waits.push_back(event.wait_ms);
            ended = event.ends;
        };
    }

    std::string decisions{};
    std::vector<std::int64_t> waits{};
    bool ended = false;
    slbwire::session session;
};

inline slbwire::http_response refused_as(int status, std::string_view code, std::vector<slbwire::http_header> headers = {}) {
    return {.status = status,
            .body = R"({"RequestId":"R-1","Code":")" + std::string(code) + R"(","Message":"m"})",
            .headers = std::move(headers)};
}

}  // namespace support
