#pragma once
// From what came back to the operation's reply, or to an error that says whose fault it is.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../api/error_class.hpp"
#include "../api/error_document.hpp"
#include "../codec/http_date.hpp"
#include "../core/ascii.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "../core/utf8.hpp"
#include "../model/decode.hpp"
#include "../model/operation.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// The value behind a name that was found at `at`: of an element or a member or, if `loose`, after a colon or an equals
/// sign in any text. Empty where there is none.
SLBWIRE_COLD
constexpr std::string_view value_after(std::string_view body, std::size_t at, std::size_t size, bool loose) noexcept {
    const char before = at == 0 ? '\0' : body[at - 1];
    std::string_view rest = body.substr(at + size, 256);  // bounded, as there may be many such names
    if (before == '<') {
        constexpr std::string_view cdata = "<![CDATA[";
        const std::size_t tag = rest.find('>');
        if (tag == std::string_view::npos) return {};
        rest = ascii::trim(rest.substr(tag + 1));
        if (rest.starts_with(cdata)) rest.remove_prefix(cdata.size());
        return ascii::trim(rest.substr(0, rest.find_first_of("<]")));
    }
    const bool quoted = before == '"' && rest.starts_with('"');
    if (!quoted && !loose) return {};
    rest = ascii::trim(rest.substr(quoted ? 1 : 0));
    if (!rest.starts_with(':') && !rest.starts_with('=')) return {};
    rest = ascii::trim(rest.substr(1));
    if (quoted) return rest.starts_with('"') ? rest.substr(1, rest.find('"', 1) - 1) : std::string_view();
    std::size_t end = 0;
    while (end < rest.size() && (ascii::is_alnum(rest[end]) || rest[end] == '-')) ++end;
    return rest.substr(0, end);
}
constexpr bool is_request_id(std::string_view id) noexcept {
    if (id.empty() || id.size() > 128) return false;
    for (char c : id) {
        if (c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>' || c == '&' || c == '\\') return false;
    }
    return true;
}

}  // namespace detail

/// The text of `RequestId` in a body of any kind, well-formed or not; empty where there is none.
/// What every report to the vendor asks for must not be lost with a body that is cut off.
SLBWIRE_COLD constexpr std::string_view find_request_id(std::string_view body) noexcept {
    for (const bool loose : {false, true}) {
        for (std::string_view name : {"RequestId", "requestId"}) {
            for (std::size_t at = body.find(name); at != std::string_view::npos; at = body.find(name, at + 1)) {
                const std::string_view id = detail::value_after(body, at, name.size(), loose);
                if (detail::is_request_id(id)) return id;
            }
        }
    }
    return {};
}

