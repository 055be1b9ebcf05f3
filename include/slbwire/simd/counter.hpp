#pragma once
// Counting from any number of threads, by a builtin: <atomic> would add a fifth to the standard's headers.

#include <cstddef>

#include "../config.hpp"

#if defined(_MSC_VER) && !defined(__clang__)
// As <intrin.h> has it, which is no header of the standard library.
extern "C" long __cdecl _InterlockedIncrement(long volatile*);
extern "C" long __cdecl _InterlockedDecrement(long volatile*);
#pragma intrinsic(_InterlockedIncrement, _InterlockedDecrement)
#endif

namespace slbwire::inline SLBWIRE_ABI::simd {

/// No two calls for one `count` give the same, until it wraps around.
inline std::size_t count_up(long& count) noexcept {
#if defined(__GNUC__) || defined(__clang__)
    return static_cast<std::size_t>(__atomic_add_fetch(&count, 1, __ATOMIC_RELAXED));
#else
    return static_cast<std::size_t>(_InterlockedIncrement(&count));
#endif
}

/// What is left after one less. Who sees 0 sees too what all others did before they counted down.
inline long count_down(long& count) noexcept {
#if defined(__GNUC__) || defined(__clang__)
    return __atomic_sub_fetch(&count, 1, __ATOMIC_ACQ_REL);
#else
    return _InterlockedDecrement(&count);
#endif
}

}  // namespace slbwire::simd
