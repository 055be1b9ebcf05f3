// says: slbwire::field<T>: the member is one of another struct
// A field list can only name members of its own struct.
#include <slbwire/slbwire.hpp>

struct other {
    std::string name{};
};
struct mine {
    std::string name{};
#ifdef MUST_FAIL
    static constexpr slbwire::field<mine> fields[] = {{"Name", &other::name}};
#else
    static constexpr slbwire::field<mine> fields[] = {{"Name", &mine::name}};
#endif
};
