#pragma once
// A fake of the service in memory, for tests of programs that use this library: it is a transport.
//
//     slb::fake_service service("testid", "testsecret");
//     service.add_load_balancer("lb-1");
//     service.inject(slb::injected_fault::cut_after);
//     const auto made = slb::call(service, client, slb::create_vserver_group{.load_balancer_id = "lb-1"});
//
// It takes a request as the service would get it, checks signature, nonce and clock, carries out all seventeen
// operations of api/ on what it has, and answers in JSON or XML, unless a fault comes first. It is made of the
// library's own pure functions, used from the other side. Not part of slbwire.hpp nor of compiled.hpp: only tests
// include it.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../call/http.hpp"
#include "../config.hpp"
#include "../model/reply.hpp"
#include "fake_resources.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// What may go wrong with a request. Each says whether it was carried out, which is what a caller cannot see. Faults of
/// bytes on a wire (slow, chunked or compressed bodies) are a HTTP stack's to handle, and not here.
enum class injected_fault : std::uint8_t {
    none,                   ///< served as usual: for a place in the queue
    not_sent,               ///< no connection: nothing arrived, and the transport knows that (`not_sent`)
    cut_before,             ///< the connection was cut before anything was carried out
    cut_after,              ///< carried out, and the reply was lost
    replayed,               ///< carried out; then the same bytes come again, and the reply is to these: a used nonce
    truncated,              ///< carried out; the second half of the reply's body is missing
    throttled,              ///< refused as too many calls; `x-ratelimit-user-api` asks for 1500 ms
    retry_after,            ///< the same; `x-acs-retry-after` asks for 2500 ms
    busy,                   ///< refused while another change is being carried out
    clock,                  ///< the service's clock jumps eight hours ahead, and back the next time
    internal_error,         ///< the service failed, with its own document, and did nothing
    internal_error_after,   ///< the same, but it was carried out
    bad_gateway,            ///< HTTP 502 with a page of HTML, nothing carried out
    gateway_timeout,        ///< HTTP 504 with a page of HTML, nothing carried out
    gateway_timeout_after,  ///< the same, but it was carried out
    unavailable,            ///< HTTP 503 without a body, nothing carried out
    not_found_page,         ///< a web server's page, HTTP 404: the request came to another host
    login_page,             ///< HTTP 302 to a page for a login
};

/// A change that was made. Describe operations are none.
struct fake_change {
    std::string action{};
    std::string nonce{};  ///< of the request
};

/// The service, for one thread at a time. A `returning_transport`; deferred_transport.hpp makes one that completes
/// later of it.
class fake_service {
public:
    /// Knows this key alone. With a token, requests must bring it, as those of temporary keys do; without one, any is
    /// taken.
    fake_service(std::string_view access_key_id, std::string_view access_key_secret,
                 std::string_view security_token = {})
        : access_key_id_(access_key_id), secret_(access_key_secret), security_token_(security_token) {}

    /// With an empty default group. One that is there already stays as it is.
    void add_load_balancer(std::string_view id) { resources_.add_load_balancer(id); }
    /// A TCP listener that sends to a group or, without one, to the default group. A group that a listener uses cannot
    /// be deleted.
    void add_listener(std::string_view load_balancer_id, std::int32_t port, std::string_view group_id = {}) {
        resources_.add_listener(load_balancer_id, port, group_id);
    }
    /// How many servers a list of a request may have: 20, as the documents say, unless it is set. (The service itself
    /// is known to take 40 for vServer groups.)
    void set_most_backend_servers(std::size_t most) noexcept { resources_.most_servers = most; }
    /// The service's clock, in seconds since 1970-01-01T00:00:00Z, stands still from now on; before, it is the
    /// system's. Requests more than fifteen minutes away from it are refused.
    void set_clock(std::int64_t seconds) noexcept {
        clock_ = seconds;
        clock_stands_ = true;
    }

    /// Queues a fault for the next request that has none yet, or for `times` of them. With an empty queue nothing goes
    /// wrong.
    void inject(injected_fault what, std::size_t times = 1) { faults_.insert(faults_.end(), times, what); }
    /// How many faults are still to come.
    std::size_t faults_left() const noexcept { return faults_.size(); }

    /// Answers a request, after all that is said above.
    http_response operator()(const http_request& request);

    /// How often it was called, also where nothing arrived.
    std::size_t calls() const noexcept { return calls_; }
    /// What was really carried out, in order: a test proves by it that nothing was done twice.
    const std::vector<fake_change>& changes() const noexcept { return changes_; }
    /// The servers of a group or, by the id of a load balancer, of its default group; null where there is neither. Good
    /// until the next call.
    const std::vector<backend_server>* servers(std::string_view id) const { return resources_.servers_of(id); }

private:
    struct received {
        detail::fake_parameters parameters{};
        reply_format format = reply_format::json;
        std::string request_id{};
    };

    std::int64_t now() const;
    http_response serve(const http_request& request, injected_fault fault);
    http_response respond(int status, detail::fake_reply& reply, const received& to) const;
    http_response refuse(const detail::fake_refusal& why, const received& to) const;
    static bool read(const http_request& request, received& to, detail::fake_refusal& out);
    bool authenticate(std::string_view method, const detail::fake_parameters& in, detail::fake_refusal& out);

    std::string access_key_id_;
    std::string secret_;
    std::string security_token_;
    std::int64_t clock_ = 0;
    bool clock_stands_ = false;
    bool clock_jumped_ = false;
    std::size_t calls_ = 0;
    std::vector<injected_fault> faults_;
    std::set<std::string, std::less<>> nonces_;
    std::vector<fake_change> changes_;
    detail::fake_resources resources_;
};

}  // namespace slbwire::inline SLBWIRE_ABI

#include "fake_service_body.hpp"
