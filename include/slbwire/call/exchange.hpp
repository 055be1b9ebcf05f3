#pragma once
// One operation with all its attempts, as a state machine that does no I/O, waits for nothing and reads no clock of its
// own: `next` says what is to be done now, `take` is told what came of it.
//
//     slb::exchange<Op> exchange(session, op, options);
//     for (;;) {
//         switch (exchange.next(now_ms())) {
//         case slb::call_step::send: exchange.take(http(exchange.request()), now_ms()); break;
//         case slb::call_step::wait: wait(exchange.wait_ms()); break;
//         case slb::call_step::done: return std::move(exchange).outcome();
//         }
//     }
//
// blocking.hpp, completing.hpp and co_call.hpp have this loop.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "../api/outcome_check.hpp"
#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "../model/operation.hpp"
#include "../wire/parameter.hpp"
#include "finish.hpp"
#include "http.hpp"
#include "prepare.hpp"
#include "session.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct call_options {
    std::int64_t deadline_ms = 30'000;  ///< for all attempts and the waits between them, from the first `next` on
    std::int64_t attempt_ms = 10'000;   ///< for one attempt, which http_request::timeout_ms tells the stack
    retry_policy policy{};
    /// Where an attempt may have done what must not be done twice: ask the service, and send again where it was not done
    /// (api/outcome_check.hpp says how). False: the call ends with an error whose `effect` is `possible`.
    bool ask_first = false;
    array_view<const parameter> extra{};  ///< parameters of the caller's own; their texts must stay
};

enum class call_step : std::uint8_t {
    send,  ///< `request()`, and hand what comes back to `take`
    wait,  ///< for `wait_ms()`, and ask again
    done,  ///< `outcome()` is there
};

namespace detail {

/// All of an exchange that knows no operation.
class exchange_core {
public:
    exchange_core(const exchange_core&) = delete;
    exchange_core& operator=(const exchange_core&) = delete;

    /// What is to be done now. `now` is milliseconds of any clock that never goes back, the same for all calls of one
    /// exchange. Not to be called between a `send` and its `take`.
    call_step next(std::int64_t now);
    /// Good from a `send` until `take`; may be moved from.
    http_request& request() noexcept { return request_; }
    /// After a `wait`: how long, in milliseconds.
    std::int64_t wait_ms() const noexcept { return wait_ms_; }
    /// What came back, or the stack's failure.
    void take(const http_response& response, std::int64_t now);
    /// No further attempt is made: what is under way still ends the call, everything else ends it with errc::cancelled.
    void cancel() noexcept { cancelled_ = true; }

protected:
    exchange_core(session& shared, const call_options& options);
    ~exchange_core();

    virtual const operation_facts& facts() const = 0;
    virtual operation_view view(binding& room) const = 0;
    virtual void finish(const http_response& response, error_box& e) = 0;
    /// The question whether it was done; `facts().action` is empty where there is none.
    virtual const operation_facts& question() const = 0;
    virtual void ask(const client& c, const stamp& when, http_request& request, error_box& e) = 0;
    /// Reads the answer; true, with the result set, where it was done.
    virtual bool was_done(const http_response& response, error_box& e) = 0;
    /// May a refusal as not found be taken for success, with this id?
    virtual bool take_gone(const std::string& request_id) = 0;
    virtual void fail(error_box&& e) = 0;

private:
    enum class state : std::uint8_t { fresh, ready, sent, waiting, done };

    call_step prepare_attempt(std::int64_t now);
    void judge(error&& failed, std::int64_t now);
    void begin_asking(const error& failed, std::int64_t now);
    void judge_answer(bool done, error_box&& failed, std::int64_t now);
    bool repair(const error& failed, std::int64_t now);
    void retry_after(error&& failed, call_reason reason, std::int64_t now);
    void learn_clock(const http_response& response, const error* failed);
    void send_again(const error* failed, call_reason reason, std::int64_t wait, std::int64_t now);
    void end(error&& failed, call_reason reason, std::string_view why);
    void end_well(call_reason reason, int status);
    void tell(const error* failed, int status, call_reason reason, std::int64_t wait, bool ends) const;

    session& session_;
    call_options options_;
    std::vector<parameter> extra_;
    std::shared_ptr<const client> settings_;
    http_request request_;
    http_request sent_;            ///< what of it tells why a signature does not match
    state state_ = state::fresh;
    bool cancelled_ = false;
    bool asking_ = false;
    bool maybe_done_ = false;      ///< an attempt before may have done it
    bool clock_repaired_ = false;
    bool keys_renewed_ = false;
    bool nonce_renewed_ = false;
    int attempts_ = 0;             ///< that were sent, all of them
    int failures_ = 0;             ///< of what counts as an attempt
    int busy_ = 0;
    int unanswered_ = 0;           ///< of the question
    int last_cost_ = 0;
    std::int64_t deadline_ = 0;
    std::int64_t until_ = 0;
    std::int64_t wait_ms_ = 0;
    std::int64_t stamp_time_ = 0;  ///< of the last attempt, by the caller's clock
    std::uint64_t random_ = 0;     ///< from the last nonce
    error_box last_{};             ///< what the last attempt failed by; while the service is asked, the one before
};

}  // namespace detail

/// The exchange of one operation, which it copies. Used by one thread at a time.
template <operation Op>
class exchange final : public detail::exchange_core {
public:
    using response = typename Op::response;

    exchange(session& shared, Op op, const call_options& options = {})
        : exchange_core(shared, options), op_(std::move(op)) {}

    /// After `done`, once.
    result<response> outcome() && { return std::move(outcome_); }

private:
    static constexpr bool can_ask = outcome_check<Op>::exists;

    const detail::operation_facts& facts() const override { return detail::facts_of<Op>; }
    detail::operation_view view(detail::binding& room) const override { return detail::view_of(op_, room); }
    void finish(const http_response& reply, detail::error_box& e) override {
        outcome_ = {};
        text_arena arena;
        detail::binding room;
        detail::finish(reply, detail::target_of(outcome_.value_place(), room), facts(), {arena, false}, e);
    }
    const detail::operation_facts& question() const override {
        static constexpr detail::operation_facts none{};
        if constexpr (can_ask) return detail::facts_of<typename outcome_check<Op>::question>;
        else return none;
    }
    void ask([[maybe_unused]] const client& c, [[maybe_unused]] const stamp& when, [[maybe_unused]] http_request& request,
             [[maybe_unused]] detail::error_box& e) override {
        if constexpr (can_ask) {
            detail::binding room;
            const auto question = outcome_check<Op>::ask(op_);
            detail::prepare(c, detail::view_of(question, room), when, {}, request, e);
        }
    }
    bool was_done([[maybe_unused]] const http_response& reply, [[maybe_unused]] detail::error_box& e) override {
        if constexpr (can_ask) {
            typename outcome_check<Op>::question::response answer;
            text_arena arena;
            detail::binding room;
            detail::finish(reply, detail::target_of(answer, room), question(), {arena, false}, e);
            if (e.has_value()) return false;
            outcome_ = {};
            return outcome_check<Op>::was_done(op_, answer, *outcome_);
        } else {
            return false;
        }
    }
    bool take_gone([[maybe_unused]] const std::string& request_id) override {
        if constexpr (detail::is_deletion<Op>) {
            outcome_ = {};
            outcome_->request_id = request_id;
            return true;
        } else {
            return false;
        }
    }
    void fail(detail::error_box&& e) override {
        outcome_ = {};
        outcome_.error_place() = std::move(e);
    }

    Op op_;
    result<response> outcome_;
};

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "exchange_body.hpp"
#endif
