#pragma once
// How a struct lists its fields once:
//
//     struct listener {
//         std::optional<std::int32_t> port;
//         std::string protocol;
//         static constexpr field<listener> fields[] = {
//             {"Port", &listener::port},
//             {"Protocol", &listener::protocol},
//         };
//     };
//
// Encoding, validation and both decoders follow from the list. A member of a type that no constructor
// of `field` takes does not compile.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/fault.hpp"
#include "../core/name_key.hpp"
#include "../core/text.hpp"
#include "../wire/quote_style.hpp"
#include "field_info.hpp"

namespace slbwire::inline SLBWIRE_ABI {

class query_writer;

// The faces that structs show to decoders (..._target) and encoders (..._source). They have no virtual
// destructors: nothing is ever owned through them.
class object_target;
class list_target;
class object_source;
class list_source;

/// What a target hands a nested struct or list to.
class filler {
public:
    virtual constexpr bool object(object_target& nested) = 0;
    virtual constexpr bool list(list_target& nested) = 0;

protected:
    constexpr ~filler() = default;
};
/// What a source hands a nested struct or list to.
class viewer {
public:
    virtual constexpr bool object(const object_source& nested) = 0;
    virtual constexpr bool list(list_source& nested) = 0;

protected:
    constexpr ~viewer() = default;
};

/// One field of `T`: its description and its member.
template <class T>
class field {
public:
    using fill_function = bool (*)(T&, filler&);
    using view_function = bool (*)(const T&, viewer&);
    struct structure_functions {
        fill_function fill;
        view_function show;
    };

    constexpr field(literal name, std::string T::*member, field_rule rule = {}) noexcept
        : info{name, {}, field_kind::text, false, rule}, text(member) {}
    constexpr field(literal name, std::string_view T::*member, field_rule rule = {}) noexcept
        : info{name, {}, field_kind::text, true, rule}, view(member) {}
    constexpr field(literal name, std::optional<std::int32_t> T::*member, field_rule rule = {}) noexcept
        : info{name, {}, field_kind::integer, true, rule}, narrow(member) {}
    constexpr field(literal name, std::optional<std::int64_t> T::*member, field_rule rule = {}) noexcept
        : info{name, {}, field_kind::integer, false, rule}, wide(member) {}
    constexpr field(literal name, std::optional<bool> T::*member, field_rule rule = {}) noexcept
        : info{name, {}, field_kind::boolean, false, rule}, boolean(member) {}
    // These two say what is wrong with a member that no constructor above takes.
    template <class M>
    constexpr field(literal name, M T::*, field_rule rule = {}) noexcept : info{name, {}, field_kind::text, false, rule} {
        static_assert(std::is_void_v<M>,
                      "slbwire::field<T>: a member is a std::string or std::string_view, or a std::optional of "
                      "std::int32_t, std::int64_t or bool; structs are nested<&T::member>(...), vectors list<&T::member>(...)");
    }
    template <class C, class M>
        requires(!std::is_same_v<C, T> && !std::is_convertible_v<M C::*, M T::*>)
    constexpr field(literal name, M C::*, field_rule rule = {}) noexcept : info{name, {}, field_kind::text, false, rule} {
        static_assert(std::is_void_v<M>, "slbwire::field<T>: the member is one of another struct");
    }
    /// For `nested` and `list` below.
    constexpr field(const field_info& about, fill_function fill, view_function show) noexcept
        : info(about), structure{fill, show} {}

