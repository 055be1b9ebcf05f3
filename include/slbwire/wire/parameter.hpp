#pragma once
// A parameter of a request.

#include <string_view>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// One parameter, not encoded. Points to text of the caller's.
struct parameter {
    std::string_view name{};
    std::string_view value{};

    constexpr parameter() noexcept = default;
    // Not an aggregate: in braces too many, two literals would become the beginning and the end of one text.
    constexpr parameter(std::string_view its_name, std::string_view its_value) noexcept
        : name(its_name), value(its_value) {}
};

}  // namespace slbwire
