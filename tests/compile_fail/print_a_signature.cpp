// expect: deleted|delete
#include <ostream>
#include <slbwire/call/sign.hpp>

void log(std::ostream& to, const slbwire::signature& s) {
#ifdef MUST_FAIL
    to << s;
#else
    to << s.text().size();
#endif
}
