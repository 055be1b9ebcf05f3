#pragma once
// What call/kept_request.hpp declares.

#include <utility>

#include "../config.hpp"
#include "../simd/counter.hpp"
#include "kept_request.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// What of a request is needed when its reply comes.
inline http_request without_headers(const http_request& request) {
    return {.method = request.method, .url = request.url, .body = request.body};
}

struct kept_request::box {
    http_request sent;
    http_request request;
    long owners = 1;
};

SLBWIRE_FUNCTION kept_request::kept_request(http_request&& request)
    : box_(new box{without_headers(request), std::move(request)}) {}
SLBWIRE_FUNCTION kept_request::kept_request(const kept_request& other) noexcept : box_(other.box_) {
    if (box_ != nullptr) simd::count_up(box_->owners);
}
SLBWIRE_FUNCTION kept_request::~kept_request() {
    if (box_ != nullptr && simd::count_down(box_->owners) == 0) delete box_;
}
SLBWIRE_FUNCTION http_request& kept_request::operator*() const noexcept { return box_->request; }
SLBWIRE_FUNCTION const http_request& kept_request::sent() const noexcept { return box_->sent; }

}  // namespace slbwire::detail
