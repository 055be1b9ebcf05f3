#pragma once
// The fields of a struct that are structs or lists themselves.

#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/text.hpp"
#include "bound.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Lists of `E` in requests are compiled once, in the file that includes compiled.hpp: those that are sent as one text,
/// or those that are not.
template <class E, bool Sent>
inline constexpr bool is_compiled_once = false;

template <class E>
bool fill_once(std::vector<E>& entries, filler& with) {
    vector_target<E> target(entries);
    return with.list(target);
}
template <bool Sent, class E>
bool show_once(array_view<const E> entries, viewer& to) {
    vector_source<E, Sent> source(entries);
    return to.list(source);
}
// Not inlined: each list field has a function that calls them and is nothing but a jump then.
template <class E>
SLBWIRE_NOINLINE constexpr bool fill_list(std::vector<E>& entries, filler& with) {
    if constexpr (is_compiled_once<E, true> || is_compiled_once<E, false>) {
        return fill_once(entries, with);
    } else {
        vector_target<E> target(entries);
        return with.list(target);
    }
}
template <bool Sent, class E>
SLBWIRE_NOINLINE constexpr bool show_list(array_view<const E> entries, viewer& to) {
    if constexpr (is_compiled_once<E, Sent>) {
        return show_once<Sent>(entries, to);
    } else {
        vector_source<E, Sent> source(entries);
        return to.list(source);
    }
}

template <class C, class M>
C class_of(M C::*);
template <class C, class M>
M member_of(M C::*);

}  // namespace detail

/// g++ 12 crashes on braced lists of class templates that have a `nested` member, where it has not looked at their
/// default construction yet: `static_assert(ready_for_braces<basic_entry>);` makes it look.
template <template <class> class T>
inline constexpr bool ready_for_braces = noexcept(T<std::string>{}) || noexcept(T<std::string_view>{}) || true;

/// A field that is a struct with a field list of its own: `nested<&group::associated>("AssociatedObjects")`.
template <auto Member>
consteval auto nested(literal name, field_rule rule = {}) noexcept {
    using owner = decltype(detail::class_of(Member));
    using inner = decltype(detail::member_of(Member));
    return field<owner>({name, {}, field_kind::object, false, rule},
        [](owner& object, filler& with) {
            bound_target<inner> target(&(object.*Member));
            return with.object(target);
        },
        [](const owner& object, viewer& to) {
            const bound_source<inner> source(&(object.*Member));
            return to.object(source);
        });
}

namespace detail {

template <auto Member, bool Sent>
consteval auto list_field(literal name, literal item, field_rule rule) noexcept {
    using owner = decltype(class_of(Member));
    using entry = typename decltype(member_of(Member))::value_type;
    return field<owner>({name, item, field_kind::list, false, rule},
        [](owner& object, filler& with) { return fill_list(object.*Member, with); },
        [](const owner& object, viewer& to) { return show_list<Sent>(array_view<const entry>(object.*Member), to); });
}

}  // namespace detail

/// A field that is a std::vector of structs or of single values. On the wire a list has two levels,
/// `name` around entries called `item`: `list<&group::servers>("BackendServers", "BackendServer")`.
template <auto Member>
consteval auto list(literal name, literal item, field_rule rule = {}) noexcept {
    return detail::list_field<Member, true>(name, item, rule);
}
/// The same in a reply: never sent, and so smaller in a program.
template <auto Member>
consteval auto reply_list(literal name, literal item, field_rule rule = {}) noexcept {
    return detail::list_field<Member, false>(name, item, rule | reply_only);
}

SLBWIRE_SENT_LIST(std::string, true);

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "encode_list.hpp"
#endif
