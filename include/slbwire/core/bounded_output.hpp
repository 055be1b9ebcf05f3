#pragma once
// Where encoders write: a caller's memory with an end. What does not fit is counted, never written,
// so one run over too little room tells how much is needed.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "ascii.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Most pieces are short: two overlapping moves of eight or four bytes take no call and no loop.
SLBWIRE_ALWAYS_INLINE constexpr void copy_short(char* to, std::string_view text) noexcept {
    const std::size_t size = text.size();
    if (!std::is_constant_evaluated() && size >= 4 && size <= 16) {
        std::uint64_t front = 0;
        std::uint64_t back = 0;
        if (size >= 8) {
            std::memcpy(&front, text.data(), 8);
            std::memcpy(&back, text.data() + size - 8, 8);
            std::memcpy(to, &front, 8);
            std::memcpy(to + size - 8, &back, 8);
        } else {
            std::memcpy(&front, text.data(), 4);
            std::memcpy(&back, text.data() + size - 4, 4);
            std::memcpy(to, &front, 4);
            std::memcpy(to + size - 4, &back, 4);
        }
    } else if (size < 4) {
        for (std::size_t i = 0; i < size; ++i) to[i] = text[i];
    } else {
        std::char_traits<char>::copy(to, text.data(), size);
    }
}

/// Where a bounded_output has said that there is room: the same functions, without looking.
class unchecked_output {
public:
    constexpr explicit unchecked_output(char* at) noexcept : at_(at) {}
    SLBWIRE_ALWAYS_INLINE constexpr void put(char c) noexcept { *at_++ = c; }
    SLBWIRE_ALWAYS_INLINE constexpr void put(std::string_view text) noexcept {
        copy_short(at_, text);
        at_ += text.size();
    }
    SLBWIRE_ALWAYS_INLINE constexpr void put_decimal(std::int64_t number) noexcept { at_ = ascii::write_decimal(at_, number); }
    /// False where there was no room.
    constexpr explicit operator bool() const noexcept { return at_ != nullptr; }
    constexpr char* at() const noexcept { return at_; }
    constexpr void go_to(char* end) noexcept { at_ = end; }
    friend constexpr bool operator==(const unchecked_output&, const unchecked_output&) noexcept = default;

private:
    char* at_;
};

}  // namespace detail

class bounded_output {
public:
    /// Writes to `[first, first + capacity)`, which must outlive this object; `first` may be null
    /// where `capacity` is 0 (to count only).
    constexpr bounded_output(char* first, std::size_t capacity) noexcept : first_(first), capacity_(capacity) {}

    constexpr void put(char c) noexcept {
        if (size_ < capacity_) first_[size_] = c;
        ++size_;
    }
    // Not inlined: what is quick is large.
    SLBWIRE_NOINLINE constexpr void put(std::string_view text) noexcept {
        if (char* const to = room(text.size()); to != nullptr) detail::copy_short(to, text);
        else put_beginning(text);
        size_ += text.size();
    }

    constexpr void put_decimal(std::int64_t number) noexcept { put(ascii::decimal(number).view()); }

    /// An output for at most `n` bytes that looks no more whether they fit, where they do; then `take` it back.
    constexpr detail::unchecked_output unchecked(std::uint64_t n) noexcept {
        return detail::unchecked_output(room(n));
    }
    constexpr void take(const detail::unchecked_output& filled) noexcept {
        size_ = static_cast<std::size_t>(filled.at() - first_);
    }

    /// Where the next bytes go, if at least `n` of them fit; null otherwise. For encoders that know a
    /// bound and fill by themselves; `advance` then says how many were used.
    constexpr char* room(std::uint64_t n) noexcept {
        return size_ <= capacity_ && n <= capacity_ - size_ ? first_ + size_ : nullptr;
    }
    constexpr void advance(std::size_t n) noexcept { size_ += n; }
    /// Bytes that still fit.
    constexpr std::size_t left() const noexcept { return size_ <= capacity_ ? capacity_ - size_ : 0; }

    /// Bytes that were put, also those that did not fit.
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool overflowed() const noexcept { return size_ > capacity_; }
    /// What stands in the memory: all that was put, or its beginning where that overflowed.
    constexpr std::string_view written() const noexcept { return detail::text_of(first_, size_ < capacity_ ? size_ : capacity_); }

private:
    constexpr void put_beginning(std::string_view text) noexcept {
        const std::size_t left = size_ < capacity_ ? capacity_ - size_ : 0;
        for (std::size_t i = 0; i < left && i < text.size(); ++i) first_[size_ + i] = text[i];
    }

    char* first_;
    std::size_t capacity_;
    std::size_t size_ = 0;
};

namespace detail {

/// `assign`, once for all that is written.
SLBWIRE_NOINLINE inline void assign_through(void (*encode)(const void*, bounded_output&), const void* encoder,
                                            std::string& text) {
    constexpr std::size_t slack = 256;  // encoders are quicker where there is room behind what they write
    std::size_t room = text.capacity();
    for (;;) {
        text.resize(room);
        bounded_output out(text.data(), room);
        encode(encoder, out);
        room = out.size() + slack;
        if (!out.overflowed()) return text.erase(out.size()), void();
    }
}

}  // namespace detail

/// Fills `text` with what `encode(bounded_output&)` writes. Allocates only where the capacity that
/// `text` has already is too small; then `encode` runs a second time, so it must give the same again.
template <class Encode>
void assign(std::string& text, const Encode& encode) {
    detail::assign_through([](const void* it, bounded_output& out) { (*static_cast<const Encode*>(it))(out); }, &encode,
                           text);
}

}  // namespace slbwire
