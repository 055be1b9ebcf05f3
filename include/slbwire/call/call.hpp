#pragma once
// One call from a struct to a struct: prepare, send, finish.

#include <concepts>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "client.hpp"
#include "finish.hpp"
#include "kept_request.hpp"
#include "prepare.hpp"
#include "transport.hpp"

namespace slbwire::inline SLBWIRE_ABI {

struct untyped_operation;  // call/untyped.hpp
struct call_options;       // call/exchange.hpp

namespace detail {

/// A transport that returns its answer, without its type; `send` is null where the transport itself is.
struct sender {
    void* transport;
    http_response (*send)(void* transport, const http_request& request);
};
template <class T>
sender sender_of(T& through) noexcept {
    if (is_null(through)) return {nullptr, nullptr};
    if constexpr (std::is_function_v<T>) {
        // The standard has no void* of a function; one of a pointer to it does as well.
        static constexpr auto send = [](void* transport, const http_request& request) -> http_response {
            return (*reinterpret_cast<T*>(transport))(request);
        };
        return {reinterpret_cast<void*>(&through), send};
    } else {
        return {const_cast<void*>(static_cast<const void*>(&through)),
                [](void* transport, const http_request& request) -> http_response {
                    return (*static_cast<T*>(transport))(request);
                }};
    }
}

/// Prepares with a stamp of the client's; false, with what is wrong, where there is nothing to send.
bool begin(const client& c, const operation_view& op, array_view<const parameter> extra, bool has_transport,
           http_request& request, error_box& e);
/// Prepares, sends and finishes.
void call(const sender& through, const client& c, const operation_view& op, array_view<const parameter> extra,
          object_target& reply, error_box& e);

}  // namespace detail

/// Makes one call through a transport that returns its answer. The stamp is the client's.
template <returning_transport T, operation Op>
result<typename Op::response> call(T&& through, const client& c, const Op& op, array_view<const parameter> extra = {}) {
    result<typename Op::response> reply;
    detail::binding fields;
    detail::binding target;
    detail::call(detail::sender_of(through), c, detail::view_of(op, fields), extra,
                 detail::target_of(reply.value_place(), target), reply.error_place());
    return reply;
}

namespace detail {

/// Turns the transport's answer into the operation's result and passes it on.
template <class Op, class Done>
struct finishing {
    Done done;
    kept_request request;
    void operator()(http_response&& response) { std::move(done)(finish<Op>(response, request.sent())); }
};

}  // namespace detail

/// Makes one call through a transport of either shape and calls `done(result<response>)` exactly once: before
/// this returns where the request is invalid or the transport answers at once, otherwise when the transport
/// completes. `done` is moved into the completion, and called as what is used up by it. An exception of the transport
/// leaves this function, and `done` is then called only where the transport completed before.
template <transport T, operation Op, class Done>
    requires std::invocable<Done, result<typename Op::response>>
void call(T&& through, const client& c, const Op& op, Done done, array_view<const parameter> extra = {}) {
    http_request request;
    result<typename Op::response> failed;
    detail::binding fields;
    if (detail::begin(c, detail::view_of(op, fields), extra, !detail::is_null(through), request, failed.error_place())) {
        const detail::kept_request kept(std::move(request));
        send(through, std::move(*kept), detail::finishing<Op, Done>{std::move(done), kept});
    } else {
        std::move(done)(std::move(failed));
    }
}

namespace detail {

template <class Op>
concept callable_operation = operation<Op> || std::is_same_v<Op, untyped_operation>;
template <class Op, class Done>
concept completion_of = std::is_same_v<Op, untyped_operation> || (operation<Op> && requires(Done& done) {
    std::move(done)(result<typename Op::response>());
});

}  // namespace detail

// Never called: each tells a mistake in one sentence.
template <class T, class C, class Op>
    requires(!(std::is_convertible_v<const C&, const client&> && returning_transport<T> && detail::callable_operation<Op>))
detail::mistake call(T&&, const C&, const Op&, array_view<const parameter> = {}) {
    static_assert(std::is_convertible_v<const C&, const client&>, SLBWIRE_SAY_CLIENT);
    static_assert(transport<T>, SLBWIRE_SAY_TRANSPORT);
    static_assert(!transport<T> || returning_transport<T>, SLBWIRE_SAY_DONE);
    SLBWIRE_NEED_OPERATION(Op);
    return {};
}
template <class T, class C, class Op, class Done>
    requires(!std::is_convertible_v<Done, array_view<const parameter>> &&
             !std::is_same_v<std::remove_cvref_t<Done>, call_options> &&
             !(std::is_convertible_v<const C&, const client&> && transport<T> && detail::callable_operation<Op> &&
               detail::completion_of<Op, std::remove_cvref_t<Done>>))
detail::mistake call(T&&, const C&, const Op&, Done&&, array_view<const parameter> = {}) {
    static_assert(std::is_convertible_v<const C&, const client&>, SLBWIRE_SAY_CLIENT);
    static_assert(transport<T>, SLBWIRE_SAY_TRANSPORT);
    SLBWIRE_NEED_OPERATION(Op);
    static_assert(!operation<Op> || detail::completion_of<Op, std::remove_cvref_t<Done>>, SLBWIRE_SAY_COMPLETION);
    return {};
}

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "call_body.hpp"
#endif
