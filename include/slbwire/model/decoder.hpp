#pragma once
// What decoding shares between the formats: finding a field by name, turning text into values, and
// remembering where a fault is.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/scan.hpp"
#include "../core/text_arena.hpp"
#include "../wire/text_token.hpp"
#include "field.hpp"
#include "reply.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// An object's fields, and which one came after which, so that the next entry of a list is looked at in the order of
/// the last one. Of the first 63 fields; the others are found by name.
class field_order {
public:
    /// What to expect where nothing is.
    static constexpr std::size_t none = 63;

    /// At first, the order of the field list.
    SLBWIRE_NOINLINE constexpr explicit field_order(array_view<const known_field> infos) noexcept
        : infos_(infos), next_(in_order) {
        if (infos.size() < none) next_[infos.size()] = none;
    }
    constexpr array_view<const known_field> infos() const noexcept { return infos_; }
    /// The field to expect after the field `at - 1`, or `none`.
    constexpr std::size_t after(std::size_t at) const noexcept { return next_[at]; }
    constexpr void learn(std::size_t at, std::size_t field) noexcept {
        if (field < none) next_[at] = static_cast<unsigned char>(field);
    }

private:
    static constexpr std::array<unsigned char, none + 1> in_order = [] {
        std::array<unsigned char, none + 1> order{};
        for (std::size_t i = 0; i <= none; ++i) order[i] = static_cast<unsigned char>(i);
        return order;
    }();

    array_view<const known_field> infos_;
    std::array<unsigned char, none + 1> next_;
};

/// How far an object has been read.
struct member_progress {
    std::uint64_t seen = 0;  ///< a bit for each field that was set (the last for all past 63)
    std::size_t last = 0;    ///< the field before, and one; at most field_order::none
    std::uint64_t flat = 0;  ///< a bit for each list whose last element was an entry itself (XML)
};

/// In place of a field where there is none. (g++ 12 cannot compare pointers with null in constant expressions under
/// UndefinedBehaviorSanitizer.)
inline constexpr field_info no_field{};

/// Where in a reply a decoder is, for the faults it reports.
struct decode_place {
    const field_info* field = &no_field;
    const field_info* list = &no_field;
    std::size_t index = fault::no_index;
};

/// What is known of a list's entries while they are read.
struct entry_shape {
    std::uint64_t required;  ///< fields they must have, as bits
    bool scalar;             ///< single values
    field_order order;
};

class decoder {
public:
    constexpr decoder(decode_options options, std::size_t document_bytes) noexcept
        : options_(options), document_bytes_(document_bytes) {}

    /// Fields of the root that were found and are its operation's own.
    constexpr std::size_t own_fields() const noexcept { return own_fields_; }
    /// Was a required field passed over, because of its value's shape?
    constexpr bool passed_over() const noexcept { return passed_over_; }

protected:
    static constexpr std::size_t unknown = static_cast<std::size_t>(-1);

    /// The field called `name`.
    static constexpr std::size_t find(array_view<const known_field> infos, std::string_view name) noexcept {
        for (std::size_t i = 0; i < infos.size(); ++i) {
            const std::string_view own = infos[i].name;
            if (own.size() == name.size() && scan::equal(own.data(), name.data(), own.size())) return i;
        }
        return unknown;
    }
    /// Reads texts and integers for as long as they come in the expected order and form. Everything else is left
    /// to the caller, and every fault.
    template <class Quick, name_key known_field::*Key, class Cursor>
    void quick_members(Cursor& in, object_target& out, const field_order& order, member_progress& progress) {
        if (!options_.quick) return;
        const char* at = in.quick_begin();
        const char* const end = in.quick_end();
        char mark = in.quick_mark();
        const array_view<const known_field> infos = order.infos();
        std::uint64_t seen = progress.seen;
        std::size_t last = progress.last;
        const char* done = nullptr;
        for (;;) {
            const std::size_t i = order.after(last);
            if (i == field_order::none) break;
            const known_field& info = infos[i];
            const name_key& key = info.*Key;
            at = Quick::member(at, end, mark, key);
            if (at == nullptr) break;
            if (info.kind == field_kind::text) [[likely]] {
                text_token token;
                at = Quick::text(at, end, key, token);
                if (at == nullptr) break;
                out.put_text(i, token.coded ? decoded(token.raw, Quick::decode) : token.raw);
            } else if (info.kind == field_kind::integer) {
                std::int64_t value = 0;
                at = Quick::integer(at, end, key, value);
                if (at == nullptr) break;
                out.put_integer(i, value);
            } else {
                break;
            }
            done = at;
            mark = ',';
            seen |= info.bit;
            last = i + 1;
        }
        if (done == nullptr) return;
        in.resume(done);
        progress.seen = seen;
        progress.last = last;
    }
    static constexpr bool is_entry_name(const field_info& list, std::string_view name) noexcept {
        return name == list.item || name == list.name;
    }

    /// The value of a coded text, by `decode(raw, out)`.
    template <class Decode>
    SLBWIRE_NOINLINE constexpr std::string_view decoded(std::string_view raw, Decode&& decode) {
        if (!options_.keep) {
            options_.arena.begin(raw.size());
        } else if (!arena_begun_) {
            // No text is longer decoded than written, so the document's size is enough for all.
            options_.arena.begin(document_bytes_);
            arena_begun_ = true;
        }
        return options_.arena.take(decode(raw, options_.arena.next()));
    }

