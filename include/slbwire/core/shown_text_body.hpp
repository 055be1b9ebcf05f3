#pragma once
// What core/shown_text.hpp declares.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "ascii.hpp"
#include "meant_char.hpp"
#include "shown_text.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// The end of a word, letters and digits alone and in lower case.
class word_end {
public:
    static constexpr bool is_part(char c) noexcept { return ascii::is_alnum(c) || c == '-' || c == '_' || c == '.'; }

    void put(char c) noexcept {
        empty_ = false;
        if (!ascii::is_alnum(c)) return;
        if (size_ == sizeof letters_) {
            size_ = longest;
            for (std::size_t i = 0; i < longest; ++i) letters_[i] = letters_[sizeof letters_ - longest + i];
        }
        letters_[size_++] = ascii::to_lower(c);
    }
    void clear() noexcept {
        empty_ = true;
        size_ = 0;
    }
    bool empty() const noexcept { return empty_; }
    bool ends_with(std::string_view end) const noexcept { return text_of(letters_, size_).ends_with(end); }
    bool is_secret() const noexcept {
        for (std::string_view name : {"signature", "securitytoken", "sessiontoken", "accesstoken", "ststoken", "authtoken",
                                      "secret", "secretkey", "secretaccesskey", "authorization", "password", "passwd"}) {
            if (ends_with(name)) return true;
        }
        return false;
    }

private:
    static constexpr std::size_t longest = 16;  // of the names above

    char letters_[4 * longest];
    std::size_t size_ = 0;
    bool empty_ = true;
};

/// Goes through a text once. Names are looked for in what is hidden too, since a value may be missing and a name stand
/// in its place; so several values may be open, and what is shown stands in none.
class secret_cover {
public:
    secret_cover(std::string& line, std::string_view text) noexcept : line_(line), text_(text) {}

