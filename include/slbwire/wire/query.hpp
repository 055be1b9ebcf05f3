#pragma once
// The parameters of a request as a canonical query string, and the string that is signed.
// Alibaba Cloud, "RPC mechanism", request signature (version 1.0).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../codec/percent.hpp"
#include "../core/array_view.hpp"
#include "../core/bounded_output.hpp"
#include "parameter.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Sorts by name, byte by byte (capitals before small letters), what std::size and `[]` know: a vector, an array,
/// a span. Stable; meant for the tens of parameters that a request has: the time is linear where they are nearly
/// sorted, and quadratic at worst.
template <class Parameters>
constexpr void sort_by_name(Parameters&& parameters) noexcept {
    const auto before = [](std::string_view a, std::string_view b) {
        // Most differ in the first byte already.
        if (!a.empty() && !b.empty() && a[0] != b[0]) {
            return static_cast<unsigned char>(a[0]) < static_cast<unsigned char>(b[0]);
        }
        return a < b;
    };
    for (std::size_t i = 1; i < std::size(parameters); ++i) {
        const auto moving = parameters[i];
        std::size_t at = i;
        for (; at != 0 && before(moving.name, parameters[at - 1].name); --at) parameters[at] = parameters[at - 1];
        parameters[at] = moving;
    }
}

/// Writes `name=value&...`, both sides percent-encoded, in the order given: sort first.
constexpr void write_query(bounded_output& out, array_view<const parameter> sorted) noexcept {
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i != 0) out.put('&');
        percent_encode(out, sorted[i].name);
        out.put('=');
        percent_encode(out, sorted[i].value);
    }
}

/// The canonical query string of parameters in any order.
inline std::string canonical_query(array_view<const parameter> parameters) {
    std::vector<parameter> sorted(parameters.begin(), parameters.end());
    sort_by_name(sorted);
    std::string query;
    assign(query, [&](bounded_output& out) { write_query(out, sorted); });
    return query;
}

/// Writes METHOD `&` `%2F` `&` and the canonical query encoded once more; `method` in capitals.
constexpr void write_string_to_sign(bounded_output& out, std::string_view method, std::string_view query) noexcept {
    out.put(method);
    out.put("&%2F&");
    percent_encode(out, query);
}

inline std::string string_to_sign(std::string_view method, std::string_view canonical_query) {
    std::string text;
    assign(text, [&](bounded_output& out) { write_string_to_sign(out, method, canonical_query); });
    return text;
}

}  // namespace slbwire
