#pragma once
// How a request's list quotes its texts.

#include <cstdint>
#include <string_view>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

enum class quote_style : std::uint8_t {
    single_quotes,  ///< `{'ServerId':'vm-233'}`, as the service's pages print it since 2019
    strict_json,    ///< `{"ServerId":"vm-233"}`, RFC 8259
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(quote_style style) noexcept {
    switch (style) {
    case quote_style::single_quotes: return "single_quotes";
    case quote_style::strict_json: return "strict_json";
    }
    return "?";
}

}  // namespace slbwire
