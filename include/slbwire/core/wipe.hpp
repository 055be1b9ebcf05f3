#pragma once
// Overwriting memory that held a secret, in a way that the optimiser may not drop.

#include <cstddef>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

inline void wipe(void* memory, std::size_t size) noexcept {
    // A volatile store is an observable effect: it stays although nothing reads it.
    auto* byte = static_cast<volatile unsigned char*>(memory);
    for (std::size_t i = 0; i < size; ++i) byte[i] = 0;
}

}  // namespace slbwire
