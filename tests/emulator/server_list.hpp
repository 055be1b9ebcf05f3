#pragma once
// The list of servers that a request carries in one parameter.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace emulator {

/// The members of one entry by name, in small letters without `_` and `-`; nulls are left out. Of an entry that is a
/// plain text, that text as `serverid`.
using list_entry = std::map<std::string, std::string>;

/// Reads what the service's parser is known to take: quotes of either kind, bare words, numbers or texts, names in any
/// case, blanks, stray commas. Throws a refusal where it cannot. Reads once from left to right; nothing nests.
std::vector<list_entry> read_server_list(std::string_view text);

}  // namespace emulator
