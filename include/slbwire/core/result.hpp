#pragma once
// result<T, E>: a value or an error, in the shape of std::expected (C++23), without exceptions.

#include <optional>
#include <type_traits>
#include <utility>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct error;
struct fault;

namespace detail {

// What a program says, on the standard error, before it ends itself with std::abort because it asked a result for
// what is not there.
[[noreturn]] void no_value() noexcept;
[[noreturn]] void no_value(const error& instead) noexcept;
[[noreturn]] void no_value(const fault& instead) noexcept;
[[noreturn]] void no_error() noexcept;

/// Where a result has its error; error.hpp has a smaller place for `error`.
template <class E>
struct error_place {
    using type = std::optional<E>;
};

}  // namespace detail

/// Wraps an error on its way into a result: `return failure{error};`
template <class E>
struct failure {
    E value;
};
template <class E>
failure(E) -> failure<E>;

/// Either a `T`, which has a default, or an `E`. Moves and copies as its members do; an `error` is in memory of its
/// own, so only what fails allocates for it.
/// `value()`, `operator*` and `operator->` need `has_value()`, `error()` needs its absence: asking for what is not
/// there ends the program with a sentence that says so.
template <class T, class E = error>
class [[nodiscard]] result {
    static_assert(std::is_default_constructible_v<T>, "slbwire::result<T>: T must have a default");

public:
    using value_type = T;
    using error_type = E;

    // Not inlined, nor is the destructor: for a reply with many fields these two are large, and every call has both.
    // SLBWIRE_REPLY has them compiled once.
    SLBWIRE_NOINLINE constexpr result() {}
    template <class U = T>
        requires(std::is_constructible_v<T, U> && !std::is_same_v<std::remove_cvref_t<U>, result>)
    constexpr explicit(!std::is_convertible_v<U, T>) result(U&& value) : value_(std::forward<U>(value)) {}
    template <class G>
        requires std::is_constructible_v<E, G>
    constexpr result(failure<G> wrapped) : error_(std::in_place, std::move(wrapped.value)) {}

    constexpr result(result&&) noexcept(std::is_nothrow_move_constructible_v<T>&&
                                            std::is_nothrow_move_constructible_v<E>) = default;
    constexpr result(const result&) = default;
    constexpr result& operator=(result&& other) noexcept(std::is_nothrow_move_assignable_v<T>&&
                                                             std::is_nothrow_move_constructible_v<E>) {
        if (this == &other) return *this;
        value_ = std::move(other.value_);
        error_ = std::move(other.error_);
        return *this;
    }
    constexpr result& operator=(const result& other)
        requires(std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>) {
        *this = result(other);  // where copying throws, this one stays
        return *this;
    }

    SLBWIRE_NOINLINE constexpr ~result() {}

    template <class G>
        requires std::is_constructible_v<E, G>
    constexpr result& operator=(failure<G> wrapped) {
        value_ = T();
        error_ = place(std::in_place, std::move(wrapped.value));
        return *this;
    }

    [[nodiscard]] constexpr bool has_value() const noexcept { return !error_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    constexpr T& value() & { return need_value(), value_; }
    constexpr const T& value() const& { return need_value(), value_; }
    constexpr T&& value() && { return need_value(), std::move(value_); }
    constexpr T& operator*() & { return value(); }
    constexpr const T& operator*() const& { return value(); }
    constexpr T&& operator*() && { return std::move(*this).value(); }
    constexpr T* operator->() { return need_value(), &value_; }
    constexpr const T* operator->() const { return need_value(), &value_; }
    constexpr E& error() & { return need_error(), *error_; }
    constexpr const E& error() const& { return need_error(), *error_; }
    constexpr E&& error() && { return need_error(), *std::move(error_); }

    template <class U>
    constexpr T value_or(U&& other) const& {
        return has_value() ? value_ : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    constexpr T value_or(U&& other) && {
        return has_value() ? std::move(value_) : static_cast<T>(std::forward<U>(other));
    }

    /// `f(value)` must give a result of the same error type; an error passes through.
    template <class F>
    constexpr auto and_then(F&& f) const& -> std::remove_cvref_t<std::invoke_result_t<F, const T&>> {
        if (has_value()) return std::forward<F>(f)(value_);
        return failure{*error_};
    }
    template <class F>
    constexpr auto and_then(F&& f) && -> std::remove_cvref_t<std::invoke_result_t<F, T&&>> {
        if (has_value()) return std::forward<F>(f)(std::move(value_));
        return failure{*std::move(error_)};
    }
    /// `f(value)` becomes the new value.
    template <class F>
    constexpr auto transform(F&& f) const& -> result<std::remove_cvref_t<std::invoke_result_t<F, const T&>>, E> {
        if (has_value()) return std::forward<F>(f)(value_);
        return failure{*error_};
    }
    template <class F>
    constexpr auto transform(F&& f) && -> result<std::remove_cvref_t<std::invoke_result_t<F, T&&>>, E> {
        if (has_value()) return std::forward<F>(f)(std::move(value_));
        return failure{*std::move(error_)};
    }
    /// `f(error)` must give a result of the same value type; a value passes through.
    template <class F>
    constexpr auto or_else(F&& f) const& -> std::remove_cvref_t<std::invoke_result_t<F, const E&>> {
        if (!has_value()) return std::forward<F>(f)(*error_);
        return value_;
    }
    template <class F>
    constexpr auto or_else(F&& f) && -> std::remove_cvref_t<std::invoke_result_t<F, E&&>> {
        if (!has_value()) return std::forward<F>(f)(*std::move(error_));
        return std::move(value_);
    }

    /// For the library: where the value and the error go.
    constexpr T& value_place() noexcept { return value_; }
    constexpr auto& error_place() noexcept { return error_; }

private:
    using place = typename detail::error_place<E>::type;

    constexpr void need_value() const {
        if (has_value()) return;
        if constexpr (requires { detail::no_value(*error_); }) detail::no_value(*error_);
        else detail::no_value();
    }
    constexpr void need_error() const {
        if (has_value()) detail::no_error();
    }

    T value_{};
    place error_{};
};

/// Nothing or an error. The default is success.
template <class E>
class [[nodiscard]] result<void, E> {
public:
    using value_type = void;
    using error_type = E;

    constexpr result() = default;
    template <class G>
        requires std::is_constructible_v<E, G>
    constexpr result(failure<G> wrapped) : error_(std::in_place, std::move(wrapped.value)) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return !error_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }
    constexpr const E& error() const& { return need_error(), *error_; }
    constexpr E&& error() && { return need_error(), *std::move(error_); }

    template <class F>
    constexpr auto and_then(F&& f) const -> std::remove_cvref_t<std::invoke_result_t<F>> {
        if (has_value()) return std::forward<F>(f)();
        return failure{*error_};
    }
    template <class F>
    constexpr auto or_else(F&& f) const -> result {
        if (has_value()) return {};
        return std::forward<F>(f)(*error_);
    }

    /// For the library: where the error goes.
    constexpr auto& error_place() noexcept { return error_; }

private:
    constexpr void need_error() const {
        if (has_value()) detail::no_error();
    }

    typename detail::error_place<E>::type error_{};
};

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "result_body.hpp"
#endif
