// says: T must have a default
// A result has a value in it from the beginning.
#include <slbwire/slbwire.hpp>

#ifdef MUST_FAIL
struct pet {
    explicit pet(int);
};
#else
struct pet {};
#endif
slbwire::result<pet> go();
bool is_good() { return go().has_value(); }
