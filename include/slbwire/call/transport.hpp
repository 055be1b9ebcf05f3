#pragma once
// The door to the caller's HTTP stack: one callable, of either of two shapes.

#include <concepts>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// A completion as a transport gets it: move-only, called once.
struct any_completion {
    any_completion() = default;
    any_completion(any_completion&&) = default;
    any_completion& operator=(any_completion&&) = default;
    void operator()(http_response&&) {}
};

/// Is it a function pointer, or what holds a function, without a function?
template <class T>
constexpr bool is_null(const T& through) noexcept {
    if constexpr (!std::is_function_v<T> && requires { through == nullptr; }) return through == nullptr;
    else return false;
}

}  // namespace detail

/// Sends a request and returns what came back: `http_response t(const http_request&)`.
template <class T>
concept returning_transport = requires(T& t, const http_request& request) {
    { t(request) } -> std::convertible_to<http_response>;
};

/// Sends a request, and calls `done(http_response&&)` exactly once, now or later, on any thread:
/// `t(request, done)`. `done` is move-only in general; a transport whose queue copies asks for what it can copy,
/// `std::function<void(http_response&&)>`, and then serves calls whose own `done` can be copied. The request is good
/// as long as a copy of `done` is: a transport that goes on later takes it by value, or keeps a reference.
template <class T>
concept completing_transport = requires(T& t, http_request& request, detail::any_completion& done) {
    t(std::move(request), std::move(done));
};

template <class T>
concept transport = returning_transport<T> || completing_transport<T>;

/// Sends through a transport of either shape and hands what came back to `done`. A transport that returns
/// has its answer passed on at once; one that completes later is never waited for.
template <transport T, class Done>
void send(T& through, http_request&& request, Done&& done) {
    if constexpr (completing_transport<T>) through(std::move(request), std::forward<Done>(done));
    else std::forward<Done>(done)(http_response(through(request)));
}

}  // namespace slbwire
