#include <slbwire/simd/sha_x86.hpp>

#include <slbwire/codec/sha1.hpp>

#include "support/sha_blocks.hpp"

using namespace slbwire;

TEST_CASE("SHA-1 by the SHA instructions of x86 and in plain code are the same, for any number of blocks") {
    if (!detail::cpu_has_sha()) return;  // the plain code is all there is
    support::check_any_number_of_blocks<detail::sha1_core>(detail::sha1_compress_x86);
}
