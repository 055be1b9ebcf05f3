#pragma once
// What the service says no with. It is thrown: whoever answers requests catches it.

#include <string>

namespace emulator {

struct refusal {
    int status;
    std::string code;
    std::string message;
};

}  // namespace emulator
