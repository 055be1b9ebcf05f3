#pragma once
// What makes a request the only one of its kind: its time and a nonce.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../codec/sha1.hpp"
#include "../simd/counter.hpp"

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
inline stamp system_stamp() {
    static long calls = 0;
#if defined(TIME_UTC)
    ::timespec now{};  // g++ for MinGW may have it there alone
    ::timespec_get(&now, TIME_UTC);
#else  // MinGW over the older C runtime of Windows
    ::timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
#endif
    const std::uint64_t sources[] = {
        static_cast<std::uint64_t>(now.tv_sec),
        static_cast<std::uint64_t>(now.tv_nsec),
        simd::count_up(calls),
        static_cast<std::uint64_t>(std::clock()),
        reinterpret_cast<std::uintptr_t>(&now),
        reinterpret_cast<std::uintptr_t>(&calls),
    };
    const auto digest = sha1::of({reinterpret_cast<const char*>(sources), sizeof sources});
    constexpr char hex[] = "0123456789abcdef";
    stamp made{.time = now.tv_sec, .nonce = std::string(32, '0')};
    for (std::size_t i = 0; i < 16; ++i) {
        made.nonce[2 * i] = hex[digest[i] >> 4];
        made.nonce[2 * i + 1] = hex[digest[i] & 15];
    }
    return made;
}

}  // namespace slbwire
