// The emulator as a program of its own, driven from another process: its options, the ports it prints, what tests may
// send it, and its end.

#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../support/catch.hpp"
#include "through_curl.hpp"

using namespace slbwire;

namespace {

/// A running program, and what it printed in its first line.
class program {
public:
    explicit program(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), EMULATOR_PROGRAM);
        std::vector<char*> pointers;
        for (std::string& argument : arguments) pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        id_ = ::fork();
        REQUIRE(id_ >= 0);
        if (id_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // where the test ends by a signal, so does the program
            ::dup2(ends[1], 1);
            ::dup2(ends[1], 2);
            ::execv(pointers[0], pointers.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';) line_ += c;
        ::close(ends[0]);
    }
    ~program() {
        if (id_ > 0) end();
    }
    program(const program&) = delete;
    program& operator=(const program&) = delete;

    const std::string& line() const { return line_; }
    /// Its exit status, after SIGTERM where it still runs; -1 where a signal ended it.
    int end() {
        ::kill(id_, SIGTERM);
        return wait();
    }
    int wait() {
        int status = 0;
        ::waitpid(id_, &status, 0);
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    ::pid_t id_ = 0;
    std::string line_;
};

}  // namespace

TEST_CASE("a program is tested against the emulator in another process") {
    program running({"--port", "0", "--tls-port", "0", "--cert", certificate_file, "--key", certificate_key_file,
                     "--region", "cn-beijing", "--key-id", "id", "--key-secret", "secret", "--load-balancer", "lb-1",
                     "--print-ports"});
    int port = 0;
    int tls_port = 0;
    INFO(running.line());
    REQUIRE(std::sscanf(running.line().c_str(), "%d %d", &port, &tls_port) == 2);

    through_curl http;
    client c = client_at(static_cast<std::uint16_t>(tls_port), true);
    c.credentials = {"id", "secret"};
    c.region_id = "cn-beijing";
    const set_backend_servers set{"lb-1", {{.server_id = "vm-1", .weight = 0}}};
    CHECK(call(http, c, set).has_value());

    const std::string admin = "http://127.0.0.1:" + std::to_string(port) + "/_emulator/";
    const auto post = [&](const std::string& where, const std::string& body) {
        return http({.method = "POST", .url = admin + where, .headers = {}, .body = body}).status;
    };
    const auto get = [&](const std::string& where) {
        return emulator::json::parse(http({.method = "GET", .url = admin + where}).body);
    };
    CHECK(post("faults", R"({"next":["cut_after","busy"]})") == 200);
    CHECK(get("counts")["FaultsLeft"] == 2);
    CHECK(call(http, c, set).error().kind == error_kind::transport);
    CHECK(call(http, c, set).error().service.kind == error_class::busy);
    CHECK(call(http, c, set).has_value());
    CHECK(post("faults", R"({"rate":1,"seed":7})") == 200);
    CHECK(!call(http, c, set).has_value());  // seed 7 begins with none of the harmless ones
    CHECK(post("faults", R"({"rate":0})") == 200);
    CHECK(post("load_balancers", R"({"id":"lb-2","listeners":[{"port":443,"protocol":"https"}]})") == 200);
    CHECK(get("state")["LoadBalancers"]["lb-2"]["Listeners"][0]["Port"] == 443);
    const auto counts = get("counts");
    CHECK(counts["Requests"] == 5);
    CHECK(counts["Faults"]["cut_after"] == 1);
    CHECK(counts["Changes"].size() >= 3);
    CHECK(counts["Changes"][0]["Action"] == "SetBackendServers");
    CHECK(counts["NoncesSeenTwice"] == 0);

    CHECK(post("faults", R"({"next":["earthquake"]})") == 400);
    CHECK(post("faults", "no JSON") == 400);
    CHECK(post("load_balancers", "{}") == 400);
    CHECK(http({.method = "GET", .url = admin + "other"}).status == 404);
    CHECK(running.end() == 0);
    CHECK(call(http, c, set).error().effect == error_effect::not_sent);
}

TEST_CASE("options that make no sense are told") {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"--port"},
                                               {"--port", "65536"},
                                               {"--port", "x"},
                                               {"--other"},
                                               {"--cert", "/nowhere", "--key", "/nowhere"}}) {
        program running(arguments);
        INFO(running.line());
        CHECK(running.line().substr(0, 10) == "emulator: ");
        CHECK(running.wait() == 2);
    }
}
