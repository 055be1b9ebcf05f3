#pragma once
// What a session asks for its keys (session.hpp, `credentials_provider`), over a transport that returns its answer.
// Asked for by who has a session.
//
//     slb::session session(client, slb::metadata_credentials(http));                  // the role of this instance
//     slb::session session(client, slb::assume_role_credentials(http, keys, role));   // any role, from a client's keys
//     slb::session session(client, slb::profile_credentials(http, client, *slb::default_profile()));
//
// Each takes the transport by reference: it must outlive the session, and be such that several threads may use it. A
// provider makes each of its requests once; the session asks it again.

#include <string>
#include <type_traits>
#include <utility>

#include "../api/assume_role.hpp"
#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "blocking.hpp"
#include "call.hpp"
#include "client.hpp"
#include "key_profile.hpp"
#include "key_sources.hpp"
#include "metadata.hpp"
#include "session.hpp"
#include "transport.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// The keys of the role that this instance has. `role` is its name, which is asked for each time where it is empty. A
/// token is asked for first; where there is none the requests go without, as those of the vendor's clients do.
template <returning_transport T>
auto metadata_credentials(T& through, std::string role = {}) {
    return [&through, role = std::move(role)]() -> result<temporary_credentials> {
        const auto send = [&](const http_request& request) -> http_response { return through(request); };
        const std::string token = metadata_token(send(metadata_token_request())).value_or(std::string());
        auto name = role.empty() ? metadata_role(send(metadata_role_request(token))) : result<std::string>(role);
        if (!name) return failure{std::move(name).error()};
        auto request = metadata_keys_request(*name, token);
        if (!request) return failure{std::move(request).error()};
        return metadata_keys(send(*request));
    };
}

/// The keys that AssumeRole gives to the client's. `from` is a client of Security Token Service: its region, or an
/// endpoint of that service.
template <returning_transport T>
auto assume_role_credentials(T& through, client from, assume_role role) {
    return [&through, from = std::move(from), role = std::move(role)]() -> result<temporary_credentials> {
        const auto reply = call(through, from, role);
        if (!reply) return failure{reply.error()};
        return credentials_of(*reply);
    };
}
/// The same with the keys of another session, which have to be renewed themselves, and with its attempts and waits. It
/// must outlive this one's.
template <returning_transport T>
auto assume_role_credentials(T& through, session& from, assume_role role) {
    return [&through, &from, role = std::move(role)]() -> result<temporary_credentials> {
        const auto reply = call(through, from, role);
        if (!reply) return failure{reply.error()};
        return credentials_of(*reply);
    };
}

/// The keys of a profile, whatever it names. `settings` are those of the session: AssumeRole is called in their region,
/// with the profile's keys.
template <returning_transport T>
credentials_provider profile_credentials(T& through, client settings, key_profile profile) {
    switch (profile.origin) {
    case key_origin::ram_role:
        settings.credentials = std::move(profile.credentials);
        settings.endpoint = settings.region_id.empty() ? "sts.aliyuncs.com" : "";  // not that of another product
        return assume_role_credentials(through, std::move(settings), std::move(profile.role));
    case key_origin::instance_role: return metadata_credentials(through, std::move(profile.instance_role_name));
    default: return [profile = std::move(profile)] { return credentials_of(profile); };
    }
}

}  // namespace slbwire
