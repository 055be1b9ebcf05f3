#pragma once
// The one loop that turns XML into structs with field lists: elements are fields, lists are an element
// around entries or an element each, and the root may have any name.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/fault.hpp"
#include "../wire/xml.hpp"
#include "decoder.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

class xml_decoder final : public decoder, private filler {
public:
    constexpr xml_decoder(std::string_view text, decode_options options) noexcept
        : decoder(options, text.size()), in_(text) {}

    /// Fills `out` from the whole document, whatever its root is called. False at a fault, which `why` then tells.
    SLBWIRE_COLD constexpr bool root(object_target& out) {
        std::string_view name;
        member_progress progress;
        field_order order(out.infos());
        if (!in_.root(name) || !children(out, progress, order, in_.offset())) return false;
        count_own_fields(order.infos(), progress.seen);
        return in_.finish();
    }
    constexpr fault why() const noexcept { return located(in_.why()); }

private:
    /// All elements inside the current one, which began at `at` and is left.
    constexpr bool children(object_target& out, member_progress& progress, field_order& order, std::size_t at) {
        while (child(out, progress, order)) {
            if (!std::is_constant_evaluated()) quick_members<xml::quick, &known_field::xml>(in_, out, order, progress);
        }
        if (in_.failed() || own_fault_) return false;
        return !in_.stray_text() || options_.lenient || fail(errc::wrong_shape, at);
    }
    /// The next element, however it looks; false at the end of the one around it, which is passed, and at a fault.
    SLBWIRE_COLD constexpr bool child(object_target& out, member_progress& progress, field_order& order) {
        const array_view<const known_field> infos = order.infos();
        std::size_t i = order.after(progress.last);
        if (i == field_order::none || !options_.quick || !in_.try_child(infos[i].xml)) {
            std::string_view name;
            if (!in_.next_child(name)) return false;
            i = find(infos, name);
            if (i == unknown) return skip_unknown(in_);
        }
        return known_child(out, progress, order, i);
    }
    /// The element of field `i`, which the cursor stands in.
    SLBWIRE_COLD constexpr bool known_child(object_target& out, member_progress& progress, field_order& order,
                                            std::size_t i) {
        const known_field& info = order.infos()[i];
        pass(i, progress, order);
        // Under another name of a member that has a value, what is empty takes nothing away.
        if ((progress.seen & info.others) != 0 && xml::is_empty(in_)) return in_.skip();
        const xml::cursor::place outside = in_.outside();
        const decode_place place = place_;
        if (!value(out, i, info, progress)) {
            // An entry under the list's own name has none that stands for it.
            return (progress.flat & info.bit) == 0 && is_overwritten(outside, place, info.name);
        }
        progress.seen |= info.bit;
        return true;
    }
    /// After a value that does not fit: does an element of that name follow beside it? Then that one counts: the cursor
    /// goes to `outside`, behind the value, whose fault is forgotten.
    SLBWIRE_COLD constexpr bool is_overwritten(const xml::cursor::place& outside, const decode_place& place,
                                               std::string_view wanted) {
        xml::cursor probe = in_;
        if (!probe.leave_to(outside)) return false;
        std::string_view name;
        while (probe.next_child(name)) {
            if (name == wanted) {
                forget_fault(place);
                return in_.leave_to(outside);
            }
            if (!probe.skip()) return false;
        }
        return false;
    }

    SLBWIRE_COLD constexpr bool value(object_target& out, std::size_t i, const known_field& info,
                                      member_progress& progress) {
        if (info.kind == field_kind::object || info.kind == field_kind::list) {
            const field_info* const outer = place_.field;
            in_field(info);
            current_ = &info;
            around_ = &progress;
            if (!out.fill(i, *this)) return false;
            place_.field = outer;
            return true;
        }
        std::size_t at = in_.offset();
        text_token token;
        errc code = errc::wrong_shape;
        if (in_.try_leaf(token)) {
            const std::string_view text = token.coded ? decoded(token.raw, xml::decode_text) : token.raw;
            if (info.kind == field_kind::text) return out.put_text(i, text), true;
            code = put_from_text(out, i, info, text);
            if (code == errc::ok) return true;
        } else if (options_.lenient && !in_.failed()) {
            return pass_over(in_, info);
        } else {
            at = in_.offset();
        }
        in_field(info);
        return fail(code, at);
    }

