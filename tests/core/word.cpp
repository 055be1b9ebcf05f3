#include <slbwire/core/word.hpp>

#include <string>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

using namespace slbwire;

namespace {

constexpr bool finds_bytes() {
    constexpr std::uint64_t text = 0x4142'207f'801f'ff00;  // lowest first: NUL, FF, 1F, 80, 7F, space, B, A
    return word::below(0x4142'207f'8081'ff7e, ' ') == 0 && word::below(text, ' ') != 0 &&
           word::below(text | 0xff, ' ') != 0 && word::equal(text, 'A') != 0 && word::equal(text, ' ') != 0 &&
           word::equal(text, 'C') == 0 && word::equal(text, '\x1f') != 0;
}
static_assert(finds_bytes());
static_assert(word::every('a') == 0x6161'6161'6161'6161 && word::every('\xff') == ~std::uint64_t{0});

}  // namespace

TEST_CASE("short texts come back from a word") {
    for (std::size_t size = 4; size <= 8; ++size) {
        const support::exact_block text(std::string("abcdefgh").substr(0, size));
        support::exact_block copy{std::string(size, '#')};
        word::store_short(copy.data(), size, word::load_short(text.view()));
        CHECK(copy.view() == text.view());
    }
}

TEST_CASE("every byte at every place of a word is found or passed") {
    CHECK(finds_bytes());
    for (std::size_t place = 0; place < 8; ++place) {
        for (unsigned byte = 0; byte < 256; ++byte) {
            std::string text = "\xc3xyz~\x80!\"";
            text[place] = static_cast<char>(static_cast<unsigned char>(byte));
            const std::uint64_t w = word::load(text.data());
            CHECK((word::below(w, ' ') != 0) == (byte < 0x20));
            CHECK((word::equal(w, '\\') != 0) == (byte == '\\'));
        }
    }
}
