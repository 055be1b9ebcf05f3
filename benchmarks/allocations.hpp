#pragma once
// What the heap is used for, by C++ and by C: malloc and its like are the program's own, on top of glibc's.

#include <cstddef>

namespace allocations {

/// How many blocks were asked for since the program began; a reallocation is one. 0 where there is no glibc.
std::size_t count();

// Bytes are only followed between `follow(true)` and `follow(false)`: it costs time.
void follow(bool);
/// More bytes in use now than when `follow(true)` was said.
std::ptrdiff_t bytes();
/// The most that `bytes()` was since then.
std::ptrdiff_t peak_bytes();

}  // namespace allocations
