#pragma once
// The one loop that turns JSON into structs with field lists, with all that the service's own pages show:
// a wrapping object or none, one entry for a list, numbers as text, a list level left out.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "../core/fault.hpp"
#include "../wire/json.hpp"
#include "decoder.hpp"
#include "field.hpp"

namespace slbwire::detail {

class json_decoder final : public decoder, private filler {
public:
    constexpr json_decoder(std::string_view text, text_memory memory) noexcept
        : decoder(memory, text.size()), in_(text) {}

    /// Fills `out` from the whole document. `action` is the operation's name, which may wrap the reply.
    constexpr fault root(object_target& out, std::string_view action) {
        const bool wrapped = is_wrapped(out.infos(), action);
        text_token wrapper;
        if (wrapped && !(in_.enter_object() && in_.next_member(wrapper))) return why();
        std::uint64_t seen = 0;
        field_order order;
        if (!members(out, seen, order)) return why();
        count_own_fields(out.infos(), seen);
        if (wrapped && in_.next_member(wrapper)) in_.skip();
        return in_.finish() ? fault{} : why();
    }

private:
    /// A root with exactly one member, an object named after the action, is the service's wrapper.
    constexpr bool is_wrapped(std::span<const field_info> infos, std::string_view action) {
        json::cursor probe = in_;
        text_token name;
        if (!probe.enter_object() || !probe.next_member(name) || probe.peek() != json::kind::object) return false;
        if (find(infos, name.raw, 0) != unknown) return false;
        if (name.raw != action && !name.raw.ends_with("Response")) return false;
        return probe.skip() && !probe.next_member(name) && !probe.failed();
    }

    constexpr fault why() const noexcept { return located(in_.why()); }

    /// A name that is written with escapes is the same name; none of ours is as long as the buffer.
    static constexpr std::string_view plain(const text_token& name, std::span<char> buffer) noexcept {
        if (!name.coded) return name.raw;
        if (name.raw.size() > buffer.size()) return {};
        const char* const end = json::decode_text(name.raw, buffer.data());
        return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
    }
    constexpr std::string_view value_of(const text_token& token) {
        return token.coded ? decoded(token.raw, json::decode_text) : token.raw;
    }

    /// All members of an object; `seen` has a bit for each field that was set (the last for all past 63).
    constexpr bool members(object_target& out, std::uint64_t& seen, field_order& order) {
        const std::span<const field_info> infos = out.infos();
        if (in_.peek() != json::kind::object) return in_.peek() == json::kind::none ? in_.skip() : wrong_shape();
        if (!in_.enter_object()) return false;
        text_token name;
        char buffer[6 * 64];
        std::size_t last = 0;  // the field before, and one
        for (;;) {
            std::size_t i = order.after(last);
            if (i >= infos.size() || !in_.try_member(infos[i].name)) {
                if (!in_.next_member(name)) break;
                const std::size_t found = find(infos, name.coded ? plain(name, buffer) : name.raw, i);
                if (found == unknown) {
                    place_.field = {};
                    if (!in_.skip()) return false;
                    continue;
                }
                i = found;
                order.learn(last, i);
            }
            last = i + 1;
            bool set = true;
            if (!value(out, i, infos[i], set)) return false;
            seen = set ? seen | bit_of(i) : seen & ~bit_of(i);
        }
        return !in_.failed();
    }

    constexpr bool wrong_shape() {
        const std::size_t at = in_.offset();
        // What is not well-formed is said first.
        return in_.skip() && fail(errc::wrong_shape, at);
    }

    constexpr bool value(object_target& out, std::size_t i, const field_info& info, bool& set) {
        // What it mostly is, first: a text in quotes, an integer.
        text_token token;
        std::int64_t number = 0;
        if (info.kind == field_kind::text && in_.at_quote()) {
            if (!in_.string(token)) return in_field(info), false;
            out.put_text(i, token.coded ? decoded(token.raw, json::decode_text) : token.raw);
            return true;
        }
        if (info.kind == field_kind::integer && in_.try_integer(number)) {
            const errc code = put_integer(out, i, info, number);
            if (code == errc::ok) return true;
            in_field(info);
            return fail(code, in_.offset() - ascii::decimal(number).view().size());
        }
        in_field(info);
        if (!any_value(out, i, info, set)) return false;
        if (!info.name.empty()) place_.field = {};
        return true;
    }
    constexpr bool any_value(object_target& out, std::size_t i, const field_info& info, bool& set) {
        const json::kind kind = in_.peek();
        const std::size_t at = in_.offset();
        if (kind == json::kind::null) {
            set = false;
            if (!in_.null()) return false;
            out.put_nothing(i);
            return true;
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
        if (info.kind == field_kind::text) {
            out.put_text(i, value_of(token));
            return true;
        }
        const errc code = put_from_text(out, i, info, value_of(token));
        return code == errc::ok || fail(code, at);
    }

    constexpr bool object(object_target& nested) override {
        // Of two that stand for one field the last counts, whole.
        for (std::size_t i = 0; i < nested.infos().size(); ++i) nested.put_nothing(i);
        std::uint64_t seen = 0;
        field_order order;
        return members(nested, seen, order);
    }

    /// `{"item":[…]}`, `{"item":one}`, `[…]`: two levels, one entry for a list, or one level.
    constexpr bool list(list_target& entries) override {
        const field_info& info = *current_;
        entry_shape shape{.required = required_fields(entries.infos())};
        entries.clear();
        if (in_.peek() == json::kind::array) return array(entries, info, shape);
        if (in_.peek() != json::kind::object) return in_.peek() == json::kind::none ? in_.skip() : wrong_shape();
        const std::size_t at = in_.offset();
        bool found = false;
        bool strange = false;
        if (!in_.enter_object()) return false;
        text_token name;
        char buffer[6 * 64];
        while (in_.next_member(name)) {
            if (!is_entry_name(info, plain(name, buffer))) {
                strange = true;
                if (!in_.skip()) return false;
                continue;
            }
            found = true;
            entries.clear();
            if (in_.peek() == json::kind::array) {
                if (!array(entries, info, shape)) return false;
            } else if (in_.peek() == json::kind::null) {
                if (!in_.null()) return false;
            } else if (!entry(entries, info, shape)) {
                return false;
            }
        }
        if (in_.failed()) return false;
        // Something is in there, and none of it is an entry: better no answer than an empty one.
        return found || !strange || fail(errc::wrong_shape, at);
    }

    constexpr bool array(list_target& entries, const field_info& info, entry_shape& shape) {
        if (!in_.enter_array()) return false;
        while (in_.next_element()) {
            const std::size_t first = in_.offset();
            if (!entry(entries, info, shape)) return false;
            if (entries.size() == 1 && !in_an_entry()) reserve_by_first(entries, in_.offset() - first, in_.bytes_left());
        }
        return !in_.failed();
    }

    constexpr bool entry(list_target& entries, const field_info& info, entry_shape& shape) {
        const decode_place outside = place_;
        place_ = {info.name, info.name, entries.size()};
        in_.peek();
        const std::size_t at = in_.offset();
        object_target& out = entries.append();
        if (entries.scalar()) {
            bool set = true;
            if (!value(out, 0, out.infos()[0], set)) return false;
            if (!set) return fail(errc::wrong_shape, at);
        } else {
            std::uint64_t seen = 0;
            if (!members(out, seen, shape.order)) return false;
            if ((seen & shape.required) != shape.required) {
                place_.field = missing_field(out.infos(), seen);
                return fail(errc::missing, at);
            }
        }
        place_ = outside;
        return true;
    }

    json::cursor in_;
};

}  // namespace slbwire::detail
