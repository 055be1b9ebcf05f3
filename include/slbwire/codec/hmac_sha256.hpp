#pragma once
// HMAC over SHA-256.

#include "../config.hpp"
#include "hmac.hpp"
#include "sha256.hpp"

namespace slbwire::inline SLBWIRE_ABI {

using hmac_sha256 = hmac<sha256>;

}  // namespace slbwire
