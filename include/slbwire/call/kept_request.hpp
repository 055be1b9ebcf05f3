#pragma once
// A request that stays where it is until its completion is gone: a transport may go on with a reference to it.

#include <utility>

#include "../config.hpp"
#include "../simd/counter.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// Copies share one request. Plain counting by a builtin: <memory> would add a third to what a call costs to compile.
class kept_request {
public:
    explicit kept_request(http_request&& request) : box_(new box{std::move(request)}) {}
    kept_request(const kept_request& other) noexcept : box_(other.box_) {
        if (box_ != nullptr) simd::count_up(box_->owners);
    }
    kept_request(kept_request&& other) noexcept : box_(std::exchange(other.box_, nullptr)) {}
    kept_request& operator=(kept_request other) noexcept {
        std::swap(box_, other.box_);
        return *this;
    }
    ~kept_request() {
        if (box_ != nullptr && simd::count_down(box_->owners) == 0) delete box_;
    }

    http_request& operator*() const noexcept { return box_->request; }

private:
    struct box {
        http_request request;
        long owners = 1;
    };
    box* box_;
};

}  // namespace slbwire::detail
