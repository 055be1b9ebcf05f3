#include <slbwire/core/scan.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/exact_block.hpp"

namespace {

using namespace slbwire;

constexpr char as_char(std::size_t byte) { return static_cast<char>(static_cast<unsigned char>(byte)); }

// What may be passed over unseen: the plain ASCII characters of each format, told another way.
constexpr bool plain_in_json(char c) { return c >= ' ' && c <= '~' + 1 && c != '"' && c != '\\'; }
constexpr bool plain_in_xml(char c) { return c >= ' ' && c <= '~' + 1 && c != '<' && c != '&' && c != ']'; }

/// Both scans of a text, against a look at each byte.
constexpr bool finds_right(std::string_view text) {
    const auto stop = [text](bool (*plain)(char)) {
        std::size_t at = 0;
        while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && plain(text[at])) ++at;
        return text.data() + at;
    };
    const char* const end = text.data() + text.size();
    return scan::json_string(text.data(), end) == stop(plain_in_json) &&
           scan::xml_text(text.data(), end) == stop(plain_in_xml);
}

constexpr bool finds_every_byte_alone() {
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const char c = as_char(byte);
        if (!finds_right({&c, 1})) return false;
    }
    return finds_right({});
}
static_assert(finds_every_byte_alone());

constexpr bool blanks_are_skipped() {
    constexpr std::string_view text = " \t\r\n x ";
    constexpr std::string_view blank = "  \n";
    return scan::skip_blanks(text.data(), text.data() + text.size()) == text.data() + 5 &&
           scan::skip_blanks(blank.data(), blank.data() + blank.size()) == blank.data() + blank.size() &&
           scan::skip_blanks(blank.data(), blank.data()) == blank.data() &&
           scan::skip_blanks(nullptr, nullptr) == nullptr;
}
static_assert(blanks_are_skipped());

constexpr bool equal_looks_at_every_byte() {
    for (std::size_t size = 0; size <= 20; ++size) {
        char a[20] = {};
        char b[20] = {};
        if (!scan::equal(a, b, size)) return false;
        for (std::size_t i = 0; i < 20; ++i) {
            b[i] = 1;
            if (scan::equal(a, b, size) != (i >= size)) return false;
            b[i] = 0;
        }
    }
    return true;
}
static_assert(equal_looks_at_every_byte());

}  // namespace

TEST_CASE("a scan stops at every byte it should, at every place of texts of every length") {
    for (std::size_t size = 0; size <= 50; ++size) {
        for (std::size_t place = 0; place < size; ++place) {
            for (std::size_t byte = 0; byte < 256; ++byte) {
                std::string text(size, 'x');
                text[place] = as_char(byte);
                const support::exact_block block(text);
                if (!finds_right(block.view())) FAIL_CHECK("byte " << byte << " at " << place << " of " << size);
            }
        }
    }
}

TEST_CASE("blocks of plain and foreign bytes before the stop") {
    for (std::string_view piece : {"plain text ", "\xe4\xb8\xad\xe6\x96\x87 ", "\x80\xff", "\t", "a\"", "]]>", "\x7f~"}) {
        std::string text;
        for (int i = 0; i < 30; ++i) {
            text += piece;
            const support::exact_block block(text);
            CHECK(finds_right(block.view()));
        }
    }
}

TEST_CASE("blanks of every number, in texts that end behind them or not") {
    for (std::size_t blanks = 0; blanks <= 40; ++blanks) {
        for (std::size_t more = 0; more <= 20; ++more) {
            std::string text(blanks, ' ');
            for (std::size_t i = 0; i < blanks; ++i) text[i] = " \t\r\n"[i % 4];
            text += std::string(more, '\v');
            const support::exact_block block(text);
            const char* const first = block.view().data();
            CHECK(scan::skip_blanks(first, first + text.size()) == first + blanks);
        }
    }
}

TEST_CASE("blanks, and comparing without a call") {
    CHECK(blanks_are_skipped());
    CHECK(equal_looks_at_every_byte());
}
