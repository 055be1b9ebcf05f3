#pragma once
// One value of a document by its path, `BackendServers/BackendServer/0/ServerId`: for replies that no struct
// describes. One form serves JSON and XML: names of members or elements, and after the name of a list the
// number of an entry, from 0. Of members that stand twice the last one counts, as everywhere here.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "json.hpp"
#include "xml.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

struct path_step {
    std::string_view name;
    bool is_index = false;
    std::size_t index = 0;
};

/// Takes the first step off `path`, which must not be empty.
constexpr path_step take_step(std::string_view& path) noexcept {
    const std::size_t slash = path.find('/');
    path_step step{.name = path.substr(0, slash)};
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    std::int64_t index = 0;
    if (ascii::parse_integer(step.name, index) == errc::ok && index >= 0) {
        step.is_index = true;
        step.index = static_cast<std::size_t>(index);
    }
    return step;
}

}  // namespace detail

namespace json {

/// Puts the cursor, which stands before a value, before the one that `path` leads to from there. An index
/// of 0 is also the one value that stands for a list. False where there is none, or at a fault; then the
/// cursor is of no further use.
constexpr bool find(cursor& at, std::string_view path) noexcept {
    while (!path.empty()) {
        const auto step = slbwire::detail::take_step(path);
        cursor found = at;
        bool there = false;
        if (step.is_index && at.peek() != kind::array) {
            there = step.index == 0;
        } else if (step.is_index) {
            if (!at.enter_array()) return false;
            for (std::size_t i = 0; !there && at.next_element(); ++i) {
                found = at;
                there = i == step.index;
                if (!there && !at.skip()) return false;
            }
        } else {
            text_token name;
            name_room room;
            if (at.peek() != kind::object || !at.enter_object()) return false;
            while (at.next_member(name)) {
                if (plain_name(name, room) == step.name) {
                    found = at;
                    there = true;
                }
                if (!at.skip()) return false;
            }
            if (at.failed()) return false;
        }
        if (!there) return false;
        at = found;
    }
    return true;
}

}  // namespace json

namespace xml {

/// Puts the cursor, which stands inside an element, inside the one that `path` leads to from there. False
/// where there is none, or at a fault; then the cursor is of no further use.
constexpr bool find(cursor& at, std::string_view path) noexcept {
    while (!path.empty()) {
        const auto step = slbwire::detail::take_step(path);
        // The number behind a name counts the elements of that name.
        std::string_view rest = path;
        const auto after = rest.empty() ? slbwire::detail::path_step{} : slbwire::detail::take_step(rest);
        if (after.is_index) path = rest;
        cursor found = at;
        bool there = false;
        std::string_view name;
        for (std::size_t seen = 0; at.next_child(name);) {
            if (name == step.name && (!after.is_index || seen++ == after.index)) {
                found = at;
                there = true;
            }
            if (!at.skip()) return false;
        }
        if (at.failed() || !there) return false;
        at = found;
    }
    return true;
}

}  // namespace xml

}  // namespace slbwire
