#pragma once
// What call/finish.hpp declares.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "../api/error_class.hpp"
#include "../api/error_document.hpp"
#include "../api/gateway_status.hpp"
#include "../api/retry_after.hpp"
#include "../codec/http_date.hpp"
#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/error.hpp"
#include "../core/repaired_text.hpp"
#include "../core/utf8.hpp"
#include "../model/decode.hpp"
#include "../wire/body_kind.hpp"
#include "../wire/find_request_id.hpp"
#include "finish.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

inline constexpr std::size_t most_shown_bytes = 512;  // of a body that cannot be read, kept for the log

constexpr std::string_view beginning_of(std::string_view body) noexcept {
    body = body.substr(0, most_shown_bytes);
    return body.substr(0, utf8::valid_prefix(body));
}

/// What may be a document of an error: all of it that can be used, whatever stands around it. Its texts are those of
/// the body and what is kept here: only what an error takes is copied.
struct error_reading {
    basic_error_document<std::string_view> document{};
    decode_report report{};
    text_arena arena{};
    std::string repaired{};

    SLBWIRE_COLD void read(std::string_view body) {
        document = {};
        bound_target<basic_error_document<std::string_view>> target(&document);
        report = decode_into(target, body, {}, {.arena = arena, .keep = true, .lenient = true});
    }
};
/// Also of one that is damaged: what stands before its cut-off end, and behind bytes that are no text. Of what is no
/// document at all the code.
SLBWIRE_COLD inline void read_error(error_reading& to, std::string_view body) {
    to.read(body);
    if (to.report.what) to.read(to.repaired = repaired_text(body));
    const auto fall_back = [](std::string_view& text, std::string_view other) {
        if (text.empty()) text = other;
    };
    auto& document = to.document;
    fall_back(document.request_id, document.lower_request_id);
    fall_back(document.code, document.lower_code);
    if (to.report.what) fall_back(document.code, find_closed_value(body, "Code"));
    fall_back(document.message, document.lower_message);
    fall_back(document.message, document.description);
    fall_back(document.success, document.lower_success);
}

constexpr bool is_success(int status) noexcept { return status >= 200 && status <= 299; }

/// Is there a code of the service that says no?
SLBWIRE_COLD inline bool has_refusing_code(const basic_error_document<std::string_view>& document, bool has_id,
                                           int status) noexcept {
    if (document.code.empty()) return false;
    if (ascii::equal_ignoring_case(document.success, "true")) return false;
    if (is_success_code(document.code, status)) return ascii::equal_ignoring_case(document.success, "false");
    // A gateway's own document may have a code too, which repeats the status; the service's have a RequestId.
    return has_id || ascii::decimal(status).view() != document.code;
}

/// What the service had done when it said no.
SLBWIRE_COLD constexpr error_effect effect_of(error_class kind) noexcept {
    switch (kind) {
    case error_class::unknown:
    case error_class::gateway:
    case error_class::server: return error_effect::possible;
    // HTTP stacks send the same bytes again by themselves when a kept connection drops: then it was the first sending
    // that was carried out, and its reply was lost.
    case error_class::nonce: return error_effect::possible;
    default: return error_effect::none;
    }
}

// A template, because some front ends know the size of a template's field list in templates alone.
template <class Text>
SLBWIRE_COLD void take_document(refusal& to, const basic_error_document<Text>& document) {
    using namespace std::string_view_literals;
    set_text(to.code, document.code);
    set_text(to.message, document.message);
    set_text(to.host_id, document.host_id);
    set_text(to.recommend, document.recommend);
    for (const auto& f : basic_access_denied_detail<Text>::fields) {  // texts, all of them
        const std::string_view value = document.access_denied.*f.view;
        if (value.empty()) continue;
        std::string& all = to.access_denied_detail;
        if (!all.empty()) all.append("; "sv);
        all.append(f.info.name).append("="sv).append(value);
    }
}

/// What the headers ask to wait, into `e`. Does the service itself ask for another try, whatever its code?
SLBWIRE_COLD inline bool take_waits(const http_response& response, error& e) {
    bool asked = false;
    std::int64_t& most = e.service.retry_after_ms;
    for (const http_header& header : response.headers) {
        const std::string_view name = ascii::trim(header.name);
        std::int64_t wait = no_wait;
        if (ascii::equal_ignoring_case(name, "x-acs-retry-after")) {
            wait = acs_retry_after_ms(header.value);
            asked = asked || wait != no_wait;
        } else if (ascii::equal_ignoring_case(name, "retry-after")) {
            wait = retry_after_ms(header.value, e.server_time);
        } else if (ascii::equal_ignoring_case(name, "x-ratelimit-user-api") ||
                   ascii::equal_ignoring_case(name, "x-ratelimit-user")) {
            wait = time_left_ms(header.value);
        }
        if (wait > most) most = wait;
    }
    return asked;
}

/// A body that nobody can read as it is. Stacks that unpack a body may leave its header.
SLBWIRE_COLD inline bool is_packed(const http_response& response, body_kind body) {
    if (body == body_kind::compressed) return true;
    const std::string_view coding = response.header("content-encoding");
    return body == body_kind::other && !coding.empty() && !ascii::equal_ignoring_case(coding, "identity");
}
inline constexpr fault packed_body{.code = errc::compressed,
                                   .hint = "have the HTTP stack unpack it, or not ask for it"};

