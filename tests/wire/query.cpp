#include <slbwire/wire/query.hpp>
#include <slbwire/codec/hmac.hpp>
#include <slbwire/codec/percent.hpp>
#include <slbwire/core/bounded_output.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/call/sign.hpp>

#include "support/random_bytes.hpp"
#include "support/signing_vectors.hpp"
#include "support/table.hpp"

namespace {

using namespace slbwire;

// The stages of a signature in their order; a wrong one makes all behind it wrong.
enum class stage { parameters, canonical_query, string_to_sign, signature, url, all_right };

[[maybe_unused]] std::ostream& operator<<(std::ostream& out, stage s) {
    constexpr std::string_view names[] = {"parameters", "canonical query", "string to sign", "signature",
                                          "url",        "all right"};
    return out << names[static_cast<std::size_t>(s)];
}

constexpr stage first_wrong_stage(const support::signing_vector& v) {
    support::signing_vector in_order = v;  // no std::vector: in libstdc++'s debug mode there is none in constants
    const std::span sorted(in_order.parameters, in_order.parameter_count());
    sort_by_name(sorted);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (!(sorted[i - 1].name < sorted[i].name)) return stage::parameters;
    }
    char query_memory[1024] = {};
    bounded_output query(query_memory, sizeof query_memory);
    write_query(query, sorted);
    if (query.written() != v.canonical_query) return stage::canonical_query;

    char decode_options[1024] = {};
    bounded_output text(decode_options, sizeof decode_options);
    write_string_to_sign(text, v.method, query.written());
    if (text.written() != v.string_to_sign) return stage::string_to_sign;

    return sign(text.written(), support::signing_secret).text() == v.signature ? stage::all_right
                                                                               : stage::signature;
}
static_assert(first_wrong_stage(support::describe_regions_misspelt_timestamp) == stage::all_right);
static_assert(first_wrong_stage(support::describe_regions) == stage::all_right);
static_assert(first_wrong_stage(support::describe_dedicated_hosts) == stage::all_right);
static_assert(first_wrong_stage(support::describe_load_balancers_as_printed) == stage::all_right);
static_assert(first_wrong_stage(support::describe_load_balancers) == stage::all_right);
static_assert(first_wrong_stage(support::remove_backend_servers_get) == stage::all_right);
static_assert(first_wrong_stage(support::remove_backend_servers_post) == stage::all_right);

// A case of vectors/signing: a folder, with a file for each stage.
struct folder {
    std::filesystem::path path;

    std::string file(std::string_view name) const {
        std::ifstream in(path / name, std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (!text.empty() && text.back() == '\n') text.pop_back();
        INFO(path / name);
        REQUIRE_FALSE(text.empty());
        return text;
    }
};
std::vector<folder> folders() {
    std::vector<folder> all;
    for (const auto& entry : std::filesystem::directory_iterator(SLBWIRE_TEST_VECTORS "/signing")) {
        all.push_back({entry.path()});
    }
    return all;
}
// Lines of `name=value`, pointing into `text`.
std::vector<parameter> parameters_of(std::string_view text) {
    std::vector<parameter> all;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t equals = line.find('=');
        all.push_back({line.substr(0, equals), line.substr(equals + 1)});
    }
    return all;
}

struct sort_case {
    std::string_view names[5];
    std::string_view sorted[5];
};
constexpr sort_case sorts[] = {
    {{"e", "d", "c", "b", "a"}, {"a", "b", "c", "d", "e"}},
    {{"a", "b", "c", "d", "e"}, {"a", "b", "c", "d", "e"}},
    {{"b", "B", "a", "A", "_"}, {"A", "B", "_", "a", "b"}},
    {{"access_key_id", "Version", "Action", "AccessKeyId", ""},
     {"", "AccessKeyId", "Action", "Version", "access_key_id"}},
    {{"ab", "a", "abc", "a.b", "a1"}, {"a", "a.b", "a1", "ab", "abc"}},
    {{"Tag.10.Key", "Tag.2.Key", "Tag.1.Key", "Tag", "Tag."},
     {"Tag", "Tag.", "Tag.1.Key", "Tag.10.Key", "Tag.2.Key"}},
    {{"\xe4\xb8\xad", "z", "~", "\x7f", "\xff"},
     {"z", "~", "\x7f", "\xe4\xb8\xad", "\xff"}},  // bytes, not signs
};
constexpr bool sorts_so(const sort_case& c) {
    parameter parameters[5] = {};
    for (std::size_t i = 0; i < 5; ++i) parameters[i] = {c.names[i], c.names[i]};
    sort_by_name(parameters);
    for (std::size_t i = 0; i < 5; ++i) {
        if (parameters[i].name != c.sorted[i] || parameters[i].value != c.sorted[i]) return false;
    }
    return true;
}
static_assert(support::all_hold(sorts, sorts_so));

constexpr bool sort_is_stable() {
    parameter parameters[] = {{"b", "1"}, {"a", "1"}, {"b", "2"}, {"a", "2"}, {"b", "3"}};
    sort_by_name(parameters);
    constexpr std::string_view values[] = {"1", "2", "1", "2", "3"};
    for (std::size_t i = 0; i < 5; ++i) {
        if (parameters[i].value != values[i]) return false;
    }
    return true;
}
static_assert(sort_is_stable());

