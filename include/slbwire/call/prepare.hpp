#pragma once
// From an operation to a signed request. Nothing is sent, no clock is read.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../codec/timestamp.hpp"
#include "../core/array_view.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "../model/bound.hpp"
#include "../model/encode.hpp"
#include "../model/operation.hpp"
#include "../model/validate.hpp"
#include "../wire/query.hpp"
#include "../wire/query_writer.hpp"
#include "client.hpp"
#include "http.hpp"
#include "sign.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Lower-case letters and digits in groups joined by `-`, as all region ids are. Host names are made of
/// it, so nothing else may pass.
constexpr bool is_region_shape(std::string_view region) noexcept {
    if (region.empty() || region.size() > 64 || region.front() == '-' || region.back() == '-') return false;
    for (std::size_t i = 0; i < region.size(); ++i) {
        const char c = region[i];
        if (!ascii::is_lower(c) && !ascii::is_digit(c) && (c != '-' || region[i - 1] == '-')) return false;
    }
    return true;
}
/// host[:port]: nothing that could end the authority of a URL or begin another part of it.
constexpr bool is_endpoint_shape(std::string_view endpoint) noexcept {
    for (char c : endpoint) {
        if (!ascii::is_alnum(c) && c != '-' && c != '.' && c != ':' && c != '[' && c != ']') return false;
    }
    return endpoint.size() <= 255;
}

/// What an operation is, apart from its type: so that all of `prepare` is compiled once.
struct operation_view {
    std::string_view action;
    const slbwire::service& service;
    const object_source& fields;
    fault own_check;  ///< what the operation itself finds wrong
};

inline fault check_client(const client& c, const stamp& when) {
    if (c.credentials.access_key_id().empty()) return {.code = errc::missing, .field = "AccessKeyId"};
    if (c.credentials.access_key_secret().empty() && c.mac.compute == nullptr) {
        return {.code = errc::missing, .field = "AccessKeySecret"};
    }
    if (const fault f = check_text(c.credentials.access_key_id(), "AccessKeyId")) return f;
    if (const fault f = check_text(c.credentials.security_token().reveal(), "SecurityToken")) return f;
    if (const fault f = check_text(c.resource_owner_account, "ResourceOwnerAccount")) return f;
    if (c.region_id.empty()) {
        if (c.endpoint.empty()) return {.code = errc::missing, .field = "RegionId", .hint = "or an endpoint"};
    } else if (!is_region_shape(c.region_id)) {
        return {.code = errc::invalid_value, .field = "RegionId"};
    }
    if (!is_endpoint_shape(c.endpoint)) return {.code = errc::invalid_value, .field = "endpoint"};
    if (when.nonce.empty()) return {.code = errc::missing, .field = "SignatureNonce"};
    if (when.nonce.size() > 128) {
        return {.code = errc::too_long, .field = "SignatureNonce", .lowest = 1, .highest = 128};
    }
    return check_text(when.nonce, "SignatureNonce");
}

inline fault check_extra(array_view<const parameter> extra) {
    for (const parameter& p : extra) {
        constexpr std::string_view place = "extra parameters";
        if (p.name.empty()) return {.code = errc::missing, .field = place, .hint = "a name is empty"};
        if (p.name == "Signature") return {.code = errc::invalid_value, .field = "Signature"};
        if (const fault f = check_text(p.name, place)) return f;
        // What the service takes there is not known here; a certificate has line ends.
        if (scan::is_printable_ascii(p.value)) continue;
        const std::size_t valid = utf8::valid_prefix(p.value);
        if (valid != p.value.size()) return {.code = errc::invalid_utf8, .offset = valid, .field = place};
    }
    return {};
}

/// Sorts, and finds a name that stands twice: no signature could say which one is meant.
inline fault put_in_order(array_view<parameter_set::entry> entries, array_view<const known_field> fields) {
    using origin = parameter_set::origin;
    sort_by_name(entries);
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].name != entries[i - 1].name) continue;
        const auto& known = entries[i].from == origin::extra ? entries[i - 1] : entries[i];
        std::string_view field = known.name;
        if (known.from == origin::extra) field = "extra parameters";
        else if (known.from == origin::indexed) field = fields[known.field].name;
        return {.code = errc::duplicate_parameter, .field = field};
    }
    return {};
}

/// Writes the parameters and the signature over them. False where a caller's HMAC failed.
inline bool write_signed(bounded_output& out, const client& c, std::string_view method, const parameter_set& parameters,
                         const object_source& fields) {
    const std::size_t first = out.size();
    constexpr std::string_view name = "&Signature=";
    const auto put = [&](const signature& s) {
        out.put(name);
        percent_encode(out, s.text());
        return true;
    };
    if (c.mac.compute == nullptr) {
        hmac_sha1 code(c.credentials.signing_key());
        query_writer query(out, &code, method);
        parameters.write(query, fields, c.quotes);
        query.finish();
        return put(signature(code.finish()));
    }
    query_writer query(out);
    parameters.write(query, fields, c.quotes);
    sha1::digest_type code{};
    if (out.overflowed()) {
        out.advance(name.size() + 3 * base64_size(sha1::digest_size));  // comes again with room for all
        return true;
    }
    return c.mac.compute(c.mac.context, c.credentials.access_key_secret(),
                         string_to_sign(method, out.written().substr(first)), code) &&
           put(signature(code));
}

