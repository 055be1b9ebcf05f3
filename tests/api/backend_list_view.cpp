// Writing the text of a request's list, in both styles of quotes: what is written reads back as it was.

#include <slbwire/api/backend_list.hpp>
#include <slbwire/api/backend_list_view.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/core/bounded_output.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/wire/json.hpp>

#include "../support/catch.hpp"
#include "../support/random_bytes.hpp"

using namespace slbwire;
using server = backend_server_view;

namespace {

constexpr std::string_view nasty_texts[] = {"'",
                                            "\"",
                                            "\\",
                                            "\\'",
                                            "\\\\'",
                                            "'},{'ServerId':'evil",
                                            "\"},{\"ServerId\":\"evil",
                                            "']",
                                            "\"]",
                                            "{",
                                            "}",
                                            "[]",
                                            ",",
                                            "，",
                                            ":",
                                            "\\u0027",
                                            "\\x27},",
                                            "'Port':'1",
                                            "中文",
                                            "𠀀",
                                            "a\nb",
                                            ".\t\x01\x1f\x7f.",
                                            "null",
                                            "&=%27+ a"};
constexpr quote_style both_styles[] = {quote_style::single_quotes, quote_style::strict_json};

constexpr bool writes(array_view<const server> list, quote_style style, std::string_view wanted) {
    char text[512] = {};
    bounded_output out(text, sizeof text);
    encode_backend_servers(out, list, style);
    return out.written() == wanted;
}
constexpr server full[] = {{.server_id = "vm-1",
                            .port = 80,
                            .weight = 0,
                            .type = "eni",
                            .server_ip = "10.0.0.1",
                            .description = "it's \"中\" \\ \n",
                            .server_type = "Slave",
                            .vpc_id = "vpc-1",
                            .server_region_id = "cn-beijing",
                            .vbr_id = "vbr-1",
                            .proxy_protocol_v2_enabled = false},
                           {.server_id = "vm-2"}};
static_assert(writes(full, quote_style::single_quotes,
                     R"([{'ServerId':'vm-1','Port':'80','Weight':'0','Type':'eni','ServerIp':'10.0.0.1',)"
                     R"('Description':'it\'s "中" \\ \u000a','ServerType':'Slave','VpcId':'vpc-1',)"
                     R"('ServerRegionId':'cn-beijing','VbrId':'vbr-1','ProxyProtocolV2Enabled':'false'},{'ServerId':'vm-2'}])"));
static_assert(writes(full, quote_style::strict_json,
                     R"([{"ServerId":"vm-1","Port":"80","Weight":"0","Type":"eni","ServerIp":"10.0.0.1",)"
                     R"("Description":"it's \"中\" \\ \u000a","ServerType":"Slave","VpcId":"vpc-1",)"
                     R"("ServerRegionId":"cn-beijing","VbrId":"vbr-1","ProxyProtocolV2Enabled":"false"},{"ServerId":"vm-2"}])"));
static_assert(writes({}, quote_style::single_quotes, "[]"));

/// Not inlined: g++ 12 at -O3 would warn falsely of the value that an empty std::optional does not have.
[[gnu::noinline]] constexpr bool same(const server& a, const server& b) { return a == b; }

/// Both ways at compile time.
constexpr bool comes_back(std::string_view value, quote_style style) {
    const server list[] = {{.server_id = "a"}, {.server_id = "b", .description = value}, {.server_id = "c"}};
    char text[512] = {};
    bounded_output out(text, sizeof text);
    encode_backend_servers(out, array_view<const server>(list), style);
    text_arena arena;
    const auto read = decode_backend_servers<std::string_view>(out.written(), arena);
    return read.has_value() && read->size() == 3 && same((*read)[0], list[0]) && same((*read)[1], list[1]) &&
           same((*read)[2], list[2]);
}
static_assert(comes_back("'},{'ServerId':'evil", quote_style::single_quotes));
static_assert(comes_back("\"},{\"ServerId\":\"evil\\", quote_style::strict_json));

void check_comes_back(const std::vector<backend_server>& list, quote_style style) {
    const std::string text = encode_backend_servers(list, style);
    CAPTURE(text);
    const auto read = decode_backend_servers(text);
    REQUIRE(read.has_value());
    CHECK(*read == list);
    if (style == quote_style::strict_json) CHECK(json::check(text).has_value());
}

}  // namespace

TEST_CASE("backend lists: no value adds, removes or changes an entry") {
    const auto members = {&backend_server::server_id, &backend_server::type, &backend_server::server_ip,
                          &backend_server::description, &backend_server::server_type};
    for (quote_style style : both_styles) {
        for (std::string_view value : nasty_texts) {
            CHECK(comes_back(value, style));
            for (auto member : members) {
                std::vector<backend_server> list(3, {.server_id = "vm", .port = 80});
                list[1].*member = value;
                check_comes_back(list, style);
            }
        }
    }
}

TEST_CASE("backend lists: random ones come back as they were") {
    support::random_bytes random(20190806);
    const auto text = [&] {
        std::string all;
        for (std::size_t pieces = random.below(4); pieces != 0; --pieces) {
            all += nasty_texts[random.below(std::size(nasty_texts))];
        }
        return all;
    };
    const auto number = [&]() -> std::optional<std::int32_t> {
        if (random.below(3) == 0) return {};
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(random.below(65'536) << 16 | random.below(65'536)));
    };
    for (int i = 0; i < 2000; ++i) {
        std::vector<backend_server> list(random.below(6));
        for (backend_server& s : list) {
            // In an id blanks at the ends are nothing: one edition of the pages has them.
            s = {.server_id = std::string(ascii::trim(text())),
                 .port = number(),
                 .weight = number(),
                 .type = text(),
                 .server_ip = text(),
                 .description = text(),
                 .server_type = text()};
        }
        for (quote_style style : both_styles) check_comes_back(list, style);
    }
}
