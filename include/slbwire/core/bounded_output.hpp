#pragma once
// Where encoders write: a caller's memory with an end. What does not fit is counted, never written,
// so one run over too little room tells how much is needed.

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace slbwire {

class bounded_output {
public:
    /// Writes to `[first, first + capacity)`, which must outlive this object; `first` may be null
    /// where `capacity` is 0 (to count only).
    constexpr bounded_output(char* first, std::size_t capacity) noexcept : first_(first), capacity_(capacity) {}

    constexpr void put(char c) noexcept {
        if (size_ < capacity_) first_[size_] = c;
        ++size_;
    }
    constexpr void put(std::string_view text) noexcept {
        const std::size_t left = size_ < capacity_ ? capacity_ - size_ : 0;
        const std::size_t fits = text.size() < left ? text.size() : left;
        if (fits != 0) std::char_traits<char>::copy(first_ + size_, text.data(), fits);
        size_ += text.size();
    }

    /// Where the next bytes go, if at least `n` of them fit; null otherwise. For encoders that know a
    /// bound and fill by themselves; `advance` then says how many were used.
    constexpr char* room(std::size_t n) noexcept {
        return size_ <= capacity_ && n <= capacity_ - size_ ? first_ + size_ : nullptr;
    }
    constexpr void advance(std::size_t n) noexcept { size_ += n; }

    /// Bytes that were put, also those that did not fit.
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool overflowed() const noexcept { return size_ > capacity_; }
    /// What stands in the memory: all that was put, or its beginning where that overflowed.
    constexpr std::string_view written() const noexcept {
        return {first_, size_ < capacity_ ? size_ : capacity_};
    }

private:
    char* first_;
    std::size_t capacity_;
    std::size_t size_ = 0;
};

/// Fills `text` with what `encode(bounded_output&)` writes. Allocates only where the capacity that
/// `text` has already is too small; then `encode` runs a second time, so it must give the same again.
template <class Encode>
constexpr void assign(std::string& text, Encode&& encode) {
    text.resize(text.capacity());
    for (;;) {
        bounded_output out(text.data(), text.size());
        encode(out);
        const bool done = !out.overflowed();
        text.resize(out.size());
        if (done) return;
    }
}

}  // namespace slbwire
