#pragma once
// What call/http.hpp declares.

#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI {

SLBWIRE_FUNCTION http_address address_of(const http_request& request) noexcept {
    using namespace std::string_view_literals;
    std::string_view rest = request.url;
    http_address to{.tls = !rest.starts_with("http://"), .port = "443"sv};
    if (!to.tls) to.port = "80"sv;
    const std::size_t scheme = rest.find("://");
    if (scheme != std::string_view::npos) rest.remove_prefix(scheme + 3);
    to.authority = rest.substr(0, rest.find_first_of("/?"));
    to.target = rest.substr(to.authority.size());
    to.host = to.authority;
    const std::size_t colon = to.authority.rfind(':');
    if (colon != std::string_view::npos && to.authority.find(']', colon) == std::string_view::npos) {
        to.host = to.authority.substr(0, colon);
        to.port = to.authority.substr(colon + 1);
    }
    if (to.host.starts_with('[') && to.host.ends_with(']')) to.host = to.host.substr(1, to.host.size() - 2);
    return to;
}

SLBWIRE_FUNCTION std::string_view http_response::header(std::string_view name) const noexcept {
    for (const http_header& h : headers) {
        // Some stacks hand a header's line out as it came.
        if (ascii::equal_ignoring_case(ascii::trim(h.name), name)) return ascii::trim(h.value);
    }
    return {};
}

}  // namespace slbwire
