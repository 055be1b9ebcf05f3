#include "allocations.hpp"

#include <cerrno>
#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

// Everything that is measured runs on one thread.
std::size_t made = 0;
bool following = false;
std::ptrdiff_t in_use = 0;
std::ptrdiff_t most_in_use = 0;

}  // namespace

namespace allocations {

std::size_t count() { return made; }
void follow(bool yes) {
    following = yes;
    if (yes) in_use = most_in_use = 0;
}
std::ptrdiff_t bytes() { return in_use; }
std::ptrdiff_t peak_bytes() { return most_in_use; }

}  // namespace allocations

#if defined(__GLIBC__)

namespace {

void came(void* block) {
    ++made;
    if (!following || block == nullptr) return;
    in_use += static_cast<std::ptrdiff_t>(malloc_usable_size(block));
    if (in_use > most_in_use) most_in_use = in_use;
}
void goes(void* block) {
    if (following && block != nullptr) in_use -= static_cast<std::ptrdiff_t>(malloc_usable_size(block));
}

}  // namespace

extern "C" {

void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);

void* malloc(std::size_t size) {
    void* const block = __libc_malloc(size);
    came(block);
    return block;
}
void* calloc(std::size_t n, std::size_t size) {
    void* const block = __libc_calloc(n, size);
    came(block);
    return block;
}
void* realloc(void* block, std::size_t size) {
    goes(block);
    void* const moved = __libc_realloc(block, size);
    came(moved);
    return moved;
}
void* memalign(std::size_t alignment, std::size_t size) {
    void* const block = __libc_memalign(alignment, size);
    came(block);
    return block;
}
void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }
int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
    *block = memalign(alignment, size);
    return *block == nullptr ? ENOMEM : 0;
}
void free(void* block) {
    goes(block);
    __libc_free(block);
}

}  // extern "C"

#endif
