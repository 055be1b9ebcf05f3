#pragma once
// Tags of a resource: up to 20 pairs, sent as `Tag.1.Key=...&Tag.1.Value=...`.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/fault.hpp"
#include "../model/field.hpp"
#include "../model/list.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A tag in a request. A key has 1 to 64 characters, a value at most 128.
struct tag {
    std::string key{};
    std::string value{};

    static constexpr field<tag> fields[] = {
        {"Key", &tag::key, required | between(1, 64)},
        {"Value", &tag::value, between(0, 128)},
    };
    friend bool operator==(const tag&, const tag&) = default;
};
SLBWIRE_SENT_LIST(tag, false);

/// What the service reserves: `aliyun` and `acs:` at the beginning of a key or a value, and addresses anywhere.
// Not inlined: the checks of three operations call it.
SLBWIRE_NOINLINE constexpr fault check_tags(array_view<const tag> tags) noexcept {
    const auto is_reserved = [](std::string_view text) {
        constexpr auto none = std::string_view::npos;
        return text.starts_with("aliyun") || text.starts_with("acs:") || text.find("http://") != none ||
               text.find("https://") != none;
    };
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const bool key = is_reserved(tags[i].key);
        if (!key && !is_reserved(tags[i].value)) continue;
        return {.code = errc::invalid_value,
                .field = key ? "Key" : "Value",
                .list = "Tag",
                .index = i,
                .hint = "aliyun and acs: at the beginning, http:// and https:// anywhere are reserved"};
    }
    return {};
}

/// A tag in a reply.
template <class Text>
struct basic_tag_entry {
    Text tag_key{};
    Text tag_value{};

    static constexpr field<basic_tag_entry> fields[] = {
        {"TagKey", &basic_tag_entry::tag_key, required},
        {"TagValue", &basic_tag_entry::tag_value},
    };
    friend bool operator==(const basic_tag_entry&, const basic_tag_entry&) = default;
};
using tag_entry = basic_tag_entry<std::string>;

/// The tags of a request: `tag_list<&create_vserver_group::tags>`. Never sent as one text, whose code is left out.
template <auto Member>
inline constexpr auto tag_list = detail::list_field<Member, false>("Tag", {}, indexed | between(0, 20));

}  // namespace slbwire
