#pragma once
// Text that is to be read although it is damaged.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "ascii.hpp"
#include "utf8.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// `text` with U+FFFD for each byte that is not UTF-8, and a blank for each control character: no parser stops there
/// any more, and all else is as it was. At most three times as long.
inline std::string repaired_text(std::string_view text) {
    std::string good;
    good.reserve(text.size() + 16);
    while (!text.empty()) {
        const std::size_t valid = utf8::valid_prefix(text);
        for (const char c : text.substr(0, valid)) good += ascii::is_control(c) ? ' ' : c;
        text.remove_prefix(valid);
        if (text.empty()) break;
        good += "\xef\xbf\xbd";
        text.remove_prefix(1);
    }
    return good;
}

}  // namespace slbwire::detail
