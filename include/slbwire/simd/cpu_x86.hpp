#pragma once
// What this x86 processor can do beyond what every one can, found once at run time.

#include "../config.hpp"

#if SLBWIRE_SIMD && defined(__x86_64__)

namespace slbwire::inline SLBWIRE_ABI::simd {

struct cpu_features {
    bool ssse3;
    bool sha;  ///< with the SSE4.1 and SSSE3 that go with it here
};

SLBWIRE_COLD inline cpu_features look_at_cpu() noexcept {
    const auto cpuid = [](unsigned leaf, unsigned& a, unsigned& b, unsigned& c) {
        unsigned d = 0;
        // As <cpuid.h> does it, which is no header of the standard library.
        __asm__("cpuid" : "=a"(a), "=b"(b), "=c"(c), "=d"(d) : "0"(leaf), "2"(0));
    };
    unsigned highest = 0, a = 0, b = 0, c = 0;
    cpuid(0, highest, b, c);
    cpuid(1, a, b, c);
    const bool ssse3 = (c >> 9 & 1) != 0;
    const bool sse41 = (c >> 19 & 1) != 0;
    if (highest < 7) return {ssse3, false};
    cpuid(7, a, b, c);
    return {ssse3, ssse3 && sse41 && (b >> 29 & 1) != 0};
}

inline const cpu_features& cpu() noexcept {
    static const cpu_features found = look_at_cpu();
    return found;
}

}  // namespace slbwire::simd

#endif
