#pragma once
// result<T, E>: a value or an error, in the shape of std::expected (C++23), without exceptions.

#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct error;

/// Wraps an error on its way into a result: `return failure{error};`
template <class E>
struct failure {
    E value;
};
template <class E>
failure(E) -> failure<E>;

/// Either a `T` or an `E`. Moves and copies as its members do; never allocates, never throws.
/// `value()`, `operator*` and `operator->` need `has_value()`, `error()` needs its absence: asking for
/// what is not there calls std::abort.
template <class T, class E = error>
class [[nodiscard]] result {
public:
    using value_type = T;
    using error_type = E;

    constexpr result() requires std::is_default_constructible_v<T> : value_(std::in_place) {}
    template <class U = T>
        requires(std::is_constructible_v<T, U> && !std::is_same_v<std::remove_cvref_t<U>, result>)
    constexpr explicit(!std::is_convertible_v<U, T>) result(U&& value)
        : value_(std::in_place, std::forward<U>(value)) {}
    template <class G>
        requires std::is_constructible_v<E, G>
    constexpr result(failure<G> wrapped) : error_(std::in_place, std::move(wrapped.value)) {}

    constexpr result(result&&) noexcept(std::is_nothrow_move_constructible_v<T>&&
                                            std::is_nothrow_move_constructible_v<E>) = default;
    constexpr result(const result&) = default;
    constexpr result& operator=(result&& other) noexcept(std::is_nothrow_move_constructible_v<T>&&
                                                             std::is_nothrow_move_constructible_v<E>) {
        if (this != &other) {
            value_ = std::move(other.value_);
            error_ = std::move(other.error_);
        }
        return *this;
    }
    constexpr result& operator=(const result& other)
        requires(std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>) {
        if (this != &other) *this = result(other);  // where copying throws, this one stays
        return *this;
    }

    template <class G>
        requires std::is_constructible_v<E, G>
    constexpr result& operator=(failure<G> wrapped) {
        error_ = std::move(wrapped.value);
        value_.reset();
        return *this;
    }

    [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    constexpr T& value() & { return need(has_value()), *value_; }
    constexpr const T& value() const& { return need(has_value()), *value_; }
    constexpr T&& value() && { return need(has_value()), *std::move(value_); }
    constexpr T& operator*() & { return value(); }
    constexpr const T& operator*() const& { return value(); }
    constexpr T&& operator*() && { return std::move(*this).value(); }
    constexpr T* operator->() { return need(has_value()), value_.operator->(); }
    constexpr const T* operator->() const { return need(has_value()), value_.operator->(); }
    constexpr E& error() & { return need(!has_value()), *error_; }
    constexpr const E& error() const& { return need(!has_value()), *error_; }
    constexpr E&& error() && { return need(!has_value()), *std::move(error_); }

    template <class U>
    constexpr T value_or(U&& other) const& {
        return has_value() ? *value_ : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    constexpr T value_or(U&& other) && {
        return has_value() ? *std::move(value_) : static_cast<T>(std::forward<U>(other));
    }

    /// `f(value)` must give a result of the same error type; an error passes through.
    template <class F>
    constexpr auto and_then(F&& f) const& -> std::remove_cvref_t<std::invoke_result_t<F, const T&>> {
        if (has_value()) return std::forward<F>(f)(*value_);
        return failure{*error_};
    }
    template <class F>
    constexpr auto and_then(F&& f) && -> std::remove_cvref_t<std::invoke_result_t<F, T&&>> {
        if (has_value()) return std::forward<F>(f)(*std::move(value_));
        return failure{*std::move(error_)};
    }
    /// `f(value)` becomes the new value.
    template <class F>
    constexpr auto transform(F&& f) const& -> result<std::remove_cvref_t<std::invoke_result_t<F, const T&>>, E> {
        if (has_value()) return std::forward<F>(f)(*value_);
        return failure{*error_};
    }
    template <class F>
    constexpr auto transform(F&& f) && -> result<std::remove_cvref_t<std::invoke_result_t<F, T&&>>, E> {
        if (has_value()) return std::forward<F>(f)(*std::move(value_));
        return failure{*std::move(error_)};
    }
    /// `f(error)` must give a result of the same value type; a value passes through.
    template <class F>
    constexpr auto or_else(F&& f) const& -> std::remove_cvref_t<std::invoke_result_t<F, const E&>> {
        if (!has_value()) return std::forward<F>(f)(*error_);
        return *value_;
    }
    template <class F>
    constexpr auto or_else(F&& f) && -> std::remove_cvref_t<std::invoke_result_t<F, E&&>> {
        if (!has_value()) return std::forward<F>(f)(*std::move(error_));
        return *std::move(value_);
    }

private:
    static constexpr void need(bool there) {
        if (!there) std::abort();
    }
    // Exactly one of them is there. Not a union: std::construct_at needs <memory>, a tenth of the time to compile.
    std::optional<T> value_;
    std::optional<E> error_;
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
    constexpr result(failure<G> wrapped) : error_(std::move(wrapped.value)) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return !error_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }
    constexpr const E& error() const& { return need(), *error_; }
    constexpr E&& error() && { return need(), *std::move(error_); }

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

private:
    constexpr void need() const {
        if (!error_.has_value()) std::abort();
    }

    std::optional<E> error_;
};

}  // namespace slbwire
