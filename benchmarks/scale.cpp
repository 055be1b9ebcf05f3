// Prints what one server of a reply costs, from one server to a million: time, and bytes of heap beside the body,
// at most and kept by the result. Where both are linear the columns stay as they are, but for what the system
// takes to hand out memory that no cache holds. Nothing is asserted.
//
//     scale [MOST_SERVERS]

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "allocations.hpp"
#include "inputs.hpp"

namespace {

using namespace bench;

using operation = slb::modify_vserver_group_backend_servers;

double now_ns() {
    std::timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

/// The least time of one run, out of at least three and a tenth of a second. Asking the clock takes time too, so
/// short runs are timed `together`.
template <class Run>
double least_ns(std::size_t together, Run run) {
    double least = 0;
    const double start = now_ns();
    for (int i = 0; i < 3 || now_ns() - start < 1e8; ++i) {
        const double first = now_ns();
        for (std::size_t n = 0; n < together; ++n) run();
        const double each = (now_ns() - first) / static_cast<double>(together);
        if (i == 0 || each < least) least = each;
    }
    return least;
}

auto own(const slb::http_response& response, slb::text_arena&) { return slb::finish<operation>(response); }
auto borrow(const slb::http_response& response, slb::text_arena& arena) {
    return slb::finish_view<operation>(response, arena);
}

/// The memory of the arena counts as the reply's.
template <class Finish>
void print_row(const char* name, const slb::http_response& response, std::size_t servers, Finish finish) {
    slb::text_arena warm;
    const double ns = least_ns(std::max<std::size_t>(1, 1000 / servers), [&] {
        if (!finish(response, warm)) std::abort();
    });
    slb::text_arena arena;
    allocations::follow(true);
    const auto result = finish(response, arena);
    const auto kept = static_cast<double>(allocations::bytes());
    const auto peak = static_cast<double>(allocations::peak_bytes());
    allocations::follow(false);
    const auto n = static_cast<double>(servers);
    const auto body = static_cast<double>(response.body.size());
    std::printf("%-16s %9zu %10.1f %10.0f %10.0f %10.0f %10.2f\n", name, servers, ns / n, body / ns * 1e3, kept / n,
                peak / n, peak / kept);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t most = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
    std::printf("%-16s %9s %10s %10s %10s %10s %10s\n", "", "servers", "ns each", "MB/s", "kept each", "peak each",
                "peak/kept");
    for (const format f : {format::json, format::xml}) {
        for (const bool owning : {true, false}) {
            const std::string name = std::string(f == format::json ? "JSON" : "XML") +
                                     (owning ? ", owning" : ", borrowing");
            for (std::size_t n = 1; n <= most; n *= 10) {
                const slb::http_response r{.status = 200, .body = write(f, make_reply(f, {.servers = n}), false)};
                if (owning) print_row(name.c_str(), r, n, own);
                else print_row(name.c_str(), r, n, borrow);
            }
        }
    }
}
