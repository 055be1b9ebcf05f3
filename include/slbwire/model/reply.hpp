#pragma once
// How a reply is read, and what comes of it.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/fault.hpp"
#include "../core/text_arena.hpp"

namespace slbwire::inline SLBWIRE_ABI {

enum class reply_format : std::uint8_t { json, xml };
/// The same word as text, for logs; `?` for no value of it.
constexpr std::string_view name(reply_format format) noexcept {
    switch (format) {
    case reply_format::json: return "json";
    case reply_format::xml: return "xml";
    }
    return "?";
}

/// Where texts that need decoding go, and how a document is read.
struct decode_options {
    text_arena& arena;
    bool keep;             ///< for structs that borrow: all texts stay; otherwise each is copied out before the next one
    bool quick = true;     ///< false: every member by the cursors, which gives the same; for tests that compare
    bool lenient = false;  ///< true: any wrapper, and what has another shape than its field is passed over
};

namespace detail {

/// The result of a decode apart from the struct: the fault, and how many of the struct's own fields
/// (those without the rule `common`) the document had.
struct decode_report {
    fault what;
    std::size_t own_fields = 0;
    bool passed_over = false;  ///< a lenient decode could not use a required field
};

}  // namespace detail

}  // namespace slbwire
