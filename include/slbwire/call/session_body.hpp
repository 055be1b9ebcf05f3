#pragma once
// What call/session.hpp declares.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "../core/text.hpp"
#include "session.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// In the order of the reasons; no switch, for the reason that detail::sentences has.
inline constexpr literal reason_names[] = {
    "first_attempt",
    "throttled",
    "busy",
    "failed",
    "clock_repaired",
    "keys_renewed",
    "nonce_renewed",
    "waiting_for_keys",
    "asking",
    "found_done",
    "found_not_done",
    "already_gone",
    "succeeded",
    "refused",
    "uncertain",
    "no_attempt_left",
    "no_quota_left",
    "no_time_left",
    "cancelled",
};
static_assert(std::size(reason_names) == static_cast<std::size_t>(call_reason::cancelled) + 1);

}  // namespace detail

SLBWIRE_FUNCTION std::string_view name(call_reason reason) noexcept {
    const auto at = static_cast<std::size_t>(reason);
    if (at >= std::size(detail::reason_names)) return "?";
    return detail::reason_names[at];
}

SLBWIRE_FUNCTION session::session(client settings, credentials_provider provider)
    : settings_(std::make_shared<const client>(std::move(settings))), provider_(std::move(provider)),
      has_keys_(provider_ == nullptr) {}

SLBWIRE_FUNCTION std::shared_ptr<const client> session::settings() const {
    const std::lock_guard lock(mutex_);
    return settings_;
}
SLBWIRE_FUNCTION int session::retries_left() const {
    const std::lock_guard lock(mutex_);
    return quota_.left();
}

SLBWIRE_FUNCTION bool session::must_renew(std::int64_t now) const noexcept {
    if (provider_ == nullptr || now < ask_again_) return false;
    return !has_keys_ || expired_ || (expires_ != 0 && now >= expires_ - renew_before);
}

SLBWIRE_FUNCTION session::keys_state session::current(std::int64_t now) {
    constexpr std::int64_t pause = 10;  // seconds that a provider is left alone while the keys at hand are good
    std::unique_lock lock(mutex_);
    const bool usable = has_keys_ && !expired_ && (expires_ == 0 || now < expires_);
    if (renewing_ || !must_renew(now)) {
        // Old keys are better than none where a new pair cannot be had: the service tells what it thinks of them.
        const bool go_on = usable || (has_keys_ && !renewing_);
        return {.settings = go_on ? settings_ : nullptr, .failed = nullptr};
    }
    renewing_ = true;
    lock.unlock();
    // Also where the provider throws, which leaves this session as it was.
    struct asking {
        session& self;
        std::unique_lock<std::mutex>& lock;
        ~asking() {
            lock.lock();
            self.renewing_ = false;
        }
    };
    result<temporary_credentials> got;
    {
        const asking now_alone{*this, lock};
        got = provider_();
    }
    if (got) {
        client renewed = *settings_;
        renewed.credentials = std::move(got->credentials);
        settings_ = std::make_shared<const client>(std::move(renewed));
        expires_ = got->expires;
        has_keys_ = true;
        expired_ = false;
        // Keys of a file or a cache may be old already, and the same as before.
        ask_again_ = expires_ != 0 && expires_ < now + pause ? expires_ : now + pause;
        return {.settings = settings_, .failed = nullptr};
    }
    if (usable) {
        ask_again_ = now + pause;
        return {.settings = settings_, .failed = nullptr};
    }
    return {.settings = nullptr, .failed = std::make_unique<error>(std::move(got).error())};
}

SLBWIRE_FUNCTION bool session::renew(const credentials& used) {
    const std::lock_guard lock(mutex_);
    if (provider_ == nullptr) return false;
    if (settings_->credentials.access_key_id() == used.access_key_id() &&
        settings_->credentials.security_token().reveal() == used.security_token().reveal()) {
        expired_ = true;
        ask_again_ = 0;
    }
    return true;
}

SLBWIRE_FUNCTION void session::set_clock(std::int64_t offset) {
    const std::lock_guard lock(mutex_);
    client corrected = *settings_;
    corrected.clock_offset = offset;
    settings_ = std::make_shared<const client>(std::move(corrected));
}

SLBWIRE_FUNCTION bool session::take_retry(int cost) {
    const std::lock_guard lock(mutex_);
    return quota_.take(cost);
}
SLBWIRE_FUNCTION void session::give_retry_back(int cost) {
    const std::lock_guard lock(mutex_);
    quota_.give_back(cost);
}

}  // namespace slbwire