inline void write_address(bounded_output& out, const client& c, const service& product) {
    out.put(c.plain_http ? "http://" : "https://");
    if (c.endpoint.empty()) product.write_host(out, c.region_id, c.vpc_endpoint);
    else out.put(c.endpoint);
    out.put('/');
}

inline void set_headers(http_request& request, bool form) {
    if (!form) {
        request.headers.clear();
        return;
    }
    request.headers.resize(1);
    request.headers[0].name.assign("Content-Type");
    request.headers[0].value.assign("application/x-www-form-urlencoded");
}

inline fault prepare(const client& c, const operation_view& op, const stamp& when, array_view<const parameter> extra,
                     http_request& request) {
    if (const fault f = check_client(c, when)) return f;
    if (const fault f = check_extra(extra)) return f;
    if (c.check_limits) {
        if (const fault f = validator(static_cast<std::int64_t>(c.most_backend_servers)).check(op.fields)) return f;
        if (op.own_check) return op.own_check;
    }
    // Each alone is bounded first, so that their sum cannot overflow.
    constexpr std::int64_t most_offset = last_timestamp - first_timestamp;
    const bool addable = c.clock_offset >= -most_offset && c.clock_offset <= most_offset && is_timestamp(when.time);
    const auto timestamp = format_timestamp(addable ? when.time + c.clock_offset : last_timestamp + 1);
    if (!timestamp) return timestamp.error();

    const parameter of_every_call[] = {
        {"AccessKeyId", c.credentials.access_key_id()},
        {"Action", op.action},
        {"Format", c.format == reply_format::json ? "JSON" : "XML"},
        {"RegionId", c.region_id},
        {"ResourceOwnerAccount", c.resource_owner_account},
        {"SecurityToken", c.credentials.security_token().reveal()},
        {"SignatureMethod", "HMAC-SHA1"},
        {"SignatureNonce", when.nonce},
        {"SignatureVersion", "1.0"},
        {"Timestamp", timestamp->view()},
        {"Version", op.service.version},
    };
    parameter_set parameters;
    for (const parameter& p : of_every_call) {
        if (!p.value.empty()) parameters.add(p.name, p.value);
    }
    parameters.add_fields(op.fields);
    for (const parameter& p : extra) parameters.add_extra(p);
    if (parameters.full()) return {.code = errc::too_many, .hint = "parameters of one request"};
    if (const fault f = put_in_order(parameters.entries(), op.fields.infos())) return f;

    const bool form = c.style == request_style::post_form;
    request.method = c.style == request_style::get ? "GET" : "POST";
    bool is_signed = false;
    // One allocation instead of one after a look how much is needed.
    std::string& text = form ? request.body : request.url;
    if (text.capacity() < parameters.likely_bytes()) text.reserve(parameters.likely_bytes());
    const auto write_parameters = [&](bounded_output& out) {
        is_signed = write_signed(out, c, request.method, parameters, op.fields);
    };
    assign(request.url, [&](bounded_output& out) {
        write_address(out, c, op.service);
        if (form) return;
        out.put('?');
        write_parameters(out);
    });
    if (form) assign(request.body, write_parameters);
    else request.body.clear();
    set_headers(request, form);
    if (is_signed) return {};
    request.url.clear();
    request.body.clear();
    return {.code = errc::signing_failed, .field = "Signature"};
}

template <operation Op>
fault own_check(const Op& op) {
    if constexpr (requires { op.check(); }) return op.check();
    else return {};
}

template <class Op>
constexpr bool has_struct_to_send = [] {
    for (const field_info& info : infos_of<Op>) {
        if (info.kind == field_kind::object && !info.rule.reply_only) return true;
    }
    return false;
}();

template <operation Op>
fault prepare(const client& c, const Op& op, const stamp& when, array_view<const parameter> extra,
              http_request& request) {
    static_assert(!has_struct_to_send<Op>, "a request sends values and lists; no form is known for a struct in it");
    const bound_source<Op> fields(&op);
    return prepare(c, operation_view{Op::action, Op::service, fields, own_check(op)}, when, extra, request);
}

SLBWIRE_COLD inline failure<error> invalid_request(const fault& what) {
    return {error{.kind = error_kind::invalid_request, .what = what}};
}

}  // namespace detail

/// Makes the request of one call. `when` must be new for every request. `extra` are parameters of the
/// caller's own, sent and signed as the others are. The error is `invalid_request`, with the field and its
/// limit; then nothing is to be sent.
///
/// This form fills a request that was used before and allocates nothing once its strings are large enough.
template <operation Op>
result<void> prepare(const client& c, const Op& op, const stamp& when, http_request& request,
                     array_view<const parameter> extra = {}) {
    if (const fault f = detail::prepare(c, op, when, extra, request)) return detail::invalid_request(f);
    return {};
}

template <operation Op>
result<http_request> prepare(const client& c, const Op& op, const stamp& when, array_view<const parameter> extra = {}) {
    http_request request;
    if (const fault f = detail::prepare(c, op, when, extra, request)) return detail::invalid_request(f);
    return request;
}

}  // namespace slbwire
