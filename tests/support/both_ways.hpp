#pragma once
// Replies are read in two ways: what looks as it mostly does by json::quick or xml::quick, everything else by the
// cursors. Whatever the bytes, both must come to the same.

#include <string_view>

#include <slbwire/model/decode.hpp>
#include <slbwire/core/text_arena.hpp>

namespace support {

/// Does a `T` come out alike with and without the quick way: fault, place and all fields?
template <class T>
bool same_both_ways(std::string_view text, std::string_view action) {
    using namespace slbwire;
    const auto read = [&](T& into, text_arena& arena, bool quick) {
        bound_target<T> target(&into);
        return detail::decode_into(target, text, action, {arena, true, quick});
    };
    T quickly;
    T slowly;
    text_arena arena;
    text_arena other;
    const detail::decode_report a = read(quickly, arena, true);
    const detail::decode_report b = read(slowly, other, false);
    return a.what.code == b.what.code && a.what.offset == b.what.offset && a.what.field == b.what.field &&
           a.what.list == b.what.list && a.what.index == b.what.index && a.own_fields == b.own_fields &&
           quickly == slowly;
}

}  // namespace support
