#pragma once
// Why a signature does not match. The service sends the text back that it signed: where that is the request's own, the
// secret is wrong, and where it is another, the request was changed on its way.

#include <string>

#include "../config.hpp"
#include "../core/error.hpp"
#include "http.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// The text that was signed of a request that `prepare` made (signature version 1.0): the parameters of its URL or its
/// form but the signature. It holds the AccessKeyId and all parameters, a SecurityToken too: it belongs into no log.
std::string string_to_sign(const http_request& sent);

/// What `e`, the refusal of `sent`, is owed to. `finish` with the request and `call` ask this and keep it as
/// `error::mismatch`.
signature_mismatch find_mismatch(const error& e, const http_request& sent);

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "signature_mismatch_body.hpp"
#endif
