#pragma once
// A whole reply body, JSON or XML, into a struct with a field list.

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"
#include "../core/scan.hpp"
#include "../core/text.hpp"
#include "bound.hpp"
#include "decode_json.hpp"
#include "decode_xml.hpp"
#include "reply.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

constexpr decode_report decode_into(object_target& out, std::string_view text, std::string_view action,
                                    decode_options options) {
    // The service's pages show blanks before an XML declaration, where XML allows none.
    const char* const end = text.data() + text.size();
    const char* begin = scan::skip_blanks(text.data(), end);
    if (end - begin >= 3 && text_of(begin, 3) == byte_order_mark) {
        // XML's reader knows the mark itself.
        const char* const behind = scan::skip_blanks(begin + 3, end);
        if (behind != end && *behind == '{') begin = behind;
    }
    const std::size_t before = static_cast<std::size_t>(begin - text.data());
    const std::string_view body = text.substr(before);
    decode_report report;
    if (body.empty()) {
        report.what.code = errc::empty_body;
    } else if (body.front() == '{') {
        json_decoder in(body, options);
        if (!in.root(out, action)) report.what = in.why();
        report.own_fields = in.own_fields();
        report.passed_over = in.passed_over();
    } else if (body.front() == '<' || body.front() == '\xef') {
        xml_decoder in(body, options);
        if (!in.root(out)) report.what = in.why();
        report.own_fields = in.own_fields();
        report.passed_over = in.passed_over();
    } else {
        report.what.code = errc::unknown_format;
    }
    if (report.what) report.what.offset += before;
    return report;
}

}  // namespace detail

/// Decodes `text` into a `T`, whatever the format: the first byte that is not blank tells it. Where `T`
/// borrows (its texts are std::string_view), it points into `text` and `arena`. `action` is the name of
/// the operation, whose wrapping object is seen through; RFC 8259 and XML 1.0 are checked to the last
/// byte. Of members that stand twice the last one counts, and those before it need not fit their field; elements of XML that are entries of a list without a level
/// around them are all of it. Unknown members are checked and skipped.
template <class T>
constexpr result<T, fault> decode(std::string_view text, text_arena& arena, std::string_view action = {}) {
    result<T, fault> decoded;
    bound_target<T> target(&*decoded);
    const detail::decode_report report = detail::decode_into(target, text, action, {arena, true});
    if (report.what) return failure{report.what};
    return decoded;
}

}  // namespace slbwire
