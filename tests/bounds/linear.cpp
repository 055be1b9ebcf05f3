// Prints the time that the readers take for each byte of hostile bodies, from a kilobyte to a hundred
// megabytes. Where time is linear, the figures of a row stay as they are. Nothing is asserted: clocks make
// poor tests.
//
//     linear           as a test: small bodies, one run each, so that this program never rots
//     linear --full    for the figures; takes some minutes

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include <slbwire/slbwire.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/xml.hpp>

#include "hostile.hpp"

using namespace slbwire;

namespace {

/// Keeps what is computed from being optimised away.
volatile bool sink = false;

void check(const http_response& response) {
    sink = response.body.starts_with('{') ? json::check(response.body).has_value()
                                          : xml::check(response.body).has_value();
}
void own(const http_response& response) {
    sink = finish<describe_vserver_group_attribute>(response).has_value();
}
void borrow(const http_response& response) {
    text_arena arena;
    sink = finish_view<describe_vserver_group_attribute>(response, arena).has_value();
}
void refuse(const http_response& response) {
    http_response refused{.status = 503, .body = response.body};
    const auto reply = finish<describe_vserver_group_attribute>(refused);
    sink = reply.has_value() || reply.error().message().empty();
}
void find(const http_response& response) {
    const auto reply = finish_untyped(response);
    if (!reply) return;
    for (std::string_view path :
         {"a", "BackendServers/BackendServer/7/ServerId", "BackendServers/BackendServer"}) {
        sink = reply->has(path);
    }
}
void walk(const http_response& response) {
    const auto reply = finish_untyped(response);
    if (!reply) return;
    std::size_t found = 0;
    for (std::string_view path : {"BackendServers", "BackendServers/BackendServer", "a"}) {
        for (const document_entry& entry : reply->entries(path)) found += entry.has("ServerId") ? 1U : 0U;
        found += reply->entries(path).size();
    }
    sink = found != 0;
}
void forgive(const http_response& response) { sink = decode_backend_servers(response.body).has_value(); }

struct reader {
    const char* name;
    void (*read)(const http_response&);
};
constexpr reader of_bodies[] = {
    {"check", check}, {"finish", own}, {"finish_view", borrow}, {"refusal", refuse}, {"untyped", find}, {"walk", walk},
};
constexpr reader of_lists[] = {{"decode", forgive}};

double nanoseconds_per_byte(const reader& r, const http_response& response, double at_least_seconds) {
    using clock = std::chrono::steady_clock;
    const auto start = clock::now();
    double runs = 0;
    double seconds = 0;
    do {
        r.read(response);
        ++runs;
        seconds = std::chrono::duration<double>(clock::now() - start).count();
    } while (seconds < at_least_seconds);
    return seconds * 1e9 / runs / static_cast<double>(response.body.size());
}

void print_row(const bounds::hostile& h, const reader& r, std::size_t largest, double at_least_seconds) {
    std::printf("%-38s %-12s", h.name, r.name);
    for (std::size_t bytes = 1'000; bytes <= largest; bytes *= 10) {
        const http_response response{.status = 200, .body = h.body(bytes)};
        std::printf(" %8.3f", nanoseconds_per_byte(r, response, at_least_seconds));
        std::fflush(stdout);
    }
    std::printf("\n");
}

}  // namespace

int main(int count, char** arguments) {
    const bool full = count > 1 && std::string_view(arguments[1]) == "--full";
    const std::size_t largest = full ? 100'000'000 : 100'000;
    const double at_least_seconds = full ? 0.01 : 0;
    std::printf("%-38s %-12s", "nanoseconds a byte, by size of body", "");
    for (std::size_t bytes = 1'000; bytes <= largest; bytes *= 10) std::printf(" %7zuK", bytes / 1'000);
    std::printf("\n");
    for (const bounds::hostile& h : bounds::bodies) {
        for (const reader& r : of_bodies) print_row(h, r, largest, at_least_seconds);
    }
    for (const bounds::hostile& h : bounds::lists) {
        for (const reader& r : of_lists) print_row(h, r, largest, at_least_seconds);
    }
    return 0;
}
