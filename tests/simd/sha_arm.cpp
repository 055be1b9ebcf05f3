#include <slbwire/simd/sha_arm.hpp>

#include <slbwire/codec/sha1.hpp>
#include <slbwire/codec/sha256.hpp>

#include "support/sha_blocks.hpp"

using namespace slbwire;

TEST_CASE("SHA-1 by the SHA instructions of ARMv8 and in plain code are the same, for any number of blocks") {
    if (!detail::has_sha_arm) return;  // the plain code is all there is
    support::check_any_number_of_blocks<detail::sha1_core>(detail::sha1_compress_arm);
}

TEST_CASE("SHA-256 by the SHA instructions of ARMv8 and in plain code are the same, for any number of blocks") {
    if (!detail::has_sha_arm) return;  // the plain code is all there is
    using core = detail::sha256_core;
    support::check_any_number_of_blocks<core>([](core::state_type& state, const char* block, std::size_t count) {
        detail::sha256_compress_arm(state, core::constants, block, count);
    });
}
