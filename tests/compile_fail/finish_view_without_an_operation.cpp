// says: slbwire: an operation needs its name
// A reply is finished as that of an operation, not as its own type.
#include <slbwire/slbwire.hpp>

auto go(const slbwire::http_response& response, slbwire::text_arena& arena) {
#ifdef MUST_FAIL
    return slbwire::finish_view<slbwire::request_id_only>(response, arena);
#else
    return slbwire::finish_view<slbwire::delete_vserver_group>(response, arena);
#endif
}
