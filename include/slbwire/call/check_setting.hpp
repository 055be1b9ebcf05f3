#pragma once
// What settings of a client may hold. What is wrong is told in words that hold nothing of the setting itself: it may be
// a secret.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/text.hpp"
#include "../core/utf8.hpp"
#include "../core/word.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// What no key has: what comes along when a text is copied.
enum class alien : std::uint8_t { none, blank, line_end, nul, control, quotation_mark, unseen, not_ascii };

/// Blanks, joiners, marks of direction and of byte order beyond ASCII, as Unicode has them.
constexpr bool is_unseen(char32_t point) noexcept {
    constexpr char32_t ranges[][2] = {{0x80, 0xa0},     {0xad, 0xad},     {0x1680, 0x1680}, {0x180e, 0x180e},
                                      {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f}, {0x3000, 0x3000},
                                      {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}};
    for (const auto& [first, last] : ranges) {
        if (point >= first && point <= last) return true;
    }
    return false;
}
constexpr bool is_quotation_mark(char32_t point) noexcept {
    return point == U'"' || point == U'\'' || point == U'`' || point == 0xab || point == 0xbb ||
           (point >= 0x2018 && point <= 0x201f) || (point >= 0x300c && point <= 0x300f) || point == 0xff02 ||
           point == 0xff07;
}
SLBWIRE_COLD constexpr alien alien_of(char32_t point) noexcept {
    if (is_quotation_mark(point)) return alien::quotation_mark;
    if (point > U' ' && point < 0x7f) return alien::none;
    if (point == U' ' || point == U'\t') return alien::blank;
    if (point == U'\n' || point == U'\r' || point == 0x85) return alien::line_end;
    if (point == 0) return alien::nul;
    if (point < 0x80) return alien::control;
    return is_unseen(point) ? alien::unseen : alien::not_ascii;
}

/// One character of valid UTF-8.
struct character {
    char32_t point;
    std::size_t size;
};
SLBWIRE_COLD constexpr character first_character(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return char32_t{static_cast<unsigned char>(text[i])}; };
    if (byte(0) < 0x80) return {byte(0), 1};
    if (byte(0) < 0xe0) return {(byte(0) & 0x1f) << 6 | (byte(1) & 0x3f), 2};
    if (byte(0) < 0xf0) return {(byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), 3};
    return {(byte(0) & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f), 4};
}

/// By kind: at the beginning, inside, at the end.
inline constexpr literal alien_words[][3] = {
    {},
    {"it begins with a blank", "it has a blank inside", "it ends with a blank"},
    {"it begins with a line end", "it has a line end inside", "it ends with a line end"},
    {"it begins with a NUL character", "it has a NUL character inside", "it ends with a NUL character"},
    {"it begins with a control character", "it has a control character inside", "it ends with a control character"},
    {"it begins with a quotation mark", "it has a quotation mark inside", "it ends with a quotation mark"},
    {"it begins with a character that is not seen, as a byte order mark or a no-break space",
     "it has a character inside that is not seen, as a zero-width or no-break space",
     "it ends with a character that is not seen, as a zero-width or no-break space"},
    {"it begins with a character that is not ASCII", "it has a character inside that is not ASCII",
     "it ends with a character that is not ASCII"},
};

constexpr bool is_alien(char c) noexcept {
    return c <= ' ' || c > '~' || is_quotation_mark(static_cast<unsigned char>(c));
}
/// Has `text` a byte that no key has?
constexpr bool has_alien(std::string_view text) noexcept {
    if (!std::is_constant_evaluated() && text.size() >= 8) {
        const auto has = [](std::uint64_t w) {
            return word::below_or_one_of(w, '!', '\x7f', '"', '\'', '`') | (w & word::high_bits);
        };
        std::uint64_t any = has(word::load(text.data() + text.size() - 8));
        for (std::size_t at = 0; at + 8 < text.size(); at += 8) any |= has(word::load(text.data() + at));
        return any != 0;
    }
    for (char c : text) {
        if (is_alien(c)) return true;
    }
    return false;
}
/// The fault of a text that has one: what it is, and where.
SLBWIRE_COLD SLBWIRE_NOINLINE constexpr fault name_alien(std::string_view text, std::string_view field) noexcept {
    std::size_t at = 0;
    while (!is_alien(text[at])) ++at;
    const std::size_t valid = utf8::valid_prefix(text);
    if (valid <= at) return {.code = errc::invalid_utf8, .field = field};
    const alien kind = alien_of(first_character(text.substr(at)).point);
    std::size_t end = at;
    while (end < valid) {
        const character next = first_character(text.substr(end));
        if (alien_of(next.point) == alien::none) break;
        end += next.size;
    }
    const std::size_t place = at == 0 ? 0 : end == text.size() ? 2 : 1;
    return {.code = ascii::is_control(text[at]) ? errc::control_character : errc::invalid_value,
            .field = field,
            .hint = alien_words[static_cast<std::size_t>(kind)][place]};
}

