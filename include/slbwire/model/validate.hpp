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

/// A text of a request: UTF-8 without control characters.
constexpr fault check_text(std::string_view text, std::string_view field) noexcept {
    if (scan::is_printable_ascii(text)) return {};  // as nearly all are
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
        return passes(source, required_of(source.infos())) ? fault{} : found_;
    }

private:
    static constexpr bool limited(const field_rule& rule) noexcept { return rule.lowest != 0 || rule.highest != 0; }
    static constexpr std::uint64_t required_of(array_view<const known_field> infos) noexcept {
        std::uint64_t bits = 0;
        for (const known_field& info : infos) bits |= info.rule.required && !info.rule.reply_only ? info.bit : 0;
        return bits;
    }
    SLBWIRE_COLD constexpr bool fail(errc code, const field_info& info) noexcept {
        found_ = {.code = code, .field = info.name};
        return false;
    }
    constexpr bool beyond(errc code, const field_info& info) noexcept {
        found_ = {.code = code, .field = info.name, .lowest = info.rule.lowest, .highest = info.rule.highest};
        return false;
    }

    /// `needed` has a bit for each field that must be set.
    constexpr bool passes(const object_source& source, std::uint64_t needed) {
        const array_view<const known_field> infos = source.infos();
        set_field set[most_fields];
        const std::size_t size = source.set_fields(set);
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const known_field& info = *set[i].info;
            if (info.rule.reply_only) continue;
            if (info.kind == field_kind::list) {
                info_ = &info;
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
        std::int64_t measure = set.number;
        if (info.kind == field_kind::text) {
            measure = static_cast<std::int64_t>(set.text_size);
            if (!scan::is_printable_ascii(set.view())) {
                found_ = check_text(set.view(), info.name);
                if (found_) return false;
                measure = static_cast<std::int64_t>(utf8::count(set.view()));
            }
        }
        if (!limited(info.rule) || (measure >= info.rule.lowest && measure <= info.rule.highest)) return true;
        if (info.kind != field_kind::text) return beyond(errc::out_of_range, info);
        return beyond(measure > info.rule.highest ? errc::too_long : errc::too_few, info);
    }

    constexpr bool object(const object_source&) override { return true; }
    constexpr bool list(list_source& entries) override {
        const field_info& info = *info_;
        const std::size_t size = entries.size();
        const std::int64_t most = limited(info.rule) ? info.rule.highest : most_entries_;
        const std::int64_t least = limited(info.rule) ? info.rule.lowest : 0;
        const auto count = static_cast<std::int64_t>(size);
        if (count > most || (count != 0 && count < least)) {
            found_ = {.code = count > most ? errc::too_many : errc::too_few,
                      .field = info.name,
                      .lowest = least,
                      .highest = most};
            return false;
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

    std::int64_t most_entries_;
    const field_info* info_ = nullptr;  // the list that is looked at
    std::size_t entries_ = 0;           // that it has
    fault found_;
};

}  // namespace detail

}  // namespace slbwire
