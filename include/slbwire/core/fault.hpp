#pragma once
// What can be wrong with a text or a value, as a literal type: usable in constant expressions,
// without memory of its own. `error` (error.hpp) is what a caller of the whole library sees.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

enum class errc : std::uint8_t {
    ok,
    // texts: JSON, XML, backend lists, percent-encoding, base64, timestamps
    truncated,
    unexpected_byte,
    trailing_bytes,
    invalid_utf8,
    control_character,
    invalid_escape,
    invalid_number,
    too_deep,
    empty_body,
    unknown_format,
    mismatched_tag,
    duplicate_attribute,
    too_many_attributes,
    undefined_entity,
    invalid_reference,
    doctype,
    unsupported_encoding,
    compressed,
    html_page,
    // values
    wrong_shape,
    out_of_range,
    too_long,
    too_many,
    too_few,
    missing,
    invalid_value,
    duplicate_parameter,
    // keys
    no_keys,
    no_own_keys,
    unreadable,
    // steps outside the texts
    no_known_member,
    signing_failed,
    transport_failed,
    cancelled,
    deadline_passed,
    refused,
};
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(errc code) noexcept {
    switch (code) {
    case errc::ok: return "ok";
    case errc::truncated: return "truncated";
    case errc::unexpected_byte: return "unexpected_byte";
    case errc::trailing_bytes: return "trailing_bytes";
    case errc::invalid_utf8: return "invalid_utf8";
    case errc::control_character: return "control_character";
    case errc::invalid_escape: return "invalid_escape";
    case errc::invalid_number: return "invalid_number";
    case errc::too_deep: return "too_deep";
    case errc::empty_body: return "empty_body";
    case errc::unknown_format: return "unknown_format";
    case errc::mismatched_tag: return "mismatched_tag";
    case errc::duplicate_attribute: return "duplicate_attribute";
    case errc::too_many_attributes: return "too_many_attributes";
    case errc::undefined_entity: return "undefined_entity";
    case errc::invalid_reference: return "invalid_reference";
    case errc::doctype: return "doctype";
    case errc::unsupported_encoding: return "unsupported_encoding";
    case errc::compressed: return "compressed";
    case errc::html_page: return "html_page";
    case errc::wrong_shape: return "wrong_shape";
    case errc::out_of_range: return "out_of_range";
    case errc::too_long: return "too_long";
    case errc::too_many: return "too_many";
    case errc::too_few: return "too_few";
    case errc::missing: return "missing";
    case errc::invalid_value: return "invalid_value";
    case errc::duplicate_parameter: return "duplicate_parameter";
    case errc::no_keys: return "no_keys";
    case errc::no_own_keys: return "no_own_keys";
    case errc::unreadable: return "unreadable";
    case errc::no_known_member: return "no_known_member";
    case errc::signing_failed: return "signing_failed";
    case errc::transport_failed: return "transport_failed";
    case errc::cancelled: return "cancelled";
    case errc::deadline_passed: return "deadline_passed";
    case errc::refused: return "refused";
    }
    return "?";
}

namespace detail {

/// In the order of the codes. Not a switch: its table of jumps, which stands beside those of all other switches, would
/// keep it in programs that never ask.
inline constexpr literal sentences[] = {
    "no fault",
    "the text ends too early",
    "this byte cannot stand here",
    "more text follows where the document ended",
    "the text is not valid UTF-8",
    "a control character is not allowed here",
    "an escape sequence is not valid",
    "this is not a number of the form expected",
    "containers are nested too deeply",
    "the body is empty",
    "the text is neither JSON nor XML of this service",
    "an end tag does not match its start tag",
    "an attribute stands twice in one tag",
    "a tag has more attributes than are accepted",
    "an entity is not one of the five predefined ones",
    "a character reference names no allowed character",
    "a document type declaration is not accepted",
    "the text declares an encoding other than UTF-8",
    "the body is compressed",
    "the body is a page of HTML",
    "the value has another shape than the field",
    "the number is out of range",
    "the text is too long",
    "there are too many entries",
    "there are too few entries",
    "a required field is missing",
    "the value is not one that the field can hold",
    "a parameter is given twice",
    "there are no keys here",
    "the profile has no keys of its own",
    "the file cannot be read",
    "the reply has none of the fields of its operation",
    "the request could not be signed",
    "no reply came back",
    "the call was cancelled",
    "the deadline passed",
    "the service refused the request",
};
static_assert(std::size(sentences) == static_cast<std::size_t>(errc::refused) + 1);

}  // namespace detail

/// One sentence, without a full stop, for `code`; static text.
constexpr std::string_view describe(errc code) noexcept {
    const auto at = static_cast<std::size_t>(code);
    if (at >= std::size(detail::sentences)) return "unknown fault";
    return detail::sentences[at];
}

/// A fault and where it is. All views point to static text (wire names of fields).
struct fault {
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    errc code = errc::ok;
    std::size_t offset = 0;        ///< byte in the text that was read; 0 for a request
    std::string_view field = {};   ///< wire name of the field, where one is concerned
    std::string_view list = {};    ///< wire name of the list that the field's struct stands in
    std::size_t index = no_index;  ///< position in that list, from 0
    std::int64_t lowest = 0;       ///< limits that the field has, where `code` is about one;
    std::int64_t highest = 0;      ///< both 0 where there is none
    std::string_view hint = {};    ///< one more static sentence, where the code alone says too little

    /// True where there is a fault.
    constexpr explicit operator bool() const noexcept { return code != errc::ok; }
};

}  // namespace slbwire
