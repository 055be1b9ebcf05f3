#pragma once
// What is known of a field without its struct: its names on the wire, its kind, and the rules that it must keep.

#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/name_key.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// What a field demands. Combine with `|`: `required | between(1, 65535)`.
struct field_rule {
    bool required = false;     ///< must be set in a request; must come with every entry of a reply's list
    bool common = false;       ///< stands in every reply and says nothing of the operation
    bool reply_only = false;   ///< never sent
    bool indexed = false;      ///< a list sent as `Name.1.Key=...` instead of one quoted text
    bool seldom = false;       ///< mostly not set in a request: the quick way of writing lists leaves it to the other
    std::int64_t lowest = 0;   ///< limits of a number, of a text's characters or of a list's entries;
    std::int64_t highest = 0;  ///< none where both are 0

    constexpr field_rule operator|(const field_rule& more) const noexcept {
        return {required || more.required, common || more.common, reply_only || more.reply_only, indexed || more.indexed,
                seldom || more.seldom,     lowest + more.lowest,  highest + more.highest};
    }
};
inline constexpr field_rule required{.required = true};
inline constexpr field_rule common{.common = true};
inline constexpr field_rule reply_only{.reply_only = true};
inline constexpr field_rule indexed{.indexed = true};
inline constexpr field_rule seldom{.seldom = true};
/// From `lowest` to `highest`: the value of a number, the characters of a text, the entries of a list.
constexpr field_rule between(std::int64_t lowest, std::int64_t highest) noexcept {
    return {.lowest = lowest, .highest = highest};
}

enum class field_kind : std::uint8_t { text, integer, boolean, object, list };

/// What is known of a field without its struct.
struct field_info {
    std::string_view name;       ///< on the wire
    std::string_view item = {};  ///< of a list: the name of one entry
    field_kind kind = field_kind::text;
    bool narrow = false;  ///< of an integer: 32 bits hold it
    field_rule rule = {};
};
/// The same with its names as they mostly stand in replies, made ready to be looked for.
struct known_field : field_info {
    std::uint64_t bit = 0;    ///< its own in a set of fields; those past 63 share the last
    std::uint64_t others = 0;  ///< the bits of fields that stand for the same member, under other names
    bool repeated = false;     ///< one of them stands before it
    name_key json = {};       ///< `"Name":`
    name_key json_item = {};  ///< `"Item":`
    name_key xml = {};        ///< `Name>`
    name_key xml_item = {};   ///< `Item>`
};

}  // namespace slbwire
