// The limit is the includer's to choose. Nothing else in this program uses it, so that this file may.
#define SLBWIRE_MAX_DEPTH 16
#include <slbwire/core/limits.hpp>

#include "support/catch.hpp"

// Deep enough for the deepest honest reply, with a margin.
static_assert(slbwire::max_depth == 16);
static_assert(slbwire::max_attributes == 64);

TEST_CASE("limits: a depth defined before the first include is the one in force") {
    CHECK(slbwire::max_depth == 16);
    CHECK(slbwire::max_attributes == 64);
}