    SLBWIRE_COLD constexpr bool object(object_target& nested) override {
        // Of two that stand for one field the last counts, whole.
        field_order order(nested.infos());
        for (std::size_t i = 0; i < order.infos().size(); ++i) nested.put_nothing(i);
        member_progress progress;
        return children(nested, progress, order, in_.offset());
    }

    /// `<name>` around entries, or one entry of many that have the list's own name: the first element inside that is
    /// known tells.
    constexpr bool list(list_target& entries) override {
        const known_field& info = *current_;
        member_progress& around = *around_;
        entry_shape shape = shape_of(entries);
        // Entries under the list's own name make one list. Of all else that stands twice the last counts.
        const bool goes_on = (around.flat & info.bit) != 0;
        if (!goes_on) entries.clear();
        if (shape.scalar && has_text()) return flat_entry(entries, info, shape, 0, around);
        const std::size_t at = in_.offset();
        const bool outermost = !in_an_entry();
        const decode_place outside = place_;
        place_.list = &info;
        bool strange = false;
        std::size_t room = 1;
        std::size_t index = 0;
        std::string_view name;
        for (;;) {
            const std::size_t behind = in_.offset();
            if (!options_.quick || !in_.try_child(info.xml_item)) {
                if (!in_.next_child(name)) break;
                if (!is_entry_name(info, name)) {
                    place_ = outside;
                    const std::size_t i = index == 0 ? find(shape.order.infos(), name) : unknown;
                    if (i != unknown) return flat_entry(entries, info, shape, i, around);
                    strange = true;
                    if (!in_.skip()) return false;
                    place_.list = &info;
                    continue;
                }
            }
            if (index == 0 && goes_on) {
                entries.clear();
                around.flat &= ~info.bit;
            }
            if (index == room && outermost) make_room(entries, room, behind - at, in_.bytes_left());
            if (!entry(entries, info, shape, index++)) return false;
        }
        place_ = outside;
        if (in_.failed()) return false;
        // Something is in there, and none of it is an entry: better no answer than an empty one.
        if (in_.stray_text() || (strange && index == 0)) return fail(errc::wrong_shape, at);
        return true;
    }
    /// Does the element the cursor stands in hold a text, and no other element before it?
    constexpr bool has_text() const {
        xml::cursor probe = in_;
        std::string_view name;
        return !probe.next_child(name) && !probe.failed() && probe.stray_text() && !in_.stray_text();
    }
    /// The element of a list that is an entry itself: a text, or a struct whose field `i` the cursor stands in.
    SLBWIRE_COLD constexpr bool flat_entry(list_target& entries, const known_field& info, entry_shape& shape,
                                           std::size_t i, member_progress& around) {
        around.flat |= info.bit;
        const decode_place outside = place_;
        place_ = {.field = &info, .list = &info, .index = entries.size()};
        const std::size_t at = in_.offset();
        object_target& out = entries.append();
        member_progress progress;
        if (shape.scalar) {
            if (!value(out, i, shape.order.infos()[i], progress)) return false;
        } else {
            if (!known_child(out, progress, shape.order, i) || !children(out, progress, shape.order, at)) return false;
            if (!has_required(progress, shape, at)) return false;
        }
        place_ = outside;
        return true;
    }

    SLBWIRE_ALWAYS_INLINE
    constexpr bool entry(list_target& entries, const known_field& info, entry_shape& shape, std::size_t index) {
        place_.field = &info;
        place_.index = index;
        const std::size_t at = in_.offset();
        object_target& out = entries.append();
        member_progress progress;
        if (shape.scalar) return value(out, 0, shape.order.infos()[0], progress);
        if (!std::is_constant_evaluated()) {
            quick_members<xml::quick, &known_field::xml>(in_, out, shape.order, progress);
        }
        if (in_.stray_text() || !options_.quick || !in_.try_leave(info.xml_item)) {
            if (!children(out, progress, shape.order, at)) return false;
        }
        return has_required(progress, shape, at);
    }

    xml::cursor in_;
    member_progress* around_ = nullptr;  // of the object whose structure is being filled
};

}  // namespace slbwire::detail
