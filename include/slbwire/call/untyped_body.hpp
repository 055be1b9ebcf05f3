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
/// Puts the cursor before the value at `path`; if `may_be_wrapped` also where everything stands in a wrapper, whose
/// name is the action's, with or without `Response`.
inline bool find_in(json::cursor& in, std::string_view text, std::string_view path, bool may_be_wrapped) {
    if (json::find(in, path)) return true;
    in = json::cursor(text);
    text_token name;
    return may_be_wrapped && in.enter_object() && in.next_member(name) && is_alone(in) && json::find(in, path);
}
inline result<std::string, fault> in_json(std::string_view text, std::string_view path, bool may_be_wrapped) {
    json::cursor in(text);
    if (!find_in(in, text, path, may_be_wrapped)) return failure{nothing_there};
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
inline result<std::string, fault> in_xml(std::string_view text, std::string_view path) {
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

inline result<std::string, fault> value_in(std::string_view text, bool is_json, std::string_view path,
                                           bool may_be_wrapped) {
    return is_json ? in_json(text, path, may_be_wrapped) : in_xml(text, path);
}
inline bool is_there(const result<std::string, fault>& value) { return value || value.error().code != errc::missing; }

}  // namespace detail

SLBWIRE_FUNCTION document_entries::document_entries(std::string_view text, bool is_json, std::string_view path,
                                                    bool may_be_wrapped) {
    if (is_json) find_in_json(text, path, may_be_wrapped);
    else find_in_xml(ascii::trim(text), path);
}
SLBWIRE_FUNCTION void document_entries::find_in_json(std::string_view text, std::string_view path,
                                                     bool may_be_wrapped) {
    json::cursor in(text);
    if (!detail::find_in(in, text, path, may_be_wrapped) || json::is_empty(in)) return;
    const bool is_list = in.peek() == json::kind::array && in.enter_array();
    first_.entry_.is_json_ = true;
    first_.rest_ = text.substr(in.offset());
    first_.advance();
    if (!is_list) first_.rest_ = {};
}
SLBWIRE_FUNCTION void document_entries::find_in_xml(std::string_view text, std::string_view path) {
    std::string_view before = path;
    std::string_view name;
    detail::path_step step{};
    bool is_named = false;
    bool is_one = false;   // by indices at the path's end: the first of them takes one entry,
    bool is_there = true;  // and of one entry any other takes only the first
    std::size_t index = 0;
    while (!before.empty()) {
        const std::size_t slash = before.rfind('/');
        name = before.substr(slash + 1);
        before = slash == std::string_view::npos ? std::string_view() : before.substr(0, slash);
        step = detail::take_step(name);
        is_named = !step.is_index;
        if (is_named) break;
        is_there = is_there && (!is_one || index == 0);
        is_one = true;
        index = step.index;
    }
    if (!is_there) return;
    if (!is_named) {
        first_.entry_ = {text, false};
    } else {
        xml::cursor in(text);
        if (!in.root(name) || !xml::find(in, before)) return;
        do {
            if (!in.next_child(name)) return;
        } while (name != step.name && in.skip());
        first_.name_ = name;
        first_.rest_ = text.substr(static_cast<std::size_t>(name.data() - 1 - text.data()));
        first_.advance();
    }
    if (is_one) {
        for (std::size_t i = 0; i != index && !empty(); ++i) first_.advance();
        first_.rest_ = {};
        return;
    }
    // What is empty and alone is an empty list.
    xml::cursor entry(first_.entry_.text_);
    iterator next = first_;
    next.advance();
    if (entry.root(name) && xml::is_empty(entry) && next == end()) first_ = {};
}
SLBWIRE_FUNCTION std::size_t document_entries::size() const {
    std::size_t count = 0;
    for (iterator at = begin(); at != end(); ++at) ++count;
    return count;
}
SLBWIRE_FUNCTION void document_entries::iterator::advance() {
    if (!(entry_.is_json_ ? next_value() : next_element())) *this = {};
}
SLBWIRE_FUNCTION bool document_entries::iterator::next_value() {
    json::cursor in(rest_);
    in.peek();  // passes blanks
    std::string_view text = rest_.substr(in.offset());
    if (text.starts_with(',')) text.remove_prefix(1);
    in = json::cursor(text);
    if (in.peek() == json::kind::none) return false;
    const std::size_t begin = in.offset();
    if (!in.skip()) return false;
    entry_.text_ = text.substr(begin, in.offset() - begin);
    rest_ = text.substr(in.offset());
    return true;
}
SLBWIRE_FUNCTION bool document_entries::iterator::next_element() {
    xml::cursor in = xml::cursor::inside(rest_);
    std::string_view name;
    do {
        if (!in.next_child(name)) return false;
        const std::size_t begin = static_cast<std::size_t>(name.data() - 1 - rest_.data());
        if (!in.skip()) return false;
        entry_.text_ = rest_.substr(begin, in.offset() - begin);
    } while (name != name_);
    rest_.remove_prefix(in.offset());
    return true;
}

SLBWIRE_FUNCTION result<std::string, fault> document_entry::at(std::string_view path) const {
    return detail::value_in(text_, is_json_, path, false);
}
SLBWIRE_FUNCTION bool document_entry::has(std::string_view path) const { return detail::is_there(at(path)); }
SLBWIRE_FUNCTION document_entries document_entry::entries(std::string_view path) const {
    return {text_, is_json_, path, false};
}

SLBWIRE_FUNCTION bool document::is_json() const noexcept { return ascii::trim(text_).starts_with('{'); }
SLBWIRE_FUNCTION result<std::string, fault> document::at(std::string_view path) const {
    return detail::value_in(text_, is_json(), path, true);
}
SLBWIRE_FUNCTION bool document::has(std::string_view path) const { return detail::is_there(at(path)); }
SLBWIRE_FUNCTION document_entries document::entries(std::string_view path) const& {
    return {text_, is_json(), path, true};
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
