#include <slbwire/core/wipe.hpp>

#include <cstddef>
#include <string>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

TEST_CASE("wipe: all bytes are zero afterwards, and none beside them changed") {
    constexpr std::size_t size = 40;
    for (std::size_t first = 0; first <= size; ++first) {
        for (std::size_t last = first; last <= size; ++last) {
            std::string memory(size, 's');
            slbwire::wipe(memory.data() + first, last - first);
            std::string expected(size, 's');
            for (std::size_t i = first; i < last; ++i) expected[i] = '\0';
            REQUIRE(memory == expected);
        }
    }
}

TEST_CASE("wipe: a block of exactly the size, and none at all") {
    support::exact_block block("a secret of the caller's");
    slbwire::wipe(block.data(), block.view().size());
    CHECK(block.view() == std::string(block.view().size(), '\0'));
    slbwire::wipe(nullptr, 0);
    slbwire::wipe(block.data(), 0);
}

TEST_CASE("wipe: objects other than text") {
    unsigned words[] = {0x67452301u, 0xefcdab89u, 0xffffffffu};
    slbwire::wipe(words, sizeof words);
    for (unsigned word : words) CHECK(word == 0);
}
