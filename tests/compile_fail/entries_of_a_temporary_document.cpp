// expect: deleted|delete
// The entries point into the document, which would be gone when the loop begins.
#include <slbwire/call/untyped.hpp>

bool has_entries(slbwire::document (*read)()) {
#ifdef MUST_FAIL
    return !read().entries("L/E").empty();
#else
    const slbwire::document reply = read();
    return !reply.entries("L/E").empty();
#endif
}
