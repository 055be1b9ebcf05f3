#pragma once
// A struct with its field list, and lists of such structs, behind the faces of field.hpp.

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "field.hpp"
#include "member_tables.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Fields past 63 share a bit, so none of them can be missed alone.
template <class T>
inline constexpr bool required_have_bits = [] {
    for (std::size_t i = 63; i < std::size(T::fields); ++i) {
        if (T::fields[i].info.rule.required) return false;
    }
    return true;
}();

template <class V>
constexpr field_info scalar_info() noexcept {
    if constexpr (std::is_integral_v<V>) {
        return {.name = {}, .kind = field_kind::integer, .narrow = sizeof(V) == 4};
    } else {
        return {.name = {}, .kind = field_kind::text};
    }
}
template <class V>
inline constexpr known_field scalar_infos[1] = {know(scalar_info<V>(), 0)};

template <class T>
constexpr array_view<const known_field> infos_for() noexcept {
    if constexpr (listed<T>) return infos_of<T>;
    else return scalar_infos<T>;
}

/// Not inlined for the same reason: a fault is large.
SLBWIRE_NOINLINE constexpr fault no_fault() noexcept { return {}; }

/// Becomes an empty `T` in its place, member by member: for `T()` all bytes are set to 0 first, which takes as long.
template <class T>
struct empty_value {
    constexpr operator T() const { return {}; }
};

}  // namespace detail

template <class T>
class bound_target final : public object_target {
public:
    constexpr explicit bound_target(T* object = nullptr) noexcept : object_(object) {}
    constexpr void bind(T& object) noexcept { object_ = &object; }

    constexpr array_view<const known_field> infos() const override { return detail::infos_for<T>(); }

    constexpr void put_text(std::size_t i, std::string_view value) override {
        if constexpr (detail::listed<T>) {
            const detail::decoded_member<T>& f = detail::member_tables<T>::decoded[i];
            if (detail::is_narrow<T, field_kind::text>(f)) object_->*f.view = value;
            else detail::set_text(object_->*f.text, value);
        } else if constexpr (!std::is_integral_v<T>) {
            detail::set_text(*object_, value);
        }
    }
    constexpr void put_integer([[maybe_unused]] std::size_t i, [[maybe_unused]] std::int64_t value) override {
        if constexpr (detail::has_kind<T, field_kind::integer>) {
            const detail::decoded_member<T>& f = detail::member_tables<T>::decoded[i];
            if (detail::is_narrow<T, field_kind::integer>(f)) object_->*f.narrow = static_cast<std::int32_t>(value);
            else object_->*f.wide = value;
        } else if constexpr (std::is_integral_v<T>) {
            *object_ = static_cast<T>(value);
        }
    }
    constexpr void put_boolean([[maybe_unused]] std::size_t i, [[maybe_unused]] bool value) override {
        if constexpr (detail::has_kind<T, field_kind::boolean>) {
            object_->*detail::member_tables<T>::decoded[i].boolean = value;
        }
    }
    constexpr void unset_number([[maybe_unused]] std::size_t i) override {
        if constexpr (detail::has_kind<T, field_kind::integer> || detail::has_kind<T, field_kind::boolean>) {
            const detail::decoded_member<T>& f = detail::member_tables<T>::decoded[i];
            // Not reset(): clang 14 cannot copy what that leaves in constant expressions.
            if (!detail::has_kind<T, field_kind::integer> || infos()[i].kind == field_kind::boolean) {
                object_->*f.boolean = std::optional<bool>();
            } else if (detail::is_narrow<T, field_kind::integer>(f)) {
                object_->*f.narrow = std::optional<std::int32_t>();
            } else {
                object_->*f.wide = std::optional<std::int64_t>();
            }
        }
    }
    constexpr bool fill([[maybe_unused]] std::size_t i, [[maybe_unused]] filler& with) override {
        if constexpr (detail::has_kind<T, field_kind::object> || detail::has_kind<T, field_kind::list>) {
            return detail::member_tables<T>::decoded[i].fill(*object_, with);
        } else {
            return false;
        }
    }
    constexpr bool has_all_it_can() const override {
        if constexpr (!detail::listed<T>) return false;
        else if constexpr (detail::has_own_fields<T>() || !requires(const T& one) { one.request_id; }) return false;
        else return !object_->request_id.empty();
    }

private:
    T* object_;
};

template <class E>
class vector_target final : public list_target {
public:
    constexpr explicit vector_target(std::vector<E>& entries) noexcept : entries_(entries) {}