    void run() {
        while (at_ < text_.size()) {
            const meant_char here = read_meant(text_.substr(at_));
            end_values(here);
            const bool opens = begins_value(here);
            show(text_.substr(at_, here.size));
            if (opens && quote_.c == '\0') quote_ = here;
            follow_names(here);
            at_ += here.size;
        }
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void show(std::string_view written) {
        const bool hide = quote_.c != '\0' || in_word_ || in_line_ || !element_.empty();
        if (hide && !hidden_) line_ += "***";
        hidden_ = hide;
        if (hide) return;
        for (char c : written) line_.append(ascii::is_control(c) ? " " : &c, 1);
    }
    void end_values(const meant_char& here) noexcept {
        if (quote_.c != '\0' && here.closes(quote_)) quote_ = {};
        if (in_word_ && here.ends_value(word_depth_)) in_word_ = false;
        if (in_line_) {
            const bool line_ends = here.c == '\n' || here.c == '\r' || (here.c == '<' && here.depth <= word_depth_);
            if (line_ends || (around_line_.c != '\0' && here.closes(around_line_))) in_line_ = false;
        }
        if (!element_.empty() && here.c == '<' && here.depth == element_depth_ && is_its_end(here)) element_ = {};
    }
    bool is_its_end(const meant_char& tag) const noexcept {
        std::string_view rest = text_.substr(at_ + tag.size);
        if (rest.empty()) return false;
        const meant_char slash = read_meant(rest);
        rest.remove_prefix(slash.size);
        return slash.c == '/' && rest.starts_with(element_);
    }
    /// Is a value behind a name to begin with a quote, here? Where it begins without one, that is noted.
    bool begins_value(const meant_char& here) noexcept {
        constexpr std::string_view before = "=:>[{(";
        if (!value_next_ || ascii::is_blank(here.c) || before.find(here.c) != std::string_view::npos) return false;
        value_next_ = false;
        if (here.is_quote()) return true;
        if (here.ends_value(name_depth_)) return false;
        word_depth_ = in_word_ || in_line_ ? (word_depth_ < name_depth_ ? word_depth_ : name_depth_) : name_depth_;
        if (!name_of_line_) {
            in_word_ = true;
        } else if (!in_line_) {
            in_line_ = true;
            around_line_ = around_name_;
        }
        return false;
    }
    void follow_names(const meant_char& here) noexcept {
        if (word_end::is_part(here.c)) {
            if (word_.empty()) around_word_ = last_.is_quote() ? last_ : meant_char{};
            word_.put(here.c);
            named_ = false;
            last_ = here;
            return;
        }
        const bool blank = ascii::is_blank(here.c);
        if (!word_.empty()) {
            named_ = word_.is_secret();
            if (named_ && tag_ != none && (blank || here.c == '>' || here.c == '/')) {
                named_ = false;
                opened_ = text_.substr(tag_, at_ - tag_);
            }
            name_of_line_ = named_ ? word_.ends_with("authorization") : name_of_line_;
            around_name_ = named_ ? around_word_ : around_name_;
            word_.clear();
        }
        follow_value(here, blank);
        follow_tags(here);
        last_ = here;
    }
    /// Between a name and its value.
    void follow_value(const meant_char& here, bool blank) noexcept {
        if (!named_) return;
        if (here.c == '=' || here.c == ':') {
            named_ = false;
            value_next_ = true;
            name_depth_ = here.depth;
        } else if (here.is_quote()) {
            around_name_ = {};  // it has quotes of its own
        } else if (!blank && here.c != '\\' && here.c != ']') {
            named_ = false;
        }
    }
    void follow_tags(const meant_char& here) noexcept {
        if (here.c == '<') {
            tag_ = at_ + here.size;
            tag_depth_ = here.depth;
            opened_ = {};
            return;
        }
        if (here.c != ':') tag_ = none;  // behind a prefix the name goes on
        if (here.c != '>' || opened_.empty() || here.depth != tag_depth_) return;
        if (last_.c != '/' && element_.empty()) {
            element_ = opened_;
            element_depth_ = tag_depth_;
        }
        opened_ = {};
    }

    std::string& line_;
    std::string_view text_;
    std::size_t at_ = 0;
    bool hidden_ = false;  // the last character was
    meant_char last_{};

    // names
    word_end word_{};
    meant_char around_word_{};   // the quote right before the word, if one is
    bool named_ = false;         // the word before was the name of a secret, and only quotes and blanks came since
    bool name_of_line_ = false;  // its value goes on to the end of the line
    meant_char around_name_{};   // the quote before it, where the name has none behind
    bool value_next_ = false;
    unsigned name_depth_ = 0;  // of the equals sign or colon behind it
    std::size_t tag_ = none;   // where the name of an element began
    unsigned tag_depth_ = 0;
    std::string_view opened_{};  // such a name, of a secret, whose tag has not ended

    // values that have begun and not ended
    meant_char quote_{};  // in these quotes
    bool in_word_ = false;
    bool in_line_ = false;
    unsigned word_depth_ = 0;
    meant_char around_line_{};
    std::string_view element_{};
    unsigned element_depth_ = 0;
};

SLBWIRE_COLD SLBWIRE_FUNCTION std::size_t find_string_to_sign(std::string_view text) noexcept {
    constexpr std::size_t size = string_to_sign_words.size();
    for (std::size_t at = 0; at + size <= text.size(); ++at) {
        if (ascii::equal_ignoring_case(text.substr(at, size), string_to_sign_words)) return at;
    }
    return text.size();
}
SLBWIRE_COLD SLBWIRE_FUNCTION bool is_secret_name(std::string_view name) noexcept {
    word_end word;
    for (char c : name) word.put(c);
    return word.is_secret();
}
SLBWIRE_COLD SLBWIRE_FUNCTION void append_shown(std::string& line, std::string_view text) {
    secret_cover(line, text).run();
}

}  // namespace slbwire::detail
