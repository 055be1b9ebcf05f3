// {fmt}: the list of servers as text.

#include <fmt/compile.h>
#include <fmt/format.h>

#include "harness.hpp"

namespace {

using namespace bench;

const std::vector<slb::backend_server> servers = make_call(20).old_backend_servers;
constexpr char entry[] = "{{'ServerId':'{}','Port':'{}','Weight':'{}'}},";

template <class Out>
void run_time(Out& out) {
    out.push_back('[');
    for (const auto& s : servers) fmt::format_to(std::back_inserter(out), entry, s.server_id, *s.port, *s.weight);
    out[out.size() - 1] = ']';
}
template <class Out>
void compiled(Out& out) {
    out.push_back('[');
    for (const auto& s : servers) {
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("{{'ServerId':'{}','Port':'{}','Weight':'{}'}},"),
                       s.server_id, *s.port, *s.weight);
    }
    out[out.size() - 1] = ']';
}

template <void (*Write)(std::string&)>
std::string to_string() {
    std::string out;
    Write(out);
    return out;
}
template <void (*Write)(fmt::memory_buffer&)>
std::string through_buffer() {
    fmt::memory_buffer out;
    Write(out);
    return fmt::to_string(out);
}
template <void (*Write)(fmt::memory_buffer&)>
std::string_view again() {
    static fmt::memory_buffer out;
    out.clear();
    Write(out);
    return {out.data(), out.size()};
}

const registration here([] {
    add_version("fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100));
    const std::size_t bytes = again<compiled>().size();
    add(works::list, bytes, "fmt: format_to a string", to_string<run_time>);
    add(works::list, bytes, "fmt: FMT_COMPILE to a string", to_string<compiled>);
    add(works::list, bytes, "fmt: memory_buffer", through_buffer<run_time>);
    add(works::list, bytes, "fmt: memory_buffer, FMT_COMPILE", through_buffer<compiled>);
    add(works::list_again, bytes, "fmt: memory_buffer", again<run_time>);
    add(works::list_again, bytes, "fmt: memory_buffer, FMT_COMPILE", again<compiled>);
});

}  // namespace
