#pragma once
// From an operation to a signed request. Nothing is sent, no clock is read.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "../model/bound.hpp"
#include "../model/operation.hpp"
#include "../wire/parameter.hpp"
#include "client.hpp"
#include "http.hpp"
#include "stamp.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// What an operation is, apart from its type: so that all of `prepare` is compiled once.
struct operation_view : operation_facts {
    const slbwire::service& service;
    const object_source& fields;
};

template <class Op>
constexpr bool has_struct_to_send() noexcept {
    for (const field<Op>& f : Op::fields) {
        if (f.info.kind == field_kind::object && !f.info.rule.reply_only) return true;
    }
    return false;
}
template <operation Op>
operation_view view_of(const Op& op, binding& room) noexcept {
    static_assert(!has_struct_to_send<Op>(), "a request sends values and lists; no form is known for a struct in it");
    return {facts_of<Op>, Op::service, source_of(op, room)};
}

/// Makes the request, or puts what is wrong with it into `e`.
void prepare(const client& c, const operation_view& op, const stamp& when, array_view<const parameter> extra,
             http_request& request, error_box& e);

}  // namespace detail

/// The longest URL that `prepare` makes, in bytes: what many servers and proxies take. The service's pages name none.
inline constexpr std::size_t longest_url = 8'192;

/// Makes the request of one call: in the client's style, and as a POST with a form where the URL would be longer than
/// `longest_url`, as that of twenty servers with long descriptions is. `when` must be new for every request. `extra`
/// are parameters of the caller's own, sent and signed as the others are. The error is `invalid_request`, with the
/// field and its limit; then nothing is to be sent.
///
/// This form fills a request that was used before and allocates nothing once its strings are large enough.
template <operation Op>
result<void> prepare(const client& c, const Op& op, const stamp& when, http_request& request,
                     array_view<const parameter> extra = {}) {
    result<void> prepared;
    detail::binding room;
    detail::prepare(c, detail::view_of(op, room), when, extra, request, prepared.error_place());
    return prepared;
}

template <operation Op>
result<http_request> prepare(const client& c, const Op& op, const stamp& when, array_view<const parameter> extra = {}) {
    result<http_request> prepared;
    detail::binding room;
    detail::prepare(c, detail::view_of(op, room), when, extra, *prepared, prepared.error_place());
    return prepared;
}

// Never called: tells a mistake in one sentence.
template <class Op, class... More>
    requires(!operation<Op>)
detail::mistake prepare(const client&, const Op&, const stamp&, More&&...) {
    SLBWIRE_NEED_OPERATION(Op);
    return {};
}

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "prepare_body.hpp"
#endif
