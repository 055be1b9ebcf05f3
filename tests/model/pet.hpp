#pragma once
// A struct with a field of every kind, for the tests of this folder.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/model/encode_list.hpp>
#include <slbwire/model/list.hpp>

namespace pets {

using namespace slbwire;

template <class Text>
struct basic_toy {
    Text name{};
    std::optional<std::int32_t> price{};

    static constexpr field<basic_toy> fields[] = {
        {"Name", &basic_toy::name, required},
        {"Price", &basic_toy::price, between(0, 1000)},
    };
    friend bool operator==(const basic_toy&, const basic_toy&) = default;
};

template <class Text>
struct basic_home {
    Text city{};
    std::vector<std::int32_t> floors{};

    static constexpr field<basic_home> fields[] = {
        {"City", &basic_home::city},
        list<&basic_home::floors>("Floors", "Floor"),
    };
    friend bool operator==(const basic_home&, const basic_home&) = default;
};

template <class Text>
struct basic_pet {
    Text request_id{};
    Text name{};
    std::optional<std::int32_t> age{};
    std::optional<std::int64_t> born{};
    std::optional<bool> tame{};
    std::vector<basic_toy<Text>> toys{};
    std::vector<Text> friends{};
    basic_home<Text> home;  // without {}: g++ 12 crashes on it in constant expressions

    static constexpr field<basic_pet> fields[] = {
        {"RequestId", &basic_pet::request_id, common},
        {"Name", &basic_pet::name, required | between(2, 8)},
        {"Age", &basic_pet::age, between(0, 40)},
        {"Born", &basic_pet::born},
        {"Tame", &basic_pet::tame},
        list<&basic_pet::toys>("Toys", "Toy"),
        list<&basic_pet::friends>("Friends", "Friend"),
        nested<&basic_pet::home>("Home"),
    };
    friend bool operator==(const basic_pet&, const basic_pet&) = default;
};

using pet = basic_pet<std::string>;
using pet_view = basic_pet<std::string_view>;
using toy = basic_toy<std::string>;

}  // namespace pets
