#pragma once
// Memory for texts that are not their own value in a document (escapes, references): everything else
// is borrowed from the document itself.

#include <cstddef>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Reused from one decode to the next it allocates only when a larger document comes. Borrowed replies
/// point into it: they are valid until it is used again or goes. Stays where it is made.
class text_arena {
public:
    constexpr text_arena() noexcept = default;
    constexpr ~text_arena() { delete[] memory_; }
    text_arena(const text_arena&) = delete;
    text_arena& operator=(const text_arena&) = delete;

    /// Forgets all texts and makes room for `bytes` in all.
    constexpr void begin(std::size_t bytes) {
        used_ = 0;
        if (capacity_ >= bytes) return;
        delete[] std::exchange(memory_, nullptr);  // where the next line throws, nothing is freed twice
        capacity_ = 0;
        memory_ = new char[bytes];  // not a std::vector: nothing needs the zeros
        capacity_ = bytes;
    }
    /// Where the next text goes; all that `begin` promised is there, less what was taken.
    constexpr char* next() noexcept { return memory_ + used_; }
    /// Keeps the bytes from `next()` to `end` as a text.
    constexpr std::string_view take(const char* end) noexcept {
        const char* const first = memory_ + used_;
        used_ += static_cast<std::size_t>(end - first);
        return detail::text_of(first, static_cast<std::size_t>(end - first));
    }

private:
    char* memory_ = nullptr;
    std::size_t capacity_ = 0;
    std::size_t used_ = 0;
};

}  // namespace slbwire
