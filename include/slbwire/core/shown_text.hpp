#pragma once
// Text from or for a network, as a log may have it.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "ascii.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// Where a secret's value stands.
struct secret_place {
    std::size_t begin;
    std::size_t end;
};

/// Where the value begins and ends that belongs to the name at `name`, of so many characters; nowhere (both 0) where
/// none follows. It stands in a URL or a form, in JSON, in an element or an attribute; its quotes may themselves be
/// escaped, and so may an equals sign be.
inline secret_place value_behind(std::string_view text, std::size_t name, std::size_t size) noexcept {
    std::size_t at = name + size;
    const auto pass = [&](std::string_view any) {
        while (at < text.size() && any.find(text[at]) != std::string_view::npos) ++at;
    };
    const auto pass_quote = [&]() -> char {
        const std::size_t before = at;
        pass("\\");
        if (at < text.size() && (text[at] == '"' || text[at] == '\'')) return text[at++];
        at = before;
        return 0;
    };
    const bool quoted_name = pass_quote() != 0;
    if (quoted_name) pass(" \t\r\n");
    const std::string_view rest = text.substr(at);
    char quote = 0;
    if (rest.starts_with('=') || ascii::equal_ignoring_case(rest.substr(0, 3), "%3D")) {
        at += rest.front() == '=' ? 1u : 3u;
        quote = pass_quote();
    } else if (quoted_name && rest.starts_with(':')) {
        ++at;
        pass(" \t\r\n");
        quote = pass_quote();
    } else if (!quoted_name && rest.starts_with('>') && name != 0 && text[name - 1] != '/') {
        ++at;
        quote = '<';
    } else {
        return {0, 0};
    }
    const std::size_t end = quote != 0 ? text.find(quote, at) : text.find_first_of("&<>\"' \t\r\n", at);
    return {at, end == std::string_view::npos ? text.size() : end};
}

/// The next value of a signature, a security token or an AccessKey's secret; at the end of `text` where there is none.
inline secret_place next_secret(std::string_view text) noexcept {
    constexpr std::string_view names[] = {"Signature", "SecurityToken", "AccessKeySecret"};
    for (std::size_t at = text.find_first_of("SA"); at != std::string_view::npos;
         at = text.find_first_of("SA", at + 1)) {
        for (const std::string_view name : names) {
            if (text.substr(at, name.size()) != name) continue;
            const secret_place value = value_behind(text, at, name.size());
            if (value.begin != 0 && value.begin != text.size()) return value;
        }
    }
    return {text.size(), text.size()};
}

/// Appends `text` with a blank for each control character and `***` for each secret value.
inline void append_shown(std::string& line, std::string_view text) {
    for (;;) {
        const secret_place secret = next_secret(text);
        for (char c : text.substr(0, secret.begin)) line += ascii::is_control(c) ? ' ' : c;
        if (secret.begin == text.size()) return;
        line += "***";
        text.remove_prefix(secret.end);
    }
}

}  // namespace slbwire::detail
