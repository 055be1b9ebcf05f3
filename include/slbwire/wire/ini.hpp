#pragma once
// INI files, line by line: `[section]`, `name = value`, comments. There is no standard; this is what the readers of Go
// (gopkg.in/ini.v1), Python (configparser) and Node (ini) agree on, of which the vendor's own clients are made.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI::ini {

/// A section that begins, where `name` is empty; else a value in it. All texts are the file's own.
struct entry {
    std::string_view section{};  ///< empty before the first one
    std::string_view name{};
    std::string_view value{};  ///< without blanks, quotes and comments around it
    std::size_t line = 0;      ///< from 1
};

/// Walks through the entries. Lines end with a line feed, or a carriage return and one; the last one need not. A line
/// whose first character is `#` or `;` is a comment, and so is the rest of a line from a blank and one of them on. Of
/// `=` and `:` the first one ends a name. A value that begins with a quote of either kind ends with one; they have no
/// escapes.
class cursor {
public:
    constexpr explicit cursor(std::string_view text) noexcept : rest_(text) {
        if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
    }

    /// The next entry; false at the end, and at a line that is none.
    constexpr bool next(entry& out) noexcept {
        while (!rest_.empty() && !failed_) {
            const std::size_t end = rest_.find('\n');
            const std::string_view line = ascii::trim(rest_.substr(0, end));
            rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
            ++line_;
            if (line.empty() || is_comment(line.front())) continue;
            failed_ = !(line.front() == '[' ? read_section(line) : read_value(line, out));
            if (failed_) return false;
            if (line.front() == '[') out.name = out.value = {};
            out.section = section_;
            out.line = line_;
            return true;
        }
        return false;
    }
    /// Where `next` was false: is there a line that is no entry?
    constexpr bool failed() const noexcept { return failed_; }
    /// The line that was read last, from 1.
    constexpr std::size_t line() const noexcept { return line_; }

private:
    static constexpr bool is_comment(char c) noexcept { return c == '#' || c == ';'; }
    static constexpr bool is_nothing(std::string_view text) noexcept {
        text = ascii::trim(text);
        return text.empty() || is_comment(text.front());
    }

    constexpr bool read_section(std::string_view line) noexcept {
        const std::size_t end = line.find(']');
        if (end == std::string_view::npos || !is_nothing(line.substr(end + 1))) return false;
        section_ = ascii::trim(line.substr(1, end - 1));
        return true;
    }
    static constexpr bool read_value(std::string_view line, entry& out) noexcept {
        const std::size_t end = line.find_first_of("=:");
        if (end == std::string_view::npos) return false;
        out.name = ascii::trim(line.substr(0, end));
        std::string_view value = ascii::trim(line.substr(end + 1));
        if (!value.empty() && (value.front() == '"' || value.front() == '\'')) {
            const std::size_t close = value.find(value.front(), 1);
            if (close == std::string_view::npos || !is_nothing(value.substr(close + 1))) return false;
            value = value.substr(1, close - 1);
        } else {
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (is_comment(value[i]) && (i == 0 || ascii::is_blank(value[i - 1])))
                    value = ascii::trim(value.substr(0, i));
            }
        }
        out.value = value;
        return !out.name.empty();
    }

    std::string_view rest_;
    std::string_view section_{};
    std::size_t line_ = 0;
    bool failed_ = false;
};

}  // namespace slbwire::ini
