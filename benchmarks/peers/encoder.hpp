#pragma once
// What a library with a percent-encoder is measured on.

#include "harness.hpp"
#include "plain_url.hpp"

namespace bench {

/// `encode` percent-encodes a std::string_view to a std::string.
template <class Encode>
void add_encoder(const std::string& library, Encode encode) {
    static const call_input calls[] = {make_call(0), make_call(20)};
    static const std::string query = library_call(calls[1]).canonical_query();
    add(works::percent, query.size(), library, [encode] { return encode(query); });
    for (const call_input& call : calls) {
        add(&call == calls ? works::sign_brief : works::sign_list, library_call(call).string_to_sign().size(),
            library + ": with std::map and OpenSSL", [encode, &call] { return plain_signed_url(call, encode); },
            "limits of the service, UTF-8");
    }
}

}  // namespace bench
