#pragma once
// The text that a request carries a list of backend servers in, both ways.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/bounded_output.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"
#include "../core/text_arena.hpp"
#include "../model/bound.hpp"
#include "../model/decode_list.hpp"
#include "../model/encode_list.hpp"
#include "../wire/quoted_text.hpp"
#include "backend_server.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Writes `servers` as the service takes them, `[{'ServerId':'vm-233','Port':'80'},...]`: no blanks, every
/// value quoted, fields that are not set left out. Texts must be UTF-8; nothing else is checked here, and
/// nothing in a text can end its quotes.
template <class Text>
constexpr void encode_backend_servers(bounded_output& out, array_view<const basic_backend_server<Text>> servers,
                                      quote_style style = quote_style::single_quotes) {
    detail::write_list(out, servers, style);
}

inline std::string encode_backend_servers(array_view<const backend_server> servers,
                                          quote_style style = quote_style::single_quotes) {
    std::string text;
    text.reserve(256 + servers.size() * 96);  // with room behind, which is quicker
    assign(text, [&](bounded_output& out) { encode_backend_servers(out, servers, style); });
    return text;
}

/// Entries that a list may have when it is read: far above what the service takes in one call.
inline constexpr std::size_t most_decoded_servers = 100'000;

/// Reads a list in any written form that the documents or real clients show: quotes of either kind, bare
/// names in any case, numbers or texts, unknown members, plain ids as entries. Checks the form, not the
/// limits of the values. `Text` as std::string_view borrows from `text` and `arena`.
template <class Text>
constexpr result<std::vector<basic_backend_server<Text>>, fault> decode_backend_servers(std::string_view text,
                                                                                        text_arena& arena) {
    std::vector<basic_backend_server<Text>> servers;
    vector_target<basic_backend_server<Text>> target(servers);
    detail::list_decoder decoder(text, {arena, std::is_same_v<Text, std::string_view>});
    if (!decoder.root(target, most_decoded_servers)) return failure{decoder.why()};
    return servers;
}

inline result<std::vector<backend_server>, fault> decode_backend_servers(std::string_view text) {
    text_arena arena;
    return decode_backend_servers<std::string>(text, arena);
}

}  // namespace slbwire
