#pragma once
// One table of cases, gone through twice: `static_assert(all_hold(table, rule))` while compiling, and
// `check_each(table, rule)` when the test runs, where a failure names its row.

#include <cstddef>

#include "catch.hpp"
#include "exact_block.hpp"

namespace support {

template <class Table, class Rule>
constexpr bool all_hold(const Table& table, Rule rule) {
    for (const auto& row : table) {
        if (!rule(row)) return false;
    }
    return true;
}

/// Every row has a member `text`, which is moved into a block of exactly its size.
template <class Table, class Rule>
void check_each(const Table& table, Rule rule) {
    std::size_t number = 0;
    for (auto row : table) {
        const exact_block block(row.text);
        row.text = block.view();
        CAPTURE(number, row.text);
        CHECK(rule(row));
        ++number;
    }
}

}  // namespace support
