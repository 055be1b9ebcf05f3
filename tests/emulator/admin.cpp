// What a test of another process asks and says: README.md, "From another process".

#include "service.hpp"

#include "refusal.hpp"
#include "render.hpp"

namespace emulator {

namespace {

constexpr std::size_t most_faults = 100'000;

refusal bad(const std::string& why) { return {400, "Emulator", why}; }

}  // namespace

service::reply service::administer(const request& r) {
    const std::string what = r.method + " " + r.target.substr(std::string("/_emulator").size());
    try {
        if (what == "GET /counts")
            return {.body = to_json(counts()), .headers = {{"Content-Type", "application/json"}}};
        if (what == "GET /state")
            return {.body = to_json(show_state()), .headers = {{"Content-Type", "application/json"}}};
        if (what != "POST /faults" && what != "POST /load_balancers") throw refusal{404, "Emulator", "no such thing"};
        const json body = json::parse(r.body);
        if (what == "POST /faults") {
            std::vector<fault> next;
            for (const json& name : body.value("next", json::array())) {
                const auto known = fault_named(name.get<std::string>());
                if (!known) throw bad("no such fault: " + name.get<std::string>());
                next.push_back(*known);
            }
            if (next.size() > most_faults) throw bad("too many faults");
            for (const fault f : next) push_fault(f);
            if (body.contains("rate")) set_fault_rate(body["rate"].get<double>(), body.value("seed", std::uint64_t{1}));
        } else {
            const auto id = body.at("id").get<std::string>();
            add_load_balancer(id);
            for (const json& l : body.value("listeners", json::array())) {
                add_listener(id, {.port = l.at("port").get<int>(),
                                  .protocol = l.value("protocol", "tcp"),
                                  .group_id = l.value("group", "")});
            }
        }
        return {.body = "{}", .headers = {{"Content-Type", "application/json"}}};
    } catch (const refusal& no) {
        return {.status = no.status, .body = no.message + "\n", .headers = {{"Content-Type", "text/plain"}}};
    } catch (const json::exception& no) {
        return {.status = 400, .body = std::string(no.what()) + "\n", .headers = {{"Content-Type", "text/plain"}}};
    }
}

}  // namespace emulator
