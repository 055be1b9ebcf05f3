// expect: deleted|delete
// A secret has no way into a log but through `reveal`.
#include <ostream>
#include <slbwire/call/credentials.hpp>

void log(std::ostream& to, const slbwire::secret& key) {
#ifdef MUST_FAIL
    to << key;
#else
    to << key.reveal().size();
#endif
}
