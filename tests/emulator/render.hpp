#pragma once
// Replies as text.

#include <string>

#include "state.hpp"

namespace emulator {

/// Compact, numbers as numbers.
std::string to_json(const json& reply);
/// Under a root element of that name; an array is its entries side by side.
std::string to_xml(const json& reply, const std::string& root);
/// The body as a file of gzip, not compressed but in its form (RFC 1952, RFC 1951 section 3.2.4). At most 65535 bytes.
std::string to_gzip(const std::string& body);

}  // namespace emulator
