// expect: for a list of your own in a request, include <slbwire/model/encode_list.hpp>
// Where bodies are compiled once, they do not know a program's own lists.
#define SLBWIRE_SEPARATE
#include <slbwire/slbwire.hpp>
#ifndef MUST_FAIL
#include <slbwire/model/encode_list.hpp>
#endif

struct pet {
    std::string name{};
    static constexpr slbwire::field<pet> fields[] = {{"Name", &pet::name}};
};
struct add_pets {
    std::vector<pet> pets{};
    static constexpr slbwire::field<add_pets> fields[] = {slbwire::list<&add_pets::pets>("Pets", "Pet")};
};
