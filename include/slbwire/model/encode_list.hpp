#pragma once
// From structs with field lists to the one text that a request's list is; decode_list.hpp reads it back.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "../core/bounded_output.hpp"
#include "../wire/list_marks.hpp"
#include "../wire/query_writer.hpp"
#include "../wire/quoted_text.hpp"
#include "field.hpp"

namespace slbwire::detail {

/// A field that a request's list has room for: a text or an integer.
constexpr bool is_listed(const field_info& info) noexcept {
    return !info.rule.reply_only && info.kind <= field_kind::integer;
}

/// A name behind the end of `before`, where there is room: as replies have it, whose mark is then set right. Gives
/// its end, or null where it is too long for that.
[[gnu::always_inline]] inline char* write_name(char* to, const list_marks::form& before,
                                               const known_field& info) noexcept {
    if (!info.json.write(to - 1)) return nullptr;
    to[-1] = before.last;
    return to + info.name.size();
}
[[gnu::always_inline]] inline bool put_name(unchecked_output& out, const list_marks& before,
                                            const known_field& info) noexcept {
    char* const end = write_name(out.at(), before.plain(), info);
    if (end == nullptr) return false;
    out.go_to(end);
    return true;
}
[[gnu::always_inline]] inline bool put_name(unchecked_query_output& out, const list_marks& before,
                                            const known_field& info) noexcept {
    char* const once = write_name(out.once(), before.once(), info);
    if (once == nullptr) return false;
    out.go_to(once, write_name(out.twice(), before.twice(), info));
    return true;
}

template <class Out>
inline constexpr bool is_unchecked = std::is_same_v<Out, unchecked_output> || std::is_same_v<Out, unchecked_query_output>;

/// `before`, a name and `behind`.
template <class Out>
[[gnu::always_inline]] constexpr void write_name(Out& out, const list_marks& before, const known_field& info,
                                                 const list_marks& behind) {
    if constexpr (is_unchecked<Out>) {
        if (!std::is_constant_evaluated()) {
            put_marks(out, before);
            if (!put_name(out, before, info)) [[unlikely]] out.put_unreserved(info.name);
            return put_marks(out, behind);
        }
    }
    out.put(before.view());
    out.put_unreserved(info.name);
    out.put(behind.view());
}

/// An object of the fields in `set`: `{'Name':'value',…}`, or `{}`. `open` is what stands before the first name.
template <class Out>
[[gnu::always_inline]] constexpr void write_entry(Out& out, std::span<const set_field> set, quote_style style,
                                                  const entry_marks& marks, const list_marks& open) {
    const list_marks* before = &open;
    for (const set_field& one : set) {
        if (!is_listed(*one.info)) continue;
        write_name(out, *before, *one.info, marks.colon);
        before = &marks.comma;
        if (one.info->kind == field_kind::text) write_between_quotes(out, one.view(), style);
        else out.put_decimal(one.number);
    }
    if (before == &open) {
        const std::string_view text = open.view();
        out.put(text.substr(0, text.size() - 1));  // without the quote mark
        return out.put('}');
    }
    if constexpr (is_unchecked<Out>) {
        if (!std::is_constant_evaluated()) return put_marks(out, marks.close);
    }
    out.put(marks.close.view());
}

/// The same where it does not fit, or nobody knows.
template <class Out>
[[gnu::cold]] constexpr void write_long_entry(Out& out, std::span<const set_field> set, quote_style style,
                                              const entry_marks& marks, const list_marks& open) {
    write_entry(out, set, style, marks, open);
}

/// Entries that are single values (plain ids): quoted texts.
template <class Out>
constexpr void write_plain_entries(Out& out, list_source& entries, quote_style style) {
    set_field one{};
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (at != 0) out.put(',');
        const bool empty = entries.entry(at).set_fields(&one) == 0;
        write_quoted(out, empty ? std::string_view() : one.view(), style);
    }
}
template <class Out>
constexpr void write_entries(Out& out, list_source& entries, quote_style style) {
    const entry_marks& marks = style == quote_style::strict_json ? strict_json_marks : single_quoted_marks;
    const list_marks* open = &marks.first;
    const std::size_t size = entries.size();
    set_field memory[most_fields];
    for (std::size_t at = 0; at < size; ++at) {
        const std::span<const set_field> set(memory, entries.entry(at).set_fields(memory));
        // The most bytes that it can take: an escape has six, a number twenty, and of the marks the last are sixteen.
        // In 64 bits, which no text makes wrap.
        std::uint64_t most = 3;
        for (const set_field& one : set) most += one.info->name.size() + 6 * std::uint64_t{one.text_size} + 44;
        // One look for room instead of one for each piece.
        if (auto quick = out.unchecked(most)) {
            write_entry(quick, set, style, marks, *open);
            out.take(quick);
        } else {
            write_long_entry(out, set, style, marks, *open);
        }
        open = &marks.next;
    }
}

/// A list as the service takes it: one text, all values quoted, no blanks. `Out` is a bounded_output or a
/// query_writer.
template <class Out>
constexpr void write_list(Out& out, list_source& entries, quote_style style) {
    out.put('[');
    if (entries.size() != 0) {
        const bool plain = entries.entry(0).infos()[0].name.empty();
        if (plain) write_plain_entries(out, entries, style);
        else write_entries(out, entries, style);
    }
    out.put(']');
}

}  // namespace slbwire::detail
