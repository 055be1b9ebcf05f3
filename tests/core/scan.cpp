#include <slbwire/core/scan.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

namespace {

using namespace slbwire;

constexpr char as_char(std::size_t byte) { return static_cast<char>(static_cast<unsigned char>(byte)); }

// What may be passed over unseen: the plain characters of each format, told without the table.
constexpr bool plain_in_json(std::size_t byte) {
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}
constexpr bool plain_in_xml(std::size_t byte) {
    return byte == '\t' || byte == '\n' ||
           (byte >= 0x20 && byte < 0x80 && byte != '<' && byte != '&' && byte != ']');
}

constexpr bool sets_are_right() {
    for (std::size_t byte = 0; byte < 256; ++byte) {
        if (scan::json_string[byte] == plain_in_json(byte)) return false;
        if (scan::xml_text[byte] == plain_in_xml(byte)) return false;
    }
    return true;
}
static_assert(sets_are_right());

// `size` plain bytes with one `stop` among them.
constexpr bool finds(std::size_t size, std::size_t place, char stop) {
    char text[40] = {};
    for (char& c : text) c = 'x';
    if (place < size) text[place] = stop;
    const std::size_t expected = place < size ? place : size;
    return scan::find(text, text + size, scan::json_string) == text + expected;
}
constexpr bool finds_everywhere() {
    for (std::size_t size = 0; size <= 40; ++size) {
        for (std::size_t place = 0; place <= size; ++place) {
            if (!finds(size, place, '"')) return false;
        }
    }
    return true;
}
static_assert(finds_everywhere());

constexpr bool blanks_are_skipped() {
    constexpr std::string_view text = " \t\r\n x ";
    constexpr std::string_view blank = "  \n";
    return scan::skip_blanks(text.data(), text.data() + text.size()) == text.data() + 5 &&
           scan::skip_blanks(blank.data(), blank.data() + blank.size()) == blank.data() + blank.size() &&
           scan::skip_blanks(blank.data(), blank.data()) == blank.data() &&
           scan::skip_blanks(nullptr, nullptr) == nullptr;
}
static_assert(blanks_are_skipped());

}  // namespace

TEST_CASE("scan: the sets stop at exactly the bytes that are not plain") {
    for (std::size_t byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        CHECK(scan::json_string[byte] != plain_in_json(byte));
        CHECK(scan::xml_text[byte] != plain_in_xml(byte));
    }
}

TEST_CASE("scan: find stops at the first of them, wherever it stands, or at the end") {
    for (std::size_t size = 0; size <= 40; ++size) {
        for (std::size_t place = 0; place <= size; ++place) {
            for (std::size_t byte = 0; byte < 256; byte += place == size ? 256 : 1) {
                if (plain_in_xml(byte) && place != size) continue;
                std::string text(size, 'x');
                if (place < size) text[place] = as_char(byte);
                const support::exact_block block(text);
                const char* const first = block.view().data();
                REQUIRE(scan::find(first, first + size, scan::xml_text) == first + place);
            }
        }
    }
    CHECK(finds_everywhere());
}

TEST_CASE("scan: skip_blanks") {
    CHECK(blanks_are_skipped());
    const support::exact_block blanks("\t \r\n");
    CHECK(scan::skip_blanks(blanks.view().data(), blanks.view().data() + 4) == blanks.view().data() + 4);
}
