#pragma once
// The names of an enumeration, compared with a table of all: `static_assert(support::are_names(table))`. One that is
// added without a name does not compile here (-Wswitch); one that is missing in the table fails.

#include <cstddef>
#include <string_view>

namespace support {

template <class E>
struct named {
    E value;
    std::string_view name;
};
template <class E, std::size_t N>
constexpr bool are_names(const named<E> (&table)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
        if (table[i].value != static_cast<E>(i) || name(table[i].value) != table[i].name) return false;
        for (std::size_t k = 0; k < i; ++k) {
            if (table[k].name == table[i].name) return false;
        }
    }
    return name(static_cast<E>(N)) == "?";
}

}  // namespace support
