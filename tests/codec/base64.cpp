#include <slbwire/codec/base64.hpp>
#include <slbwire/core/bounded_output.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "support/random_bytes.hpp"
#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::all_hold;
using support::check_each;

struct vector {
    std::string_view text, encoded;
};
constexpr vector vectors[] = {
    // RFC 4648 section 10
    {"", ""},
    {"f", "Zg=="},
    {"fo", "Zm8="},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg=="},
    {"fooba", "Zm9vYmE="},
    {"foobar", "Zm9vYmFy"},
    // section 9
    {"\x14\xfb\x9c\x03\xd9\x7e", "FPucA9l+"},
    {"\x14\xfb\x9c\x03\xd9", "FPucA9k="},
    {"\x14\xfb\x9c\x03", "FPucAw=="},
    // the borders of the alphabet
    {"\0\0\0"sv, "AAAA"},
    {"\0"sv, "AA=="},
    {"\xff\xff\xff", "////"},
    {"\xff\xff", "//8="},
    {"\xff", "/w=="},
    {"\xfb\xef\xbe", "++++"},
};

constexpr bool encodes(const vector& v) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < v.text.size(); ++i) bytes[i] = static_cast<unsigned char>(v.text[i]);
    char memory[16] = {};
    bounded_output out(memory, sizeof memory);
    base64_encode(out, {bytes.data(), v.text.size()});
    return out.written() == v.encoded && base64_size(v.text.size()) == v.encoded.size();
}
static_assert(all_hold(vectors, encodes));

// Every character of the alphabet in its turn, told from the alphabet's definition.
constexpr char letter(unsigned value) {
    if (value < 26) return static_cast<char>('A' + value);
    if (value < 52) return static_cast<char>('a' + (value - 26));
    if (value < 62) return static_cast<char>('0' + (value - 52));
    return value == 62 ? '+' : '/';
}
constexpr bool whole_alphabet() {
    for (unsigned value = 0; value < 64; ++value) {
        const std::uint8_t bytes[] = {static_cast<std::uint8_t>(value << 2)};
        char memory[4] = {};
        bounded_output out(memory, sizeof memory);
        base64_encode(out, bytes);
        const char expected[] = {letter(value), 'A', '=', '='};
        if (out.written() != std::string_view(expected, 4)) return false;
    }
    return true;
}
static_assert(whole_alphabet());

}  // namespace

TEST_CASE("base64: the vectors of RFC 4648, and the alphabet") {
    check_each(vectors, encodes);
    CHECK(whole_alphabet());
}

TEST_CASE("base64: reads exactly its bytes and writes exactly its size") {
    support::random_bytes random(3);
    for (std::size_t size = 0; size <= 100; ++size) {
        support::exact_block input(random.text(size));
        support::exact_block output(std::string(base64_size(size), '#'));
        bounded_output out(output.data(), output.view().size());
        base64_encode(out, {reinterpret_cast<const std::uint8_t*>(input.data()), size});
        CAPTURE(size);
        CHECK(out.size() == base64_size(size));
        CHECK_FALSE(out.overflowed());
        CHECK(output.view().find('#') == std::string_view::npos);
    }
}

TEST_CASE("base64: too little room is counted") {
    const std::uint8_t bytes[] = {'f', 'o', 'o', 'b'};
    char memory[3] = {};
    bounded_output out(memory, sizeof memory);
    base64_encode(out, bytes);
    CHECK(out.size() == 8);
    CHECK(out.written() == "Zm9");
}
