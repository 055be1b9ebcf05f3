#include <slbwire/simd/sha_x86.hpp>

#include "../support/catch.hpp"

#include <slbwire/codec/sha1.hpp>
#include <slbwire/codec/sha256.hpp>

using namespace slbwire;

namespace {

/// `by_instructions(state, blocks, count)` against the plain code.
template <class Core, class Compress>
void check_any_number_of_blocks(Compress by_instructions) {
    if (!detail::cpu_has_sha()) return;  // the plain code is all there is
    std::string text;
    unsigned next = 1;
    for (std::size_t blocks = 0; blocks < 40; ++blocks) {
        auto state = Core::initial;
        auto plain = Core::initial;
        by_instructions(state, text.data(), blocks);
        Core::compress_portable(plain, text.data(), blocks);
        CHECK(state == plain);
        for (int i = 0; i < 64; ++i) {
            next = next * 1'664'525 + 1'013'904'223;
            text += static_cast<char>(static_cast<unsigned char>(next >> 24));
        }
    }
}

}  // namespace

TEST_CASE("SHA-1 by instructions and in plain code are the same, for any number of blocks") {
    check_any_number_of_blocks<detail::sha1_core>(detail::sha1_compress_x86);
}

TEST_CASE("SHA-256 by instructions and in plain code are the same, for any number of blocks") {
    using core = detail::sha256_core;
    check_any_number_of_blocks<core>([](core::state_type& state, const char* block, std::size_t count) {
        detail::sha256_compress_x86(state, core::constants, block, count);
    });
}
