#pragma once
// Does a request keep to its fields' rules? Asked before anything is encoded.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/utf8.hpp"
#include "field.hpp"

namespace slbwire {

/// A text of a request: UTF-8 without control characters.
constexpr fault check_text(std::string_view text, std::string_view field) noexcept {
    const std::size_t valid = utf8::valid_prefix(text);
    if (valid != text.size()) return {.code = errc::invalid_utf8, .offset = valid, .field = field};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (ascii::is_control(text[i])) return {.code = errc::control_character, .offset = i, .field = field};
    }
    return {};
}

namespace detail {

class validator final : private viewer {
public:
    /// `most_entries` bounds the lists whose rule has no limit.
    constexpr explicit validator(std::int64_t most_entries) noexcept : most_entries_(most_entries) {}

    constexpr fault check(const object_source& source) {
        const std::span<const field_info> infos = source.infos();
        for (std::size_t i = 0; i < infos.size(); ++i) {
            if (infos[i].rule.reply_only) continue;
            if (const fault f = check(source, i, infos[i])) return f;
        }
        return {};
    }

private:
    static constexpr bool limited(const field_rule& rule) noexcept { return rule.lowest != 0 || rule.highest != 0; }
    static constexpr fault beyond(errc code, const field_info& info) noexcept {
        return {.code = code, .field = info.name, .lowest = info.rule.lowest, .highest = info.rule.highest};
    }

    constexpr fault check(const object_source& source, std::size_t i, const field_info& info) {
        bool absent = false;
        switch (info.kind) {
        case field_kind::text: {
            const std::string_view text = source.text(i);
            absent = text.empty();
            if (const fault f = check_text(text, info.name)) return f;
            if (!absent && limited(info.rule)) {
                const auto characters = static_cast<std::int64_t>(utf8::count(text));
                if (characters > info.rule.highest) return beyond(errc::too_long, info);
                if (characters < info.rule.lowest) return beyond(errc::too_few, info);
            }
            break;
        }
        case field_kind::integer: {
            const std::optional<std::int64_t> value = source.integer(i);
            absent = !value;
            if (value && limited(info.rule) && (*value < info.rule.lowest || *value > info.rule.highest)) {
                return beyond(errc::out_of_range, info);
            }
            break;
        }
        case field_kind::boolean: absent = !source.boolean(i); break;
        case field_kind::object: break;
        case field_kind::list:
            found_ = {};
            info_ = &info;
            source.show(i, *this);
            if (found_) return found_;
            absent = entries_ == 0;
            break;
        }
        if (absent && info.rule.required) return {.code = errc::missing, .field = info.name};
        return {};
    }

    constexpr bool object(const object_source&) override { return true; }
    constexpr bool list(list_source& entries) override {
        const field_info info = *info_;
        const std::size_t size = entries.size();
        const std::int64_t most = limited(info.rule) ? info.rule.highest : most_entries_;
        const std::int64_t least = limited(info.rule) ? info.rule.lowest : 0;
        const auto count = static_cast<std::int64_t>(size);
        if (count > most || (count != 0 && count < least)) {
            found_ = {.code = count > most ? errc::too_many : errc::too_few,
                      .field = info.name,
                      .lowest = least,
                      .highest = most};
        }
        for (std::size_t at = 0; at < size && !found_; ++at) {
            fault f = check(entries.entry(at));
            if (!f) continue;
            if (f.field.empty()) f.field = info.name;  // an entry that is one value
            f.list = info.name;
            f.index = at;
            found_ = f;
        }
        entries_ = size;
        return true;
    }

    std::int64_t most_entries_;
    const field_info* info_ = nullptr;  // the list that is looked at
    fault found_;                       // in it
    std::size_t entries_ = 0;           // that it has
};

}  // namespace detail

}  // namespace slbwire
