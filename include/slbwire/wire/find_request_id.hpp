#pragma once
// The id of a request in a reply that cannot be read, which every report to the vendor asks for.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// The value behind a name that was found at `at`: of an element or a member or, if `loose`, after a colon or an equals
/// sign in any text. Empty where there is none.
SLBWIRE_COLD
SLBWIRE_COLD constexpr std::string_view value_after(std::string_view body, std::size_t at, std::size_t size,
                                                    bool loose) noexcept {
    const char before = at == 0 ? '\0' : body[at - 1];
    std::string_view rest = body.substr(at + size, 256);  // bounded, as there may be many such names
    if (before == '<') {
        constexpr std::string_view cdata = "<![CDATA[";
        const std::size_t tag = rest.find('>');
        if (tag == std::string_view::npos) return {};
        rest = ascii::trim(rest.substr(tag + 1));
        if (rest.starts_with(cdata)) rest.remove_prefix(cdata.size());
        return ascii::trim(rest.substr(0, rest.find_first_of("<]")));
    }
    const bool quoted = before == '"' && rest.starts_with('"');
    if (!quoted && !loose) return {};
    rest = ascii::trim(rest.substr(quoted ? 1 : 0));
    if (!rest.starts_with(':') && !rest.starts_with('=')) return {};
    rest = ascii::trim(rest.substr(1));
    if (quoted) return rest.starts_with('"') ? rest.substr(1, rest.find('"', 1) - 1) : std::string_view();
    std::size_t end = 0;
    while (end < rest.size() && (ascii::is_alnum(rest[end]) || rest[end] == '-')) ++end;
    return rest.substr(0, end);
}
SLBWIRE_COLD constexpr bool is_request_id(std::string_view id) noexcept {
    if (id.empty() || id.size() > 128) return false;
    for (char c : id) {
        if (c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>' || c == '&' || c == '\\') return false;
    }
    return true;
}

/// The value of the first member or element called `name` in a body of any kind, well-formed or not, as it is written;
/// empty where there is none of at most 200 bytes that is closed.
SLBWIRE_COLD constexpr std::string_view find_closed_value(std::string_view body, std::string_view name) noexcept {
    for (std::size_t at = body.find(name); at != std::string_view::npos; at = body.find(name, at + 1)) {
        const std::string_view value = value_after(body, at, name.size(), false);
        if (value.empty()) continue;
        const std::size_t end = static_cast<std::size_t>(value.data() - body.data()) + value.size();
        if (value.size() <= 200 && end < body.size() && (body[end] == '"' || body[end] == '<')) return value;
    }
    return {};
}

}  // namespace detail

/// The text of `RequestId` in a body of any kind, well-formed or not; empty where there is none.
/// What every report to the vendor asks for must not be lost with a body that is cut off.
SLBWIRE_COLD constexpr std::string_view find_request_id(std::string_view body) noexcept {
    for (const bool loose : {false, true}) {
        for (std::string_view name : {"RequestId", "requestId"}) {
            for (std::size_t at = body.find(name); at != std::string_view::npos; at = body.find(name, at + 1)) {
                const std::string_view id = detail::value_after(body, at, name.size(), loose);
                if (detail::is_request_id(id)) return id;
            }
        }
    }
    return {};
}

}  // namespace slbwire
