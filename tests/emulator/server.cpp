// The only file that knows Boost.Beast and Boost.Asio, which take long to compile.

#include "server.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace emulator {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds time_out{30};  // for a request to come, a piece to go, a hand to be shaken
constexpr std::uint64_t most_body_bytes = 1 << 20;
constexpr std::uint32_t most_header_bytes = 64 << 10;
constexpr std::size_t most_connections = 256;

/// One connection. It lives in the handlers that wait for it.
template <class Stream>
class session : public std::enable_shared_from_this<session<Stream>> {
public:
    template <class... More>
    session(service& on, std::size_t& open, tcp::socket socket, More&... more)
        : on_(on), open_(open), stream_(std::move(socket), more...), pause_(stream_.get_executor()) {
        ++open_;
    }
    ~session() { --open_; }

    void start() {
        if constexpr (is_tls) {
            expire();
            stream_.async_handshake(asio::ssl::stream_base::server,
                                    [self = this->shared_from_this()](error_code failed) {
                                        if (!failed) self->read();
                                    });
        } else {
            read();
        }
    }

private:
    static constexpr bool is_tls = !std::is_same_v<Stream, beast::tcp_stream>;

    beast::tcp_stream& tcp_part() { return beast::get_lowest_layer(stream_); }
    void expire() { tcp_part().expires_after(time_out); }

    void read() {
        parser_.emplace();
        parser_->body_limit(most_body_bytes);
        parser_->header_limit(most_header_bytes);
        expire();
        http::async_read(stream_, buffer_, *parser_, [self = this->shared_from_this()](error_code failed, std::size_t) {
            if (!failed) self->serve();
        });
    }
    void serve() {
        const auto& message = parser_->get();
        const auto type = message[http::field::content_type];
        answer_ = on_.handle({.method = std::string(message.method_string()),
                              .target = std::string(message.target()),
                              .content_type = std::string(type),
                              .body = message.body()});
        keep_ = message.keep_alive() && !answer_.cut;
        next_ = 0;
        write();
    }
    void write() {
        if (next_ == answer_.pieces.size()) {
            if (keep_) read();
            else if (!answer_.cut) end();
            return;  // otherwise nothing holds the connection any more, and it is closed
        }
        pause_.expires_after(answer_.pieces[next_].pause);
        pause_.async_wait([self = this->shared_from_this()](error_code failed) {
            if (failed) return;
            self->expire();
            asio::async_write(self->stream_, asio::buffer(self->answer_.pieces[self->next_].bytes),
                              [self](error_code broken, std::size_t) {
                                  if (broken) return;
                                  ++self->next_;
                                  self->write();
                              });
        });
    }
    void end() {
        if constexpr (is_tls) {
            expire();
            stream_.async_shutdown([self = this->shared_from_this()](error_code) {});
        } else {
            error_code ignored;
            stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        }
    }

    service& on_;
    std::size_t& open_;
    Stream stream_;
    asio::steady_timer pause_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    answer answer_;
    std::size_t next_ = 0;
    bool keep_ = false;
};

}  // namespace

struct server::parts {
    explicit parts(const settings& s) : on(s.known, s.region) {
        if (s.certificate_file.empty()) return;
        tls.use_certificate_chain_file(s.certificate_file);
        tls.use_private_key_file(s.certificate_key_file, asio::ssl::context::pem);
    }
    void listen(std::optional<tcp::acceptor>& at, std::uint16_t port) {
        at.emplace(io, tcp::endpoint(asio::ip::address_v4::loopback(), port));
    }
    template <class Stream, class... More>
    void accept(tcp::acceptor& at, More&... more) {
        at.async_accept([&](error_code failed, tcp::socket socket) {
            if (failed == asio::error::operation_aborted) return;
            if (!failed && open < most_connections) {
                error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                std::make_shared<session<Stream>>(on, open, std::move(socket), more...)->start();
            }
            accept<Stream>(at, more...);
        });
    }

    service on;
    std::size_t open = 0;  // connections; outlives io, which has them
    asio::ssl::context tls{asio::ssl::context::tls_server};
    asio::io_context io{1};
    std::optional<tcp::acceptor> plain;
    std::optional<tcp::acceptor> secure;
    std::thread thread;
};

server::server(const settings& s) : parts_(std::make_unique<parts>(s)) {
    parts& p = *parts_;
    p.listen(p.plain, s.port);
    p.accept<beast::tcp_stream>(*p.plain);
    if (!s.certificate_file.empty()) {
        p.listen(p.secure, s.tls_port);
        p.accept<beast::ssl_stream<beast::tcp_stream>>(*p.secure, p.tls);
    }
    p.thread = std::thread([&p] { p.io.run(); });
}

server::~server() {
    parts_->io.stop();
    parts_->thread.join();
}

std::uint16_t server::port() const { return parts_->plain->local_endpoint().port(); }
std::uint16_t server::tls_port() const {
    return parts_->secure ? parts_->secure->local_endpoint().port() : std::uint16_t{0};
}
service& server::on() { return parts_->on; }

}  // namespace emulator
