#include "server_list.hpp"

#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <optional>

#include "refusal.hpp"

namespace emulator {

namespace {

constexpr std::size_t most_entries = 10'000;

class reader {
public:
    explicit reader(std::string_view text) : text_(text) {}

    std::vector<list_entry> read() {
        std::vector<list_entry> entries;
        take('[');
        while (!skip_to(']')) {
            if (entries.size() == most_entries) fail();
            if (next() == '{') {
                entries.push_back(read_object());
            } else if (const auto id = read_scalar()) {
                entries.push_back({{"serverid", *id}});
            }
        }
        skip_blanks();
        if (at_ != text_.size()) fail();
        return entries;
    }

private:
    [[noreturn]] static void fail() {
        throw refusal{400, "BackendServersMalformed", "The specified BackendServers is malformed."};
    }
    void skip_blanks() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    }
    char next() {
        skip_blanks();
        if (at_ == text_.size()) fail();
        return text_[at_];
    }
    void take(char wanted) {
        if (next() != wanted) fail();
        ++at_;
    }
    /// Skips commas; true, and behind it, where `end` stands.
    bool skip_to(char end) {
        while (next() == ',') ++at_;
        if (next() != end) return false;
        ++at_;
        return true;
    }

    list_entry read_object() {
        list_entry members;
        take('{');
        while (!skip_to('}')) {
            const auto name = read_scalar();
            take(':');
            const auto value = read_scalar();
            if (name && value) members[plain(*name)] = *value;
        }
        return members;
    }
    static std::string plain(const std::string& name) {
        std::string made;
        for (const char c : name) {
            if (c != '_' && c != '-') made += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        return made;
    }

    /// A text in quotes or a bare word; nothing where it is null.
    std::optional<std::string> read_scalar() {
        const char first = next();
        if (first == '"' || first == '\'') {
            ++at_;
            return read_quoted(first);
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::string_view(",:[]{}'\" \t\r\n").find(text_[at_]) == std::string_view::npos) {
            ++at_;
        }
        if (at_ == begin) fail();
        std::string word(text_.substr(begin, at_ - begin));
        if (word == "null") return std::nullopt;
        return word;
    }
    char take_any() {
        if (at_ == text_.size()) fail();
        return text_[at_++];
    }
    std::string read_quoted(char mark) {
        std::string value;
        for (char c = take_any(); c != mark; c = take_any()) {
            if (c == '\\') read_escape(value);
            else value += c;
        }
        return value;
    }
    void read_escape(std::string& to) {
        const char c = take_any();
        constexpr std::string_view names = "bfnrtv0";
        constexpr std::string_view values("\b\f\n\r\t\v\0", 7);
        if (c == '\'' || c == '"' || c == '\\' || c == '/') to += c;
        else if (c == 'x') append_utf8(to, read_hex(2));
        else if (c == 'u') append_utf8(to, read_utf16());
        else if (names.find(c) != std::string_view::npos) to += values[names.find(c)];
        else fail();
    }
    unsigned read_hex(int digits) {
        std::string text;
        for (; digits > 0; --digits) {
            text += take_any();
            if (!std::isxdigit(static_cast<unsigned char>(text.back()))) fail();
        }
        return static_cast<unsigned>(std::strtoul(text.c_str(), nullptr, 16));
    }
    unsigned read_utf16() {
        const unsigned high = read_hex(4);
        if (high < 0xD800 || high > 0xDFFF) return high;
        if (high > 0xDBFF || take_any() != '\\' || take_any() != 'u') fail();
        const unsigned low = read_hex(4);
        if (low < 0xDC00 || low > 0xDFFF) fail();
        return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    }
    static void append_utf8(std::string& to, unsigned code) {
        const auto put = [&](unsigned byte) { to += static_cast<char>(byte); };
        if (code < 0x80) return put(code);
        if (code < 0x800) {
            put(0xC0 | code >> 6);
        } else {
            if (code < 0x10000) put(0xE0 | code >> 12);
            else put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F));
            put(0x80 | (code >> 6 & 0x3F));
        }
        put(0x80 | (code & 0x3F));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<list_entry> read_server_list(std::string_view text) { return reader(text).read(); }

}  // namespace emulator
