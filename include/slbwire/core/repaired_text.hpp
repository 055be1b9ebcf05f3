#pragma once
// Text that is to be read although it is damaged.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "ascii.hpp"
#include "text.hpp"
#include "utf8.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// `text` with U+FFFD for each byte that is not UTF-8, and a blank for each control character: no parser stops there
/// any more, and all else is as it was. At most three times as long.
SLBWIRE_COLD inline std::string repaired_text(std::string_view text) {
    using namespace std::string_view_literals;
    std::string good;
    while (!text.empty()) {
        const std::size_t valid = utf8::valid_prefix(text);
        good.append(text.substr(0, valid));
        text.remove_prefix(valid);
        if (text.empty()) break;
        good.append("\xef\xbf\xbd"sv);
        text.remove_prefix(1);
    }
    for (char& c : good) {
        if (ascii::is_control(c)) c = ' ';
    }
    return good;
}

}  // namespace slbwire::detail
