#pragma once
// What the parsers accept at most. The library needs 9 levels for the deepest honest reply.

#include <cstddef>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// How many containers (JSON objects and arrays, XML elements) may stand inside one another before a
/// text is refused with errc::too_deep. Define SLBWIRE_MAX_DEPTH before the first include, the same in every
/// translation unit, to have another; a cursor of XML takes 16 bytes of stack for each level.
#if defined(SLBWIRE_MAX_DEPTH)
inline constexpr std::size_t max_depth = SLBWIRE_MAX_DEPTH;
#else
inline constexpr std::size_t max_depth = 512;
#endif
static_assert(max_depth >= 16, "SLBWIRE_MAX_DEPTH: the service's own replies are up to 9 levels deep");

/// Attributes that one XML tag may have. The service sends none; a bound keeps the check that none
/// stands twice linear without memory.
inline constexpr std::size_t max_attributes = 64;

}  // namespace slbwire
