// says: slbwire: an operation needs its name
// What is called must be an operation: a reply is none.
#include <slbwire/slbwire.hpp>

auto go(const slbwire::client& client, const slbwire::stamp& when) {
#ifdef MUST_FAIL
    return slbwire::prepare(client, slbwire::request_id_only{}, when);
#else
    return slbwire::prepare(client, slbwire::delete_vserver_group{.vserver_group_id = "g"}, when);
#endif
}
