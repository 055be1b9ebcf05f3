#include <slbwire/codec/percent.hpp>
#include <slbwire/core/bounded_output.hpp>
#include <slbwire/codec/percent_decode.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/random_bytes.hpp"
#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;
using support::all_hold;
using support::check_each;

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
constexpr std::string_view hex = "0123456789ABCDEF";

constexpr bool encodes_byte(unsigned byte) {
    const char c = static_cast<char>(static_cast<unsigned char>(byte));
    const bool stays = unreserved.find(c) != unreserved.npos;
    char memory[3] = {};
    bounded_output out(memory, sizeof memory);
    percent_encode(out, std::string_view(&c, 1));
    const std::string_view text = out.written();
    if (is_unreserved(c) != stays) return false;
    if (stays) return text.size() == 1 && text[0] == c;
    return text.size() == 3 && text[0] == '%' && text[1] == hex[byte / 16] && text[2] == hex[byte % 16];
}
constexpr bool encodes_every_byte() {
    for (unsigned byte = 0; byte < 256; ++byte) {
        if (!encodes_byte(byte)) return false;
    }
    return true;
}
static_assert(encodes_every_byte());

struct encode_case {
    std::string_view text, encoded;
};
constexpr encode_case encodings[] = {
    {"", ""},
    {"cn-hangzhou", "cn-hangzhou"},
    {"a b+c*d~e", "a%20b%2Bc%2Ad~e"},
    {"2019-08-06T12:00:00Z", "2019-08-06T12%3A00%3A00Z"},
    {"/", "%2F"},
    {"%", "%25"},
    {"%2F", "%252F"},
    {"qj6Duovel/uGiCS8KbqtVyiwSGo=", "qj6Duovel%2FuGiCS8KbqtVyiwSGo%3D"},
    {"[{'ServerId':\"vm-233\"}]", "%5B%7B%27ServerId%27%3A%22vm-233%22%7D%5D"},
    {"a&b=c#d?e", "a%26b%3Dc%23d%3Fe"},
    {"\xe4\xb8\xad", "%E4%B8%AD"},
    {"\0\n\x7f\xff"sv, "%00%0A%7F%FF"},
};
constexpr bool encodes(const encode_case& c) {
    char memory[128] = {};
    bounded_output roomy(memory, sizeof memory);
    percent_encode(roomy, c.text);
    if (roomy.written() != c.encoded) return false;
    // With room for exactly the result, which is less than it may need at most, byte after byte is put.
    bounded_output exact(memory, c.encoded.size());
    percent_encode(exact, c.text);
    return exact.written() == c.encoded && !exact.overflowed();
}
static_assert(all_hold(encodings, encodes));

constexpr bool decodes_back(const encode_case& c) {
    char memory[128] = {};
    bounded_output out(memory, c.text.size());
    return percent_decode(out, c.encoded).has_value() && out.written() == c.text;
}
static_assert(all_hold(encodings, decodes_back));

}  // namespace

TEST_CASE("percent: every byte") {
    for (unsigned byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        CHECK(encodes_byte(byte));
    }
}

TEST_CASE("percent: texts, there and back") {
    check_each(encodings, encodes);
    for (const encode_case& c : encodings) {
        CHECK(percent_encode(c.text) == c.encoded);
        CHECK(percent_decode(c.encoded).value() == c.text);
    }
}

TEST_CASE("percent: too little room is counted to the byte") {
    support::random_bytes random(1);
    for (int round = 0; round < 300; ++round) {
        const std::string text = random.text(random.below(40));
        const std::string encoded = percent_encode(text);
        const std::size_t room = random.below(encoded.size() + 1);
        support::exact_block memory(std::string(room, '#'));
        bounded_output out(memory.data(), room);
        percent_encode(out, text);
        CHECK(out.size() == encoded.size());
        CHECK(out.written() == std::string_view(encoded).substr(0, room));
        CHECK(percent_decode(encoded).value() == text);
    }
}

TEST_CASE("the tables hold each byte encoded once and twice") {
    const auto holds = [](const char* table, std::size_t size, int times) {
        for (unsigned byte = 0; byte < 256; ++byte) {
            std::string encoded(1, static_cast<char>(static_cast<unsigned char>(byte)));
            for (int i = 0; i < times; ++i) {
                std::string again;
                for (const char c : encoded) {
                    if (unreserved.find(c) != unreserved.npos) again += c;
                    else again += {'%', hex[static_cast<unsigned char>(c) / 16], hex[static_cast<unsigned char>(c) % 16]};
                }
                encoded = again;
            }
            std::string entry = encoded + std::string(size - 1 - encoded.size(), '\0');
            entry += static_cast<char>(encoded.size());
            if (std::string_view(table + size * byte, size) != entry) return false;
        }
        return true;
    };
    CHECK(holds(detail::percent_table<4>, 4, 1));
    CHECK(holds(detail::percent_table<8>, 8, 2));
}

TEST_CASE("a word of eight bytes is unreserved where all of them are") {
    for (std::size_t place = 0; place < 8; ++place) {
        for (unsigned byte = 0; byte < 256; ++byte) {
            const char c = static_cast<char>(static_cast<unsigned char>(byte));
            for (std::string_view others : {"aZ09-._~", "~~~~~~~~", "zzzzzzzz", "AAAAAAAA"}) {
                std::string text(others);
                text[place] = c;
                CHECK(detail::all_unreserved(word::load(text.data())) == is_unreserved(c));
            }
        }
    }
}
