#pragma once
// In place of the vcruntime's: operator new and delete.
#include <vcruntime.h>
namespace std {
struct nothrow_t { explicit nothrow_t() = default; };
extern nothrow_t const nothrow;
enum class align_val_t : size_t {};
}
[[nodiscard]] void* operator new(size_t);
[[nodiscard]] void* operator new(size_t, std::nothrow_t const&) noexcept;
[[nodiscard]] void* operator new(size_t, std::align_val_t);
[[nodiscard]] void* operator new(size_t, std::align_val_t, std::nothrow_t const&) noexcept;
[[nodiscard]] void* operator new[](size_t);
[[nodiscard]] void* operator new[](size_t, std::nothrow_t const&) noexcept;
[[nodiscard]] void* operator new[](size_t, std::align_val_t);
[[nodiscard]] void* operator new[](size_t, std::align_val_t, std::nothrow_t const&) noexcept;
void operator delete(void*) noexcept;
void operator delete(void*, size_t) noexcept;
void operator delete(void*, std::align_val_t) noexcept;
void operator delete(void*, size_t, std::align_val_t) noexcept;
void operator delete[](void*) noexcept;
void operator delete[](void*, size_t) noexcept;
void operator delete[](void*, std::align_val_t) noexcept;
void operator delete[](void*, size_t, std::align_val_t) noexcept;
#ifndef __PLACEMENT_NEW_INLINE
#define __PLACEMENT_NEW_INLINE
[[nodiscard]] inline void* operator new(size_t, void* at) noexcept { return at; }
inline void operator delete(void*, void*) noexcept {}
#endif
#ifndef __PLACEMENT_VEC_NEW_INLINE
#define __PLACEMENT_VEC_NEW_INLINE
[[nodiscard]] inline void* operator new[](size_t, void* at) noexcept { return at; }
inline void operator delete[](void*, void*) noexcept {}
#endif
