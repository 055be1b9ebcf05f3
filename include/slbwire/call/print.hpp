#pragma once
// Printing, for those who ask for it: `operator<<` for requests, replies and errors, and std::format where the
// library has it (fmt where its headers were included before this one). Prints no secret, signature or token.

#include <ostream>
#include <string>
#include <string_view>
#include <version>

#include "../core/error.hpp"
#include "../model/show.hpp"
#include "client.hpp"
#include "http.hpp"

#if defined(__cpp_lib_format)
#include <format>
#endif

namespace slbwire {

namespace detail {

/// Copies a URL or a form without the values that are nobody's business.
inline std::string without_secrets(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("?&");
        const std::string_view part = text.substr(0, end);
        const std::size_t equals = part.find('=');
        const std::string_view name = part.substr(0, equals);
        if (equals != std::string_view::npos && (name == "Signature" || name == "SecurityToken"))
            (shown += name) += "=***";
        else shown += part;
        if (end == std::string_view::npos) break;
        shown += text[end];
        text.remove_prefix(end + 1);
    }
    return shown;
}

}  // namespace detail

inline std::string show(const http_request& request) {
    std::string line(request.method);
    (line += ' ') += detail::without_secrets(request.url);
    if (!request.body.empty()) (line += ' ') += detail::without_secrets(request.body);
    return line;
}
inline std::string show(const error& e) { return e.message(); }
inline std::string show(const client& c) {
    std::string line = "client{AccessKeyId: ";
    ((line += c.credentials.access_key_id()) += ", RegionId: ") += c.region_id;
    if (!c.endpoint.empty()) (line += ", endpoint: ") += c.endpoint;
    return line += '}';
}

/// What `show` knows.
template <class T>
concept shown = requires(const T& value) { show(value); };

template <shown T>
std::ostream& operator<<(std::ostream& to, const T& value) {
    return to << show(value);
}

}  // namespace slbwire

#if defined(__cpp_lib_format)
template <slbwire::shown T>
struct std::formatter<T> : std::formatter<std::string> {
    auto format(const T& value, auto& context) const {
        return std::formatter<std::string>::format(slbwire::show(value), context);
    }
};
#endif

#if defined(FMT_VERSION)
template <slbwire::shown T>
struct fmt::formatter<T> : fmt::formatter<std::string> {
    auto format(const T& value, auto& context) const {
        return fmt::formatter<std::string>::format(slbwire::show(value), context);
    }
};
#endif
