#pragma once
// Structs with field lists as one readable line, for logs: `{VServerGroupId: "rsp-1", Port: 80}`. What is
// not set is left out; controls are escaped, so a line stays a line; what is confidential is shown as `***`.

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/ascii.hpp"
#include "../wire/quoted_text.hpp"
#include "bound.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

class shower final : private viewer {
public:
    explicit shower(std::string& line) noexcept : line_(line) {}

    void put(char c) { line_ += c; }
    void put(std::string_view text) { line_ += text; }

    bool object(const object_source& source) override {
        const array_view<const known_field> infos = source.infos();
        const bool bare = infos.size() == 1 && infos[0].name.empty();
        bool first = true;
        if (!bare) line_ += '{';
        set_field set[most_fields];
        const std::size_t size = source.set_fields(set);
        for (std::size_t i = 0; i < size; ++i) {
            const field_info& info = *set[i].info;
            const std::size_t before = line_.size();
            if (!first) line_ += ", ";
            if (!bare) (line_ += info.name) += ": ";
            if (value(source, set[i], static_cast<std::size_t>(set[i].info - infos.data()))) first = false;
            else line_.resize(before);
        }
        if (!bare) line_ += '}';
        return !first;
    }

private:
    bool list(list_source& entries) override {
        const std::size_t size = entries.size();
        line_ += '[';
        for (std::size_t at = 0; at < size; ++at) {
            if (at != 0) line_ += ", ";
            object(entries.entry(at));
        }
        line_ += ']';
        return size != 0;
    }
    bool value(const object_source& source, const set_field& set, std::size_t at) {
        if (!set.info->rule.confidential) return plain_value(source, set, at);
        const std::size_t before = line_.size();
        const bool is_set = plain_value(source, set, at);  // which only a look at a list's entries tells
        line_.replace(before, line_.size() - before, "***");
        return is_set;
    }
    bool plain_value(const object_source& source, const set_field& set, std::size_t at) {
        switch (set.info->kind) {
        case field_kind::text: write_quoted(*this, set.view(), quote_style::strict_json); break;
        case field_kind::integer: line_ += ascii::decimal(set.number).view(); break;
        case field_kind::boolean: line_ += set.number != 0 ? "true" : "false"; break;
        case field_kind::object:
        case field_kind::list: return source.show(at, *this);
        }
        return true;
    }

    std::string& line_;
};

}  // namespace detail

/// Any struct with a field list: a request, a reply, a part of one.
template <detail::listed T>
std::string show(const T& value) {
    std::string line;
    if constexpr (requires { T::action; }) line = T::action;
    const bound_source<T> source(&value);
    detail::shower(line).object(source);
    return line;
}

}  // namespace slbwire
