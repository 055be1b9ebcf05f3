#pragma once
// What makes a request the only one of its kind: its time and a nonce.

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// The service takes a nonce once within fifteen minutes, and a time that far off at most: every attempt,
/// a retry included, needs a stamp of its own.
struct stamp {
    std::int64_t time = 0;  ///< seconds since 1970-01-01T00:00:00Z
    std::string nonce{};    ///< any text that was not used before, 1 to 128 characters
};

/// A stamp from the system's clock, with a nonce of 32 hexadecimal digits that differs between calls,
/// threads, processes and machines: a hash over the time to the nanosecond, a counter and where the
/// system put this program's memory. It is unique, not secret, which is all that a nonce here has to be;
/// whoever wants it from a random generator gives the client a function of their own.
stamp system_stamp();

/// Where a client's stamps come from: `system_stamp`, or any callable that returns a stamp, such as a test's clock. It is
/// copied with the client, and called from as many threads at once as the client is used by.
class stamp_source {
public:
    /// No source: every call is an invalid request then.
    stamp_source(std::nullptr_t) noexcept {}
    stamp_source(stamp (*function)()) noexcept : function_(function) {}
    template <class Callable>
        requires(!std::is_same_v<Callable, stamp_source> && requires(Callable& callable) { stamp(callable()); })
    stamp_source(Callable callable) : operations_(&operations_of<Callable>), state_(new Callable(std::move(callable))) {}
    stamp_source(const stamp_source& other)
        : function_(other.function_), operations_(other.operations_),
          state_(other.state_ == nullptr ? nullptr : operations_->copy(other.state_)) {}
    stamp_source(stamp_source&& other) noexcept
        : function_(other.function_), operations_(std::exchange(other.operations_, nullptr)),
          state_(std::exchange(other.state_, nullptr)) {}
    stamp_source& operator=(stamp_source other) noexcept {
        std::swap(function_, other.function_);
        std::swap(operations_, other.operations_);
        std::swap(state_, other.state_);
        return *this;
    }
    ~stamp_source() {
        if (state_ != nullptr) operations_->destroy(state_);
    }

    stamp operator()() const { return state_ != nullptr ? operations_->make(state_) : function_(); }
    friend bool operator==(const stamp_source& source, std::nullptr_t) noexcept {
        return source.state_ == nullptr && source.function_ == nullptr;
    }

private:
    struct operations {
        stamp (*make)(void* state);
        void* (*copy)(const void* state);
        void (*destroy)(void* state) noexcept;
    };
    template <class Callable>
    static constexpr operations operations_of{
        [](void* state) -> stamp { return (*static_cast<Callable*>(state))(); },
        [](const void* state) -> void* { return new Callable(*static_cast<const Callable*>(state)); },
        [](void* state) noexcept { delete static_cast<Callable*>(state); },
    };

    stamp (*function_)() = nullptr;
    const operations* operations_ = nullptr;
    void* state_ = nullptr;
};

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "stamp_body.hpp"
#endif
