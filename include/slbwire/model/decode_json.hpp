#pragma once
// The one loop that turns JSON into structs with field lists, with all that the service's own pages show:
// a wrapping object or none, one entry for a list, numbers as text, a list level left out.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/fault.hpp"
#include "../wire/json.hpp"
#include "decoder.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

class json_decoder final : public decoder, private filler {
public:
    constexpr json_decoder(std::string_view text, decode_options options) noexcept
        : decoder(options, text.size()), in_(text) {}

    /// Fills `out` from the whole document. `action` is the operation's name, which may wrap the reply. False at a
    /// fault, which `why` then tells.
    SLBWIRE_COLD constexpr bool root(object_target& out, std::string_view action) {
        const bool wrapped = is_wrapped(out.infos(), action);
        text_token wrapper;
        if (wrapped && !(in_.enter_object() && in_.next_member(wrapper))) return false;
        member_progress progress;
        field_order order(out.infos());
        if (!all_members(out, progress, order)) return false;
        count_own_fields(order.infos(), progress.seen);
        if (wrapped && in_.next_member(wrapper)) in_.skip();
        return in_.finish();
    }
    constexpr fault why() const noexcept { return located(in_.why()); }

private:
    /// A root with exactly one member, an object named after the action, is the service's wrapper; that of an error may
    /// have any name.
    SLBWIRE_COLD constexpr bool is_wrapped(array_view<const known_field> infos, std::string_view action) {
        json::cursor probe = in_;
        text_token name;
        if (!probe.enter_object()) return false;
        // Mostly a quick look is enough, and the document is read only once from its beginning.
        for (const known_field& info : infos) {
            if (probe.try_member(info.json)) return false;
        }
        json::name_room room;
        if (!probe.next_member(name) || probe.peek() != json::kind::object) return false;
        const std::string_view word = json::plain_name(name, room);
        if (find(infos, word) != unknown) return false;
        if (!options_.lenient && word != action && !word.ends_with("Response")) return false;
        if (probe.skip() && !probe.next_member(name) && !probe.failed()) return true;
        // Of an error that is cut off, what stands before the end is wanted.
        return options_.lenient && probe.failed();
    }

    constexpr std::string_view value_of(const text_token& token) {
        return token.coded ? decoded(token.raw, json::decode_text) : token.raw;
    }

    SLBWIRE_NOINLINE constexpr bool all_members(object_target& out, member_progress& progress, field_order& order) {
        return members(out, progress, order);
    }
    /// All members of an object.
    SLBWIRE_ALWAYS_INLINE constexpr bool members(object_target& out, member_progress& progress, field_order& order) {
        if (!in_.try_enter_object()) {
            if (in_.peek() != json::kind::object) return in_.peek() == json::kind::none ? in_.skip() : wrong_shape();
            if (!in_.enter_object()) return false;
        }
        return rest_of_members(out, progress, order);
    }
    SLBWIRE_ALWAYS_INLINE
    constexpr bool rest_of_members(object_target& out, member_progress& progress, field_order& order) {
        do {
            if (!std::is_constant_evaluated())
                quick_members<json::quick, &known_field::json>(in_, out, order, progress);
            if (in_.try_leave_object()) return true;
        } while (member(out, progress, order));
        return !in_.failed() && !own_fault_;
    }
    /// The next member, however it looks; false at the object's end, which is passed, and at a fault.
    SLBWIRE_COLD constexpr bool member(object_target& out, member_progress& progress, field_order& order) {
        const array_view<const known_field> infos = order.infos();
        std::size_t i = order.after(progress.last);
        if (i == field_order::none || !options_.quick || !in_.try_member(infos[i].json)) {
            text_token name;
            json::name_room room;
            if (!in_.next_member(name)) return false;
            i = find(infos, json::plain_name(name, room));
            if (i == unknown) return skip_unknown(in_);
        }
        return known_member(out, progress, order, i);
    }
    /// The value of field `i`, which the cursor stands before.
    SLBWIRE_COLD constexpr bool known_member(object_target& out, member_progress& progress, field_order& order,
                                             std::size_t i) {
        const known_field& info = order.infos()[i];
        pass(i, progress, order);
        // Under another name of a member that has a value, what is empty takes nothing away.
        if ((progress.seen & info.others) != 0 && json::is_empty(in_)) return in_.skip();
        const json::cursor before = in_;
        const decode_place place = place_;
        bool set = true;
        if (!value(out, i, info, set)) return is_overwritten(before, place, info.name, info.name);
        progress.seen = set ? progress.seen | info.bit : progress.seen & ~info.bit;
        return true;
    }

