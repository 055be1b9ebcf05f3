// Any bytes: json::check ends, says where a fault is, and agrees with an independent reader of the grammar;
// what it accepts can be walked, and every text in it decodes to valid UTF-8.

#include <slbwire/wire/json.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/core/utf8.hpp>

#include "support.hpp"

using namespace slbwire;

namespace {

/// RFC 8259 once more, the plain recursive way.
class reference {
public:
    explicit reference(std::string_view text) : text_(text) {}
    bool document() {
        blanks();
        if (!value(0)) return false;
        blanks();
        return at_ == text_.size();
    }

private:
    bool is(char c) const { return at_ < text_.size() && text_[at_] == c; }
    bool eat(char c) { return is(c) && (++at_, true); }
    void blanks() {
        while (is(' ') || is('\t') || is('\n') || is('\r')) ++at_;
    }
    bool word(std::string_view w) {
        if (text_.substr(at_, w.size()) != w) return false;
        at_ += w.size();
        return true;
    }
    bool digits() {
        const std::size_t first = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        return at_ != first;
    }
    bool number() {
        eat('-');
        if (!eat('0') && !digits()) return false;
        if (eat('.') && !digits()) return false;
        if (eat('e') || eat('E')) {
            if (!eat('+')) eat('-');
            return digits();
        }
        return true;
    }
    int unit() {
        int v = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            if (at_ == text_.size() || ascii::hex_value(text_[at_]) < 0) return -1;
            v = v * 16 + ascii::hex_value(text_[at_]);
        }
        return v;
    }
    bool string() {
        if (!eat('"')) return false;
        while (!is('"')) {
            if (at_ == text_.size() || static_cast<unsigned char>(text_[at_]) < 0x20) return false;
            if (!eat('\\')) {
                ++at_;
                continue;
            }
            if (at_ == text_.size()) return false;
            const char c = text_[at_++];
            if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) continue;
            if (c != 'u') return false;
            const int first = unit();
            if (first < 0 || (first >= 0xdc00 && first <= 0xdfff)) return false;
            if (first < 0xd800 || first > 0xdbff) continue;
            if (!eat('\\') || !eat('u')) return false;
            const int second = unit();
            if (second < 0xdc00 || second > 0xdfff) return false;
        }
        return eat('"');
    }
    bool value(std::size_t depth) {
        if (is('"')) return string();
        if (is('t')) return word("true");
        if (is('f')) return word("false");
        if (is('n')) return word("null");
        const bool object = is('{');
        if (!object && !is('[')) return number();
        if (depth == max_depth) return false;
        const char close = object ? '}' : ']';
        ++at_;
        blanks();
        if (eat(close)) return true;
        for (;;) {
            blanks();
            if (object) {
                if (!string()) return false;
                blanks();
                if (!eat(':')) return false;
                blanks();
            }
            if (!value(depth + 1)) return false;
            blanks();
            if (eat(close)) return true;
            if (!eat(',')) return false;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Goes through all members and elements with the cursor's own functions.
void walk(json::cursor& in) {
    text_token token;
    std::string_view lexeme;
    bool yes = false;
    switch (in.peek()) {
    case json::kind::object:
        fuzz::promise(in.enter_object(), "an accepted object can be entered");
        while (in.next_member(token)) walk(in);
        break;
    case json::kind::array:
        fuzz::promise(in.enter_array(), "an accepted array can be entered");
        while (in.next_element()) walk(in);
        break;
    case json::kind::string: {
        fuzz::promise(in.string(token), "an accepted string can be read");
        std::string value(token.raw.size(), '\0');
        value.resize(static_cast<std::size_t>(json::decode_text(token.raw, value.data()) - value.data()));
        fuzz::promise(utf8::is_valid(value), "a string decodes to UTF-8");
        fuzz::promise(token.coded || value == token.raw, "a string without escapes is its own value");
        std::string in_place(token.raw);
        in_place.resize(static_cast<std::size_t>(json::decode_text(in_place, in_place.data()) - in_place.data()));
        fuzz::promise(in_place == value, "decoding in place gives the same");
        break;
    }
    case json::kind::number: fuzz::promise(in.number(lexeme), "an accepted number can be read"); break;
    case json::kind::boolean: fuzz::promise(in.boolean(yes), "an accepted truth value can be read"); break;
    case json::kind::null: fuzz::promise(in.null(), "an accepted null can be read"); break;
    case json::kind::none: fuzz::promise(false, "an accepted document has a value here");
    }
    fuzz::promise(!in.failed(), "walking an accepted document does not fail");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::exact_block block(fuzz::text_of(data, size));
    const auto checked = json::check(block.view());
    const bool expected = utf8::is_valid(block.view()) && reference(block.view()).document();
    fuzz::promise(checked.has_value() == expected, "json::check agrees with the grammar");
    if (!checked) {
        fuzz::promise(checked.error().code != errc::ok, "a refusal has a reason");
        fuzz::promise(checked.error().offset <= size, "a fault is inside the text");
        return 0;
    }
    json::cursor in(block.view());
    walk(in);
    fuzz::promise(in.finish(), "an accepted document ends");
    return 0;
}
