#pragma once
// How a request's list quotes its texts.

#include <cstdint>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

enum class quote_style : std::uint8_t {
    single_quotes,  ///< `{'ServerId':'vm-233'}`, as the service's pages print it since 2019
    strict_json,    ///< `{"ServerId":"vm-233"}`, RFC 8259
};

}  // namespace slbwire
