#pragma once
// What core/error.hpp declares.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "ascii.hpp"
#include "error.hpp"
#include "shown_text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// After a wrong signature the service sends back all that was signed, a token included: that stays in
/// the fields of the error and goes into no log.
inline std::string_view without_string_to_sign(std::string_view words) noexcept {
    return words.substr(0, find_string_to_sign(words));
}
inline void append_detail(std::string& line, std::string_view before, std::string_view text, std::string_view after) {
    line += before;
    append_shown(line, text);
    line += after;
}
inline void append_number(std::string& line, std::string_view before, std::int64_t number, std::string_view after) {
    append_detail(line, before, ascii::decimal(number).view(), after);
}
inline void append_limits(std::string& line, const fault& what) {
    if (what.lowest == 0 && what.highest == 0) return;
    append_number(line, " (allowed: ", what.lowest, " to ");
    append_number(line, "", what.highest, ")");
}
inline void append_place(std::string& line, const fault& what) {
    if (what.field.empty()) return;
    line += " in ";
    if (!what.list.empty()) {
        line += what.list;
        if (what.index != fault::no_index) append_number(line, "[", static_cast<std::int64_t>(what.index), "]");
        if (what.list == what.field) return;  // an entry that is one value is called as its list
        line += ".";
    }
    line += what.field;
}

// By assignment, whose code is half as large as that of construction.
SLBWIRE_COLD SLBWIRE_FUNCTION error_box::error_box(std::in_place_t, error&& e) : at_(new error), present_(true) {
    *at_ = std::move(e);
}
SLBWIRE_COLD SLBWIRE_FUNCTION error_box::error_box(const error_box& other)
    : at_(other.at_ == nullptr ? nullptr : new error(*other.at_)), present_(other.present_) {}
SLBWIRE_COLD SLBWIRE_FUNCTION void error_box::forget() noexcept { delete at_; }
SLBWIRE_COLD SLBWIRE_FUNCTION error& error_box::there() const noexcept {
    if (at_ == nullptr) no_error();
    return *at_;
}

SLBWIRE_COLD SLBWIRE_FUNCTION void no_value(const error& instead) noexcept {
    std::string line = "slbwire: the value of a result was asked for that has an error: ";
    (line += instead.message()) += "\n";
    std::fputs(line.c_str(), stderr);
    std::abort();
}

}  // namespace detail

SLBWIRE_COLD SLBWIRE_FUNCTION std::string error::message() const {
    std::string line;
    // Of what is not the service's word the status comes first, and that it is not.
    const bool by_status =
        speaker == error_speaker::gateway || (kind == error_kind::refused && service.code.empty() && http_status != 0);
    if (by_status) {
        detail::append_number(line, "HTTP ", http_status, ": ");
        if (speaker == error_speaker::gateway) line += "a gateway answered, not the service: ";
    } else {
        switch (kind) {
        case error_kind::invalid_request: line += "invalid request: "; break;
        case error_kind::transport: line += "transport: "; break;
        case error_kind::malformed_reply: line += "malformed reply: "; break;
        case error_kind::refused: line += "refused: "; break;
        }
    }
    if (kind == error_kind::refused && !service.code.empty()) {
        detail::append_shown(line, service.code);
        line += ": ";
        detail::append_shown(line, detail::without_string_to_sign(service.message));
    } else if (by_status && what.code == errc::refused && !what.hint.empty()) {
        line += what.hint;
    } else {
        line += describe(what.code);
        detail::append_limits(line, what);
    }
    detail::append_place(line, what);
    if (!what.hint.empty() && !(by_status && what.code == errc::refused)) (line += ": ") += what.hint;
    if (!setting.empty()) ((line += " (see ") += setting) += ")";
    if (kind == error_kind::malformed_reply && !by_status) {
        detail::append_number(line, " at byte ", static_cast<std::int64_t>(what.offset), "");
    }
    if (what.code == errc::transport_failed) detail::append_number(line, " (code ", transport_code, ")");
    if (http_status != 0 && !by_status) detail::append_number(line, " (HTTP ", http_status, ")");
    if (!request_id.empty()) detail::append_detail(line, " RequestId ", request_id, "");
    if (!text.empty()) detail::append_detail(line, ": ", detail::without_string_to_sign(text), "");
    switch (mismatch) {
    case signature_mismatch::unknown: break;
    case signature_mismatch::wrong_secret:
        line += ": the AccessKeySecret is wrong: the service signed the same text";
        break;
    case signature_mismatch::changed_request:
        line += ": the request was changed on its way: the service signed another text";
        break;
    }
    if (!given_up.empty()) (line += "; ") += given_up;
    return line;
}

}  // namespace slbwire
