#pragma once
// What decoding shares between the formats: finding a field by name, turning text into values, and
// remembering where a fault is.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/text_arena.hpp"
#include "field.hpp"

namespace slbwire {

/// Where texts that need decoding go. `keep` for structs that borrow: then all texts of a document stay
/// in the arena; otherwise each is copied out before the next one.
struct text_memory {
    text_arena& arena;
    bool keep;
};

namespace detail {

/// Which field came after which, so that the next entry of a list is looked at in the order of the last one.
class field_order {
public:
    constexpr field_order() noexcept {
        for (std::size_t i = 0; i < sizeof next_; ++i) next_[i] = static_cast<unsigned char>(i);
    }
    /// What to expect after the field `at - 1`; at first, what comes next in the field list.
    constexpr std::size_t after(std::size_t at) const noexcept { return at < sizeof next_ ? next_[at] : at; }
    constexpr void learn(std::size_t at, std::size_t field) noexcept {
        if (at < sizeof next_) next_[at] = static_cast<unsigned char>(field);
    }

private:
    unsigned char next_[64];
};

/// Where in a reply a decoder is, for the faults it reports. Views of static text.
struct decode_place {
    std::string_view field = {};
    std::string_view list = {};
    std::size_t index = fault::no_index;
};

/// What is known of a list's entries while they are read.
struct entry_shape {
    std::uint64_t required = 0;  ///< fields they must have, as bits
    field_order order{};
};

class decoder {
public:
    constexpr decoder(text_memory memory, std::size_t document_bytes) noexcept
        : memory_(memory), document_bytes_(document_bytes) {}

    /// Fields of the root that were found and are its operation's own.
    constexpr std::size_t own_fields() const noexcept { return own_fields_; }

protected:
    static constexpr std::size_t unknown = static_cast<std::size_t>(-1);

    /// The field called `name`. Members mostly come in the order of the list, so the one after the last
    /// found is tried first.
    static constexpr std::size_t find(std::span<const field_info> infos, std::string_view name,
                                      std::size_t expected) noexcept {
        if (expected < infos.size() && infos[expected].name == name) return expected;
        for (std::size_t i = 0; i < infos.size(); ++i) {
            if (infos[i].name == name) return i;
        }
        return unknown;
    }
    static constexpr bool is_entry_name(const field_info& list, std::string_view name) noexcept {
        return name == list.item || name == list.name;
    }

    /// The value of a coded text, by `decode(raw, out)`.
    template <class Decode>
    constexpr std::string_view decoded(std::string_view raw, Decode&& decode) {
        if (!memory_.keep) {
            memory_.arena.begin(raw.size());
        } else if (!arena_begun_) {
            // No text is longer decoded than written, so the document's size is enough for all.
            memory_.arena.begin(document_bytes_);
            arena_begun_ = true;
        }
        return memory_.arena.take(decode(raw, memory_.arena.next()));
    }

    /// Text as a number or a boolean; text that is empty or blank is a value that was left out.
    static constexpr errc put_from_text(object_target& out, std::size_t i, const field_info& info,
                                        std::string_view text) {
        text = ascii::trim(text);
        if (text.empty()) return out.put_nothing(i), errc::ok;
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
        constexpr std::int64_t narrowest = std::numeric_limits<std::int32_t>::min();
        constexpr std::int64_t widest = std::numeric_limits<std::int32_t>::max();
        if (info.narrow && (value < narrowest || value > widest)) return errc::out_of_range;
        return out.put_integer(i, value), errc::ok;
    }

    /// The fields that entries must have, as bits.
    static constexpr std::uint64_t required_fields(std::span<const field_info> infos) noexcept {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < infos.size(); ++i) bits |= infos[i].rule.required ? bit_of(i) : 0;
        return bits;
    }
    /// A field that an entry must have and is without, or an empty text.
    static constexpr std::string_view missing_field(std::span<const field_info> infos, std::uint64_t seen) noexcept {
        for (std::size_t i = 0; i < infos.size(); ++i) {
            if (infos[i].rule.required && (seen & bit_of(i)) == 0) return infos[i].name;
        }
        return {};
    }

    /// Lists inside of entries make no room ahead: each would do so for the whole rest of the document.
    constexpr bool in_an_entry() const noexcept { return place_.index != fault::no_index; }
    /// Makes room for the entries that seem to come, judged by the first one: never for more memory than
    /// a small multiple of what is left of the document, whatever it looks like.
    static constexpr void reserve_by_first(list_target& list, std::size_t first_bytes, std::size_t left) {
        const std::size_t guess = left / (first_bytes + 1) + 2;
        const std::size_t bound = left / list.entry_bytes() * 4 + 2;
        list.reserve(guess < bound ? guess : bound);
    }

    constexpr void count_own_fields(std::span<const field_info> infos, std::uint64_t seen) noexcept {
        for (std::size_t i = 0; i < infos.size(); ++i) {
            if (!infos[i].rule.common && (seen & bit_of(i)) != 0) ++own_fields_;
        }
    }
    /// One bit for each field; those past 63 share the last.
    static constexpr std::uint64_t bit_of(std::size_t field) noexcept {
        return std::uint64_t{1} << (field < 63 ? field : 63);
    }

    /// The field where a fault is, or may be; entries that are single values have their list's name.
    constexpr void in_field(const field_info& info) noexcept {
        if (!info.name.empty()) place_.field = info.name;
    }
    constexpr bool fail(errc code, std::size_t offset) noexcept {
        own_fault_ = {.code = code, .offset = offset};
        return false;
    }
    /// The cursor's fault or, where it has none, the one of `fail`, with the place where it is.
    constexpr fault located(fault of_cursor) const noexcept {
        fault f = of_cursor ? of_cursor : own_fault_;
        f.field = place_.field;
        f.list = place_.list;
        f.index = place_.index;
        return f;
    }

    text_memory memory_;
    std::size_t document_bytes_;
    bool arena_begun_ = false;
    std::size_t own_fields_ = 0;
    const field_info* current_ = nullptr;  // the field whose structure is being filled
    decode_place place_;
    fault own_fault_;
};

}  // namespace detail

}  // namespace slbwire
