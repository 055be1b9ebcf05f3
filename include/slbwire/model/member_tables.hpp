#pragma once
// The fields of a struct as two tables, one for those who fill it and one for those who show it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

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

}  // namespace slbwire
