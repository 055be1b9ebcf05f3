#include <slbwire/simd/sha256_x86.hpp>

#include <slbwire/codec/sha256.hpp>

#include "support/sha_blocks.hpp"

using namespace slbwire;

TEST_CASE("SHA-256 by the SHA instructions of x86 and in plain code are the same, for any number of blocks") {
    if (!detail::cpu_has_sha()) return;  // the plain code is all there is
    using core = detail::sha256_core;
    support::check_any_number_of_blocks<core>([](core::state_type& state, const char* block, std::size_t count) {
        detail::sha256_compress_x86(state, core::constants, block, count);
    });
}
