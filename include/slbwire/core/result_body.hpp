#pragma once
// What core/result.hpp declares, but for what concerns an `error` (error_body.hpp).

#include <cstdio>
#include <cstdlib>
#include <string>

#include "../config.hpp"
#include "fault.hpp"
#include "result.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

SLBWIRE_COLD SLBWIRE_FUNCTION void no_value() noexcept {
    std::fputs("slbwire: the value of a result was asked for that has an error\n", stderr);
    std::abort();
}
SLBWIRE_COLD SLBWIRE_FUNCTION void no_value(const fault& instead) noexcept {
    std::string line = "slbwire: the value of a result was asked for that has a fault: ";
    (line += describe(instead.code)) += "\n";
    std::fputs(line.c_str(), stderr);
    std::abort();
}
SLBWIRE_COLD SLBWIRE_FUNCTION void no_error() noexcept {
    std::fputs("slbwire: the error of a result was asked for that has none\n", stderr);
    std::abort();
}

}  // namespace slbwire
