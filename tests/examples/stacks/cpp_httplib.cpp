// cpp-httplib; with TLS where CPPHTTPLIB_OPENSSL_SUPPORT is defined, as Debian's package has it.

#include <chrono>
#include <string>

#include <httplib.h>

#include "common.hpp"

namespace slb = slbwire;

// Copy from here.
struct through_httplib {
    std::string authorities{};  // a file of certificates, where the system's are not meant

    slb::http_response operator()(const slb::http_request& request) const {
        const slb::http_address to = slb::address_of(request);
        httplib::Client client((to.tls ? "https://" : "http://") + std::string(to.authority));  // none is kept
        if (!authorities.empty()) client.set_ca_cert_path(authorities);
        const auto limit = std::chrono::milliseconds(request.timeout_ms != 0 ? request.timeout_ms : 10'000);
        client.set_connection_timeout(limit), client.set_read_timeout(limit), client.set_write_timeout(limit);
        client.set_url_encode(false);  // it is encoded, and signed as it stands
        httplib::Request sent;
        sent.method = request.method, sent.path = to.target, sent.body = request.body;
        for (const auto& [name, value] : request.headers) sent.set_header(name, value);
        const httplib::Result got = client.send(sent);
        if (!got) {
            using enum httplib::Error;
            return {.transport_error = static_cast<int>(got.error()),
                    .transport_message = to_string(got.error()),
                    .not_sent = got.error() == Connection || got.error() == SSLServerVerification};
        }
        slb::http_response reply{.status = got->status, .body = got->body};
        for (const auto& [name, value] : got->headers) reply.headers.push_back({name, value});
        return reply;
    }
};
// To here.

int main(int count, char** words) {
    const stacks::arguments a(count, words);
    const through_httplib http{a.authorities};
    stacks::tell(slb::call(http, a.client, stacks::question));
    stacks::tell(slb::call(http, a.client, stacks::question));
}
