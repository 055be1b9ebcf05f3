#pragma once
// What call/untyped.hpp declares.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../wire/json.hpp"
#include "../wire/path.hpp"
#include "../wire/xml.hpp"
#include "call_body.hpp"
#include "untyped.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

inline constexpr fault nothing_there{.code = errc::missing};

/// Is the member whose value comes next the last one?
inline bool is_alone(json::cursor value) {
    text_token name;
    return value.skip() && !value.next_member(name);
}
inline result<std::string, fault> in_json(const std::string& text, std::string_view path) {
    json::cursor in(text);
    if (!json::find(in, path)) {
        // Perhaps everything stands in a wrapper, whose name is the action's, with or without `Response`.
        in = json::cursor(text);
        text_token name;
        if (!in.enter_object() || !in.next_member(name) || !is_alone(in) || !json::find(in, path)) {
            return failure{nothing_there};
        }
    }
    text_token token;
    bool yes = false;
    switch (in.peek()) {
    case json::kind::string: {
        if (!in.string(token)) break;
        std::string value(token.raw.size(), '\0');
        value.resize(static_cast<std::size_t>(json::decode_text(token.raw, value.data()) - value.data()));
        return value;
    }
    case json::kind::number:
        if (!in.number(token.raw)) break;
        return std::string(token.raw);
    case json::kind::boolean:
        if (!in.boolean(yes)) break;
        return std::string(yes ? "true" : "false");
    case json::kind::null: return failure{nothing_there};
    default: break;
    }
    return failure{fault{.code = errc::wrong_shape, .offset = in.offset()}};
}
inline result<std::string, fault> in_xml(const std::string& text, std::string_view path) {
    xml::cursor in(ascii::trim(text));
    std::string_view root;
    if (!in.root(root) || !xml::find(in, path)) return failure{nothing_there};
    text_token token;
    if (!in.leaf(token)) return failure{fault{.code = errc::wrong_shape, .offset = in.offset()}};
    std::string value(token.raw.size(), '\0');
    value.resize(static_cast<std::size_t>(xml::decode_text(token.raw, value.data()) - value.data()));
    return value;
}

/// Stands for the fields that an untyped operation does not have.
struct no_fields {
    static constexpr array_view<const field<no_fields>> fields{};
};
inline constexpr no_fields none_of_them;
inline constexpr bound_source<no_fields> no_source(&none_of_them);

inline operation_view view_of(const untyped_operation& op) noexcept {
    return {{op.action, op.idempotent}, op.service, no_source};
}

SLBWIRE_FUNCTION bool begin(const client& c, const untyped_operation& op, bool has_transport, http_request& request,
                            error_box& e) {
    return begin(c, view_of(op), op.parameters, has_transport, request, e);
}
SLBWIRE_FUNCTION result<document> call(const sender& through, const client& c, const untyped_operation& op) {
    http_request request;
    result<document> failed;
    if (!begin(c, op, through.send != nullptr, request, failed.error_place())) return failed;
    return finish_untyped(through.send(through.transport, request), request, op.idempotent);
}

}  // namespace detail

SLBWIRE_FUNCTION bool document::is_json() const noexcept { return ascii::trim(text_).starts_with('{'); }
SLBWIRE_FUNCTION result<std::string, fault> document::at(std::string_view path) const {
    return is_json() ? detail::in_json(text_, path) : detail::in_xml(text_, path);
}
SLBWIRE_FUNCTION bool document::has(std::string_view path) const {
    const auto value = at(path);
    return value || value.error().code != errc::missing;
}

SLBWIRE_FUNCTION result<http_request> prepare(const client& c, const untyped_operation& op, const stamp& when) {
    result<http_request> prepared;
    detail::prepare(c, detail::view_of(op), when, op.parameters, *prepared, prepared.error_place());
    return prepared;
}

SLBWIRE_FUNCTION result<document> finish_untyped(http_response response, const http_request& sent, bool idempotent) {
    auto reply = finish_untyped(std::move(response), idempotent);
    if (!reply) reply.error().mismatch = find_mismatch(reply.error(), sent);
    return reply;
}
SLBWIRE_FUNCTION result<document> finish_untyped(http_response response, bool idempotent) {
    if (ascii::trim(response.body).starts_with(byte_order_mark)) {
        response.body.erase(0, response.body.find(byte_order_mark) + byte_order_mark.size());
    }
    detail::decode_report report;
    const std::string_view body = ascii::trim(response.body);
    const auto checked = body.starts_with('{') ? json::check(body) : xml::check(body);
    if (body.empty()) report.what.code = errc::empty_body;
    else if (!checked) report.what = checked.error();
    // Any field of an unknown operation is its own, but an error document is not its reply.
    error e;
    if (!detail::conclude(response, {{}, idempotent}, report, true, e)) return failure{std::move(e)};
    return document(std::move(response.body));
}

}  // namespace slbwire
