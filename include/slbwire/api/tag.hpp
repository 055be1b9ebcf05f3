#pragma once
// Tags of a resource: up to 20 pairs, sent as `Tag.1.Key=…&Tag.1.Value=…`.

#include <string>
#include <string_view>

#include "../model/bound.hpp"
#include "../model/field.hpp"

namespace slbwire {

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
static_assert(ready_for_braces<basic_tag_entry>);

/// The tags of a request: `tag_list<&create_vserver_group::tags>`.
template <auto Member>
inline constexpr auto tag_list = list<Member>("Tag", {}, indexed | between(0, 20));

}  // namespace slbwire
