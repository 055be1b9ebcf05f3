#pragma once
// What call/http.hpp declares.

#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI {

SLBWIRE_FUNCTION std::string_view http_response::header(std::string_view name) const noexcept {
    for (const http_header& h : headers) {
        // Some stacks hand a header's line out as it came.
        if (ascii::equal_ignoring_case(ascii::trim(h.name), name)) return ascii::trim(h.value);
    }
    return {};
}

}  // namespace slbwire
