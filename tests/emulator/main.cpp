// The emulator as a program: README.md.

#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "server.hpp"

namespace {

constexpr const char* usage =
    "usage: emulator [--port N] [--tls-port N --cert FILE --key FILE] [--region ID] [--key-id ID] [--key-secret TEXT]\n"
    "                [--token TEXT] [--load-balancer ID]... [--fault-rate 0.3 --seed N] [--print-ports]\n"
    "Listens on 127.0.0.1 until SIGTERM or SIGINT. A port of 0 is one that is free.\n";

struct options {
    emulator::settings settings{};
    std::vector<std::string> load_balancers{};
    double fault_rate = 0;
    std::uint64_t seed = 1;
    bool print_ports = false;
};

/// Throws std::exception where they make no sense.
options read(const std::vector<std::string>& arguments) {
    options o;
    const auto port = [](const std::string& text) {
        std::uint16_t number = 0;
        const char* const end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, number);
        if (read.ec != std::errc() || read.ptr != end) throw std::invalid_argument("no port: " + text);
        return number;
    };
    const std::map<std::string, std::function<void(const std::string&)>> with_value = {
        {"--port", [&](const std::string& v) { o.settings.port = port(v); }},
        {"--tls-port", [&](const std::string& v) { o.settings.tls_port = port(v); }},
        {"--cert", [&](const std::string& v) { o.settings.certificate_file = v; }},
        {"--key", [&](const std::string& v) { o.settings.certificate_key_file = v; }},
        {"--region", [&](const std::string& v) { o.settings.region = v; }},
        {"--key-id", [&](const std::string& v) { o.settings.known.id = v; }},
        {"--key-secret", [&](const std::string& v) { o.settings.known.secret = v; }},
        {"--token", [&](const std::string& v) { o.settings.known.token = v; }},
        {"--load-balancer", [&](const std::string& v) { o.load_balancers.push_back(v); }},
        {"--fault-rate", [&](const std::string& v) { o.fault_rate = std::stod(v); }},
        {"--seed", [&](const std::string& v) { o.seed = std::stoull(v); }},
    };
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--print-ports") {
            o.print_ports = true;
            continue;
        }
        const auto known = with_value.find(arguments[i]);
        if (known == with_value.end()) throw std::invalid_argument("no such option: " + arguments[i]);
        if (++i == arguments.size()) throw std::invalid_argument("a value is missing behind " + known->first);
        known->second(arguments[i]);
    }
    return o;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        const options o = read({arguments + 1, arguments + count});
        // Blocked before the server's thread begins, which has this from here, so that only sigwait sees them.
        sigset_t ends;
        sigemptyset(&ends);
        sigaddset(&ends, SIGTERM);
        sigaddset(&ends, SIGINT);
        pthread_sigmask(SIG_BLOCK, &ends, nullptr);
        std::signal(SIGPIPE, SIG_IGN);

        emulator::server server(o.settings);
        for (const std::string& id : o.load_balancers) server.on().add_load_balancer(id);
        server.on().set_fault_rate(o.fault_rate, o.seed);
        if (o.print_ports) {
            std::printf("%d %d\n", server.port(), server.tls_port());
            std::fflush(stdout);
        }
        int signal = 0;
        sigwait(&ends, &signal);
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "emulator: %s\n%s", e.what(), usage);
        return 2;
    }
}
