#include <slbwire/model/operation.hpp>

#include "pet.hpp"

using namespace pets;

namespace {

constexpr service kennel{.version = "2020-01-01", .code = "pet"};

struct keep_pet {
    static constexpr std::string_view action = "KeepPet";
    static constexpr const slbwire::service& service = kennel;
    std::string name{};
    static constexpr field<keep_pet> fields[] = {{"Name", &keep_pet::name}};
    using response = pet;
};
static_assert(operation<keep_pet>);
static_assert(!operation<pet>);
static_assert(keep_pet::service.code == "pet" && keep_pet::service.exceptions.empty());

}  // namespace
