#pragma once
// Reads a request's list back into structs: for fakes of the service, tests and tools. As forgiving as the
// service is known to be (wire/loose_list.hpp), and about names too.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/fault.hpp"
#include "../wire/loose_list.hpp"
#include "decoder.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI::detail {

class list_decoder final : private decoder {
public:
    constexpr list_decoder(std::string_view text, decode_options options) noexcept
        : decoder(options, text.size()), in_(text) {}

    /// Fills `entries`, at most `most` of them. A plain text is an entry with its first field alone. False at a
    /// fault, which `why` then tells.
    constexpr bool root(list_target& entries, std::size_t most) {
        bool object = false;
        if (!in_.enter_list()) return false;
        while (in_.next_element(object)) {
            place_ = {.index = entries.size()};
            if (entries.size() == most) return fail(errc::too_many, in_.offset());
            object_target& entry = entries.append();
            const bool read = object ? members(entry) : value(entry, 0, entry.infos()[0]);
            if (!read) return false;
        }
        place_ = {};
        return in_.finish();
    }
    constexpr fault why() const noexcept { return located(in_.why()); }

private:
    /// Names match without regard to case, `_` and `-`.
    static constexpr bool same_name(std::string_view written, std::string_view name) noexcept {
        std::size_t at = 0;
        for (char c : written) {
            if (c == '_' || c == '-') continue;
            if (at == name.size() || ascii::to_lower(c) != ascii::to_lower(name[at])) return false;
            ++at;
        }
        return at == name.size();
    }
    constexpr bool members(object_target& entry) {
        const array_view<const known_field> infos = entry.infos();
        text_token name;
        while (in_.next_member(name)) {
            std::size_t i = 0;
            while (i < infos.size() && (name.coded || !same_name(name.raw, infos[i].name))) ++i;
            if (i < infos.size()) {
                if (!value(entry, i, infos[i])) return false;
                continue;
            }
            loose::kind kind{};
            text_token ignored;
            if (!in_.value(kind, ignored)) return false;
        }
        return !in_.failed();
    }
    constexpr bool value(object_target& entry, std::size_t i, const field_info& info) {
        place_.field = &info;
        const std::size_t at = in_.offset();
        loose::kind kind{};
        text_token token;
        if (!in_.value(kind, token)) return false;
        if (kind == loose::kind::container) return fail(errc::wrong_shape, at);
        if (kind == loose::kind::word) {
            if (token.raw == "null") return entry.put_nothing(i), true;
            if (info.kind != field_kind::boolean) return fail(errc::wrong_shape, at);
        }
        const std::string_view text = token.coded ? decoded(token.raw, loose::decode_text) : token.raw;
        if (info.kind == field_kind::text) {
            // A page of 2018 shows ids with a blank in front: no id has one.
            entry.put_text(i, i == 0 ? ascii::trim(text) : text);
            return true;
        }
        const errc code = put_from_text(entry, i, info, text);
        return code == errc::ok || fail(code, at);
    }

    loose::cursor in_;
};

}  // namespace slbwire::detail
