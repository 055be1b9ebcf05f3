// expect: could not convert|no matching constructor|no viable conversion|field
// A field list can only name members of its own struct.
#include <slbwire/model/list.hpp>

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
