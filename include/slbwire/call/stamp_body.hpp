#pragma once
// What call/stamp.hpp declares.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>

#include "../codec/sha1.hpp"
#include "../config.hpp"
#include "../simd/counter.hpp"
#include "stamp.hpp"

namespace slbwire::inline SLBWIRE_ABI {

SLBWIRE_FUNCTION stamp system_stamp() {
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
