#pragma once
// What testing/fake_service.hpp declares. Always inline: a program that is compiled once has no fake in it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../api/classic_load_balancer.hpp"
#include "../call/sign.hpp"
#include "../call/stamp.hpp"
#include "../codec/percent_decode.hpp"
#include "../codec/timestamp.hpp"
#include "../config.hpp"
#include "../core/text.hpp"
#include "../wire/query.hpp"
#include "fake_service.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// How far a clock may be off, and how far `injected_fault::clock` sets it off; in seconds.
inline constexpr std::int64_t fake_clock_window = 15 * 60;
inline constexpr std::int64_t fake_clock_jump = 8 * 3600;

/// A time as HTTP writes it. `seconds` since 1970-01-01T00:00:00Z, not negative.
inline std::string fake_http_date(std::int64_t seconds) {
    constexpr literal days = "ThuFriSatSunMonTueWed";  // 1970 began on a Thursday
    constexpr literal months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const auto made = format_timestamp(seconds);
    if (!made) return {};
    const std::string_view text = made->view();  // YYYY-MM-DDThh:mm:ssZ
    const auto day = static_cast<std::size_t>(seconds / 86'400 % 7);
    const auto month = static_cast<std::size_t>((text[5] - '0') * 10 + text[6] - '0' - 1);
    std::string date(days.substr(3 * day, 3));
    ((date += ", ") += text.substr(8, 2)) += ' ';
    ((date += months.substr(3 * month, 3)) += ' ') += text.substr(0, 4);
    ((date += ' ') += text.substr(11, 8)) += " GMT";
    return date;
}

inline bool is_before_work(injected_fault what) noexcept {
    switch (what) {
    case injected_fault::throttled:
    case injected_fault::retry_after:
    case injected_fault::busy:
    case injected_fault::internal_error: return true;
    default: return false;
    }
}
/// What the service itself says where `is_before_work`, or after its work.
inline void refuse_by(injected_fault what, fake_refusal& out) {
    if (what == injected_fault::throttled || what == injected_fault::retry_after) {
        out.refuse(400, "Throttling.User", "Request was denied due to user flow control.");
    } else if (what == injected_fault::busy) {
        out.refuse(400, "ServiceIsConfiguring", "The previous configuration is pending.");
    } else {
        out.refuse(500, "InternalError", "The request processing has failed due to some unknown error.");
    }
}

/// What something before the service answers. 0 where this is none of its faults.
inline int gateway_status_of(injected_fault what) noexcept {
    switch (what) {
    case injected_fault::bad_gateway: return 502;
    case injected_fault::gateway_timeout:
    case injected_fault::gateway_timeout_after: return 504;
    case injected_fault::unavailable: return 503;
    case injected_fault::not_found_page: return 404;
    case injected_fault::login_page: return 302;
    default: return 0;
    }
}
inline http_response gateway_page(injected_fault what) {
    http_response page{.status = gateway_status_of(what)};
    if (what == injected_fault::unavailable) return page;
    const std::string status = std::to_string(page.status);
    page.body = "<html><head><title>" + status + "</title></head><body>" + status + "</body></html>";
    page.headers = {{"Content-Type", "text/html"}};
    if (what == injected_fault::login_page) page.headers.push_back({"Location", "https://login.example/"});
    return page;
}

}  // namespace detail

inline std::int64_t fake_service::now() const {
    return (clock_stands_ ? clock_ : system_stamp().time) + (clock_jumped_ ? detail::fake_clock_jump : 0);
}

inline http_response fake_service::operator()(const http_request& request) {
    ++calls_;
    injected_fault fault = injected_fault::none;
    if (!faults_.empty()) {
        fault = faults_.front();
        faults_.erase(faults_.begin());
    }
    http_response lost{.transport_error = 1, .transport_message = "the connection was cut"};
    if (fault == injected_fault::not_sent) {
        lost.transport_message = "no connection";
        lost.not_sent = true;
    }
    if (fault == injected_fault::not_sent || fault == injected_fault::cut_before) return lost;
    if (fault == injected_fault::clock) clock_jumped_ = !clock_jumped_;
    const bool is_page = detail::gateway_status_of(fault) != 0;
    if (is_page && fault != injected_fault::gateway_timeout_after) return detail::gateway_page(fault);

    http_response reply = serve(request, fault);
    if (fault == injected_fault::cut_after) return lost;
    if (is_page) return detail::gateway_page(fault);
    if (fault == injected_fault::replayed) reply = serve(request, fault);
    if (fault == injected_fault::truncated) reply.body.resize(reply.body.size() / 2);
    return reply;
}

