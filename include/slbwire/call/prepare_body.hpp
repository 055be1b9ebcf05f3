#pragma once
// What call/prepare.hpp declares.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "../codec/timestamp.hpp"
#include "../config.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "../model/encode.hpp"
#include "../model/host.hpp"
#include "../model/validate.hpp"
#include "../wire/query.hpp"
#include "../wire/query_writer.hpp"
#include "check_setting.hpp"
#include "prepare.hpp"
#include "sign.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// What is wrong with credentials that are not complete, or not well-formed.
SLBWIRE_COLD inline fault wrong_credentials(const credentials& keys) {
    if (keys.access_key_id().empty()) return {.code = errc::missing, .field = "AccessKeyId"};
    if (keys.well_formed()) return {.code = errc::missing, .field = "AccessKeySecret"};
    if (const fault f = check_credential(keys.access_key_id(), "AccessKeyId")) return f;
    if (const fault f = check_credential(keys.access_key_secret().reveal(), "AccessKeySecret")) return f;
    return check_credential(keys.security_token().reveal(), "SecurityToken");
}

inline fault check_client(const client& c, const stamp& when) {
    const bool has_secret = !c.credentials.access_key_secret().empty() || c.mac.compute != nullptr;
    if (c.credentials.access_key_id().empty() || !has_secret || !c.credentials.well_formed()) {
        return wrong_credentials(c.credentials);
    }
    if (const fault f = check_text(c.resource_owner_account, "ResourceOwnerAccount")) return f;
    if (c.region_id.empty()) {
        if (c.endpoint.empty()) return {.code = errc::missing, .field = "RegionId", .hint = "or an endpoint"};
    } else if (const fault f = check_region_id(c.region_id, "RegionId")) {
        return f;
    }
    if (const fault f = check_endpoint(c.endpoint)) return f;
    if (when.nonce.empty()) return {.code = errc::missing, .field = "SignatureNonce"};
    if (when.nonce.size() > 128) {
        return {.code = errc::too_long, .field = "SignatureNonce", .lowest = 1, .highest = 128};
    }
    return check_text(when.nonce, "SignatureNonce");
}

SLBWIRE_COLD inline fault check_extra(array_view<const parameter> extra) {
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
    hmac_sha1 own(c.credentials.signing_key());
    const bool is_own = c.mac.compute == nullptr;
    query_writer query(out, is_own ? &own : nullptr, method);
    parameters.write(query, fields, c.quotes);
    query.finish();
    sha1::digest_type code{};
    if (is_own) {
        code = own.finish();
    } else if (out.overflowed()) {
        out.advance(name.size() + 3 * base64_size(sha1::digest_size));  // comes again with room for all
        return true;
    } else if (!c.mac.compute(c.mac.context, c.credentials.access_key_secret(),
                              string_to_sign(method, out.written().substr(first)), code)) {
        return false;
    }
    out.put(name);
    percent_encode(out, signature(code).text());
    return true;
}

SLBWIRE_NOINLINE inline void write_address(bounded_output& out, const client& c, const service& product) {
    out.put(c.plain_http ? "http://" : "https://");
    if (c.endpoint.empty()) write_host(out, product, c.region_id, c.vpc_endpoint);
    else out.put(c.endpoint);
    out.put('/');
}

SLBWIRE_COLD inline void set_form_header(http_request& request) {
    // Not resize(), whose code to move headers to more room is large.
    if (request.headers.size() != 1) request.headers = std::vector<http_header>(1);
    using namespace std::string_view_literals;
    set_text(request.headers[0].name, "Content-Type"sv);
    set_text(request.headers[0].value, "application/x-www-form-urlencoded"sv);
}

/// False where a caller's HMAC failed.
inline bool write_request(const client& c, const operation_view& op, const parameter_set& parameters, bool form,
                          http_request& request) {
    using namespace std::string_view_literals;
    request.method = c.style == request_style::get && !form ? "GET"sv : "POST"sv;
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
    return is_signed;
}