    field_info info;
    // info.kind and info.narrow tell which one it is (for a text, narrow means the borrowing kind).
    union {
        std::string T::*text;
        std::string_view T::*view;
        std::optional<std::int32_t> T::*narrow;
        std::optional<std::int64_t> T::*wide;
        std::optional<bool> T::*boolean;
        structure_functions structure;
    };
};

/// Do two fields stand for one member, which has several names in replies? Of structs and lists that is not known:
/// g++ 12 cannot compare pointers to functions in constant expressions under UndefinedBehaviorSanitizer.
template <class T>
constexpr bool share_member(const field<T>& a, const field<T>& b) noexcept {
    if (a.info.kind != b.info.kind || a.info.narrow != b.info.narrow) return false;
    switch (a.info.kind) {
    case field_kind::text: return a.info.narrow ? a.view == b.view : a.text == b.text;
    case field_kind::integer: return a.info.narrow ? a.narrow == b.narrow : a.wide == b.wide;
    case field_kind::boolean: return a.boolean == b.boolean;
    case field_kind::object:
    case field_kind::list: break;
    }
    return false;
}
constexpr std::uint64_t bit_of_field(std::size_t at) noexcept { return std::uint64_t{1} << (at < 63 ? at : 63); }
constexpr known_field know(const field_info& info, std::size_t at) noexcept {
    known_field known{info, bit_of_field(at)};
    // Without a name there is nothing to look for: `<>` is no tag.
    if (!info.name.empty()) {
        known.json = {"\"", info.name, "\":"};
        known.xml = {"", info.name, ">"};
    }
    if (!info.item.empty()) {
        known.json_item = {"\"", info.item, "\":"};
        known.xml_item = {"", info.item, ">"};
    }
    return known;
}
/// The descriptions alone, side by side: what the decoders look names up in.
template <class T>
inline constexpr auto infos_of = [] {
    std::array<known_field, std::size(T::fields)> infos{};
    for (std::size_t i = 0; i < infos.size(); ++i) {
        known_field& info = infos[i] = know(T::fields[i].info, i);
        for (std::size_t other = 0; other < infos.size(); ++other) {
            if (other == i || !share_member(T::fields[i], T::fields[other])) continue;
            info.others |= bit_of_field(other);
            info.repeated = info.repeated || other < i;
        }
        // Before one of these is read, the others are looked at: never the quick way.
        if (info.others != 0) info.json = info.xml = {};
    }
    return infos;
}();

namespace detail {

/// A struct with a field list; what has none is a single value.
template <class T>
concept listed = requires { T::fields; };

}  // namespace detail

class object_target {
public:
    virtual constexpr array_view<const known_field> infos() const = 0;
    virtual constexpr void put_text(std::size_t i, std::string_view value) = 0;
    virtual constexpr void put_integer(std::size_t i, std::int64_t value) = 0;
    virtual constexpr void put_boolean(std::size_t i, bool value) = 0;
    /// Empties an integer or a boolean.
    virtual constexpr void unset_number(std::size_t i) = 0;
    virtual constexpr bool fill(std::size_t i, filler& with) = 0;
    /// As if it had not been sent. Of any kind.
    constexpr void put_nothing(std::size_t i);
    /// True where its only fields are those of every reply, and it has a RequestId: all that such a one can say.
    virtual constexpr bool has_all_it_can() const = 0;

protected:
    constexpr ~object_target() = default;
};

class list_target {
public:
    virtual constexpr array_view<const known_field> infos() const = 0;
    /// An entry that is one value, not a struct: its only field has no name.
    virtual constexpr bool scalar() const = 0;
    virtual constexpr std::size_t size() const = 0;
    virtual constexpr std::size_t entry_bytes() const = 0;
    /// Moves the first `kept` entries to new memory with room for `room`; the others are gone.
    virtual constexpr void renew(std::size_t kept, std::size_t room) = 0;
    constexpr void clear() {
        if (size() != 0) renew(0, 0);
    }
    /// Room for more entries than there was room for.
    constexpr void reserve(std::size_t entries) { renew(size(), entries); }
    SLBWIRE_COLD SLBWIRE_NOINLINE constexpr void grow() { reserve(2 * size() + 1); }
    /// Adds an entry; the reference is good until the next one is added.
    virtual constexpr object_target& append() = 0;

protected:
    constexpr ~list_target() = default;
};

namespace detail {

/// Empties a nested struct or list.
class emptier final : public filler {
public:
    constexpr bool object(object_target& nested) override {
        for (std::size_t i = 0; i < nested.infos().size(); ++i) nested.put_nothing(i);
        return true;
    }
    constexpr bool list(list_target& nested) override {
        nested.clear();
        return true;
    }
};

}  // namespace detail

constexpr void object_target::put_nothing(std::size_t i) {
    switch (infos()[i].kind) {
    case field_kind::text: return put_text(i, {});
    case field_kind::integer:
    case field_kind::boolean: return unset_number(i);
    case field_kind::object:
    case field_kind::list: {
        detail::emptier nothing;
        fill(i, nothing);
        break;
    }
    }
}

/// A field of a struct that is set, without its struct. Trivial, so that room for many costs nothing.
struct set_field {
    const known_field* info;
    std::int64_t number;  ///< of an integer; 0 or 1 of a boolean
    const char* text;     ///< of a text: the struct's own memory
    std::size_t text_size;

    constexpr std::string_view view() const noexcept { return {text, text_size}; }
};
/// Fields that one struct may have at most.
inline constexpr std::size_t most_fields = 128;

class object_source {
public:
    virtual constexpr array_view<const known_field> infos() const = 0;
    /// Writes the fields that are set to `out`, which has room for all of them, in the order of the list; texts
    /// that are empty are not set, structs and lists always. Returns how many.
    virtual constexpr std::size_t set_fields(set_field* out) const = 0;
    virtual constexpr bool show(std::size_t i, viewer& to) const = 0;
    /// What the struct's own `check()` finds wrong, if it has one: rules over several fields.
    virtual constexpr fault check() const = 0;

protected:
    constexpr ~object_source() = default;
};

class list_source {
public:
    virtual constexpr std::size_t size() const = 0;
    /// The reference is good until the next entry is asked for.
    virtual constexpr const object_source& entry(std::size_t at) = 0;
    /// All entries as the one text that a request's list is.
    virtual constexpr void write(query_writer& out, quote_style style) const = 0;

protected:
    constexpr ~list_source() = default;
};

}  // namespace slbwire
