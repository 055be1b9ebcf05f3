#include <slbwire/wire/query_writer.hpp>
#include <slbwire/codec/hmac.hpp>
#include <slbwire/codec/sha1.hpp>
#include <slbwire/core/bounded_output.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <slbwire/wire/query.hpp>

#include "support/catch.hpp"
#include "support/random_bytes.hpp"

using namespace slbwire;

namespace {

const hmac_key<sha1> key("secret", "&");

/// The query of some parameters, written into `room` bytes, whole or in pieces, and the code of what is signed.
struct written {
    std::string query;
    std::size_t size = 0;
    sha1::digest_type code{};
};
written write(const std::vector<parameter>& parameters, std::size_t room, std::size_t piece, bool with_code = true) {
    written result;
    result.query.resize(room);
    bounded_output out(result.query.data(), room);
    hmac_sha1 code(key);
    query_writer writer(out, with_code ? &code : nullptr, "GET");
    for (const parameter& p : parameters) {
        writer.name(p.name, false);
        for (std::size_t at = 0; at < p.value.size(); at += piece) {
            const std::string_view text = p.value.substr(at, piece);
            if (auto quick = writer.unchecked(text.size())) {
                quick.put(text);
                writer.take(quick);
            } else if (text.size() == 1) {
                writer.put(text[0]);
            } else {
                writer.put(text);
            }
        }
    }
    writer.finish();
    result.size = out.size();
    result.query.resize(out.written().size());
    result.code = code.finish();
    return result;
}

}  // namespace

TEST_CASE("a query is written and signed in one pass, in any pieces") {
    support::random_bytes random(7);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::string> texts;
        const std::size_t count = 2 * (1 + random.below(6));
        for (std::size_t i = 0; i < count; ++i) texts.push_back(random.text(random.below(i == 1 ? 3'000 : 60)));
        std::vector<parameter> parameters;
        for (std::size_t i = 0; i < texts.size(); i += 2) parameters.push_back({texts[i], texts[i + 1]});
        std::string expected;
        assign(expected, [&](bounded_output& out) { write_query(out, parameters); });
        const auto code = hmac_sha1::of("secret&", string_to_sign("GET", expected));
        for (std::size_t piece : {1u, 7u, 128u, 500u, 5'000u}) {
            for (std::size_t more : {0u, 1u, 15u, 1'000u}) {
                const written all = write(parameters, expected.size() + more, piece);
                CHECK(all.query == expected);
                CHECK(all.code == code);
                CHECK(write(parameters, expected.size() + more, piece, false).query == expected);
            }
            // What does not fit is counted.
            CHECK(write(parameters, expected.size() / 2, piece).size == expected.size());
            CHECK(write(parameters, 0, piece).size == expected.size());
        }
    }
}

TEST_CASE("plain names and numbers are written as they are") {
    std::string query(300, ' ');
    bounded_output out(query.data(), query.size());
    hmac_sha1 code(key);
    query_writer writer(out, &code, "POST");
    writer.name("Port", true);
    writer.put_decimal(-80);
    writer.name("a b", false);
    auto quick = writer.unchecked(40);
    REQUIRE(quick);
    quick.put_decimal(1'234'567'890'123);
    quick.put_unreserved("abcdefghijklmnopqrstuvwxyz");
    quick.put('%');
    writer.take(quick);
    writer.finish();
    CHECK(out.written() == "Port=-80&a%20b=1234567890123abcdefghijklmnopqrstuvwxyz%25");
    CHECK(code.finish() == hmac_sha1::of("secret&", string_to_sign("POST", out.written())));
}

TEST_CASE("what is longer than the writer's own memory is written and signed all the same") {
    const std::string name(10'000, 'n');
    std::string query(11'000, ' ');
    bounded_output out(query.data(), query.size());
    hmac_sha1 code(key);
    query_writer writer(out, &code, "GET");
    writer.name("a", true);
    writer.name(name, true);
    CHECK(!writer.unchecked(10'000));
    CHECK(!writer.unchecked(UINT64_MAX));
    CHECK(!out.unchecked(UINT64_MAX));
    writer.put("x");
    writer.finish();
    CHECK(out.written() == "a=&" + name + "=x");
    CHECK(code.finish() == hmac_sha1::of("secret&", string_to_sign("GET", out.written())));
}
