// says: slbwire: the arguments of a call are the transport, the client, the operation
// The client comes before the operation.
#include <slbwire/slbwire.hpp>

auto go(const slbwire::client& client, const slbwire::delete_vserver_group& op) {
    const auto http = [](const slbwire::http_request&) { return slbwire::http_response{}; };
#ifdef MUST_FAIL
    return slbwire::call(http, op, client);
#else
    return slbwire::call(http, client, op);
#endif
}
