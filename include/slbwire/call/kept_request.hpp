#pragma once
// A request that stays where it is until its completion is gone: a transport may go on with a reference to it, and what
// its reply means may depend on what was sent.

#include <utility>

#include "../config.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// Copies share one request. Counting by a builtin: <memory> would add a third to what a call costs to compile.
class kept_request {
public:
    explicit kept_request(http_request&& request);
    kept_request(const kept_request& other) noexcept;
    kept_request(kept_request&& other) noexcept : box_(std::exchange(other.box_, nullptr)) {}
    kept_request& operator=(kept_request other) noexcept {
        std::swap(box_, other.box_);
        return *this;
    }
    ~kept_request();

    /// For the transport, which may move from it.
    http_request& operator*() const noexcept;
    /// What was sent, but for its headers.
    const http_request& sent() const noexcept;

private:
    struct box;
    box* box_;
};

}  // namespace slbwire::detail

#if !defined(SLBWIRE_SEPARATE)
#include "kept_request_body.hpp"
#endif