inline http_response fake_service::serve(const http_request& request, injected_fault fault) {
    received in;
    detail::fake_refusal no;
    in.request_id = "4F1D0C2E-0000-4000-8000-" + std::to_string(100'000'000'000 + calls_);
    if (!read(request, in, no) || !authenticate(request.method, in.parameters, no)) return refuse(no, in);

    if (detail::is_before_work(fault)) {
        detail::refuse_by(fault, no);
        http_response reply = refuse(no, in);
        if (fault == injected_fault::throttled) {
            reply.headers.push_back({"x-ratelimit-user-api", "Limit:10,Remain:0,TimeLeft:1500"});
        }
        if (fault == injected_fault::retry_after) reply.headers.push_back({"x-acs-retry-after", "2500"});
        return reply;
    }
    const std::string action(in.parameters["Action"]);
    detail::fake_outcome out{{}, {in.format, action + "Response"}};
    if (!resources_.carry_out(in.parameters, out)) return refuse(out, in);
    if (action.compare(0, 8, "Describe") != 0) {
        changes_.push_back({action, std::string(in.parameters["SignatureNonce"])});
    }
    if (fault == injected_fault::internal_error_after) {
        detail::refuse_by(fault, no);
        return refuse(no, in);
    }
    return respond(200, out.reply, in);
}

inline http_response fake_service::respond(int status, detail::fake_reply& reply, const received& to) const {
    const bool json = to.format == reply_format::json;
    reply.text("RequestId", to.request_id);
    return {.status = status,
            .body = reply.finish(),
            .headers = {{"Date", detail::fake_http_date(now())},
                        {"Content-Type", json ? "application/json; charset=UTF-8" : "text/xml; charset=UTF-8"},
                        {"x-acs-request-id", to.request_id}}};
}
inline http_response fake_service::refuse(const detail::fake_refusal& why, const received& to) const {
    detail::fake_reply reply(to.format, "Error");
    reply.text("HostId", "slb.aliyuncs.com");
    reply.text("Code", why.code);
    reply.text("Message", why.message);
    return respond(why.status, reply, to);
}

/// Takes the parameters of the query and of the form apart.
inline bool fake_service::read(const http_request& request, received& to, detail::fake_refusal& out) {
    const std::size_t query = request.url.find('?');
    std::string all = query == std::string::npos ? std::string() : request.url.substr(query + 1);
    if (!request.body.empty()) {
        bool is_form = false;
        for (const http_header& h : request.headers) {
            is_form = is_form || h.value == "application/x-www-form-urlencoded";
        }
        if (!is_form) return out.refuse(400, "InvalidParameter", "The body is no form.");
        if (!all.empty()) all += '&';
        all += request.body;
    }
    for (std::size_t first = 0; first < all.size();) {
        std::size_t end = all.find('&', first);
        if (end == std::string::npos) end = all.size();
        const std::string_view pair = std::string_view(all).substr(first, end - first);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) {
            return out.refuse(400, "InvalidParameter", "A parameter has no value.");
        }
        auto name = percent_decode(pair.substr(0, equals));
        auto value = percent_decode(pair.substr(equals + 1));
        if (!name || !value || !to.parameters.add(std::move(*name), std::move(*value))) {
            return out.refuse(400, "InvalidParameter", "The query string is malformed.");
        }
        first = end + 1;
    }
    if (to.parameters["Format"] == "XML") to.format = reply_format::xml;
    return true;
}

inline bool fake_service::authenticate(std::string_view method, const detail::fake_parameters& in,
                                       detail::fake_refusal& out) {
    constexpr literal needed[] = {"Action",         "AccessKeyId", "Signature", "SignatureMethod",
                                  "SignatureNonce", "Timestamp",   "Version",   "SignatureVersion"};
    for (const std::string_view name : needed) {
        if (in.has(name)) continue;
        return out.refuse(400, "MissingParameter",
                          "The input parameter \"" + std::string(name) +
                              "\" that is mandatory for processing this request is not supplied.");
    }
    if (in["AccessKeyId"] != access_key_id_) {
        return out.refuse(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }
    std::vector<parameter> signed_ones;
    for (const auto& [name, value] : in) {
        if (name != "Signature") signed_ones.insert(signed_ones.end(), {name, value});
    }
    const std::string to_sign = string_to_sign(method, canonical_query(signed_ones));
    if (!sign(to_sign, secret_).is(in["Signature"])) {
        return out.refuse(
            400, "SignatureDoesNotMatch",
            "Specified signature is not matched with our calculation. server string to sign is:" + to_sign);
    }
    if (!security_token_.empty() && in["SecurityToken"] != security_token_) {
        return out.refuse(400, "InvalidSecurityToken.MismatchWithAccessKey",
                          "Specified SecurityToken mismatch with the AccessKey.");
    }
    // Texts of ISO 8601 sort as their times do.
    const auto earliest = format_timestamp(now() - detail::fake_clock_window);
    const auto latest = format_timestamp(now() + detail::fake_clock_window);
    const std::string_view time = in["Timestamp"];
    if (!earliest || !latest || time < earliest->view() || time > latest->view()) {
        return out.refuse(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }
    if (!nonces_.emplace(in["SignatureNonce"]).second) {
        return out.refuse(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }
    if (in["Version"] != classic_load_balancer.version) {
        return out.refuse(400, "InvalidParameter", "The specified parameter \"Version\" is not valid.");
    }
    return true;
}

}  // namespace slbwire::inline SLBWIRE_ABI