/// Rules of the operation and its fields; `setting` is then the one that turns off what was found.
inline fault check_fields(const client& c, const object_source& fields, std::string_view& setting) {
    using namespace std::string_view_literals;
    if (c.check_limits || c.check_shape) {
        validator check({.most_entries = static_cast<std::int64_t>(c.most_backend_servers),
                         .limits = c.check_limits,
                         .shape = c.check_shape});
        fault found = check.check(fields);
        if (!found && c.check_shape) found = fields.check();
        if (found) {
            if (check.found_most_entries()) setting = "client.most_backend_servers"sv;
            else setting = check.found_limit() ? "client.check_limits"sv : "client.check_shape"sv;
        }
        return found;
    }
    return {};
}

inline fault make_request(const client& c, const operation_view& op, const stamp& when,
                          array_view<const parameter> extra, http_request& request, std::string_view& setting) {
    if (op.action.empty()) return {.code = errc::missing, .field = "Action"};
    if (const fault f = check_client(c, when)) return f;
    if (!extra.empty()) {
        if (const fault f = check_extra(extra)) return f;
    }
    if (const fault f = check_fields(c, op.fields, setting)) return f;
    // Each alone is bounded first, so that their sum cannot overflow.
    constexpr std::int64_t most_offset = last_timestamp - first_timestamp;
    const bool addable = c.clock_offset >= -most_offset && c.clock_offset <= most_offset && is_timestamp(when.time);
    const std::int64_t time = addable ? when.time + c.clock_offset : last_timestamp + 1;
    if (const fault f = check_timestamp(time)) return f;
    const timestamp_text timestamp = timestamp_of(time);

    using namespace std::string_view_literals;
    parameter_set parameters;
    const auto add = [&](std::string_view name, std::string_view value) SLBWIRE_NOINLINE {
        if (!value.empty()) parameters.add(name, value);
    };
    add("AccessKeyId"sv, c.credentials.access_key_id());
    add("Action"sv, op.action);
    add("Format"sv, c.format == reply_format::json ? "JSON" : "XML");
    add("RegionId"sv, c.region_id);
    add("ResourceOwnerAccount"sv, c.resource_owner_account);
    add("SecurityToken"sv, c.credentials.security_token().reveal());
    add("SignatureMethod"sv, "HMAC-SHA1");
    add("SignatureNonce"sv, when.nonce);
    add("SignatureVersion"sv, "1.0");
    add("Timestamp"sv, timestamp.view());
    add("Version"sv, op.service.version);
    parameters.add_fields(op.fields);
    for (const parameter& p : extra) parameters.add_extra(p);
    if (const fault f = put_in_order(parameters.entries(), op.fields.infos())) return f;

    bool form = c.style == request_style::post_form;
    bool is_signed = write_request(c, op, parameters, form, request);
    if (is_signed && request.url.size() > longest_url) {
        form = true;
        is_signed = write_request(c, op, parameters, form, request);
    }
    if (form) set_form_header(request);
    else request.headers.clear();
    if (is_signed) return {};
    request.url.clear();
    request.body.clear();
    return {.code = errc::signing_failed, .field = "Signature"};
}

SLBWIRE_COLD SLBWIRE_NOINLINE inline void refuse_request(const fault& what, error_box& e, std::string_view setting = {}) {
    error refused;
    refused.kind = error_kind::invalid_request;
    refused.what = what;
    refused.setting = setting;
    e = error_box(std::in_place, std::move(refused));
}

SLBWIRE_COLD SLBWIRE_NOINLINE inline void refuse_null(std::string_view function, error_box& e) {
    refuse_request({.code = errc::missing, .field = function, .hint = "the function given is null"}, e);
}

SLBWIRE_FUNCTION void prepare(const client& c, const operation_view& op, const stamp& when,
                              array_view<const parameter> extra, http_request& request, error_box& e) {
    std::string_view setting;
    if (const fault f = make_request(c, op, when, extra, request, setting)) refuse_request(f, e, setting);
}

}  // namespace detail

}  // namespace slbwire
