#pragma once
// The comparison of a hash by instructions with its plain code; the same for every kind of processor.

#include <cstddef>
#include <string>

#include "catch.hpp"
#include "random_bytes.hpp"

namespace support {

/// `by_instructions(state, blocks, count)` against the plain code.
template <class Core, class Compress>
void check_any_number_of_blocks(Compress by_instructions) {
    random_bytes random(64);
    std::string text;
    for (std::size_t blocks = 0; blocks < 40; ++blocks) {
        auto state = Core::initial;
        auto plain = Core::initial;
        by_instructions(state, text.data(), blocks);
        Core::compress_portable(plain, text.data(), blocks);
        CHECK(state == plain);
        text += random.text(64);
    }
}

}  // namespace support
