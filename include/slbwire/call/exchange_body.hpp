#pragma once
// What call/exchange.hpp declares: the decisions.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "../codec/http_date.hpp"
#include "../config.hpp"
#include "../core/error.hpp"
#include "exchange.hpp"
#include "kept_request_body.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// Numbers from a nonce, which differs from attempt to attempt (FNV-1a, 64 bits): enough for waits to differ.
inline std::uint64_t random_from(std::string_view nonce) noexcept {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : nonce) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash ^ hash >> 32;
}

SLBWIRE_FUNCTION exchange_core::exchange_core(session& shared, const call_options& options)
    : session_(shared), options_(options), extra_(options.extra.begin(), options.extra.end()) {}
SLBWIRE_FUNCTION exchange_core::~exchange_core() = default;

SLBWIRE_FUNCTION void exchange_core::tell(const error* failed, int status, call_reason reason, std::int64_t wait,
                                          bool ends) const {
    if (!session_.observer) return;
    session_.observer({.action = asking_ ? question().action : facts().action,
                       .attempt = attempts_,
                       .http_status = status,
                       .failed = failed,
                       .reason = reason,
                       .wait_ms = wait,
                       .ends = ends});
}

SLBWIRE_FUNCTION void exchange_core::end(error&& failed, call_reason reason, std::string_view why) {
    // What an attempt before may have done is not undone by the last one's failure.
    if (maybe_done_) failed.effect = error_effect::possible;
    failed.given_up = why;
    tell(&failed, failed.http_status, reason, 0, true);
    fail(error_box(std::in_place, std::move(failed)));
    state_ = state::done;
}
SLBWIRE_FUNCTION void exchange_core::end_well(call_reason reason, int status) {
    session_.give_retry_back(last_cost_);
    tell(nullptr, status, reason, 0, true);
    state_ = state::done;
}

SLBWIRE_FUNCTION call_step exchange_core::next(std::int64_t now) {
    if (state_ == state::fresh) {
        deadline_ = now + options_.deadline_ms;
        state_ = state::ready;
    }
    if (state_ == state::done) return call_step::done;
    const bool late = now >= deadline_;
    if (cancelled_ || late) {
        const call_reason reason = cancelled_ ? call_reason::cancelled : call_reason::no_time_left;
        if (last_.has_value()) {
            end(std::move(*last_), reason, cancelled_ ? "the call was cancelled" : "there is no time left");
        } else {
            error e{.kind = error_kind::transport};
            e.what.code = cancelled_ ? errc::cancelled : errc::deadline_passed;
            end(std::move(e), reason, {});
        }
        return call_step::done;
    }
    if (state_ == state::waiting && now < until_) {
        wait_ms_ = until_ - now;
        return call_step::wait;
    }
    return prepare_attempt(now);
}

SLBWIRE_FUNCTION call_step exchange_core::prepare_attempt(std::int64_t now) {
    constexpr std::int64_t poll_ms = 50;  // while another thread gets the keys
    const auto source = session_.settings();
    error_box failed;
    if (source->stamps == nullptr) {
        refuse_null("stamps", failed);
    } else {
        const stamp when = source->stamps();
        stamp_time_ = when.time;
        random_ = random_from(when.nonce);
        session::keys_state keys = session_.current(when.time + source->clock_offset);
        if (keys.failed) {
            end(std::move(*keys.failed), call_reason::refused, "there are no keys");
            return call_step::done;
        }
        if (!keys.settings) {
            tell(nullptr, 0, call_reason::waiting_for_keys, poll_ms, false);
            state_ = state::waiting;
            until_ = now + poll_ms;
            wait_ms_ = poll_ms;
            return call_step::wait;
        }
        settings_ = std::move(keys.settings);
        if (asking_) {
            ask(*settings_, when, request_, failed);
        } else {
            binding room;
            prepare(*settings_, view(room), when, array_view<const parameter>(extra_), request_, failed);
        }
    }
    if (failed.has_value()) {
        end(std::move(*failed), call_reason::refused, {});
        return call_step::done;
    }
    sent_ = without_headers(request_);
    request_.attempt = ++attempts_;
    const std::int64_t left = deadline_ - now;
    request_.timeout_ms = left < options_.attempt_ms ? left : options_.attempt_ms;
    state_ = state::sent;
    return call_step::send;
}

