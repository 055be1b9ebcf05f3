#pragma once
// What api/backend_list.hpp declares.

#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../core/bounded_output.hpp"
#include "../core/text_arena.hpp"
#include "backend_list.hpp"
#include "backend_list_view.hpp"

namespace slbwire::inline SLBWIRE_ABI {

SLBWIRE_FUNCTION std::string encode_backend_servers(array_view<const backend_server> servers, quote_style style) {
    std::string text;
    text.reserve(256 + servers.size() * 96);  // with room behind, which is quicker
    assign(text, [&](bounded_output& out) { encode_backend_servers(out, servers, style); });
    return text;
}

SLBWIRE_FUNCTION result<std::vector<backend_server>, fault> decode_backend_servers(std::string_view text) {
    text_arena arena;
    return decode_backend_servers<std::string>(text, arena);
}

}  // namespace slbwire
