// Boost.Asio's coroutines, over Boost.Beast: no thread waits.

#include <chrono>
#include <string>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>

#include <slbwire/call/co_call.hpp>

#include "common.hpp"

namespace slb = slbwire;
namespace asio = boost::asio;
namespace beast = boost::beast;

// Copy from here.
struct through_beast {
    asio::io_context& io;
    asio::ssl::context& tls;
    asio::awaitable<slb::http_response> operator()(const slb::http_request& request) const {
        const slb::http_address to = slb::address_of(request);
        const auto wait = asio::use_awaitable;
        const std::string host(to.host), target(to.target), method(request.method);
        beast::http::request<beast::http::string_body> sent(beast::http::string_to_verb(method), target, 11,
                                                            request.body);
        for (const auto& h : request.headers) sent.set(h.name, h.value);
        sent.set("Host", std::string(to.authority)), sent.set("Connection", "close"), sent.prepare_payload();
        beast::ssl_stream<beast::tcp_stream> secure(io, tls);
        beast::tcp_stream& plain = beast::get_lowest_layer(secure);
        plain.expires_after(std::chrono::milliseconds(request.timeout_ms != 0 ? request.timeout_ms : 10'000));
        slb::http_response reply{.not_sent = true};
        try {
            asio::ip::tcp::resolver names(io);
            co_await plain.async_connect(co_await names.async_resolve(host, std::string(to.port), wait), wait);
            secure.set_verify_callback(asio::ssl::host_name_verification(host));
            if (to.tls) co_await secure.async_handshake(secure.client, wait);
            reply.not_sent = false;
            beast::flat_buffer room;
            beast::http::response<beast::http::string_body> got;
            if (to.tls)
                co_await beast::http::async_write(secure, sent, wait),
                    co_await beast::http::async_read(secure, room, got, wait);
            else
                co_await beast::http::async_write(plain, sent, wait),
                    co_await beast::http::async_read(plain, room, got, wait);
            reply.status = static_cast<int>(got.result_int()), reply.body = got.body();
            for (const auto& h : got) reply.headers.push_back({h.name_string(), h.value()});
        } catch (const boost::system::system_error& e) {
            reply.transport_error = e.code().value(), reply.transport_message = e.code().message();
        }
        co_return reply;
    }
};
// To here.

struct timer {
    asio::steady_timer waiting;
    static std::int64_t now_ms() {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }
    asio::awaitable<void> wait_ms(std::int64_t ms) {
        waiting.expires_after(std::chrono::milliseconds(ms));
        co_await waiting.async_wait(asio::use_awaitable);
    }
};

int main(int count, char** words) {
    const stacks::arguments a(count, words);
    asio::io_context io;
    asio::ssl::context tls(asio::ssl::context::tls_client);
    tls.set_verify_mode(asio::ssl::verify_peer);
    if (!a.authorities.empty()) tls.load_verify_file(a.authorities);
    const auto work = [&]() -> asio::awaitable<void> {
        slb::session session(a.client);
        const through_beast http{io, tls};
        timer waits{asio::steady_timer(io)};
        for (int i = 0; i < 2; ++i) {
            const auto reply = co_await slb::co_call<asio::awaitable<slb::result<slb::vserver_groups>>>(
                http, session, stacks::question, waits, {.policy = {.most_attempts = 1, .most_busy_attempts = 0}});
            stacks::tell(reply);
        }
    };
    asio::co_spawn(io, work, asio::detached);
    io.run();
}
