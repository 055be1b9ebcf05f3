#pragma once
// One call from a struct to a struct: prepare, send, finish.

#include <utility>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/result.hpp"
#include "client.hpp"
#include "finish.hpp"
#include "prepare.hpp"
#include "transport.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Makes one call through a transport that returns its answer. The stamp is the client's.
template <returning_transport T, operation Op>
result<typename Op::response> call(T&& through, const client& c, const Op& op, array_view<const parameter> extra = {}) {
    http_request request;
    if (const fault f = detail::prepare(c, op, c.stamps(), extra, request)) return detail::invalid_request(f);
    return finish<Op>(through(std::as_const(request)));
}

namespace detail {

/// Turns the transport's answer into the operation's result and passes it on.
template <class Op, class Done>
struct finishing {
    Done done;
    void operator()(http_response&& response) { done(finish<Op>(response)); }
};

}  // namespace detail

/// Makes one call through a transport of either shape and calls `done(result<response>)` exactly once: before
/// this returns where the request is invalid or the transport answers at once, otherwise when the transport
/// completes. `done` is moved into the completion.
template <transport T, operation Op, class Done>
    requires std::invocable<Done&, result<typename Op::response>>
void call(T&& through, const client& c, const Op& op, Done done, array_view<const parameter> extra = {}) {
    http_request request;
    if (const fault f = detail::prepare(c, op, c.stamps(), extra, request)) {
        return done(result<typename Op::response>(detail::invalid_request(f)));
    }
    send(through, std::move(request), detail::finishing<Op, Done>{std::move(done)});
}

}  // namespace slbwire
