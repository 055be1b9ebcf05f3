// A socket of POSIX for each request, without TLS: for a proxy on this machine that adds it.

#include <cerrno>
#include <cstdlib>
#include <string>

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "common.hpp"

namespace slb = slbwire;

// Copy from here.
slb::http_response through_socket(const slb::http_request& request) {
    const slb::http_address to = slb::address_of(request);
    addrinfo* found = nullptr;
    if (to.tls || getaddrinfo(std::string(to.host).c_str(), std::string(to.port).c_str(), nullptr, &found) != 0)
        return {.transport_error = EHOSTUNREACH, .transport_message = "no such host, or TLS", .not_sent = true};
    const int at = socket(found->ai_family, SOCK_STREAM, 0);
    const timeval limit{.tv_sec = request.timeout_ms != 0 ? request.timeout_ms / 1000 + 1 : 10, .tv_usec = 0};
    for (int one : {SO_RCVTIMEO, SO_SNDTIMEO}) setsockopt(at, SOL_SOCKET, one, &limit, sizeof limit);
    slb::http_response reply{.not_sent = connect(at, found->ai_addr, found->ai_addrlen) != 0};
    std::string text = (std::string(request.method) + ' ').append(to.target) + " HTTP/1.0\r\nHost: ";
    text.append(to.authority) += "\r\nContent-Length: " + std::to_string(request.body.size()) + "\r\n";
    for (const auto& [name, value] : request.headers) text += name + ": " + value + "\r\n";
    text += "\r\n" + request.body;
    if (!reply.not_sent) send(at, text.data(), text.size(), MSG_NOSIGNAL);
    text.clear();
    char some[4096];
    for (ssize_t n = 0; text.size() < 16'000'000 && (n = recv(at, some, sizeof some, 0)) > 0;)
        text.append(some, static_cast<std::size_t>(n));
    freeaddrinfo(found), close(at);
    const std::size_t end = text.find("\r\n\r\n");
    for (std::size_t line = text.find('\n') + 1; end != text.npos && line < end; line = text.find('\n', line) + 1)
        reply.headers.push_back(
            {text.substr(line, text.find(':', line) - line),
             text.substr(text.find(':', line) + 1, text.find('\n', line) - text.find(':', line) - 1)});
    reply.body = end == text.npos ? "" : text.substr(end + 4),
    reply.status = text.size() < 12 ? 0 : std::atoi(text.c_str() + 9);
    if (std::to_string(reply.body.size()) != reply.header("content-length")) reply.transport_error = EIO;
    return reply;
}
// To here.

int main(int count, char** words) {
    const stacks::arguments a(count, words);
    stacks::tell(slb::call(through_socket, a.client, stacks::question));
    stacks::tell(slb::call(through_socket, a.client, stacks::question));
}
