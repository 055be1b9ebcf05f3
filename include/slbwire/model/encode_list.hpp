#pragma once
// From structs with field lists to the one text that a request's list is; decode_list.hpp reads it back.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../wire/list_marks.hpp"
#include "../wire/quoted_text.hpp"
#include "bound.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

/// A field that a request's list has room for: one value.
constexpr bool is_sent(const field_info& info) noexcept {
    return !info.rule.reply_only && info.kind < field_kind::object;
}
/// One that is written the quick way.
template <class E, std::size_t Nth>
inline constexpr bool is_quick = is_sent(E::fields[Nth].info) && !E::fields[Nth].info.rule.seldom;

/// All from the end of one value to the beginning of the next.
template <class E, std::size_t Nth>
struct marks_before : list_marks<6, E::fields[Nth].info.name.size()> {
    constexpr explicit marks_before(quote_style style) noexcept
        : list_marks<6, E::fields[Nth].info.name.size()>(style, "','", E::fields[Nth].info.name, "':'") {}
};
template <class E, std::size_t Nth>
    requires(!is_quick<E, Nth>)
struct marks_before<E, Nth> {
    constexpr explicit marks_before(quote_style) noexcept {}
};
/// All marks of a list of `E` in one place.
template <class E, class Indices = std::make_index_sequence<std::size(E::fields)>>
struct entry_marks;
template <class E, std::size_t... Nth>
struct entry_marks<E, std::index_sequence<Nth...>> : marks_before<E, Nth>... {
    constexpr explicit entry_marks(quote_style style) noexcept
        : marks_before<E, Nth>(style)..., first(style, "[{"), next(style, ",{"), close(style, "'}") {}
    template <std::size_t N>
    constexpr const marks_before<E, N>& before() const noexcept {
        return *this;
    }
    list_marks<2> first;
    list_marks<2> next;
    list_marks<2> close;
};
template <class E>
inline constexpr entry_marks<E> single_quoted_marks(quote_style::single_quotes);
template <class E>
inline constexpr entry_marks<E> strict_json_marks(quote_style::strict_json);

/// `write_between_quotes`, which is large, once for all that is not inlined for speed.
template <class Out>
SLBWIRE_COLD SLBWIRE_NOINLINE constexpr void put_text(Out& out, std::string_view text, quote_style style) {
    write_between_quotes(out, text, style);
}
/// An entry where there may be too little room for it, or nobody knows: piece by piece.
template <class Out>
SLBWIRE_COLD SLBWIRE_NOINLINE constexpr void write_entry(Out& out, const object_source& entry, quote_style style,
                                                         std::string_view open) {
    const char quote = quote_mark(style);
    set_field set[most_fields];
    const std::size_t size = entry.set_fields(set);
    bool first = true;
    out.put(open);
    for (std::size_t i = 0; i < size; ++i) {
        const known_field& info = *set[i].info;
        if (!is_sent(info)) continue;
        if (!first) {
            out.put(quote);
            out.put(',');
        }
        first = false;
        out.put(quote);
        out.put(info.name);
        out.put(quote);
        out.put(':');
        out.put(quote);
        if (info.kind == field_kind::text) put_text(out, set[i].view(), style);
        else if (info.kind == field_kind::integer) out.put_decimal(set[i].number);
        else out.put(set[i].number != 0 ? "true" : "false");
    }
    if (!first) out.put(quote);
    out.put('}');
}
/// An output by value, which so may stay in registers.
template <class Out>
inline Out with_value(Out out, std::string_view text, quote_style style) {
    write_between_quotes(out, text, style);
    return out;
}
template <class Out>
SLBWIRE_ALWAYS_INLINE inline Out with_value(Out out, std::int64_t number, quote_style) {
    out.put_decimal(number);
    return out;
}
template <class Out>
inline Out with_value(Out out, bool yes, quote_style) {
    out.put(std::string_view(yes ? "true" : "false"));
    return out;
}

