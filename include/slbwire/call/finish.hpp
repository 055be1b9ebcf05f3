#pragma once
// From what came back to the operation's reply, or to an error that says whose fault it is.

#include <string_view>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "../core/text_arena.hpp"
#include "../model/bound.hpp"
#include "../model/operation.hpp"
#include "../model/reply.hpp"
#include "http.hpp"
#include "signature_mismatch.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Reads the reply into `out`, or puts what is to be told of it into `e`.
void finish(const http_response& response, object_target& out, const operation_facts& op, const decode_options& options,
            error_box& e);

template <class Reply>
result<Reply> finish_as(const http_response& response, const operation_facts& op, text_arena& arena, bool keep) {
    result<Reply> reply;
    binding room;
    finish(response, target_of(reply.value_place(), room), op, {arena, keep}, reply.error_place());
    return reply;
}

}  // namespace detail

/// Understands the reply to an `Op`, JSON or XML, whatever was asked for. Success is a status of 2xx with a
/// well-formed body that has at least one of the operation's own fields; an operation whose reply has none
/// needs the RequestId. The errors: `transport` (no reply), `refused` (a status that is not 2xx, or an error
/// document under any status; of a damaged one what can be read), `malformed_reply` (everything that is not understood,
/// with field and byte). A `Code` that says success (`is_success_code`) is none of an error document, nor is one beside
/// `Success: true`.
template <operation Op>
result<typename Op::response> finish(const http_response& response) {
    text_arena arena;
    return detail::finish_as<typename Op::response>(response, detail::facts_of<Op>, arena, false);
}

/// The same without copying text: the reply borrows from `response.body` and `arena`, which must both stay
/// as they are while it is used. Of an operation that has `response_of`, as all of this library have.
template <operation Op>
result<typename Op::template response_of<std::string_view>> finish_view(const http_response& response,
                                                                        text_arena& arena) {
    using view = typename Op::template response_of<std::string_view>;
    return detail::finish_as<view>(response, detail::facts_of<Op>, arena, true);
}
template <operation Op>
void finish_view(const http_response&& gone_too_soon, text_arena& arena) = delete;

/// The same for whoever has the request that this is the reply to, as `call` does: where its signature does not match,
/// the error then tells why (`error::mismatch`).
template <operation Op>
result<typename Op::response> finish(const http_response& response, const http_request& sent) {
    auto reply = finish<Op>(response);
    if (!reply) reply.error().mismatch = find_mismatch(reply.error(), sent);
    return reply;
}
template <operation Op>
result<typename Op::template response_of<std::string_view>> finish_view(const http_response& response,
                                                                        text_arena& arena, const http_request& sent) {
    auto reply = finish_view<Op>(response, arena);
    if (!reply) reply.error().mismatch = find_mismatch(reply.error(), sent);
    return reply;
}
template <operation Op>
void finish_view(const http_response&& gone_too_soon, text_arena& arena, const http_request& sent) = delete;

// Never called: each tells a mistake in one sentence.
template <class Op>
    requires(!operation<Op>)
detail::mistake finish(const http_response&) {
    SLBWIRE_NEED_OPERATION(Op);
    return {};
}
template <class Op>
    requires(!operation<Op>)
detail::mistake finish_view(const http_response&, text_arena&) {
    SLBWIRE_NEED_OPERATION(Op);
    return {};
}

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "finish_body.hpp"
#endif