/// An AccessKeyId, an AccessKeySecret or a SecurityToken: visible ASCII without quotation marks. The vendor says no
/// more of what keys are made of; each of these that people send was copied along by mistake.
constexpr fault check_credential(std::string_view text, std::string_view field) noexcept {
    return has_alien(text) ? name_alien(text, field) : fault{};
}
constexpr bool is_port(std::string_view text) noexcept {
    std::uint32_t port = 0;
    for (char c : text) {
        if (!ascii::is_digit(c) || port > 65535) return false;
        port = port * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return port >= 1 && port <= 65535;
}
constexpr bool is_host_name(std::string_view host) noexcept {
    for (std::size_t i = 0; i < host.size(); ++i) {
        if (host[i] == '.' ? i == 0 || host[i - 1] == '.'
                           : !ascii::is_alnum(host[i]) && host[i] != '-' && host[i] != '_') {
            return false;
        }
    }
    return !host.empty();
}
constexpr bool has_form_of_ipv6(std::string_view text) noexcept {
    std::size_t colons = 0;
    for (char c : text) {
        const bool hex = ascii::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!hex && c != ':' && c != '.') return false;
        colons += c == ':';
    }
    return colons >= 2;
}

/// The words for what is no host[:port]; empty where it is one. So nothing passes that could end the authority of a URL
/// or begin another part of it.
SLBWIRE_COLD constexpr std::string_view wrong_endpoint(std::string_view endpoint) noexcept {
    using namespace std::string_view_literals;
    const auto has = [&](std::string_view any) { return endpoint.find_first_of(any) != std::string_view::npos; };
    for (char c : endpoint) {
        if (c == ' ' || ascii::is_control(c)) return "write host[:port] without blanks and line ends"sv;
    }
    if (endpoint.find("://") != std::string_view::npos) {
        return "write host[:port] without a scheme in front: it is https, or http where client.plain_http is set"sv;
    }
    if (has("@")) return "write host[:port] without a user"sv;
    if (has("?#")) return "write host[:port] without a query and a fragment"sv;
    if (has("/\\")) {
        const bool at_end = endpoint.find_first_of("/\\") + 1 == endpoint.size();
        if (at_end) return "write host[:port] without a slash at the end"sv;
        return "write host[:port] without a path: a gateway that has one is not supported, the service is asked at /"sv;
    }
    if (endpoint.size() > 255) return "write host[:port] in at most 255 characters"sv;
    std::string_view host = endpoint.substr(0, endpoint.find(':'));
    std::string_view rest = endpoint.substr(host.size());
    if (endpoint.front() == '[' || has_form_of_ipv6(endpoint)) {
        const std::size_t end = endpoint.find(']');
        if (endpoint.front() != '[' || end == std::string_view::npos ||
            !has_form_of_ipv6(endpoint.substr(1, end - 1))) {
            return "write host[:port] with an IPv6 address in brackets, as [2001:db8::1]:8080"sv;
        }
        rest = endpoint.substr(end + 1);
    } else if (host.empty()) {
        return "write host[:port]: the host is missing"sv;
    } else if (!is_host_name(host)) {
        return "write host[:port] with a host of ASCII letters, digits and hyphens between single dots"sv;
    }
    if (!rest.empty() && (rest.front() != ':' || !is_port(rest.substr(1)))) {
        return "write host[:port] with a port of 1 to 65535"sv;
    }
    return {};
}
/// The client's endpoint, where it has one.
constexpr fault check_endpoint(std::string_view endpoint) noexcept {
    if (endpoint.empty()) return {};
    const std::string_view wrong = wrong_endpoint(endpoint);
    if (wrong.empty()) return {};
    return {.code = errc::invalid_value, .field = "endpoint", .hint = wrong};
}

}  // namespace slbwire
