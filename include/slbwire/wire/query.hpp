#pragma once
// The parameters of a request as a canonical query string, and the string that is signed.
// Alibaba Cloud, "RPC mechanism", request signature (version 1.0).

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "../config.hpp"
#include "../codec/percent.hpp"
#include "../core/array_view.hpp"
#include "../core/bounded_output.hpp"
#include "parameter.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

constexpr bool name_is_before(std::string_view a, std::string_view b) noexcept {
    // Most differ in the first byte already.
    if (!a.empty() && !b.empty() && a[0] != b[0]) {
        return static_cast<unsigned char>(a[0]) < static_cast<unsigned char>(b[0]);
    }
    return a < b;
}
/// Sorts those from `first` to before `end`: quick where they are few or nearly in order.
template <class Parameters>
constexpr void insertion_sort(Parameters& parameters, std::size_t first, std::size_t end) noexcept {
    for (std::size_t i = first + 1; i < end; ++i) {
        const auto moving = parameters[i];
        std::size_t at = i;
        for (; at != first && name_is_before(moving.name, parameters[at - 1].name); --at) {
            parameters[at] = parameters[at - 1];
        }
        parameters[at] = moving;
    }
}
/// Merges runs of `run` sorted parameters until all are one.
template <class Parameters>
SLBWIRE_COLD constexpr void merge_runs(Parameters& parameters, std::size_t run) {
    const std::size_t size = std::size(parameters);
    auto* const left = new std::remove_cvref_t<decltype(parameters[0])>[size];
    for (; run < size; run *= 2) {
        for (std::size_t first = 0; first + run < size; first += 2 * run) {
            for (std::size_t i = 0; i < run; ++i) left[i] = parameters[first + i];
            std::size_t right = first + run;
            const std::size_t end = size - right < run ? size : right + run;
            std::size_t to = first;
            for (std::size_t i = 0; i < run; ++i) {
                while (right < end && name_is_before(parameters[right].name, left[i].name)) {
                    parameters[to++] = parameters[right++];
                }
                parameters[to++] = left[i];
            }
        }
    }
    delete[] left;
}

}  // namespace detail

/// Sorts by name, byte by byte (capitals before small letters), what std::size and `[]` know: a vector, an array,
/// a span. Stable. The time is linear where they are few or nearly sorted; of any number n it grows with n log n, and
/// then memory is allocated for as many.
template <class Parameters>
constexpr void sort_by_name(Parameters&& parameters) {
    constexpr std::size_t few = 64;  // a request with one indexed list of ten entries has no more
    const std::size_t size = std::size(parameters);
    if (size <= few) return detail::insertion_sort(parameters, 0, size);
    constexpr std::size_t run = 16;
    for (std::size_t first = 0; first < size; first += run) {
        detail::insertion_sort(parameters, first, size - first < run ? size : first + run);
    }
    detail::merge_runs(parameters, run);
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
