// Any bytes as a request's list: reading ends, and writing what was read and reading it again gives the same.
// And any bytes as values of servers: no value ever becomes structure, in either quote style.

#include <slbwire/api/backend_list.hpp>
#include <slbwire/api/backend_list_view.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/core/utf8.hpp>
#include <slbwire/wire/json.hpp>

#include "support.hpp"

using namespace slbwire;

namespace {

const std::string& clean(std::string& text) {
    text.resize(utf8::valid_prefix(text));
    return text;
}

/// Ids are trimmed when they are read: a page shows one with a blank in front.
std::vector<backend_server> trimmed(std::vector<backend_server> servers) {
    for (auto& s : servers) s.server_id = std::string(ascii::trim(s.server_id));
    return servers;
}

void comes_back(const std::vector<backend_server>& servers) {
    for (quote_style style : {quote_style::single_quotes, quote_style::strict_json}) {
        const std::string text = encode_backend_servers(servers, style);
        const auto again = decode_backend_servers(text);
        fuzz::promise(again.has_value(), "what is written can be read");
        fuzz::promise(*again == trimmed(servers), "what is written is read as it was");
        if (style == quote_style::strict_json) fuzz::promise(json::check(text).has_value(), "strict JSON is JSON");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const fuzz::exact_block block(bytes);
    text_arena arena;
    const auto read = decode_backend_servers(block.view());
    const auto borrowed = decode_backend_servers<std::string_view>(block.view(), arena);
    fuzz::promise(read.has_value() == borrowed.has_value(), "owning and borrowing agree");
    if (!read) {
        fuzz::promise(read.error().offset <= size, "a fault is inside the text");
    } else {
        std::vector<backend_server> servers = *read;
        fuzz::promise(servers.size() == borrowed->size(), "owning and borrowing have as many");
        for (auto& s : servers) {
            s.vpc_id = s.server_region_id = s.vbr_id = {};  // of replies only: never written
            s.proxy_protocol_v2_enabled = {};
        }
        comes_back(servers);
    }

    fuzz::choices choose(bytes);
    std::vector<backend_server> servers;
    while (choose.left() && servers.size() < 20) {
        backend_server& s = servers.emplace_back();
        for (std::string* text : {&s.server_id, &s.type, &s.server_ip, &s.description, &s.server_type}) {
            *text = std::string(choose.take(choose.up_to(12)));
            clean(*text);
        }
        if (choose.yes()) s.port = static_cast<std::int32_t>(choose.byte()) * 257;
        if (choose.yes()) s.weight = choose.byte();
    }
    comes_back(servers);
    return 0;
}
