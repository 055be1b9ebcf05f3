#pragma once
// Values in a row that somebody else keeps. What std::span is, without its header, iterators and concepts: with
// those the umbrella takes a quarter longer to compile.

#include <cstddef>
#include <initializer_list>
#include <type_traits>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Points to the caller's values, and is valid as long as they are. `T` is const where they are only read.
template <class T>
class array_view {
public:
    constexpr array_view() noexcept = default;
    constexpr array_view(T* first, std::size_t size) noexcept : first_(first), size_(size) {}
    template <std::size_t N>
    constexpr array_view(T (&array)[N]) noexcept : first_(array), size_(N) {}
    /// Of values in braces, as an argument of a function: they are gone when it returns.
    constexpr array_view(std::initializer_list<std::remove_const_t<T>> values) noexcept
        requires std::is_const_v<T>
        : size_(values.size()) {
        first_ = values.begin();  // here, where g++ does not warn of what the sentence above says
    }
    /// Of whatever keeps its values in a row: std::vector, std::array, std::span, another view. As arguments
    /// of a function they may be temporaries.
    template <class Row>
        requires requires(const Row& row) {
            requires std::is_convertible_v<std::remove_pointer_t<decltype(row.data())> (*)[], T (*)[]>;
            row.size();
        }
    constexpr array_view(const Row& row) noexcept : first_(row.data()), size_(row.size()) {}

    constexpr T* data() const noexcept { return first_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr T* begin() const noexcept { return first_; }
    constexpr T* end() const noexcept { return first_ + size_; }
    /// `at` must be less than the size.
    constexpr T& operator[](std::size_t at) const noexcept { return first_[at]; }

private:
    T* first_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace slbwire
