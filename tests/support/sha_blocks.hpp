#pragma once
// The comparison of a hash by instructions with its plain code; the same for every kind of processor.

#include <cstddef>
#include <string>

#include "catch.hpp"

namespace support {

/// `by_instructions(state, blocks, count)` against the plain code.
template <class Core, class Compress>
void check_any_number_of_blocks(Compress by_instructions) {
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

}  // namespace support
