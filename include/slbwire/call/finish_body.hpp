#pragma once
// What call/finish.hpp declares.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "../api/error_class.hpp"
#include "../api/error_document.hpp"
#include "../codec/http_date.hpp"
#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/utf8.hpp"
#include "../model/decode.hpp"
#include "../wire/find_request_id.hpp"
#include "finish.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

inline constexpr std::size_t most_shown_bytes = 512;  // of a body that cannot be read, kept for the log

constexpr std::string_view beginning_of(std::string_view body) noexcept {
    body = body.substr(0, most_shown_bytes);
    return body.substr(0, utf8::valid_prefix(body));
}

/// Reads what may be a document of an error: all of it that can be used, whatever stands around it. Its texts are those
/// of `body` and `arena`: only what is kept is copied.
SLBWIRE_COLD inline decode_report decode_error(basic_error_document<std::string_view>& document, std::string_view body,
                                               text_arena& arena) {
    bound_target<basic_error_document<std::string_view>> target(&document);
    const decode_report report = decode_into(target, body, {}, {.arena = arena, .keep = true, .lenient = true});
    const auto fall_back = [](std::string_view& text, std::string_view other) {
        if (text.empty()) text = other;
    };
    fall_back(document.request_id, document.lower_request_id);
    fall_back(document.code, document.lower_code);
    fall_back(document.message, document.lower_message);
    fall_back(document.message, document.description);
    return report;
}

SLBWIRE_COLD inline void take_refusal(error& e, const basic_error_document<std::string_view>& document,
                                      const http_response& response) {
    e.service.code = document.code;
    e.service.message = document.message;
    e.service.host_id = document.host_id;
    e.service.recommend = document.recommend;
    for (const auto& f : basic_access_denied_detail<std::string_view>::fields) {  // texts, all of them
        const std::string_view value = document.access_denied.*f.view;
        if (value.empty()) continue;
        std::string& all = e.service.access_denied_detail;
        if (!all.empty()) all += "; ";
        ((all += f.info.name) += '=') += value;
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
    basic_error_document<std::string_view> document;
    text_arena arena;
    const decode_report read = decode_error(document, response.body, arena);
    if (!document.request_id.empty()) e.request_id = document.request_id;
    const bool understood = !read.what && !document.code.empty();
    if (!understood && read.passed_over) e.what.code = errc::wrong_shape;
    if (is_success(response.status) && !understood) return false;
    e.kind = error_kind::refused;
    if (read.what) e.what = read.what;
    else if (!e.what) e.what.code = errc::refused;
    if (!understood) e.text = beginning_of(response.body);
    take_refusal(e, document, response);
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

/// `conclude`, apart from the way that a good reply takes.
SLBWIRE_COLD SLBWIRE_NOINLINE inline void conclude_into(error_box& to, const http_response& response,
                                                        const decode_report& report, bool id_is_enough) {
    error e;
    if (!conclude(response, report, id_is_enough, e)) to = error_box(std::in_place, std::move(e));
}

SLBWIRE_FUNCTION void finish(const http_response& response, object_target& out, std::string_view action,
                             const decode_options& options, error_box& e) {
    const bool succeeded = response.transport_error == 0 && is_success(response.status);
    const decode_report report = succeeded ? decode_into(out, response.body, action, options) : decode_report{};
    if (report.own_fields != 0 && !report.what) return;
    conclude_into(e, response, report, out.has_all_it_can());
}

}  // namespace detail

}  // namespace slbwire
