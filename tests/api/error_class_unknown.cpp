// Codes that are not known: what their families and the status say. And the waiting time in the headers.

#include <slbwire/api/error_class.hpp>

#include <type_traits>
#include <utility>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

// In here, for in the global namespace the C library has a clock already.
using enum error_class;
using enum retry_advice;

struct row {
    std::string_view code;
    int status;
    error_class kind;
    retry_advice retry = never;
};

// The list is open: families first, then the status.
constexpr row unknown_codes[] = {
    {"Throttling.Tomorrow", 400, throttled, later},
    {"Some.Throttling.Kind", 503, throttled, later},
    {"Forbidden.Anything", 400, permission},
    {"OperationDenied.Anything", 409, conflict},
    {"InvalidThing.NotFound", 400, not_found},
    {"ThingNotFound", 500, not_found},
    {"ThingOverLimit", 400, quota},
    {"QuotaExceeded.Thing", 400, quota},
    {"InvalidThing", 400, invalid},
    {"MissingThing", 400, invalid},
    {"UnsupportedThing", 403, invalid},
    {"ThingMalformed", 500, invalid},
    {"InvalidSecurityToken.Thing", 403, token, after_repair},
    // a code is no prefix of another
    {"SystemBusyNot", 400, invalid},
    {"ForbiddenNot", 400, invalid},
    {"New", 500, server, later},
    {"New", 503, server, later},
    {"New", 400, invalid},
    {"New", 418, invalid},
    {"New", 401, permission},
    {"New", 403, permission},
    {"New", 404, not_found},
    {"New", 409, conflict},
    {"New", 429, throttled, later},
    {"New", 449, busy, later},
    {"New", 200, unknown},
    {"New", 302, unknown},
    // no code at all: a proxy's page
    {"", 500, server, later},
    {"", 502, server, later},
    {"", 503, server, later},
    {"", 504, server, later},
};

constexpr bool holds(const row& r) {
    return classify(r.code, {}, r.status) == error_meaning{r.kind, r.retry};
}
// Each a constant of its own: together they are more than clang 14 takes for one.
template <std::size_t... Nth>
constexpr bool all_hold(std::index_sequence<Nth...>) {
    return (std::bool_constant<holds(unknown_codes[Nth])>::value && ...);
}
static_assert(all_hold(std::make_index_sequence<std::size(unknown_codes)>()));

}  // namespace

TEST_CASE("error classes: codes that are not known") {
    for (const row& r : unknown_codes) {
        CAPTURE(r.code, r.status);
        CHECK(holds(r));
    }
}