/// The service's clock, from replies that the service itself made: kept where stamps are two minutes off, of the fifteen
/// that the service allows.
SLBWIRE_FUNCTION void exchange_core::learn_clock(const http_response& response, const error* failed) {
    constexpr std::int64_t noticeable = 120;
    if (failed != nullptr && failed->speaker != error_speaker::service) return;
    const std::int64_t time =
        failed != nullptr ? failed->server_time : parse_http_date(response.header("date")).value_or(0);
    if (time == 0) return;
    const std::int64_t offset = time - stamp_time_;
    const std::int64_t change = offset - settings_->clock_offset;
    const bool wrong = failed != nullptr && failed->service.kind == error_class::clock;
    if (wrong || change > noticeable || change < -noticeable) session_.set_clock(offset);
}

SLBWIRE_FUNCTION void exchange_core::take(const http_response& response, std::int64_t now) {
    error_box failed;
    bool done = true;
    if (asking_) done = was_done(response, failed);
    else finish(response, failed);
    if (failed.has_value()) (*failed).mismatch = find_mismatch(*failed, sent_);
    learn_clock(response, failed.has_value() ? &*failed : nullptr);
    if (asking_) return judge_answer(done, std::move(failed), now);
    if (!failed.has_value()) return end_well(call_reason::succeeded, response.status);
    judge(std::move(*failed), now);
}

SLBWIRE_FUNCTION void exchange_core::send_again(const error* failed, call_reason reason, std::int64_t wait,
                                                std::int64_t now) {
    tell(failed, failed == nullptr ? 0 : failed->http_status, reason, wait, false);
    // Why the question is asked is worth more than why it had no answer.
    if (failed != nullptr && !asking_) last_ = error_box(std::in_place, error(*failed));
    until_ = now + wait;
    state_ = wait > 0 ? state::waiting : state::ready;
}

/// What is wrong with the request, and can be put right: once each. True where it is sent again.
SLBWIRE_FUNCTION bool exchange_core::repair(const error& failed, std::int64_t now) {
    if (failed.service.retry != retry_advice::after_repair) return false;
    switch (failed.service.kind) {
    case error_class::clock:
        if (clock_repaired_ || failed.server_time == 0) return false;
        clock_repaired_ = true;
        send_again(&failed, call_reason::clock_repaired, 0, now);
        return true;
    case error_class::token:
        if (keys_renewed_ || !session_.renew(settings_->credentials)) return false;
        keys_renewed_ = true;
        send_again(&failed, call_reason::keys_renewed, 0, now);
        return true;
    case error_class::nonce:
        if (nonce_renewed_) return false;
        nonce_renewed_ = true;
        send_again(&failed, call_reason::nonce_renewed, 0, now);
        return true;
    default: return false;
    }
}

SLBWIRE_FUNCTION void exchange_core::retry_after(error&& failed, call_reason reason, std::int64_t now) {
    const retry_policy& policy = options_.policy;
    std::int64_t wait = 0;
    int cost = 0;
    if (reason == call_reason::busy) {
        if (++busy_ > policy.most_busy_attempts) {
            return end(std::move(failed), call_reason::no_attempt_left, "it was busy all the time");
        }
        // At least half of it: nothing that configures itself is done at once.
        const std::int64_t most = backoff_ms(policy.busy_base_ms, policy.longest_busy_wait_ms, busy_, random_);
        wait = (policy.busy_base_ms + most) / 2;
    } else {
        if (++failures_ >= policy.most_attempts) {
            return end(std::move(failed), call_reason::no_attempt_left, "there is no attempt left");
        }
        const bool throttled = reason == call_reason::throttled;
        cost = throttled ? retry_quota::throttle_cost : retry_quota::failure_cost;
        wait = backoff_ms(throttled ? policy.throttle_base_ms : policy.failure_base_ms, policy.longest_wait_ms,
                          failures_, random_);
    }
    if (failed.service.retry_after_ms > wait) wait = failed.service.retry_after_ms;
    if (now + wait >= deadline_) {
        return end(std::move(failed), call_reason::no_time_left, "there is no time left for another attempt");
    }
    if (cost != 0 && !session_.take_retry(cost)) {
        return end(std::move(failed), call_reason::no_quota_left, "too many calls failed before");
    }
    if (cost != 0) last_cost_ = cost;
    send_again(&failed, reason, wait, now);
}

