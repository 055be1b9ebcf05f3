// expect: no member named .value.
// A result<void> is asked whether it succeeded; there is nothing in it to take out.
#include <slbwire/core/result.hpp>

bool ask(const slbwire::result<void, int>& done) {
#ifdef MUST_FAIL
    done.value();
#endif
    return done.has_value();
}
