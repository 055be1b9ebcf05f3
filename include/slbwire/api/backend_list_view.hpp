#pragma once
// The text that a request carries a list of backend servers in, without allocating for texts: written into memory of
// the caller's, read as views. Works in constant expressions.

#include <cstddef>
#include <string_view>
#include <type_traits>
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
#include "../wire/quote_style.hpp"
#include "backend_server.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// What the function of backend_list.hpp gives, written to `out`.
template <class Text>
constexpr void encode_backend_servers(bounded_output& out, array_view<const basic_backend_server<Text>> servers,
                                      quote_style style = quote_style::single_quotes) {
    detail::list_encoding<basic_backend_server<Text>>::write(out, servers, style);
}

/// Entries that a list may have when it is read: far above what the service takes in one call.
inline constexpr std::size_t most_decoded_servers = 100'000;

/// What the function of backend_list.hpp reads. `Text` as std::string_view borrows from `text` and `arena`.
template <class Text>
constexpr result<std::vector<basic_backend_server<Text>>, fault> decode_backend_servers(std::string_view text,
                                                                                        text_arena& arena) {
    std::vector<basic_backend_server<Text>> servers;
    vector_target<basic_backend_server<Text>> target(servers);
    detail::list_decoder decoder(text, {arena, std::is_same_v<Text, std::string_view>});
    if (!decoder.root(target, most_decoded_servers)) return failure{decoder.why()};
    return servers;
}

}  // namespace slbwire
