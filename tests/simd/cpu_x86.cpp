#include <slbwire/simd/cpu_x86.hpp>

#include "support/catch.hpp"

TEST_CASE("what was found agrees with what the compiler knows of this processor") {
#if defined(__x86_64__) && defined(__GNUC__) && !defined(SLBWIRE_NO_SIMD)
    using slbwire::simd::cpu;
    __builtin_cpu_init();
    CHECK(cpu().ssse3 == (__builtin_cpu_supports("ssse3") != 0));
    CHECK((cpu().ssse3 || !cpu().sha));
    CHECK(&cpu() == &cpu());
#endif
}
