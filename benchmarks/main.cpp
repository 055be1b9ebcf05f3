// Registers what the peers added, ours first, and has Google Benchmark run it. What the report needs besides
// the figures goes into the context of Google Benchmark's JSON.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <set>

#include "harness.hpp"
#include "malformed.hpp"

namespace bench {

namespace {

bool all_right = true;

bool is_ours(const std::string& peer) { return peer.starts_with("slbwire"); }

/// Ours first, the others by name, wherever the linker put them.
template <class Entry, class Peer>
void put_in_order(std::vector<Entry>& entries, Peer peer) {
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        const bool ours[] = {is_ours(peer(a)), is_ours(peer(b))};
        return ours[0] != ours[1] ? ours[0] : !ours[0] && peer(a) < peer(b);
    });
}

template <class Loop>
void add_row(const row& about, Loop loop) {
    benchmark::RegisterBenchmark((about.work + "/" + about.peer).c_str(), loop);
}

void refuse(benchmark::State& state, const row& about) {
    all_right = false;
    std::fprintf(stderr, "%s: wrong answer for \"%s\"\n", about.peer.c_str(), about.work.c_str());
    state.SkipWithError("wrong answer");
}

/// What a peer leaves unchecked is the same for all sizes of a work, which its name has behind the comma.
void tell_unchecked(const std::string& work, const std::string& peer, const std::string& unchecked) {
    static std::set<std::string> told;
    const std::string key = "unchecked: " + work.substr(0, work.find(',')) + "/" + peer;
    if (!unchecked.empty() && told.insert(key).second) benchmark::AddCustomContext(key, unchecked);
}

void register_text_works() {
    put_in_order(text_works(), [](const text_work& w) { return w.about.peer; });
    std::map<std::string, const text_work*> ours;
    for (const text_work& w : text_works()) ours.emplace(w.about.work, &w);
    // By work, in the order in which the library's own file names them.
    for (const text_work& first : text_works()) {
        if (ours.at(first.about.work) != &first) continue;
        for (const text_work& w : text_works()) {
            if (w.about.work != first.about.work) continue;
            tell_unchecked(w.about.work, w.about.peer, w.unchecked);
            add_row(w.about, [&w, &first, seen = false](benchmark::State& state) mutable {
                if (!seen && w.answer() != first.answer()) return refuse(state, w.about);
                seen = true;
                w.loop(state);
            });
        }
    }
}

/// A document of one shape, made when it is first asked for.
struct input {
    bench::format format;
    bench::shape shape;
    std::string name;
    reply<std::string> expected{};
    std::unique_ptr<document> body{};

    void make() {
        if (body) return;
        expected = make_reply(format, shape);
        body = std::make_unique<document>(write(format, expected, shape.pretty));
    }
};

std::vector<input>& inputs() {
    static std::vector<input> all = [] {
        std::vector<input> made;
        for (const format f : {format::json, format::xml}) {
            for (const shape& s : {shape{1}, shape{20}, shape{20, true}, shape{20, false, true}, shape{1000},
                                   shape{1000, true}, shape{1000, false, true}, shape{100'000}}) {
                std::string name = f == format::json ? "JSON, " : "XML, ";
                name += std::to_string(s.servers) + (s.servers == 1 ? " server" : " servers");
                if (s.pretty) name += " pretty";
                if (s.realistic) name += " realistic";
                made.push_back({f, s, std::move(name)});
            }
        }
        return made;
    }();
    return all;
}

void register_decoders() {
    put_in_order(decoders(), [](const decoder& d) { return d.peer; });
    for (input& in : inputs()) {
        for (const bool owning : {true, false}) {
            for (const decoder& d : decoders()) {
                if (d.reads != in.format || d.owning != owning) continue;
                const row about{in.name + (owning ? ", owning" : ", borrowing"), d.peer};
                add_row(about, [&d, &in, about, seen = false](benchmark::State& state) mutable {
                    in.make();
                    if (!seen && !d.right(*in.body, in.expected)) return refuse(state, about);
                    seen = true;
                    d.loop(state, *in.body);
                });
            }
        }
        for (const char* kind : {", owning", ", borrowing"}) {
            add_row({in.name + kind, "copying the body"}, [&in](benchmark::State& state) {
                in.make();
                measure(state, in.body->body().size(), [&] { return in.body->copy(); });
            });
        }
    }
}

void tell_what_is_unchecked() {
    for (const format f : {format::json, format::xml}) {
        for (const decoder& d : decoders()) {
            if (d.reads != f) continue;
            std::string unchecked;
            for (const malformed& m : malformed_documents(f)) {
                if (!d.takes(document(m.body))) continue;
                if (!unchecked.empty()) unchecked += ", ";
                unchecked += m.what;
            }
            tell_unchecked(f == format::json ? "JSON" : "XML", d.peer, unchecked);
        }
    }
}

/// The value of `name`, up to the end of its line, in a file of the system.
std::string look_up(const char* file, const std::string& name) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(name)) continue;
        const std::size_t first = line.find_first_not_of("\t :=\"", name.size());
        return first == std::string::npos ? "" : line.substr(first, line.find('"', first) - first);
    }
    return "unknown";
}

void tell_the_machine() {
    benchmark::AddCustomContext("machine", look_up("/proc/cpuinfo", "model name"));
    benchmark::AddCustomContext("system", look_up("/etc/os-release", "PRETTY_NAME"));
#if defined(__clang__)
    benchmark::AddCustomContext("compiler", __VERSION__);
#else
    benchmark::AddCustomContext("compiler", "g++ " __VERSION__);
#endif
    benchmark::AddCustomContext("flags", SLBWIRE_BENCHMARK_FLAGS);
}

}  // namespace

}  // namespace bench

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    bench::register_text_works();
    bench::register_decoders();
    bench::tell_what_is_unchecked();
    bench::tell_the_machine();
    benchmark::RunSpecifiedBenchmarks();
    return bench::all_right ? 0 : 1;
}
