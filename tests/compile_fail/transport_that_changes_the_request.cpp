// says: slbwire: a transport is callable as
// A request is lent to a transport that returns, for reading.
#include <slbwire/slbwire.hpp>

auto go(const slbwire::client& client, const slbwire::untyped_operation& op) {
#ifdef MUST_FAIL
    return slbwire::call([](slbwire::http_request&) { return slbwire::http_response{}; }, client, op);
#else
    return slbwire::call([](const slbwire::http_request&) { return slbwire::http_response{}; }, client, op);
#endif
}
