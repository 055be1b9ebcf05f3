#pragma once
// The door for another HMAC-SHA1 than the library's own.

#include <array>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "credentials.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Another HMAC-SHA1, such as a validated module's: `compute` puts the code of `message` under the secret followed
/// by `&` into `code`, and gives false where it cannot. Without one the library's own is used. `context` is passed
/// along as it is.
struct mac_function {
    bool (*compute)(void* context, const secret& access_key_secret, std::string_view message,
                    std::array<std::uint8_t, 20>& code) = nullptr;
    void* context = nullptr;
};

}  // namespace slbwire