/// Of so many, in an order that is far from sorted, is it that of a plain sort, and are equal names in theirs?
bool many_are_sorted(std::size_t count) {
    std::vector<parameter> parameters;
    constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t mixed = i * 7919 % count;
        parameters.push_back({digits.substr(mixed % 11, 1 + mixed % 13), digits.substr(i % 31, 1 + i / 31 % 31)});
    }
    std::vector<parameter> sorted;
    for (const parameter& p : parameters) {
        std::size_t at = sorted.size();
        while (at != 0 && p.name < sorted[at - 1].name) --at;
        sorted.insert(sorted.begin() + static_cast<std::ptrdiff_t>(at), p);
    }
    sort_by_name(parameters);
    for (std::size_t i = 0; i < count; ++i) {
        if (parameters[i].name != sorted[i].name || parameters[i].value != sorted[i].value) return false;
    }
    return true;
}

constexpr parameter awkward[] = {{"a b", "c&d=e"}, {"", ""}, {"empty", ""}, {"~*'", "\xe4\xb8\xad"}};
constexpr std::string_view awkward_query = "a%20b=c%26d%3De&=&empty=&~%2A%27=%E4%B8%AD";
constexpr bool both_sides_are_encoded() {
    char memory[64] = {};
    bounded_output out(memory, sizeof memory);
    write_query(out, awkward);
    bounded_output none(nullptr, 0);
    write_query(none, {});
    return out.written() == awkward_query && none.size() == 0;
}
static_assert(both_sides_are_encoded());

}  // namespace

TEST_CASE("query: signatures, stage by stage, from the table") {
    for (const support::signing_vector* v : support::signing_vectors) {
        CAPTURE(v->name);
        CHECK(first_wrong_stage(*v) == stage::all_right);
    }
}

TEST_CASE("query: signatures, stage by stage, from the files") {
    for (const folder& c : folders()) {
        DYNAMIC_SECTION(c.path.filename().string()) {
            const std::string lines = c.file("parameters.txt");
            const std::string text = c.file("string_to_sign.txt");
            const std::string method = text.substr(0, text.find('&'));
            const std::string query = canonical_query(parameters_of(lines));
            REQUIRE(query == c.file("canonical_query.txt"));
            REQUIRE(string_to_sign(method, query) == text);
            const signature made = sign(text, support::signing_secret);
            REQUIRE(made.text() == c.file("signature.txt"));
            const std::string url = c.file("url.txt");
            REQUIRE(url.substr(url.find('?') + 1) == query + "&Signature=" + percent_encode(made.text()));
            const hmac_key<sha1> key(support::signing_secret, "&");
            CHECK(sign_query(method, query, key).text() == made.text());
        }
    }
}

TEST_CASE("query: the table and the files are the same cases") {
    std::set<std::string> named;
    for (const support::signing_vector* v : support::signing_vectors) {
        const folder c{std::filesystem::path(SLBWIRE_TEST_VECTORS "/signing") / std::string(v->name)};
        CHECK(c.file("canonical_query.txt") == v->canonical_query);
        CHECK(c.file("string_to_sign.txt") == v->string_to_sign);
        CHECK(c.file("signature.txt") == v->signature);
        named.insert(std::string(v->name));
    }
    for (const folder& c : folders()) CHECK(named.count(c.path.filename().string()) == 1);
}

TEST_CASE("query: sorted by byte, equal names in their order") {
    for (const sort_case& c : sorts) CHECK(sorts_so(c));
    CHECK(sort_is_stable());
    for (std::size_t count : {63u, 64u, 65u, 80u, 96u, 97u, 127u, 128u, 129u, 500u, 801u, 1'000u}) {
        CAPTURE(count);
        CHECK(many_are_sorted(count));
    }
}

namespace {

/// A name that counts how often it is compared.
struct counted {
    static inline std::size_t comparisons = 0;
    struct text {
        std::size_t key = 0;
        char letters[8] = {};
        operator std::string_view() const {
            ++comparisons;
            return {letters, sizeof letters};
        }
    } name;
};

}  // namespace

TEST_CASE("query: the time of a sort grows with n log n, whatever the order") {
    std::vector<counted> backwards(20'000);
    for (std::size_t i = 0; i < backwards.size(); ++i) {
        std::size_t left = backwards.size() - i;
        for (std::size_t at = 8; at-- > 0; left /= 10) backwards[i].name.letters[at] = static_cast<char>('0' + left % 10);
    }
    sort_by_name(backwards);
    CHECK(counted::comparisons < 2 * 20'000 * (15 + 16));
    for (std::size_t i = 1; i < backwards.size(); ++i) {
        REQUIRE(std::string_view(backwards[i - 1].name) < std::string_view(backwards[i].name));
    }
}

TEST_CASE("query: any order of parameters gives the same canonical query") {
    support::random_bytes random(11);
    std::vector<parameter> parameters(
        support::describe_regions.parameters,
        support::describe_regions.parameters + support::describe_regions.parameter_count());
    for (int round = 0; round < 200; ++round) {
        std::swap(parameters[random.below(parameters.size())], parameters[random.below(parameters.size())]);
        REQUIRE(canonical_query(parameters) == support::describe_regions.canonical_query);
    }
    CHECK(canonical_query({}).empty());
}

TEST_CASE("query: names and values are both encoded, empty ones stay") {
    CHECK(both_sides_are_encoded());
    CHECK(string_to_sign("GET", "").ends_with("GET&%2F&"));
    CHECK(string_to_sign("POST", awkward_query)
              .starts_with("POST&%2F&a%2520b%3Dc%2526d%253De%26%3D%26empty%3D%26"));
}

TEST_CASE("query: a query signed piece by piece is the one signed whole") {
    support::random_bytes random(12);
    const hmac_key<sha1> key("secret", "&");
    for (std::size_t size = 0; size < 1'200; size += 1 + random.below(40)) {
        const std::string query = random.text(size);
        REQUIRE(sign_query("POST", query, key) == sign(string_to_sign("POST", query), "secret"));
    }
}
