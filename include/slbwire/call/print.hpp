#pragma once
// Printing, for those who ask for it: `operator<<` for requests, replies, errors and enumerations, and std::format where
// the library has it (fmt where its headers were included before this one). Prints no secret of the
// client, signature or token; parameters that a caller adds by name are printed as they are.

#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <version>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/shown_text.hpp"
#include "../model/show.hpp"
#include "client.hpp"
#include "http.hpp"

#if defined(__cpp_lib_format)
#include <format>
#endif

namespace slbwire::inline SLBWIRE_ABI {

inline std::string show(const http_request& request) {
    std::string line(request.method);
    for (std::string_view text : {std::string_view(request.url), std::string_view(request.body)}) {
        if (text.empty()) continue;
        line += ' ';
        detail::append_shown(line, text);
    }
    return line;
}
inline std::string show(const error& e) { return e.message(); }
inline std::string show(const client& c) {
    std::string line = "client{AccessKeyId: ";
    ((line += c.credentials.access_key_id()) += ", RegionId: ") += c.region_id;
    if (!c.endpoint.empty()) (line += ", endpoint: ") += c.endpoint;
    return line += '}';
}

/// Only declared: found by its argument for what is declared in this namespace, and so tells that apart.
template <class T>
void is_of_slbwire(const T&);

namespace detail::by_argument {

void is_of_slbwire();  // hides the one above from all other ways to find it

template <class T>
concept of_slbwire = requires(const T& value) { is_of_slbwire(value); };

}  // namespace detail::by_argument

/// An enumeration of this library that has names: `error_kind`, `error_class` and their like.
template <class T>
concept named = std::is_enum_v<T> && detail::by_argument::of_slbwire<T> && requires(T value) { name(value); };

template <named T>
std::string show(T value) {
    return std::string(name(value));
}

/// What is printed: the requests, replies, errors and enumerations of this library. A program's own structs with field
/// lists are its own to print: `slbwire::show` makes their line.
template <class T>
concept shown = std::is_same_v<T, http_request> || std::is_same_v<T, error> || std::is_same_v<T, client> || named<T> ||
                (detail::listed<T> && detail::by_argument::of_slbwire<T>);

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
