#pragma once
// Rules that the documents of every format must keep, for tests of `check` functions: what is accepted, what
// is refused with which fault at which byte, and that no beginning of a document is one.

#include <cstddef>
#include <string>
#include <string_view>

#include <slbwire/core/fault.hpp>
#include <slbwire/core/result.hpp>

#include "catch.hpp"
#include "exact_block.hpp"

namespace support {

struct accepted {
    std::string_view text;
};
struct refused {
    std::string_view text;
    slbwire::errc code;
    std::size_t offset;
};

using check_function = slbwire::result<void, slbwire::fault>(std::string_view) noexcept;

/// The two rules as functions over a row.
template <check_function* Check>
constexpr bool accepts(const accepted& row) noexcept {
    return Check(row.text).has_value();
}
template <check_function* Check>
constexpr bool refuses(const refused& row) noexcept {
    const auto done = Check(row.text);
    return !done && done.error().code == row.code && done.error().offset == row.offset;
}

/// The fault tells that only the end is missing: at the end, or at a character that is cut off there.
template <check_function* Check>
constexpr bool is_truncated(std::string_view text) noexcept {
    const auto done = Check(text);
    return !done && done.error().code == slbwire::errc::truncated && done.error().offset <= text.size() &&
           text.size() - done.error().offset < 4;
}
template <check_function* Check>
constexpr bool every_truncation_is_told(std::string_view text) noexcept {
    for (std::size_t size = 0; size < text.size(); ++size) {
        if (!is_truncated<Check>(text.substr(0, size))) return false;
    }
    return Check(text).has_value();
}
template <check_function* Check>
void check_every_truncation(std::string_view text) {
    CAPTURE(text);
    for (std::size_t size = 0; size < text.size(); ++size) {
        const exact_block block(text.substr(0, size));
        CAPTURE(size);
        CHECK(is_truncated<Check>(block.view()));
    }
    const exact_block whole(text);
    CHECK(Check(whole.view()).has_value());
}

/// `part` so many times.
inline std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (; times != 0; --times) text += part;
    return text;
}

}  // namespace support