/// The service's word, where the body holds one; else what a status that is not 2xx means. False where neither is:
/// under 2xx, without a code that says no.
SLBWIRE_COLD inline bool is_refusal(const http_response& response, body_kind body, bool packed, error& e) {
    error_reading read;
    if (!packed && body != body_kind::html) read_error(read, response.body);
    const auto& document = read.document;
    if (!document.request_id.empty()) set_text(e.request_id, document.request_id);
    const bool success = is_success(response.status);
    const bool spoke = has_refusing_code(document, !e.request_id.empty(), response.status) && !(success && read.report.what);
    if (success && !spoke) {
        if (read.report.passed_over) e.what.code = errc::wrong_shape;
        return false;
    }
    e.kind = error_kind::refused;
    e.what.code = errc::refused;
    if (!spoke || read.report.what) set_text(e.text, beginning_of(response.body));
    const bool asked = take_waits(response, e);
    error_meaning meaning;
    if (spoke) {
        e.speaker = error_speaker::service;
        take_document(e.service, document);
        meaning = classify(e.service.code, e.service.message, response.status);
        e.effect = asked ? error_effect::none : effect_of(meaning.kind);
    } else {
        const gateway_meaning gateway = classify_gateway(response.status);
        e.speaker = packed ? error_speaker::unknown : error_speaker::gateway;
        e.what.hint = gateway.words;
        if (packed) e.what = packed_body;
        meaning = gateway.meaning;
        e.effect = error_effect::possible;
        if (const std::string_view address = response.header("location"); !address.empty()) {
            set_text(e.text, address);
        }
    }
    e.service.kind = meaning.kind;
    e.service.retry = asked ? retry_advice::later : meaning.retry;
    return true;
}

/// A reply under 2xx that is neither the operation's nor a refusal.
SLBWIRE_COLD inline void take_malformed(const http_response& response, const fault& what, body_kind body, bool packed,
                                        error& e) {
    e.kind = error_kind::malformed_reply;
    e.effect = error_effect::possible;
    set_text(e.text, beginning_of(response.body));
    if (what) e.what = what;
    else if (!e.what) e.what.code = errc::no_known_member;
    if (packed) e.what = packed_body;
    e.speaker = e.request_id.empty() ? error_speaker::unknown : error_speaker::service;
    if (body == body_kind::html) {
        e.what = {.code = errc::html_page};
        e.speaker = error_speaker::gateway;
    }
    // What was cut off or came from elsewhere may come whole the next time; what is strange stays strange.
    const bool passes = e.what.code == errc::html_page || e.what.code == errc::truncated ||
                        e.what.code == errc::empty_body || e.what.code == errc::unknown_format;
    e.service.retry = passes ? retry_advice::later : retry_advice::never;
}

/// What is to be told of a reply in which `report` found nothing to be glad of; true where it is a success all the
/// same. `id_is_enough`: the reply has a RequestId, and its operation's replies have nothing else.
SLBWIRE_COLD
inline bool conclude(const http_response& response, const operation_facts& op, const decode_report& report,
                     bool id_is_enough, error& e) {
    e.http_status = response.status;
    if (response.transport_error != 0 || response.status < 100 || response.status > 599) {
        e.kind = error_kind::transport;
        e.effect = response.not_sent ? error_effect::not_sent : error_effect::possible;
        e.what.code = errc::transport_failed;
        e.transport_code = response.transport_error;
        set_text(e.text, response.transport_message);
        e.service.retry = retry_advice::later;
    } else {
        const body_kind body = kind_of_body(response.body);
        const bool packed = is_packed(response, body);
        e.server_time = parse_http_date(response.header("date")).value_or(0);
        set_text(e.request_id, find_request_id(response.body));
        const std::string_view id = response.header("x-acs-request-id");
        if (e.request_id.empty() && is_request_id(id)) set_text(e.request_id, id);
        if (!is_refusal(response, body, packed, e)) {
            const bool good = !report.what && !e.what && body != body_kind::html;
            if (good && id_is_enough) return true;
            take_malformed(response, report.what, body, packed, e);
        }
    }
    // Twice is not once.
    if (e.effect == error_effect::possible && !op.idempotent) e.service.retry = retry_advice::never;
    return false;
}

/// `conclude`, apart from the way that a good reply takes.
SLBWIRE_COLD SLBWIRE_NOINLINE inline void conclude_into(error_box& to, const http_response& response,
                                                        const operation_facts& op, const decode_report& report,
                                                        bool id_is_enough) {
    error e;
    if (!conclude(response, op, report, id_is_enough, e)) to = error_box(std::in_place, std::move(e));
}

SLBWIRE_FUNCTION void finish(const http_response& response, object_target& out, const operation_facts& op,
                             const decode_options& options, error_box& e) {
    const bool succeeded = response.transport_error == 0 && is_success(response.status);
    const decode_report report = succeeded ? decode_into(out, response.body, op.action, options) : decode_report{};
    if (report.own_fields != 0 && !report.what) return;
    conclude_into(e, response, op, report, out.has_all_it_can());
}

}  // namespace detail

}  // namespace slbwire
