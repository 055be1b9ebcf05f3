// says: slbwire::field<T>: a member is a std::string
// A vector member is declared by `list`, which names its entries; as a plain field it has no wire form.
#include <slbwire/slbwire.hpp>

struct group {
    std::vector<std::string> servers{};
#ifdef MUST_FAIL
    static constexpr slbwire::field<group> fields[] = {{"Servers", &group::servers}};
#else
    static constexpr slbwire::field<group> fields[] = {slbwire::list<&group::servers>("Servers", "Server")};
#endif
};
