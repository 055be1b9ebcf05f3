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
        if (!in_.root(name) || !children(out, seen)) return why();
        count_own_fields(out.infos(), seen);
        return in_.finish() ? fault{} : why();
    }

private:
    constexpr fault why() const noexcept { return located(in_.why()); }

    /// All elements inside the current one, which is left; `seen` has a bit for each field that was set.
    constexpr bool children(object_target& out, std::uint64_t& seen) {
        const std::span<const field_info> infos = out.infos();
        const std::size_t at = in_.offset();
        std::string_view name;
        std::size_t expected = 0;
        while (in_.next_child(name)) {
            const std::size_t i = find(infos, name, expected);
            if (i == unknown) {
                place_.field = {};
                if (!in_.skip()) return false;
                continue;
            }
            expected = i + 1;
            if (!value(out, i, infos[i])) return false;
            seen |= bit_of(i);
        }
        if (in_.failed()) return false;
        return !in_.stray_text() || fail(errc::wrong_shape, at);
    }

    constexpr bool value(object_target& out, std::size_t i, const field_info& info) {
        place_.field = info.name.empty() ? place_.field : info.name;
        if (info.kind == field_kind::object || info.kind == field_kind::list) {
            current_ = &info;
            return out.fill(i, *this);
        }
        const std::size_t at = in_.offset();
        text_token token;
        if (!in_.leaf(token)) return false;
        const std::string_view text = token.coded ? decoded(token.raw, xml::decode_text) : token.raw;
        if (info.kind == field_kind::text) {
            out.put_text(i, text);
            return true;
        }
        const errc code = put_from_text(out, i, info, text);
        return code == errc::ok || fail(code, at);
    }

    constexpr bool object(object_target& nested) override {
        // Of two that stand for one field the last counts, whole.
        for (std::size_t i = 0; i < nested.infos().size(); ++i) nested.put_nothing(i);
        std::uint64_t seen = 0;
        return children(nested, seen);
    }

    constexpr bool list(list_target& entries) override {
        const field_info& info = *current_;
        entries.clear();
        const std::size_t at = in_.offset();
        bool strange = false;
        std::string_view name;
        while (in_.next_child(name)) {
            if (!is_entry_name(info, name)) {
                strange = true;
                if (!in_.skip()) return false;
                continue;
            }
            const std::size_t first = in_.offset();
            if (!entry(entries, info)) return false;
            if (entries.size() == 1) reserve_by_first(entries, in_.offset() - first, in_.bytes_left());
        }
        if (in_.failed()) return false;
        // Something is in there, and none of it is an entry: better no answer than an empty one.
        if (in_.stray_text() || (strange && entries.size() == 0)) return fail(errc::wrong_shape, at);
        return true;
    }

    constexpr bool entry(list_target& entries, const field_info& info) {
        const decode_place outside = place_;
        place_ = {info.name, info.name, entries.size()};
        const std::size_t at = in_.offset();
        object_target& out = entries.append();
        if (entries.scalar()) {
            if (!value(out, 0, out.infos()[0])) return false;
        } else {
            std::uint64_t seen = 0;
            if (!children(out, seen)) return false;
            const std::string_view missing = missing_field(out.infos(), seen);
            if (!missing.empty()) {
                place_.field = missing;
                return fail(errc::missing, at);
            }
        }
        place_ = outside;
        return true;
    }

    xml::cursor in_;
};

}  // namespace slbwire::detail
