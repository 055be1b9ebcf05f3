#pragma once
// What call/signature_mismatch.hpp declares.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/error.hpp"
#include "../core/shown_text.hpp"
#include "../core/text.hpp"
#include "../wire/query.hpp"
#include "signature_mismatch.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Appends parameters that are encoded and in order already, but for the signature.
SLBWIRE_COLD inline void append_signed(std::string& query, std::string_view sent) {
    using namespace std::string_view_literals;
    while (!sent.empty()) {
        const std::string_view one = sent.substr(0, sent.find('&'));
        sent.remove_prefix(one.size() == sent.size() ? one.size() : one.size() + 1);
        if (one.starts_with("Signature=")) continue;
        if (!query.empty()) query.append("&"sv);
        query.append(one);
    }
}

/// The text that the service says it signed, out of its message; without what may stand around it, and only as far as
/// it can be one: a text that somebody cut or masked ends there.
SLBWIRE_COLD inline std::string_view signed_by_service(std::string_view message) noexcept {
    const std::size_t words = find_string_to_sign(message);
    if (words == message.size()) return {};
    message.remove_prefix(words + string_to_sign_words.size());
    while (!message.empty() && !(message.front() >= 'A' && message.front() <= 'Z')) message.remove_prefix(1);
    std::size_t size = 0;
    while (size < message.size() && (ascii::is_alnum(message[size]) ||
                                     std::string_view("-._~%&").find(message[size]) != std::string_view::npos)) {
        ++size;
    }
    return message.substr(0, size);
}

}  // namespace detail

SLBWIRE_COLD SLBWIRE_FUNCTION std::string string_to_sign(const http_request& sent) {
    std::string query;
    const std::string_view url = sent.url;
    const std::size_t mark = url.find('?');
    if (mark != std::string_view::npos) detail::append_signed(query, url.substr(mark + 1));
    detail::append_signed(query, sent.body);
    return string_to_sign(sent.method, query);
}

SLBWIRE_COLD SLBWIRE_FUNCTION signature_mismatch find_mismatch(const error& e, const http_request& sent) {
    if (e.kind != error_kind::refused) return signature_mismatch::unknown;
    const std::string_view theirs = detail::signed_by_service(e.service.message);
    if (theirs.find("&%2F&") == std::string_view::npos) return signature_mismatch::unknown;
    const std::string ours = string_to_sign(sent);
    // A full stop may follow; it ends a sentence, not the text.
    if (theirs.starts_with(ours) && theirs.find_first_not_of('.', ours.size()) == std::string_view::npos) {
        return signature_mismatch::wrong_secret;
    }
    if (std::string_view(ours).starts_with(theirs)) return signature_mismatch::unknown;  // there was more of it
    return signature_mismatch::changed_request;
}

}  // namespace slbwire
