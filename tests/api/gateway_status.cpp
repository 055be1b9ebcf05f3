#include <slbwire/api/gateway_status.hpp>

#include <slbwire/api/error_class.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr auto never = retry_advice::never;
constexpr auto later = retry_advice::later;

struct row {
    int status;
    error_class kind;
    retry_advice retry;
    std::string_view part_of_words;
};
constexpr row rows[] = {
    {101, error_class::gateway, never, "no final reply"},
    {204, error_class::gateway, never, "no final reply"},
    {300, error_class::gateway, never, "leads elsewhere"},
    {301, error_class::gateway, never, "leads elsewhere"},
    {302, error_class::gateway, never, "leads elsewhere"},
    {303, error_class::gateway, never, "leads elsewhere"},
    {304, error_class::gateway, never, "cache"},
    {307, error_class::gateway, never, "leads elsewhere"},
    {308, error_class::gateway, never, "leads elsewhere"},
    {400, error_class::gateway, never, "not understand"},
    {401, error_class::gateway, never, "login"},
    {403, error_class::gateway, never, "pass"},
    {404, error_class::gateway, never, "endpoint"},
    {405, error_class::gateway, never, "method"},
    {407, error_class::gateway, never, "proxy"},
    {408, error_class::gateway, later, "in time"},
    {409, error_class::gateway, never, "refuses"},
    {410, error_class::gateway, never, "refuses"},
    {413, error_class::invalid, never, "too large"},
    {414, error_class::invalid, never, "as a form"},
    {421, error_class::gateway, never, "host"},
    {425, error_class::gateway, later, "early"},
    {429, error_class::throttled, later, "too many"},
    {431, error_class::invalid, never, "headers"},
    {449, error_class::busy, later, "another try"},
    {451, error_class::gateway, never, "law"},
    {499, error_class::gateway, never, "refuses"},
    {500, error_class::server, later, "failed"},
    {501, error_class::gateway, never, "method"},
    {502, error_class::server, later, "no good answer"},
    {503, error_class::server, later, "nothing behind it"},
    {504, error_class::server, later, "in time"},
    {505, error_class::gateway, never, "version"},
    {511, error_class::gateway, never, "login"},
    {530, error_class::server, later, "failed"},
    {599, error_class::server, later, "failed"},
    {0, error_class::unknown, never, "no status"},
    {99, error_class::unknown, never, "no status"},
    {600, error_class::unknown, never, "no status"},
};
constexpr bool holds(const row& r) {
    const gateway_meaning m = classify_gateway(r.status);
    return m.meaning == error_meaning{r.kind, r.retry} && m.words.find(r.part_of_words) != std::string_view::npos;
}
constexpr bool all_hold() {
    for (const row& r : rows) {
        if (!holds(r)) return false;
    }
    return true;
}
static_assert(all_hold());

}  // namespace

TEST_CASE("gateways: what their statuses mean") {
    for (const row& r : rows) {
        CAPTURE(r.status, classify_gateway(r.status).words);
        CHECK(holds(r));
    }
}

TEST_CASE("gateways: without a code, no status tells of a resource") {
    for (int status = 0; status <= 600; ++status) {
        CAPTURE(status);
        const error_meaning m = classify({}, {}, status);
        CHECK(m == classify_gateway(status).meaning);
        for (const error_class kind : {error_class::not_found, error_class::conflict, error_class::permission,
                                       error_class::quota, error_class::signature, error_class::token}) {
            CHECK(m.kind != kind);
        }
    }
}
