#pragma once
// What makes a request the only one of its kind: its time and a nonce.

#include <cstdint>
#include <string>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// The service takes a nonce once within fifteen minutes, and a time that far off at most: every attempt,
/// a retry included, needs a stamp of its own.
struct stamp {
    std::int64_t time = 0;  ///< seconds since 1970-01-01T00:00:00Z
    std::string nonce{};    ///< any text that was not used before, 1 to 128 characters
};

/// A stamp from the system's clock, with a nonce of 32 hexadecimal digits that differs between calls,
/// threads, processes and machines: a hash over the time to the nanosecond, a counter and where the
/// system put this program's memory. It is unique, not secret, which is all that a nonce here has to be;
/// whoever wants it from a random generator gives the client a function of their own.
stamp system_stamp();

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "stamp_body.hpp"
#endif
