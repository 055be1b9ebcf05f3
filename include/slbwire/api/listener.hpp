#pragma once
// What uses a group of servers: listeners and forwarding rules, as replies name them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../model/field.hpp"
#include "../model/list.hpp"

namespace slbwire::inline SLBWIRE_ABI {

template <class Text>
struct basic_listener {
    std::optional<std::int32_t> port{};
    Text protocol{};  ///< `tcp`, `udp`, `http`, `https`

    static constexpr field<basic_listener> fields[] = {
        {"Port", &basic_listener::port, required},
        {"Protocol", &basic_listener::protocol},
    };
    friend bool operator==(const basic_listener&, const basic_listener&) = default;
};
using listener = basic_listener<std::string>;

template <class Text>
struct basic_rule {
    Text rule_id{};
    Text rule_name{};
    Text domain{};
    Text url{};

    static constexpr field<basic_rule> fields[] = {
        {"RuleId", &basic_rule::rule_id, required},
        {"RuleName", &basic_rule::rule_name},
        {"Domain", &basic_rule::domain},
        {"Url", &basic_rule::url},
    };
    friend bool operator==(const basic_rule&, const basic_rule&) = default;
};
using rule = basic_rule<std::string>;

/// The listeners and rules of a group; both empty where they were not asked for.
template <class Text>
struct basic_associated_objects {
    std::vector<basic_listener<Text>> listeners{};
    std::vector<basic_rule<Text>> rules{};

    static constexpr field<basic_associated_objects> fields[] = {
        reply_list<&basic_associated_objects::listeners>("Listeners", "Listener"),
        reply_list<&basic_associated_objects::rules>("Rules", "Rule"),
    };
    friend bool operator==(const basic_associated_objects&, const basic_associated_objects&) = default;
};
using associated_objects = basic_associated_objects<std::string>;

}  // namespace slbwire
