#pragma once
// What the calls of one client share: its settings, keys that are renewed, the service's clock, the quota of retries.
// Asked for by who makes calls that try again (blocking.hpp, completing.hpp, co_call.hpp).

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "client.hpp"
#include "credentials.hpp"
#include "retry_policy.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Gets keys: from a file (key_files.hpp), from the instance's metadata, by AssumeRole (key_providers.hpp). It may take
/// its time and do what it wants; it is asked by one thread at a time, in the thread of a call that needs keys. It must
/// not make a call of the same session.
using credentials_provider = std::function<result<temporary_credentials>()>;

/// Why an attempt was made, or none any more.
enum class call_reason : std::uint8_t {
    first_attempt,
    throttled,        ///< waits: too many calls
    busy,             ///< waits: another change is being carried out
    failed,           ///< waits: the service, a gateway or the wire failed
    clock_repaired,   ///< sends at once: the service's time is known now
    keys_renewed,     ///< sends at once: the keys were no longer good
    nonce_renewed,    ///< sends at once: the nonce was used, and to do it twice does no harm
    waiting_for_keys, ///< waits: another thread gets them
    asking,           ///< asks the service whether it was done
    found_done,       ///< ends well: it was done, as the service shows
    found_not_done,   ///< sends again: it was not done
    already_gone,     ///< ends well: what was to be deleted is not there, after an attempt that may have done it
    succeeded,        ///< ends well
    refused,          ///< ends: trying again does not help
    uncertain,        ///< ends: it may have been done, and must not be done twice
    no_attempt_left,  ///< ends: the policy's attempts are spent
    no_quota_left,    ///< ends: too much of what all calls tried failed
    no_time_left,     ///< ends: the deadline passed, or would during the wait
    cancelled,        ///< ends: the caller wants no more of it
};
/// The enumerator's own spelling; static text.
std::string_view name(call_reason reason) noexcept;

/// A decision of a call, for a log: what came, what is done next, and why. It holds no secret where `failed` is shown by
/// its `message()`. All that it points to is good while the observer runs.
struct call_event {
    std::string_view action;          ///< `AddBackendServers`; that of the question while it is asked
    int attempt = 0;                  ///< the one that came back, from 1; 0 where none was made
    int http_status = 0;              ///< 0 where no reply came
    const error* failed = nullptr;    ///< null where the attempt succeeded or none was made
    call_reason reason{};
    std::int64_t wait_ms = 0;         ///< until the next attempt
    bool ends = false;                ///< no other attempt follows
};

/// Shared by any number of threads and calls, all of which it must outlive. Nothing is global.
class session {
public:
    /// The keys are the settings' own and never change.
    explicit session(client settings) : session(std::move(settings), nullptr) {}
    /// The keys are `provider`'s: asked for before the first call, and again `renew_before` seconds before they run out.
    /// Until they do, other calls go on with the old ones, and a provider that fails is asked again a little later.
    session(client settings, credentials_provider provider);
    session(const session&) = delete;
    session& operator=(const session&) = delete;

    /// Told of each decision of each call, from the threads of the calls, while no lock is held. Set before the first
    /// call.
    std::function<void(const call_event&)> observer{};
    /// How early keys are renewed, in seconds. Set before the first call.
    std::int64_t renew_before = 300;

    /// The settings with today's keys and clock.
    std::shared_ptr<const client> settings() const;
    /// Seconds that the service is ahead of the stamps, as its replies tell.
    std::int64_t clock_offset() const { return settings()->clock_offset; }
    /// What is left of the quota of retries.
    int retries_left() const;

    // For the exchange. `now` is a stamp's time: seconds since 1970-01-01T00:00:00Z by the caller's clock.
    struct keys_state {
        std::shared_ptr<const client> settings{};  ///< null while another thread gets the first keys, or where it failed
        std::unique_ptr<error> failed{};           ///< why there are no keys
    };
    keys_state current(std::int64_t now);
    /// The service calls the keys that were used expired; true where others may be there now.
    bool renew(const credentials& used);
    void set_clock(std::int64_t offset);
    bool take_retry(int cost);
    void give_retry_back(int cost);

private:
    bool must_renew(std::int64_t now) const noexcept;

    mutable std::mutex mutex_;
    std::shared_ptr<const client> settings_;
    credentials_provider provider_;
    std::int64_t expires_ = 0;      ///< of the keys; 0: never
    std::int64_t ask_again_ = 0;    ///< not before
    bool has_keys_ = true;
    bool renewing_ = false;
    bool expired_ = false;          ///< the service said so
    retry_quota quota_;
};

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "session_body.hpp"
#endif
