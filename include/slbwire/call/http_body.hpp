#pragma once
// What call/http.hpp declares.

#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI {

SLBWIRE_FUNCTION std::string_view http_response::header(std::string_view name) const noexcept {
    for (const http_header& h : headers) {
        if (ascii::equal_ignoring_case(h.name, name)) return h.value;
    }
    return {};
}

}  // namespace slbwire
