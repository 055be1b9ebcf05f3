// says: slbwire: a transport that completes later needs a `done`
// A transport that completes later has no result to return: the call wants somewhere to deliver it.
#include <slbwire/slbwire.hpp>

struct later {
    template <class Done>
    void operator()(slbwire::http_request, Done) {}
};

void go(later through, const slbwire::client& client) {
    const slbwire::delete_vserver_group remove{.vserver_group_id = "g"};
#ifdef MUST_FAIL
    (void)slbwire::call(through, client, remove);
#else
    slbwire::call(through, client, remove, [](slbwire::result<slbwire::request_id_only>) {});
#endif
}
