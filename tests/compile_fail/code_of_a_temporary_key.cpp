// expect: deleted|delete
// A code refers to its key until it is finished: one that is gone by then would sign with whatever is there.
#include <slbwire/codec/hmac.hpp>

slbwire::sha1::digest_type code_of(std::string_view secret) {
#ifdef MUST_FAIL
    slbwire::hmac_sha1 code(slbwire::hmac_key<slbwire::sha1>(secret, "&"));
#else
    const slbwire::hmac_key<slbwire::sha1> key(secret, "&");
    slbwire::hmac_sha1 code(key);
#endif
    return code.finish();
}
