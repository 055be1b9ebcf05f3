#include <slbwire/wire/quoted_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <slbwire/core/bounded_output.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/loose_list.hpp>

#include "support/random_bytes.hpp"
#include "support/table.hpp"

namespace {

using namespace std::literals;
using namespace slbwire;

struct quote_case {
    std::string_view text, single, strict;
};
constexpr quote_case cases[] = {
    {"", "''", R"("")"},
    {"vm-233", "'vm-233'", R"("vm-233")"},
    {"80", "'80'", R"("80")"},
    {"it's", R"('it\'s')", R"("it's")"},
    {R"(say "a")", R"('say "a"')", R"("say \"a\"")"},
    {"'", R"('\'')", R"("'")"},
    {"\"", R"('"')", R"("\"")"},
    {"\\", R"('\\')", R"("\\")"},
    {"\\'", R"('\\\'')", R"("\\'")"},
    {"a/b", "'a/b'", R"("a/b")"},
    {"\0"sv, R"('\u0000')", R"("\u0000")"},
    {"a\nb\tc", R"('a\u000ab\u0009c')", R"("a\u000ab\u0009c")"},
    {"\x1f\x20\x7f", "'\\u001f \x7f'", "\"\\u001f \x7f\""},
    {"'},{'ServerId':'x", R"('\'},{\'ServerId\':\'x')", R"("'},{'ServerId':'x")"},
    {"\xe4\xb8\xad\xf0\x9f\x98\x80", "'\xe4\xb8\xad\xf0\x9f\x98\x80'", "\"\xe4\xb8\xad\xf0\x9f\x98\x80\""},
};
constexpr bool quotes(const quote_case& c) {
    char memory[64] = {};
    bounded_output single(memory, sizeof memory);
    write_quoted(single, c.text, quote_style::single_quotes);
    if (single.written() != c.single) return false;
    bounded_output strict(memory, sizeof memory);
    write_quoted(strict, c.text, quote_style::strict_json);
    return strict.written() == c.strict;
}
static_assert(support::all_hold(cases, quotes));
static_assert(quote_mark(quote_style::single_quotes) == '\'' && quote_mark(quote_style::strict_json) == '"');

std::string quoted(std::string_view text, quote_style style) {
    std::string out;
    assign(out, [&](bounded_output& o) { write_quoted(o, text, style); });
    return out;
}
std::string decoded(const text_token& token, char* (*decode)(std::string_view, char*) noexcept) {
    std::string value(token.raw.size(), '\0');
    value.resize(static_cast<std::size_t>(decode(token.raw, value.data()) - value.data()));
    return value;
}

// A value never becomes structure: whatever it holds, the one text comes back as it was.
bool comes_back(const std::string& text) {
    for (const quote_style style : {quote_style::single_quotes, quote_style::strict_json}) {
        const std::string list = '[' + quoted(text, style) + ']';
        const support::exact_block block(list);
        loose::cursor at(block.view());
        bool object = true;
        loose::kind found{};
        text_token token;
        if (!at.enter_list() || !at.next_element(object) || object || !at.value(found, token)) return false;
        if (found != loose::kind::text || at.next_element(object) || !at.finish()) return false;
        if (decoded(token, &loose::decode_text) != text) return false;
    }
    const std::string strict = quoted(text, quote_style::strict_json);
    json::cursor at(strict);
    text_token token;
    return at.string(token) && at.finish() && decoded(token, &json::decode_text) == text;
}

}  // namespace

TEST_CASE("quoted_text: in either kind of quotes") {
    support::check_each(cases, quotes);
    for (const quote_case& c : cases) CHECK(comes_back(std::string(c.text)));
}

TEST_CASE("quoted_text: every character of ASCII comes back, alone and between others") {
    for (char c = 0;; ++c) {
        CAPTURE(static_cast<int>(c));
        CHECK(comes_back(std::string(1, c)));
        CHECK(comes_back("a" + std::string(2, c) + "b"));
        if (c == 0x7f) break;
    }
}

TEST_CASE("quoted_text: what needs an escape is seen at every place of texts of every length") {
    for (std::size_t size = 1; size <= 36; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            support::exact_block text{std::string(size, 'a')};
            for (int byte = 0; byte < 256; ++byte) {
                const char c = static_cast<char>(byte);
                text.data()[at] = c;
                for (char mark : {'\'', '"'}) {
                    const bool plain = byte >= 0x20 && c != mark && c != '\\';
                    if (detail::is_its_own_quotation(text.view(), mark) != plain) FAIL(size << ' ' << at << ' ' << byte);
                }
            }
        }
    }
    SUCCEED();
}

TEST_CASE("quoted_text: random texts of quotes, brackets and backslashes come back") {
    constexpr std::string_view signs = "'\"\\[]{},:u0\n ";
    support::random_bytes random(13);
    for (int round = 0; round < 3'000; ++round) {
        std::string text;
        for (std::size_t left = random.below(12); left != 0; --left)
            text += signs[random.below(signs.size())];
        if (!comes_back(text)) FAIL(text);
    }
    SUCCEED();
}

TEST_CASE("quoted_text: counts what does not fit") {
    for (const quote_case& c : cases) {
        char memory[1] = {'#'};
        bounded_output out(memory, sizeof memory);
        write_quoted(out, c.text, quote_style::single_quotes);
        CHECK(out.size() == c.single.size());
        CHECK(memory[0] == '\'');
    }
}
