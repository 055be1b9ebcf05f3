// says: slbwire::field<T>: a member is a std::string
// A field holds what the service can send.
#include <slbwire/slbwire.hpp>

struct pet {
#ifdef MUST_FAIL
    double weight{};
#else
    std::optional<std::int32_t> weight{};
#endif
    static constexpr slbwire::field<pet> fields[] = {{"Weight", &pet::weight}};
};
