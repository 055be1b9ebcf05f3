// expect: deleted|delete
// Comparing secrets with == would tell by its time how far they agree.
#include <slbwire/call/credentials.hpp>

bool same(const slbwire::secret& a, const slbwire::secret& b) {
#ifdef MUST_FAIL
    return a == b;
#else
    return a.empty() == b.empty();
#endif
}
