#pragma once
// Operations without a struct: the rest of the service's API, and other products of the RPC style. The reply
// is read by path, or walked with a cursor.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "../wire/path.hpp"
#include "client.hpp"
#include "finish.hpp"
#include "prepare.hpp"
#include "transport.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A call by name. All texts and the service are the caller's and must stay until the request is prepared.
struct untyped_operation {
    std::string_view action;
    const slbwire::service& service;
    array_view<const parameter> parameters{};
};

/// A well-formed reply, kept as it came.
class document {
public:
    /// `text` must be what json::check or xml::check accepts; finish_untyped sees to it.
    explicit document(std::string text) noexcept : text_(std::move(text)) {}

    const std::string& text() const noexcept { return text_; }
    /// Told from the first byte that is not blank; otherwise it is XML.
    bool is_json() const noexcept { return ascii::trim(text_).starts_with('{'); }

    /// The text of the value at `path` (wire/path.hpp); a number or truth value as it is written. The
    /// fault is `missing` where there is nothing, `wrong_shape` where there is a container.
    result<std::string, fault> at(std::string_view path) const { return is_json() ? in_json(path) : in_xml(path); }
    /// Is there anything at `path`?
    bool has(std::string_view path) const {
        const auto value = at(path);
        return value || value.error().code != errc::missing;
    }

private:
    static constexpr fault nothing{.code = errc::missing};

    /// Is the member whose value comes next the last one?
    static bool is_alone(json::cursor value) {
        text_token name;
        return value.skip() && !value.next_member(name);
    }
    result<std::string, fault> in_json(std::string_view path) const {
        json::cursor in(text_);
        if (!json::find(in, path)) {
            // Perhaps everything stands in a wrapper, whose name is the action's, with or without `Response`.
            in = json::cursor(text_);
            text_token name;
            if (!in.enter_object() || !in.next_member(name) || !is_alone(in) || !json::find(in, path)) {
                return failure{nothing};
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
        case json::kind::null: return failure{nothing};
        default: break;
        }
        return failure{fault{.code = errc::wrong_shape, .offset = in.offset()}};
    }
    result<std::string, fault> in_xml(std::string_view path) const {
        xml::cursor in(ascii::trim(text_));
        std::string_view root;
        if (!in.root(root) || !xml::find(in, path)) return failure{nothing};
        text_token token;
        if (!in.leaf(token)) return failure{fault{.code = errc::wrong_shape, .offset = in.offset()}};
        std::string value(token.raw.size(), '\0');
        value.resize(static_cast<std::size_t>(xml::decode_text(token.raw, value.data()) - value.data()));
        return value;
    }

    std::string text_;
};

namespace detail {

/// Stands for the fields that an untyped operation does not have.
struct no_fields {
    static constexpr array_view<const field<no_fields>> fields{};
};

}  // namespace detail

/// Makes the request of a call by name; errors as for operations with a struct.
inline result<http_request> prepare(const client& c, const untyped_operation& op, const stamp& when) {
    const detail::no_fields none;
    const bound_source<detail::no_fields> fields(&none);
    const detail::operation_view view{op.action, op.service, fields, {}};
    http_request request;
    const fault f = op.action.empty() ? fault{.code = errc::missing, .field = "Action"}
                                      : detail::prepare(c, view, when, op.parameters, request);
    if (f) return detail::invalid_request(f);
    return request;
}

/// Takes a reply as it is: any well-formed document under a status of 2xx that is not an error document.
inline result<document> finish_untyped(http_response response) {
    detail::decode_report report;
    const std::string_view body = ascii::trim(response.body);
    const auto checked = body.starts_with('{') ? json::check(body) : xml::check(body);
    if (body.empty()) report.what.code = errc::empty_body;
    else if (!checked) report.what = checked.error();
    // Any field of an unknown operation is its own, but an error document is not its reply.
    error e;
    if (!detail::conclude(response, report, true, e)) return failure{std::move(e)};
    return document(std::move(response.body));
}

/// Makes one call by name through a transport that returns its answer.
template <returning_transport T>
result<document> call(T&& through, const client& c, const untyped_operation& op) {
    auto request = prepare(c, op, c.stamps());
    if (!request) return failure{std::move(request).error()};
    return finish_untyped(through(*request));
}
/// The same through a transport of either shape; `done` is called exactly once, now or later, and is handed over.
template <transport T, class Done>
    requires std::invocable<Done&, result<document>>
void call(T&& through, const client& c, const untyped_operation& op, Done done) {
    auto request = prepare(c, op, c.stamps());
    if (!request) return done(result<document>(failure{std::move(request).error()}));
    send(through, std::move(*request), [then = std::move(done)](http_response&& response) mutable {
        then(finish_untyped(std::move(response)));
    });
}

}  // namespace slbwire
