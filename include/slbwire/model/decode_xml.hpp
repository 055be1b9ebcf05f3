#pragma once
// The one loop that turns XML into structs with field lists: elements are fields, lists are an element
// around entries, and the root may have any name.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "../core/fault.hpp"
#include "../wire/xml.hpp"
#include "decoder.hpp"
#include "field.hpp"

namespace slbwire::detail {

class xml_decoder final : public decoder, private filler {
public:
    constexpr xml_decoder(std::string_view text, text_memory memory) noexcept
        : decoder(memory, text.size()), in_(text) {}

    constexpr fault root(object_target& out) {
        std::string_view name;
        std::uint64_t seen = 0;
        field_order order;
        if (!in_.root(name) || !children(out, seen, order)) return why();
        count_own_fields(out.infos(), seen);
        return in_.finish() ? fault{} : why();
    }

private:
    constexpr fault why() const noexcept { return located(in_.why()); }

    /// All elements inside the current one, which is left; `seen` has a bit for each field that was set.
    constexpr bool children(object_target& out, std::uint64_t& seen, field_order& order) {
        const std::span<const field_info> infos = out.infos();
        const std::size_t at = in_.offset();
        std::string_view name;
        std::size_t last = 0;  // the field before, and one
        for (;;) {
            std::size_t i = order.after(last);
            if (i >= infos.size() || !in_.try_child(infos[i].name)) {
                if (!in_.next_child(name)) break;
                const std::size_t found = find(infos, name, i);
                if (found == unknown) {
                    place_.field = {};
                    if (!in_.skip()) return false;
                    continue;
                }
                i = found;
                order.learn(last, i);
            }
            last = i + 1;
            if (!value(out, i, infos[i])) return false;
            seen |= bit_of(i);
        }
        if (in_.failed()) return false;
        return !in_.stray_text() || fail(errc::wrong_shape, at);
    }

    constexpr bool value(object_target& out, std::size_t i, const field_info& info) {
        if (info.kind == field_kind::object || info.kind == field_kind::list) {
            in_field(info);
            current_ = &info;
            if (!out.fill(i, *this)) return false;
            place_.field = {};
            return true;
        }
        const std::size_t at = in_.offset();
        text_token token;
        errc code = errc::ok;
        if (in_.leaf(token)) {
            const std::string_view text = token.coded ? decoded(token.raw, xml::decode_text) : token.raw;
            if (info.kind == field_kind::text) out.put_text(i, text);
            else code = put_from_text(out, i, info, text);
            if (code == errc::ok) return true;
        }
        in_field(info);
        return fail(code, at);
    }

    constexpr bool object(object_target& nested) override {
        // Of two that stand for one field the last counts, whole.
        for (std::size_t i = 0; i < nested.infos().size(); ++i) nested.put_nothing(i);
        std::uint64_t seen = 0;
        field_order order;
        return children(nested, seen, order);
    }

    constexpr bool list(list_target& entries) override {
        const field_info& info = *current_;
        entry_shape shape{.required = required_fields(entries.infos())};
        entries.clear();
        const std::size_t at = in_.offset();
        bool strange = false;
        std::string_view name;
        for (;;) {
            if (!in_.try_child(info.item)) {
                if (!in_.next_child(name)) break;
                if (!is_entry_name(info, name)) {
                    strange = true;
                    if (!in_.skip()) return false;
                    continue;
                }
            }
            const std::size_t first = in_.offset();
            if (!entry(entries, info, shape)) return false;
            if (entries.size() == 1 && !in_an_entry()) reserve_by_first(entries, in_.offset() - first, in_.bytes_left());
        }
        if (in_.failed()) return false;
        // Something is in there, and none of it is an entry: better no answer than an empty one.
        if (in_.stray_text() || (strange && entries.size() == 0)) return fail(errc::wrong_shape, at);
        return true;
    }

    constexpr bool entry(list_target& entries, const field_info& info, entry_shape& shape) {
        const decode_place outside = place_;
        place_ = {info.name, info.name, entries.size()};
        const std::size_t at = in_.offset();
        object_target& out = entries.append();
        if (entries.scalar()) {
            if (!value(out, 0, out.infos()[0])) return false;
        } else {
            std::uint64_t seen = 0;
            if (!children(out, seen, shape.order)) return false;
            if ((seen & shape.required) != shape.required) {
                place_.field = missing_field(out.infos(), seen);
                return fail(errc::missing, at);
            }
        }
        place_ = outside;
        return true;
    }

    xml::cursor in_;
};

}  // namespace slbwire::detail
