#include <slbwire/core/quick_integer.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

using namespace slbwire;

namespace {

/// How many digits are read from the beginning of `text`: 0 where none are.
std::size_t digits(std::string_view text, std::int64_t& value) {
    const support::exact_block block(text);
    const char* const first = block.view().data();
    const char* const behind = quick_integer(first, first + text.size(), value);
    return behind == nullptr ? 0 : static_cast<std::size_t>(behind - first);
}

}  // namespace

TEST_CASE("integers of up to seven digits, and what stands behind them") {
    for (std::int64_t n : {0, 1, 9, 10, 80, 99, 100, 443, 999, 1'000, 65'535, 99'999, 123'456, 1'000'000, 9'999'999}) {
        const std::string text = std::to_string(n);
        for (unsigned byte = 0; byte < 256; ++byte) {
            const char c = static_cast<char>(static_cast<unsigned char>(byte));
            if (c >= '0' && c <= '9') continue;
            std::int64_t value = -1;
            CHECK(digits(text + std::string(8, c), value) == text.size());
            CHECK(value == n);
        }
    }
}

TEST_CASE("everything else is left to others") {
    std::int64_t value = -1;
    for (std::string_view text : {"", "1,", "1234567", "12345678", "123456789,", "01,,,,,,,", "00,,,,,,,", "-1,,,,,,,",
                                  "+1,,,,,,,", " 1,,,,,,,", ",,,,,,,,", "x1234567", "/1234567", ":1234567"}) {
        CHECK(digits(text, value) == 0);
    }
    CHECK(value == -1);
}