    constexpr array_view<const known_field> infos() const override { return detail::infos_for<E>(); }
    constexpr bool scalar() const override { return !detail::listed<E>; }
    constexpr std::size_t size() const override { return entries_.size(); }
    constexpr std::size_t entry_bytes() const override { return sizeof(E); }
    // The only code that moves and destroys entries, which is large. By assignment, and cold: so g++ calls what assigns
    // a std::string, where anything else has all that moving one takes, for each member.
    SLBWIRE_COLD SLBWIRE_NOINLINE constexpr void renew(std::size_t kept, std::size_t room) override {
        std::vector<E> old;
        old.reserve(room);
        old.swap(entries_);
        for (std::size_t i = 0; i < kept; ++i) {
            append();
            entries_.back() = std::move(old[i]);
        }
    }
    SLBWIRE_FLATTEN SLBWIRE_NOINLINE constexpr object_target& append() override {
        // For compilers to see that emplace_back never has to grow, whose code for that is large: a loop over pointers,
        // and all that emplace_back calls in one function.
        while (entries_.data() + entries_.size() == entries_.data() + entries_.capacity()) grow();
        last_.bind(entries_.emplace_back(detail::empty_value<E>()));
        return last_;
    }

private:
    std::vector<E>& entries_;
    bound_target<E> last_;
};

template <class T>
class bound_source final : public object_source {
public:
    constexpr explicit bound_source(const T* object = nullptr) noexcept : object_(object) {}
    constexpr void bind(const T& object) noexcept { object_ = &object; }

    constexpr array_view<const known_field> infos() const override { return detail::infos_for<T>(); }

    constexpr std::size_t set_fields(set_field* out) const override {
        set_field* end = out;
        if constexpr (detail::listed<T>) {
            static_assert(std::size(T::fields) <= most_fields);
            static_assert(detail::required_have_bits<T>, "required fields stand among the first 63");
            put_all(end, std::make_index_sequence<std::size(T::fields)>());
        } else if constexpr (std::is_integral_v<T>) {
            put(end, detail::scalar_infos<T>, *object_);
        } else {
            const std::string_view text = *object_;
            if (!text.empty()) put(end, detail::scalar_infos<T>, text);
        }
        return static_cast<std::size_t>(end - out);
    }
    constexpr bool show([[maybe_unused]] std::size_t i, [[maybe_unused]] viewer& to) const override {
        if constexpr (detail::listed<T>) return detail::member_tables<T>::shown[i](*object_, to);
        else return false;
    }
    constexpr fault check() const override {
        if constexpr (requires(const T& object) { object.check(); }) return object_->check();
        else return detail::no_fault();
    }

private:
    template <std::size_t... Nth>
    constexpr void put_all(set_field*& end, std::index_sequence<Nth...>) const {
        (put_field<Nth>(end), ...);
    }
    template <std::size_t Nth>
    constexpr void put_field(set_field*& end) const {
        constexpr const known_field* info = infos_of<T>.data() + Nth;
        if constexpr (info->kind >= field_kind::object) *end++ = {info, 0, nullptr, 0};
        else if_set<Nth>(*object_, [&](auto value) SLBWIRE_ALWAYS_INLINE { put(end, info, value); });
    }
    static constexpr void put(set_field*& end, const known_field* info, std::string_view text) {
        *end++ = {info, 0, text.data(), text.size()};
    }
    static constexpr void put(set_field*& end, const known_field* info, std::int64_t number) {
        *end++ = {info, number, nullptr, 0};
    }

    const T* object_;
};

namespace detail {

/// Writes lists of `E` into requests: encode_list.hpp has it.
template <class E>
struct list_encoding;

}  // namespace detail

/// `Sent`: may stand in a request, as one text. Where it may not, what writes that is left out of the program.
template <class E, bool Sent = true>
class vector_source final : public list_source {
public:
    constexpr explicit vector_source(array_view<const E> entries) noexcept : entries_(entries) {}

    constexpr std::size_t size() const override { return entries_.size(); }
    constexpr const object_source& entry(std::size_t at) override {
        current_.bind(entries_[at]);
        return current_;
    }
    constexpr void write([[maybe_unused]] query_writer& out, [[maybe_unused]] quote_style style) const override {
        if constexpr (Sent) {
            static_assert(requires { sizeof(detail::list_encoding<E>); },
                          "for a list of your own in a request, include <slbwire/model/encode_list.hpp> before it");
            detail::list_encoding<E>::write(out, entries_, style);
        }
    }

private:
    array_view<const E> entries_;
    bound_source<E> current_;
};

namespace detail {

/// Room for a bound_target or a bound_source of any type, which are as large: a table of functions and a pointer.
struct binding {
    void* memory[2];
};

// All that is compiled for a request and for a reply, behind one function each. Those of the library's own structs are
// compiled once where the program wants that (SLBWIRE_REQUEST, SLBWIRE_REPLY).

/// How the fields of `object` are read; good as long as both arguments are.
template <class T>
const object_source& source_of(const T& object, binding& room) noexcept {
    static_assert(sizeof(bound_source<T>) <= sizeof room && alignof(bound_source<T>) <= alignof(binding));
    return *::new (static_cast<void*>(room.memory)) bound_source<T>(&object);
}
/// How the fields of `object` are filled; good as long as both arguments are.
template <class T>
object_target& target_of(T& object, binding& room) noexcept {
    static_assert(sizeof(bound_target<T>) <= sizeof room && alignof(bound_target<T>) <= alignof(binding));
    return *::new (static_cast<void*>(room.memory)) bound_target<T>(&object);
}

}  // namespace detail

}  // namespace slbwire
