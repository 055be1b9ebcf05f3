#pragma once
// What call/call.hpp declares.

#include "../config.hpp"
#include "../core/text_arena.hpp"
#include "call.hpp"
#include "finish_body.hpp"
#include "prepare_body.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

SLBWIRE_FUNCTION bool begin(const client& c, const operation_view& op, array_view<const parameter> extra,
                            bool has_transport, http_request& request, error_box& e) {
    if (!has_transport) {
        refuse_null("transport", e);
    } else if (c.stamps == nullptr) {
        refuse_null("stamps", e);
    } else {
        prepare(c, op, c.stamps(), extra, request, e);
    }
    return !e.has_value();
}

SLBWIRE_FUNCTION void call(const sender& through, const client& c, const operation_view& op,
                           array_view<const parameter> extra, object_target& reply, error_box& e) {
    http_request request;
    if (!begin(c, op, extra, through.send != nullptr, request, e)) return;
    const http_response response = through.send(through.transport, request);
    text_arena arena;
    finish(response, reply, op, {arena, false}, e);
    if (e.has_value()) (*e).mismatch = find_mismatch(*e, request);
}

}  // namespace slbwire