/// The service may still be at it: the question comes after the time that something busy takes.
SLBWIRE_FUNCTION void exchange_core::begin_asking(const error& failed, std::int64_t now) {
    const retry_policy& policy = options_.policy;
    const std::int64_t most = backoff_ms(policy.busy_base_ms, policy.longest_busy_wait_ms, 1, random_);
    const std::int64_t wait = (policy.busy_base_ms + most) / 2;
    const std::int64_t left = (deadline_ - now) / 2;
    send_again(&failed, call_reason::asking, wait < left ? wait : left, now);
    asking_ = true;
    unanswered_ = 0;
}

SLBWIRE_FUNCTION void exchange_core::judge(error&& failed, std::int64_t now) {
    // After an attempt that may have deleted it.
    if (maybe_done_ && failed.speaker == error_speaker::service && failed.service.kind == error_class::not_found &&
        take_gone(failed.request_id)) {
        return end_well(call_reason::already_gone, failed.http_status);
    }
    const bool unsure = failed.effect == error_effect::possible;
    maybe_done_ = maybe_done_ || unsure;
    if (unsure && !facts().idempotent) {
        if (options_.ask_first && !question().action.empty() && !cancelled_) {
            return begin_asking(failed, now);
        }
        return end(std::move(failed), call_reason::uncertain, "it may have been done, and must not be done twice");
    }
    if (repair(failed, now)) return;
    if (failed.service.retry != retry_advice::later) {
        return end(std::move(failed), call_reason::refused, {});
    }
    const error_class kind = failed.service.kind;
    retry_after(std::move(failed),
                kind == error_class::throttled ? call_reason::throttled
                : kind == error_class::busy    ? call_reason::busy
                                               : call_reason::failed,
                now);
}

SLBWIRE_FUNCTION void exchange_core::judge_answer(bool done, error_box&& failed, std::int64_t now) {
    const retry_policy& policy = options_.policy;
    if (failed.has_value()) {
        const error& e = *failed;
        if (repair(e, now)) return;
        std::int64_t wait = backoff_ms(policy.throttle_base_ms, policy.longest_wait_ms, ++unanswered_, random_);
        if (e.service.retry_after_ms > wait) wait = e.service.retry_after_ms;
        if (e.service.retry == retry_advice::later && unanswered_ < policy.most_attempts && now + wait < deadline_ &&
            session_.take_retry(retry_quota::throttle_cost)) {
            last_cost_ = retry_quota::throttle_cost;
            return send_again(&e, call_reason::asking, wait, now);
        }
        return end(std::move(*last_), call_reason::uncertain, "whether it was done could not be found out");
    }
    if (done) return end_well(call_reason::found_done, 200);
    asking_ = false;
    error last = *last_;
    if (++failures_ >= policy.most_attempts) {
        return end(std::move(last), call_reason::no_attempt_left, "it was not done yet, and there is no attempt left");
    }
    if (!session_.take_retry(retry_quota::failure_cost)) {
        return end(std::move(last), call_reason::no_quota_left, "it was not done yet, and too many calls failed before");
    }
    last_cost_ = retry_quota::failure_cost;
    maybe_done_ = false;
    send_again(nullptr, call_reason::found_not_done, 0, now);
}

}  // namespace slbwire::detail
