// expect: deleted|delete
// What is borrowed from a reply that is gone would be read from freed memory.
#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/finish.hpp>

bool exists(slbwire::http_response (*send)(), slbwire::text_arena& arena) {
#ifdef MUST_FAIL
    return slbwire::finish_view<slbwire::describe_vserver_group_attribute>(send(), arena).has_value();
#else
    const slbwire::http_response response = send();
    return slbwire::finish_view<slbwire::describe_vserver_group_attribute>(response, arena).has_value();
#endif
}
