#pragma once
// A parameter of a request.

#include <string_view>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// One parameter, not encoded. Points to text of the caller's.
struct parameter {
    std::string_view name;
    std::string_view value;
};

}  // namespace slbwire
