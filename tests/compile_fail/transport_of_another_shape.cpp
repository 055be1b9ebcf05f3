// says: slbwire: a transport is callable as
// A transport takes a request.
#include <slbwire/slbwire.hpp>

auto go(const slbwire::client& client, const slbwire::delete_vserver_group& op) {
#ifdef MUST_FAIL
    return slbwire::call([](int) { return slbwire::http_response{}; }, client, op);
#else
    return slbwire::call([](const slbwire::http_request&) { return slbwire::http_response{}; }, client, op);
#endif
}
