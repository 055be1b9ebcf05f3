#pragma once
// How a peer joins: in a file of its own under peers/, from a static object, by `add`, `add_decoder` and
// `add_version`. Nothing is timed before its answer was seen to be right.

#include <concepts>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "allocations.hpp"
#include "inputs.hpp"

namespace bench {

/// A body to decode, followed by room that SIMD parsers may read.
class document {
public:
    static constexpr std::size_t padding = 64;

    explicit document(std::string body) {
        body.reserve(body.size() + padding);
        response_.status = 200;
        response_.body = std::move(body);
    }

    const slb::http_response& response() const { return response_; }
    const std::string& body() const { return response_.body; }
    /// For parsers that work in place: a copy to write on, good until the next one, with `padding` zeros after
    /// it. Making it is part of their time; the row "copying the body" tells how much.
    char* copy() const;

private:
    slb::http_response response_;
};

/// What is known of a benchmark besides its loop.
struct row {
    std::string work;  ///< `JSON, 20 servers, owning`: all rows of a work answer the same question
    std::string peer;  ///< `RapidJSON: DOM in place`: a library, and the way that it is used
};

template <class Function>
void measure(benchmark::State& state, std::size_t bytes, const Function& function) {
    const std::size_t before = allocations::count();
    for (auto _ : state) {
        auto answer = function();
        benchmark::DoNotOptimize(answer);
        benchmark::ClobberMemory();
    }
    const auto made = static_cast<double>(allocations::count() - before);
    state.counters["allocations"] = benchmark::Counter(made, benchmark::Counter::kAvgIterations);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

// Works whose answer is text. "Again" means room that was used before.

namespace works {

inline constexpr char sign_brief[] = "signed URL, 14 parameters";
inline constexpr char sign_list[] = "signed URL, 14 parameters with a list of 20 servers";
inline constexpr char hmac[] = "HMAC-SHA1 of 539 bytes";
inline constexpr char percent[] = "percent-encoding of 2,235 bytes";
inline constexpr char percent_again[] = "percent-encoding of 2,235 bytes, again";
inline constexpr char list[] = "list of 20 servers as text";
inline constexpr char list_again[] = "list of 20 servers as text, again";

}  // namespace works

struct text_work {
    row about;
    std::string unchecked;
    std::function<std::string()> answer;
    std::function<void(benchmark::State&)> loop;
};
std::vector<text_work>& text_works();

template <class Answer>
std::string text_of(const Answer& answer) {
    if constexpr (requires { std::string_view(answer); }) return std::string(std::string_view(answer));
    else return {reinterpret_cast<const char*>(answer.data()), answer.size()};
}

/// One way of doing a work on `bytes` bytes: a function that gives a text, or a digest. `unchecked` is what it
/// lets pass that the library does not. The library's own answer is what the others are held against.
template <class Function>
void add(std::string work, std::size_t bytes, std::string peer, Function function, std::string unchecked = {}) {
    text_works().push_back({{std::move(work), std::move(peer)},
                            std::move(unchecked),
                            [function] { return text_of(function()); },
                            [function, bytes](benchmark::State& state) { measure(state, bytes, function); }});
}

// Decoders.

struct decoder {
    format reads;
    bool owning;
    std::string peer;
    /// Is the document taken, and for that reply?
    std::function<bool(const document&, const reply<std::string>&)> right;
    /// Is it taken at all?
    std::function<bool(const document&)> takes;
    std::function<void(benchmark::State&, const document&)> loop;
};
std::vector<decoder>& decoders();

/// One way of decoding: a function that gives a reply (of std::string or std::string_view), or something false
/// for a document that it does not take. Views are good until its next call.
template <class Decode>
void add_decoder(format f, std::string peer, Decode decode) {
    using decoded = std::remove_cvref_t<decltype(*decode(std::declval<const document&>()))>;
    constexpr bool owning = std::same_as<decltype(decoded::request_id), std::string>;
    decoders().push_back({f, owning, std::move(peer),
                          [decode](const document& d, const reply<std::string>& expected) {
                              const auto r = decode(d);
                              return r && same(*r, expected);
                          },
                          [decode](const document& d) { return static_cast<bool>(decode(d)); },
                          [decode](benchmark::State& state, const document& d) {
                              measure(state, d.body().size(), [&] { return decode(d); });
                          }});
}

// Who was measured.

/// `name` is the part of a peer's name before the colon.
void add_version(const std::string& name, const std::string& version);

/// Runs a function before main: `const bench::registration here([] { … });`
struct registration {
    template <class Function>
    explicit registration(Function function) {
        function();
    }
};

}  // namespace bench
