// expect: no matching function for call to .percent_encode
// Text is encoded, numbers are not turned into text behind the caller's back.
#include <slbwire/codec/percent.hpp>

#ifdef MUST_FAIL
const auto encoded = slbwire::percent_encode(42);
#else
const auto encoded = slbwire::percent_encode("42");
#endif