    /// After a value that does not fit, which began at `before`: does a member of either name follow in the same object?
    /// Then that one counts: the cursor goes behind the value, and its fault is forgotten.
    SLBWIRE_COLD constexpr bool is_overwritten(const json::cursor& before, const decode_place& place,
                                               std::string_view one, std::string_view other) {
        if (in_.failed()) return false;
        json::cursor behind = before;
        if (!behind.skip()) return false;
        text_token name;
        json::name_room room;
        for (json::cursor probe = behind; probe.next_member(name);) {
            const std::string_view word = json::plain_name(name, room);
            if (word == one || word == other) {
                in_ = behind;
                forget_fault(place);
                return true;
            }
            if (!probe.skip()) return false;
        }
        return false;
    }

    SLBWIRE_COLD constexpr bool wrong_shape() {
        const std::size_t at = in_.offset();
        // What is not well-formed is said first.
        return in_.skip() && fail(errc::wrong_shape, at);
    }

    static constexpr bool may_hold(field_kind field, json::kind value) noexcept {
        if (field == field_kind::object) return value == json::kind::object || value == json::kind::none;
        return field == field_kind::list || (value != json::kind::object && value != json::kind::array);
    }
    SLBWIRE_COLD constexpr bool value(object_target& out, std::size_t i, const known_field& info, bool& set) {
        const field_info* const outer = place_.field;
        in_field(info);
        if (!any_value(out, i, info, set)) return false;
        place_.field = outer;
        return true;
    }
    SLBWIRE_COLD constexpr bool any_value(object_target& out, std::size_t i, const known_field& info, bool& set) {
        const json::kind kind = in_.peek();
        const std::size_t at = in_.offset();
        if (kind == json::kind::null) {
            set = false;
            out.put_nothing(i);
            return in_.null();
        }
        if (options_.lenient && !may_hold(info.kind, kind)) {
            set = false;
            return pass_over(in_, info);
        }
        if (info.kind == field_kind::object || info.kind == field_kind::list) {
            current_ = &info;
            return out.fill(i, *this);
        }
        text_token token;
        bool yes = false;
        switch (kind) {
        case json::kind::string:
            if (!in_.string(token)) return false;
            break;
        case json::kind::number:
            if (!in_.number(token.raw)) return false;
            if (info.kind == field_kind::boolean) return fail(errc::wrong_shape, at);
            break;
        case json::kind::boolean:
            if (!in_.boolean(yes)) return false;
            if (info.kind == field_kind::integer) return fail(errc::wrong_shape, at);
            token.raw = yes ? "true" : "false";
            break;
        default: return wrong_shape();
        }
        if (info.kind == field_kind::text) return out.put_text(i, value_of(token)), true;
        const errc code = put_from_text(out, i, info, value_of(token));
        return code == errc::ok || fail(code, at);
    }

    SLBWIRE_COLD constexpr bool object(object_target& nested) override {
        // Of two that stand for one field the last counts, whole.
        field_order order(nested.infos());
        for (std::size_t i = 0; i < order.infos().size(); ++i) nested.put_nothing(i);
        member_progress progress;
        return json::pass_blank_text(in_) || all_members(nested, progress, order);
    }

