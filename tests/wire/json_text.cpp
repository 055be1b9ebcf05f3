#include <slbwire/wire/json_text.hpp>
#include <slbwire/core/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <slbwire/wire/json.hpp>

#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;

struct text_case {
    std::string_view text, value;
};
constexpr text_case cases[] = {
    {"", ""},
    {"plain", "plain"},
    {R"(\"\\\/)", "\"\\/"},
    {R"(\b\f\n\r\t)", "\b\f\n\r\t"},
    {R"(a\nb)", "a\nb"},
    {R"(\\n)", "\\n"},
    {R"(\u0041)", "A"},
    {R"(\u0000)", "\0"sv},
    {R"(x\u0000y)", "x\0y"sv},
    {R"(\u007f\u0080)", "\x7f\xc2\x80"},
    {R"(\u07ff\u0800)", "\xdf\xbf\xe0\xa0\x80"},
    {R"(\ud7ff\ue000\uFFFF)", "\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"},
    {R"(\u4e2D\u6587)", "\xe4\xb8\xad\xe6\x96\x87"},
    {R"(\ud800\udc00)", "\xf0\x90\x80\x80"},
    {R"(\uD83D\uDE00!)", "\xf0\x9f\x98\x80!"},
    {R"(\udbff\udfff)", "\xf4\x8f\xbf\xbf"},
    {R"(\ud83d\ude00\ud83d\ude00)", "\xf0\x9f\x98\x80\xf0\x9f\x98\x80"},
    {"\xe4\xb8\xad\\t\xf0\x9f\x98\x80", "\xe4\xb8\xad\t\xf0\x9f\x98\x80"},
    {R"(\u003cb\u003e)", "<b>"},
};

// Into other memory of the same size, and over itself.
constexpr bool decodes(const text_case& c) {
    char other[64] = {};
    if (std::string_view(other, static_cast<std::size_t>(json::decode_text(c.text, other) - other)) !=
        c.value) {
        return false;
    }
    char same[64] = {};
    for (std::size_t i = 0; i < c.text.size(); ++i) same[i] = c.text[i];
    const char* const end = json::decode_text({same, c.text.size()}, same);
    return std::string_view(same, static_cast<std::size_t>(end - same)) == c.value;
}
static_assert(support::all_hold(cases, decodes));

// What the cursor hands out is the raw text, flagged where it is not the value.
constexpr bool cursor_agrees(const text_case& c) {
    char document[66] = {'"'};
    for (std::size_t i = 0; i < c.text.size(); ++i) document[i + 1] = c.text[i];
    document[c.text.size() + 1] = '"';
    json::cursor at({document, c.text.size() + 2});
    text_token token;
    return at.string(token) && at.finish() && token.raw == c.text &&
           token.coded == (c.text.find('\\') != c.text.npos);
}
static_assert(support::all_hold(cases, cursor_agrees));

void put_unit(std::string& text, unsigned unit) {
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) text += "0123456789abcdef"[unit >> shift & 15];
}

}  // namespace

TEST_CASE("json_text: escapes, in place and elsewhere") {
    support::check_each(cases, decodes);
    support::check_each(cases, cursor_agrees);
    for (const text_case& c : cases) {
        const support::exact_block raw(c.text);
        support::exact_block room(c.text);  // raw.size() bytes are enough
        const char* const end = json::decode_text(raw.view(), room.data());
        CHECK(std::string_view(room.data(), static_cast<std::size_t>(end - room.data())) == c.value);
    }
}

TEST_CASE("json_text: every code point written as an escape is itself") {
    for (char32_t point = 0; point <= 0x10ffff; ++point) {
        if (point == 0xd800) point = 0xe000;
        std::string raw;
        if (point < 0x10000) {
            put_unit(raw, static_cast<unsigned>(point));
        } else {
            put_unit(raw, static_cast<unsigned>(0xd800 + (point - 0x10000) / 0x400));
            put_unit(raw, static_cast<unsigned>(0xdc00 + (point - 0x10000) % 0x400));
        }
        char expected[4] = {};
        const char* const last = utf8::encode(point, expected);
        const char* const end = json::decode_text(raw, raw.data());
        if (std::string_view(raw.data(), static_cast<std::size_t>(end - raw.data())) !=
            std::string_view(expected, static_cast<std::size_t>(last - expected))) {
            FAIL(static_cast<unsigned long>(point));
        }
    }
    SUCCEED();
}

TEST_CASE("json_text: a name is the same however it is written") {
    constexpr auto plain = [](std::string_view raw, bool coded) -> std::size_t {
        json::name_room room;
        const std::string_view name = json::plain_name({raw, coded}, room);
        return name == "Port" ? 1 : name.size();
    };
    static_assert(plain("Port", false) == 1);
    static_assert(plain(R"(P\u006frt)", true) == 1);
    static_assert(plain(R"(\u0050\u006f\u0072\u0074)", true) == 1);
    CHECK(plain(std::string(1000, 'a'), false) == 1000);
    // One that is written in more bytes than there is room for is none that is looked for.
    std::string escapes;
    for (int i = 0; i < 64; ++i) escapes += R"(\u0061)";
    CHECK(plain(escapes, true) == 64);
    CHECK(plain(escapes + "a", true) == 0);
}
