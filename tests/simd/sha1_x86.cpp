#include <slbwire/simd/sha1_x86.hpp>

#include "../support/catch.hpp"

#include <slbwire/codec/sha1.hpp>

using namespace slbwire;

TEST_CASE("SHA-1 by instructions and in plain code are the same, for any number of blocks") {
    if (!detail::cpu_has_sha()) return;  // the plain code is all there is
    std::string text;
    unsigned next = 1;
    for (std::size_t blocks = 0; blocks < 40; ++blocks) {
        auto by_instructions = detail::sha1_core::initial;
        auto plain = detail::sha1_core::initial;
        detail::sha1_compress_x86(by_instructions, text.data(), blocks);
        detail::sha1_core::compress_portable(plain, text.data(), blocks);
        CHECK(by_instructions == plain);
        for (int i = 0; i < 64; ++i) {
            next = next * 1'664'525 + 1'013'904'223;
            text += static_cast<char>(static_cast<unsigned char>(next >> 24));
        }
    }
}
