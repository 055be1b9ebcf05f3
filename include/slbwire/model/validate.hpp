#pragma once
// Does a request keep to its fields' rules? Asked before anything is encoded.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/ascii.hpp"
#include "../core/fault.hpp"
#include "../core/scan.hpp"
#include "../core/utf8.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

SLBWIRE_COLD constexpr fault check_strange_text(std::string_view text, std::string_view field) noexcept {
    const std::size_t valid = utf8::valid_prefix(text);
    if (valid != text.size()) return {.code = errc::invalid_utf8, .offset = valid, .field = field};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (ascii::is_control(text[i])) return {.code = errc::control_character, .offset = i, .field = field};
    }
    return {};
}

}  // namespace detail

/// A text of a request: UTF-8 without control characters.
SLBWIRE_NOINLINE constexpr fault check_text(std::string_view text, std::string_view field) noexcept {
    if (scan::is_printable_ascii(text)) return {};  // as nearly all are
    return detail::check_strange_text(text, field);
}

namespace detail {

/// What a request is checked for.
struct checks {
    std::int64_t most_entries = 20;  ///< of the lists whose rule has no limit
    bool limits = true;              ///< lengths, values of numbers, entries of lists
    bool shape = true;               ///< what must be set, what only replies have, UTF-8 without controls
};

class validator final : private viewer {
public:
    constexpr explicit validator(const checks& wanted) noexcept : wanted_(wanted) {}

    constexpr fault check(const object_source& source) {
        return passes(source, required_of(source.infos())) ? fault{} : found_;
    }
    /// Is what was found a limit, and is it `checks::most_entries`?
    constexpr bool found_limit() const noexcept { return found_limit_; }
    constexpr bool found_most_entries() const noexcept { return found_most_entries_; }

private:
    static constexpr bool limited(const field_rule& rule) noexcept { return rule.lowest != 0 || rule.highest != 0; }
    constexpr std::uint64_t required_of(array_view<const known_field> infos) const noexcept {
        std::uint64_t bits = 0;
        if (!wanted_.shape) return bits;
        for (const known_field& info : infos) bits |= info.rule.required && !info.rule.reply_only ? info.bit : 0;
        return bits;
    }
    SLBWIRE_COLD constexpr bool fail(errc code, const field_info& info) noexcept {
        found_ = {.code = code, .field = info.name};
        return false;
    }
    SLBWIRE_COLD constexpr bool beyond(errc code, const field_info& info, std::int64_t lowest,
                                       std::int64_t highest) noexcept {
        found_ = {.code = code, .field = info.name, .lowest = lowest, .highest = highest};
        found_limit_ = true;
        return false;
    }
    SLBWIRE_COLD constexpr bool only_in_replies(const field_info& info) noexcept {
        found_ = {.code = errc::invalid_value, .field = info.name, .hint = "only replies have this field"};
        return false;
    }

    /// Of what is not printable ASCII; `characters` is then how many it has.
    SLBWIRE_COLD constexpr bool is_text(std::string_view text, const field_info& info,
                                        std::int64_t& characters) noexcept {
        if (wanted_.shape) found_ = check_text(text, info.name);
        characters = static_cast<std::int64_t>(utf8::count(text));
        return !found_;
    }
    /// `needed` has a bit for each field that must be set.
    constexpr bool passes(const object_source& source, std::uint64_t needed) {
        const array_view<const known_field> infos = source.infos();
        set_field set[most_fields];
        const std::size_t size = source.set_fields(set);
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const known_field& info = *set[i].info;
            if (info.kind == field_kind::list) {
                info_ = &info;
                entries_ = 0;
                if (!source.show(static_cast<std::size_t>(&info - infos.data()), *this)) return false;
                if (entries_ == 0) continue;
            } else if (!passes(set[i], info)) {
                return false;
            }
            seen |= info.bit;
        }
        if ((seen & needed) == needed) return true;
        for (const known_field& info : infos) {
            if ((needed & ~seen & info.bit) != 0) return fail(errc::missing, info);
        }
        return true;
    }
    constexpr bool passes(const set_field& set, const field_info& info) {
        if (info.rule.reply_only) return !wanted_.shape || only_in_replies(info);
        std::int64_t measure = set.number;
        if (info.kind == field_kind::text) {
            measure = static_cast<std::int64_t>(set.text_size);
            if (!scan::is_printable_ascii(set.view()) && !is_text(set.view(), info, measure)) return false;
        }
        if (!limited(info.rule) || !wanted_.limits) return true;
        const std::int64_t lowest = info.rule.lowest;
        const std::int64_t highest = info.rule.highest;
        if (measure >= lowest && measure <= highest) return true;
        errc code = errc::out_of_range;
        if (info.kind == field_kind::text) code = measure > highest ? errc::too_long : errc::too_few;
        return beyond(code, info, lowest, highest);
    }

    constexpr bool object(const object_source&) override { return true; }
    SLBWIRE_COLD constexpr bool list(list_source& entries) override {
        const field_info& info = *info_;
        const std::size_t size = entries.size();
        if (info.rule.reply_only) return size == 0 || !wanted_.shape || only_in_replies(info);
        const std::int64_t most = limited(info.rule) ? info.rule.highest : wanted_.most_entries;
        const std::int64_t least = limited(info.rule) ? info.rule.lowest : 0;
        const auto count = static_cast<std::int64_t>(size);
        if (wanted_.limits && (count > most || (count != 0 && count < least))) {
            found_most_entries_ = !limited(info.rule);
            return beyond(count > most ? errc::too_many : errc::too_few, info, least, most);
        }
        const std::uint64_t needed = size == 0 ? 0 : required_of(entries.entry(0).infos());
        for (std::size_t at = 0; at < size; ++at) {
            if (passes(entries.entry(at), needed)) continue;
            if (found_.field.empty()) found_.field = info.name;  // an entry that is one value
            found_.list = info.name;
            found_.index = at;
            return false;
        }
        entries_ = size;
        return true;
    }

    checks wanted_;
    const field_info* info_ = nullptr;  // the list that is looked at
    std::size_t entries_ = 0;           // that it has
    fault found_;
    bool found_limit_ = false;
    bool found_most_entries_ = false;
};

}  // namespace detail

}  // namespace slbwire
