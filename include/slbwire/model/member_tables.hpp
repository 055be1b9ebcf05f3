#pragma once
// The fields of a struct as two tables, one for those who fill it and one for those who show it, and what is known of
// them when compiling.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Gives `use` the value of field `Nth` of `object`, where it is set: a std::string_view that is not empty, a
/// std::int64_t or a bool. What kind a field is, is known when compiling: what is not set costs a look and a branch.
template <std::size_t Nth, class T, class F>
SLBWIRE_ALWAYS_INLINE constexpr void if_set(const T& object, F&& use) {
    constexpr const field<T>& f = T::fields[Nth];
    if constexpr (f.info.kind == field_kind::text) {
        std::string_view text;
        if constexpr (f.info.narrow) text = object.*f.view;
        else text = object.*f.text;
        if (!text.empty()) use(text);
    } else if constexpr (f.info.kind == field_kind::integer && f.info.narrow) {
        if (object.*f.narrow) use(std::int64_t{*(object.*f.narrow)});
    } else if constexpr (f.info.kind == field_kind::integer) {
        if (object.*f.wide) use(*(object.*f.wide));
    } else if constexpr (f.info.kind == field_kind::boolean) {
        if (object.*f.boolean) use(*(object.*f.boolean));
    }
}

namespace detail {

/// What a decoder needs of a field, and nothing of what prints it: that is in no program that only decodes.
template <class T>
struct decoded_member {
    constexpr decoded_member() noexcept : is_narrow(false), text() {}
    constexpr explicit decoded_member(const field<T>& f) noexcept : is_narrow(f.info.narrow), text() {
        switch (f.info.kind) {
        case field_kind::text:
            if (is_narrow) view = f.view;
            else text = f.text;
            break;
        case field_kind::integer:
            if (is_narrow) narrow = f.narrow;
            else wide = f.wide;
            break;
        case field_kind::boolean: boolean = f.boolean; break;
        case field_kind::object:
        case field_kind::list: fill = f.structure.fill; break;
        }
    }

    bool is_narrow;
    union {
        std::string T::*text;
        std::string_view T::*view;
        std::optional<std::int32_t> T::*narrow;
        std::optional<std::int64_t> T::*wide;
        std::optional<bool> T::*boolean;
        typename field<T>::fill_function fill;
    };
};
template <class T, class Indices = std::make_index_sequence<std::size(T::fields)>>
struct member_tables;
template <class T, std::size_t... Nth>
struct member_tables<T, std::index_sequence<Nth...>> {
    // With one more than there are, since no array may be empty.
    static constexpr decoded_member<T> decoded[sizeof...(Nth) + 1] = {decoded_member<T>(T::fields[Nth])..., {}};
    /// The functions that show structs and lists; null for all other fields.
    static constexpr typename field<T>::view_function shown[sizeof...(Nth) + 1] = {
        T::fields[Nth].info.kind >= field_kind::object ? T::fields[Nth].structure.show : nullptr..., nullptr};
};

template <class T>
constexpr bool has_any(field_kind kind) noexcept {
    if constexpr (listed<T>) {
        for (const field<T>& one : T::fields) {
            if (one.info.kind == kind) return true;
        }
    }
    return false;
}
/// Has it such a field? Where it has none, the code for them is left out of the program.
template <class T, field_kind Kind>
inline constexpr bool has_kind = has_any<T>(Kind);

/// Whether a field is of the narrow type of its kind, which for most structs is known when compiling.
template <class T, field_kind Kind>
constexpr bool is_narrow(const decoded_member<T>& f) noexcept {
    constexpr auto any = [](bool narrow) {
        for (const field<T>& one : T::fields) {
            if (one.info.kind == Kind && one.info.narrow == narrow) return true;
        }
        return false;
    };
    constexpr bool some = any(true);
    constexpr bool all = some && !any(false);
    return all || (some && f.is_narrow);
}

template <class T>
constexpr bool has_own_fields() noexcept {
    for (const field<T>& f : T::fields) {
        if (!f.info.rule.common) return true;
    }
    return false;
}

}  // namespace detail

}  // namespace slbwire::inline SLBWIRE_ABI