    /// Text as a number or a boolean; text that is empty or blank is a value that was left out.
    SLBWIRE_COLD static constexpr errc put_from_text(object_target& out, std::size_t i, const field_info& info,
                                                     std::string_view text) {
        text = ascii::trim(text);
        if (text.empty()) {
            if (info.name.empty()) return errc::wrong_shape;  // an entry cannot be left out
            return out.put_nothing(i), errc::ok;
        }
        if (info.kind == field_kind::boolean) {
            const bool yes = ascii::equal_ignoring_case(text, "true");
            if (!yes && !ascii::equal_ignoring_case(text, "false")) return errc::wrong_shape;
            return out.put_boolean(i, yes), errc::ok;
        }
        std::int64_t value = 0;
        if (const errc code = ascii::parse_integer(text, value); code != errc::ok) return code;
        return put_integer(out, i, info, value);
    }
    static constexpr errc put_integer(object_target& out, std::size_t i, const field_info& info, std::int64_t value) {
        constexpr std::int64_t narrowest = INT32_MIN;
        constexpr std::int64_t widest = INT32_MAX;
        if (info.narrow && (value < narrowest || value > widest)) return errc::out_of_range;
        return out.put_integer(i, value), errc::ok;
    }

    SLBWIRE_NOINLINE static constexpr entry_shape shape_of(const list_target& entries) noexcept {
        const array_view<const known_field> infos = entries.infos();
        std::uint64_t required = 0;
        for (const known_field& info : infos) required |= info.rule.required ? info.bit : 0;
        return {required, entries.scalar(), field_order(infos)};
    }
    /// A field that an entry must have and is without, or no_field.
    SLBWIRE_COLD
    static constexpr const field_info* missing_field(array_view<const known_field> infos, std::uint64_t seen) noexcept {
        for (const known_field& info : infos) {
            if (info.rule.required && (seen & info.bit) == 0) return &info;
        }
        return &no_field;
    }
    /// Has an entry, which began at `at`, all fields that it must have?
    SLBWIRE_ALWAYS_INLINE
    constexpr bool has_required(const member_progress& progress, const entry_shape& shape, std::size_t at) noexcept {
        if ((progress.seen & shape.required) == shape.required) return true;
        place_.field = missing_field(shape.order.infos(), progress.seen);
        return fail(errc::missing, at);
    }

    /// Notes that a field was found: what follows it the next time is looked for first.
    static constexpr void pass(std::size_t field, member_progress& progress, field_order& order) noexcept {
        order.learn(progress.last, field);
        progress.last = field < field_order::none ? field + 1 : field_order::none;
    }

    /// Lists inside of entries make no room ahead: each would do so for the whole rest of the document.
    constexpr bool in_an_entry() const noexcept { return place_.index != fault::no_index; }
    /// Makes room for the entries that seem to come, where `room`, all of it used, is not enough: judged by what
    /// those so far took, `consumed` bytes, and never for more memory than a small multiple of what is left of the
    /// document, or of what the list has.
    static constexpr void make_room(list_target& list, std::size_t& room, std::size_t consumed, std::size_t left) {
        const std::uint64_t alike = std::uint64_t{left} * room / consumed;
        const std::uint64_t likely = alike + alike / 32 + room / 64 + 2;  // some are shorter
        const std::size_t by_document = left / list.entry_bytes() * 4 + 2;
        const std::size_t by_list = 7 * room;
        const std::size_t most = by_document > by_list ? by_document : by_list;
        room += likely < most ? static_cast<std::size_t>(likely) : most;
        list.reserve(room);
    }

    constexpr void count_own_fields(array_view<const known_field> infos, std::uint64_t seen) noexcept {
        for (const known_field& info : infos) {
            if (!info.rule.common && (seen & info.bit) != 0) ++own_fields_;
        }
    }
    /// Passes a member that no field has; a fault in it is in no field.
    template <class Cursor>
    constexpr bool skip_unknown(Cursor& in) {
        const field_info* const outer = place_.field;
        place_.field = &no_field;
        if (!in.skip()) return false;
        place_.field = outer;
        return true;
    }
    /// Passes a value that its field cannot hold.
    template <class Cursor>
    SLBWIRE_COLD constexpr bool pass_over(Cursor& in, const field_info& info) {
        passed_over_ = passed_over_ || info.rule.required;
        return skip_unknown(in);
    }
    /// The field where a fault is, or may be; entries that are single values have their list's name.
    constexpr void in_field(const field_info& info) noexcept {
        if (!info.name.empty()) place_.field = &info;
    }
    SLBWIRE_COLD constexpr bool fail(errc code, std::size_t offset) noexcept {
        own_fault_ = {.code = code, .offset = offset};
        return false;
    }
    /// As if nothing had been wrong since the decoder was at `place`.
    SLBWIRE_COLD constexpr void forget_fault(const decode_place& place) noexcept {
        own_fault_ = {};
        place_ = place;
    }
    /// The cursor's fault or, where it has none, the one of `fail`, with the place where it is.
    SLBWIRE_COLD SLBWIRE_NOINLINE constexpr fault located(fault of_cursor) const noexcept {
        fault f = of_cursor ? of_cursor : own_fault_;
        f.field = place_.field->name;
        f.list = place_.list->name;
        f.index = place_.index;
        return f;
    }

    decode_options options_;
    std::size_t document_bytes_;
    bool arena_begun_ = false;
    std::size_t own_fields_ = 0;
    bool passed_over_ = false;
    const known_field* current_ = nullptr;  // the field whose structure is being filled
    decode_place place_;
    fault own_fault_;
};

}  // namespace detail

}  // namespace slbwire