    /// `{"item":[...]}`, `{"item":one}`, `[...]`, `one`: two levels, one entry for a list, one level, or none.
    SLBWIRE_COLD constexpr bool list(list_target& entries) override {
        const known_field& info = *current_;
        entry_shape shape = shape_of(entries);
        entries.clear();
        const json::kind kind = in_.peek();
        if (kind == json::kind::array) return array(entries, info, shape);
        if (kind == json::kind::none) return in_.skip();
        if (json::pass_blank_text(in_)) return true;
        if (kind != json::kind::object) return shape.scalar ? only_entry(entries, info, shape) : wrong_shape();
        const std::size_t at = in_.offset();
        bool found = false;
        bool strange = false;
        if (!in_.enter_object()) return false;
        text_token name;
        json::name_room room;
        for (;;) {
            if (!options_.quick || !in_.try_member(info.json_item)) {
                if (!in_.next_member(name)) break;
                const std::string_view word = json::plain_name(name, room);
                if (!is_entry_name(info, word)) {
                    const std::size_t i = found || shape.scalar ? unknown : find(shape.order.infos(), word);
                    if (i != unknown) return flat_entry(entries, info, shape, i);
                    strange = true;
                    if (!in_.skip()) return false;
                    continue;
                }
            }
            if (found) entries.clear();
            found = true;
            const json::cursor before = in_;
            const decode_place place = place_;
            if (!inner_list(entries, info, shape) && !is_overwritten(before, place, info.item, info.name)) return false;
        }
        if (in_.failed()) return false;
        // Something is in there, and none of it is an entry: better no answer than an empty one.
        return found || !strange || fail(errc::wrong_shape, at);
    }

    constexpr bool inner_list(list_target& entries, const known_field& info, entry_shape& shape) {
        const json::kind kind = in_.peek();
        if (kind == json::kind::array) return array(entries, info, shape);
        if (kind == json::kind::null) return in_.null();
        if (!shape.scalar && json::pass_blank_text(in_)) return true;
        return only_entry(entries, info, shape);
    }
    /// A value that stands for a list of one.
    SLBWIRE_COLD constexpr bool only_entry(list_target& entries, const known_field& info, entry_shape& shape) {
        return some(entries, info, shape, 1);
    }
    /// The same where the cursor is inside already, before the value of its field `i`.
    SLBWIRE_COLD constexpr bool flat_entry(list_target& entries, const known_field& info, entry_shape& shape,
                                           std::size_t i) {
        const decode_place outside = place_;
        place_ = {.field = &info, .list = &info, .index = 0};
        const std::size_t at = in_.offset();
        object_target& out = entries.append();
        member_progress progress;
        if (!known_member(out, progress, shape.order, i) || !rest_of_members(out, progress, shape.order)) return false;
        if (!has_required(progress, shape, at)) return false;
        place_ = outside;
        return true;
    }
    constexpr bool array(list_target& entries, const known_field& info, entry_shape& shape) {
        return in_.enter_array() && some(entries, info, shape, fault::no_index) && !in_.failed();
    }
    /// All entries of the array that the cursor stands in; or, where nothing is around them, `only` so many.
    SLBWIRE_NOINLINE constexpr bool some(list_target& entries, const known_field& info, entry_shape& shape,
                                         std::size_t only) {
        const bool outermost = !in_an_entry();
        const decode_place outside = place_;
        place_.list = &info;
        const std::size_t first = in_.offset();
        std::size_t room = 1;
        for (std::size_t index = 0; only == fault::no_index ? in_.next_element() : index != only; ++index) {
            if (index == room && outermost) make_room(entries, room, in_.offset() - first, in_.bytes_left());
            if (!entry(entries, info, shape, index)) return false;
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
        if (shape.scalar) {
            bool set = true;
            in_.peek();
            if (!value(out, 0, shape.order.infos()[0], set)) return false;
            return set || fail(errc::wrong_shape, at);
        }
        member_progress progress;
        if (!members(out, progress, shape.order)) return false;
        return has_required(progress, shape, at);
    }

    json::cursor in_;
};

}  // namespace slbwire::detail