/// An entry in the service's form, `{'Name':'value',...}` or `{}`, behind `open`.
template <class E, class Indices = std::make_index_sequence<std::size(E::fields)>>
class entry_writer;
template <class E, std::size_t... Nth>
class entry_writer<E, std::index_sequence<Nth...>> {
public:
    /// The most bytes that it can take: an escape has six, a number twenty. In 64 bits, which no text makes wrap.
    static constexpr std::uint64_t most_bytes(const E& entry) noexcept {
        std::uint64_t text = 0;
        ((text += text_bytes<Nth>(entry)), ...);
        return fixed_bytes + 6 * text;
    }
    /// Has it fields only that are written the quick way?
    static constexpr bool is_usual(const E& entry) noexcept { return (seldom_set<Nth>(entry) | ...) == 0; }
    /// Where there is room for all of it, and it is usual: one look for that instead of one for each piece.
    template <class Out>
    SLBWIRE_ALWAYS_INLINE static Out write(Out out, const E& entry, quote_style style, const entry_marks<E>& marks,
                                    const list_marks<2>& open) {
        Out first = out;
        (write_field<Nth>(out, entry, style, marks), ...);
        if (out == first) {
            open.write(out);
            out.put('}');
            return out;
        }
        marks.close.write(out);
        open.write(first);  // over the first two of the six marks, which would end a value before this one
        return out;
    }
    /// The same where it does not fit, or nobody knows.
    template <class Out>
    SLBWIRE_COLD SLBWIRE_NOINLINE static constexpr void write_long(Out& out, const E& entry, quote_style style,
                                                                   const list_marks<2>& open) {
        write_entry<Out>(out, bound_source<E>(&entry), style, open.view());
    }

private:
    template <std::size_t N, class Out>
    SLBWIRE_ALWAYS_INLINE static void write_field(Out& out, const E& entry, quote_style style, const entry_marks<E>& marks) {
        if constexpr (is_quick<E, N>) {
            if_set<N>(entry, [&](auto value) SLBWIRE_ALWAYS_INLINE {
                marks.template before<N>().write(out);
                out = with_value(out, value, style);
            });
        }
    }
    /// Not 0 where a field is set that is not written the quick way. No branch: they are looked at together.
    template <std::size_t N>
    static constexpr std::size_t seldom_set([[maybe_unused]] const E& entry) noexcept {
        constexpr const field<E>& f = E::fields[N];
        if constexpr (is_quick<E, N> || !is_sent(f.info)) return 0;
        else if constexpr (f.info.kind == field_kind::boolean) return (entry.*f.boolean).has_value();
        else if constexpr (f.info.kind == field_kind::integer && f.info.narrow) return (entry.*f.narrow).has_value();
        else if constexpr (f.info.kind == field_kind::integer) return (entry.*f.wide).has_value();
        else if constexpr (f.info.narrow) return (entry.*f.view).size();
        else return (entry.*f.text).size();
    }
    template <std::size_t N>
    static constexpr std::uint64_t text_bytes([[maybe_unused]] const E& entry) noexcept {
        constexpr const field<E>& f = E::fields[N];
        if constexpr (!is_quick<E, N> || f.info.kind != field_kind::text) return 0;
        else if constexpr (f.info.narrow) return (entry.*f.view).size();
        else return (entry.*f.text).size();
    }
    /// Of a field: its name, six marks, and the digits of a number.
    template <std::size_t N>
    static constexpr std::uint64_t fixed_bytes_of() noexcept {
        if (!is_quick<E, N>) return 0;
        return E::fields[N].info.name.size() + 6 + (E::fields[N].info.kind == field_kind::text ? 0 : 20);
    }
    static constexpr std::uint64_t fixed_bytes = (fixed_bytes_of<Nth>() + ... + 4);
};

/// Entries that are single values (plain ids): quoted texts.
template <class Out, class E>
constexpr void write_plain_entries(Out& out, array_view<const E> entries, quote_style style) {
    for (const E& entry : entries) {
        if (&entry != entries.data()) out.put(',');
        out.put(quote_mark(style));
        if constexpr (std::is_integral_v<E>) out.put_decimal(entry);
        else put_text<Out>(out, entry, style);
        out.put(quote_mark(style));
    }
}

template <class E>
struct list_encoding {
    /// A list as the service takes it: one text, all values quoted, no blanks. `Out` is a bounded_output or a
    /// query_writer.
    template <class Out>
    static constexpr void write(Out& out, array_view<const E> entries, quote_style style);
};

template <class E>
template <class Out>
constexpr void list_encoding<E>::write(Out& out, array_view<const E> entries, quote_style style) {
    if constexpr (!listed<E>) {
        out.put('[');
        write_plain_entries(out, entries, style);
    } else if (entries.empty()) {
        out.put('[');
    } else {
        using writer = entry_writer<E>;
        const entry_marks<E>& marks = style == quote_style::strict_json ? strict_json_marks<E> : single_quoted_marks<E>;
        const list_marks<2>* open = &marks.first;
        for (const E& entry : entries) {
            if (std::is_constant_evaluated() || !writer::is_usual(entry)) {
                writer::write_long(out, entry, style, *open);
            } else if (auto quick = out.unchecked(writer::most_bytes(entry))) {
                out.take(writer::write(quick, entry, style, marks, *open));
            } else {
                writer::write_long(out, entry, style, *open);
            }
            open = &marks.next;
        }
    }
    out.put(']');
}

}  // namespace slbwire::detail
