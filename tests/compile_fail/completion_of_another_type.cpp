// says: slbwire: the fourth argument is a `done
// A completion gets the result of its operation.
#include <slbwire/slbwire.hpp>

void go(const slbwire::client& client, const slbwire::delete_vserver_group& op) {
    const auto http = [](const slbwire::http_request&) { return slbwire::http_response{}; };
#ifdef MUST_FAIL
    slbwire::call(http, client, op, [](slbwire::result<slbwire::vserver_groups>) {});
#else
    slbwire::call(http, client, op, [](slbwire::result<slbwire::request_id_only>) {});
#endif
}
