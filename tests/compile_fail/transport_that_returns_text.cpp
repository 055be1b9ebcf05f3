// says: slbwire: a transport is callable as
// A transport returns a response, not its body alone.
#include <slbwire/slbwire.hpp>

auto go(const slbwire::client& client, const slbwire::delete_vserver_group& op) {
#ifdef MUST_FAIL
    return slbwire::call([](const slbwire::http_request&) { return std::string(); }, client, op, {{"ClientToken", "t"}});
#else
    return slbwire::call([](const slbwire::http_request&) { return slbwire::http_response{}; }, client, op, {{"ClientToken", "t"}});
#endif
}
