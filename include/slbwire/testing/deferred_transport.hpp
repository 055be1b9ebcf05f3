#pragma once
// A transport that completes later, for tests of programs that work so.

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "../call/http.hpp"
#include "../call/transport.hpp"
#include "../config.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Carries each request out at once through another transport, such as a fake_service, and keeps the reply until the
/// test delivers it: what a program does meanwhile, and in which order replies reach it, is the test's to say. The
/// other transport must live as long as this one. For one thread at a time; completions that were never called go with
/// it.
///
///     slb::deferred_transport later(service);
///     slb::call(later, client, operation, [&](slb::result<slb::vserver_group_attribute> group) { ... });
///     later.deliver();
template <returning_transport T>
class deferred_transport {
public:
    explicit deferred_transport(T& through) noexcept : through_(&through) {}

    template <class Done>
        requires std::is_invocable_v<Done&, http_response&&>
    void operator()(const http_request& request, Done done) {
        waiting_.push_back(std::make_unique<reply_of<Done>>((*through_)(request), std::move(done)));
    }

    /// How many replies wait.
    std::size_t waiting() const noexcept { return waiting_.size(); }
    /// Delivers the reply that waits at `place`: the oldest is at 0. False where none is there.
    bool deliver(std::size_t place = 0) {
        if (place >= waiting_.size()) return false;
        // A completion may make the next call, so it is no longer in the list when it is called.
        const std::unique_ptr<reply> one = std::move(waiting_[place]);
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(place));
        one->deliver();
        return true;
    }

private:
    struct reply {
        virtual ~reply() = default;
        virtual void deliver() = 0;
    };
    template <class Done>
    struct reply_of final : reply {
        reply_of(http_response&& came, Done&& then) : response(std::move(came)), done(std::move(then)) {}
        void deliver() override { done(std::move(response)); }
        http_response response;
        Done done;
    };

    T* through_;
    std::vector<std::unique_ptr<reply>> waiting_;
};
template <class T>
deferred_transport(T&) -> deferred_transport<T>;

}  // namespace slbwire::inline SLBWIRE_ABI