namespace detail {

inline constexpr std::size_t most_shown_bytes = 512;  // of a body that cannot be read, kept for the log

constexpr std::string_view beginning_of(std::string_view body) noexcept {
    body = body.substr(0, most_shown_bytes);
    return body.substr(0, utf8::valid_prefix(body));
}

/// Reads what may be a document of an error: all of it that can be used, whatever stands around it.
SLBWIRE_COLD inline decode_report decode_error(error_document& document, std::string_view body) {
    text_arena arena;
    bound_target<error_document> target(&document);
    const decode_report report = decode_into(target, body, {}, {.arena = arena, .keep = false, .lenient = true});
    const auto fall_back = [](std::string& text, std::string& other) {
        if (text.empty()) text = std::move(other);
    };
    fall_back(document.request_id, document.lower_request_id);
    fall_back(document.code, document.lower_code);
    fall_back(document.message, document.lower_message);
    fall_back(document.message, document.description);
    return report;
}

SLBWIRE_COLD inline void take_refusal(error& e, error_document&& document, const http_response& response) {
    e.service.code = std::move(document.code);
    e.service.message = std::move(document.message);
    e.service.host_id = std::move(document.host_id);
    e.service.recommend = std::move(document.recommend);
    const bound_source<basic_access_denied_detail<std::string>> denied(&document.access_denied);
    set_field set[most_fields];
    const std::size_t size = denied.set_fields(set);
    for (std::size_t i = 0; i < size; ++i) {
        std::string& all = e.service.access_denied_detail;
        if (!all.empty()) all += "; ";
        ((all += set[i].info->name) += '=') += set[i].view();
    }
    const error_meaning meaning = classify(e.service.code, e.service.message, response.status);
    e.service.kind = meaning.kind;
    e.service.retry = meaning.retry;
    for (std::string_view header : {"x-ratelimit-user-api", "x-ratelimit-user"}) {
        const std::int64_t left = time_left_ms(response.header(header));
        if (left > e.service.retry_after_ms) e.service.retry_after_ms = left;
    }
}

inline bool is_success(int status) noexcept { return status >= 200 && status <= 299; }

/// The service's refusal, where the body holds one or the status is not 2xx.
SLBWIRE_COLD inline bool is_refusal(const http_response& response, error& e) {
    error_document document;
    const decode_report read = decode_error(document, response.body);
    if (!document.request_id.empty()) e.request_id = std::move(document.request_id);
    const bool understood = !read.what && !document.code.empty();
    if (!understood && read.passed_over) e.what.code = errc::wrong_shape;
    if (is_success(response.status) && !understood) return false;
    e.kind = error_kind::refused;
    if (read.what) e.what = read.what;
    else if (!e.what) e.what.code = errc::refused;
    if (!understood) e.text = beginning_of(response.body);
    take_refusal(e, std::move(document), response);
    return true;
}

/// What is to be told of a reply in which `report` found nothing to be glad of; true where it is a success all the
/// same. `id_is_enough`: the reply has a RequestId, and its operation's replies have nothing else.
SLBWIRE_COLD
inline bool conclude(const http_response& response, const decode_report& report, bool id_is_enough, error& e) {
    e.http_status = response.status;
    if (response.transport_error != 0 || response.status < 100 || response.status > 599) {
        e.kind = error_kind::transport;
        e.what.code = errc::transport_failed;
        e.transport_code = response.transport_error;
        e.text = response.transport_message;
        return false;
    }
    e.server_time = parse_http_date(response.header("date")).value_or(0);
    e.request_id = find_request_id(response.body);
    if (is_refusal(response, e)) return false;
    if (!report.what && !e.what && id_is_enough) return true;
    e.kind = error_kind::malformed_reply;
    if (report.what) e.what = report.what;
    else if (!e.what) e.what.code = errc::no_known_member;
    e.text = beginning_of(response.body);
    return false;
}

template <class T>
constexpr bool has_own_fields = [] {
    for (const field_info& info : infos_of<T>) {
        if (!info.rule.common) return true;
    }
    return false;
}();

/// `conclude`, apart from the way that a good reply takes.
template <class Reply>
SLBWIRE_COLD void conclude_as(result<Reply>& reply, const http_response& response, const decode_report& report) {
    bool id_is_enough = false;
    if constexpr (!has_own_fields<Reply>) id_is_enough = !reply->request_id.empty();
    error e;
    if (!conclude(response, report, id_is_enough, e)) reply = failure{std::move(e)};
}

template <class Reply>
result<Reply> finish_as(const http_response& response, std::string_view action, decode_options options) {
    result<Reply> reply;
    bound_target<Reply> target(&*reply);
    const bool succeeded = response.transport_error == 0 && is_success(response.status);
    const decode_report report = succeeded ? decode_into(target, response.body, action, options) : decode_report{};
    if (report.own_fields != 0 && !report.what) return reply;
    conclude_as(reply, response, report);
    return reply;
}

}  // namespace detail

/// Understands the reply to an `Op`, JSON or XML, whatever was asked for. Success is a status of 2xx with a
/// well-formed body that has at least one of the operation's own fields; an operation whose reply has none
/// needs the RequestId. The errors: `transport` (no reply), `refused` (a status that is not 2xx, or an error
/// document under any status), `malformed_reply` (everything that is not understood, with field and byte).
template <operation Op>
result<typename Op::response> finish(const http_response& response) {
    text_arena arena;
    return detail::finish_as<typename Op::response>(response, Op::action, {arena, false});
}

/// The same without copying text: the reply borrows from `response.body` and `arena`, which must both stay
/// as they are while it is used. Of an operation that has `response_of`, as all of this library have.
template <operation Op>
result<typename Op::template response_of<std::string_view>> finish_view(const http_response& response,
                                                                        text_arena& arena) {
    using reply = typename Op::template response_of<std::string_view>;
    return detail::finish_as<reply>(response, Op::action, {arena, true});
}
template <operation Op>
void finish_view(const http_response&& gone_too_soon, text_arena& arena) = delete;

}  // namespace slbwire
