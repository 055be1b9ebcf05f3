#pragma once
// The text that a request carries a list of backend servers in, both ways. backend_list_view.hpp does the same without
// allocating for texts.

#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/fault.hpp"
#include "../core/result.hpp"
#include "../wire/quote_style.hpp"
#include "backend_server.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Writes `servers` as the service takes them, `[{'ServerId':'vm-233','Port':'80'},...]`: no blanks, every
/// value quoted, fields that are not set left out. Texts must be UTF-8; nothing else is checked here, and
/// nothing in a text can end its quotes.
std::string encode_backend_servers(array_view<const backend_server> servers,
                                   quote_style style = quote_style::single_quotes);

/// Reads a list in any written form that the documents or real clients show: quotes of either kind, bare
/// names in any case, numbers or texts, unknown members, plain ids as entries. Checks the form, not the
/// limits of the values. At most 100,000 entries (most_decoded_servers).
result<std::vector<backend_server>, fault> decode_backend_servers(std::string_view text);

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "backend_list_body.hpp"
#endif
