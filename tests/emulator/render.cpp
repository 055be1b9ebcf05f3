#include "render.hpp"

#include <cstdint>
#include <sstream>

#include <pugixml.hpp>

namespace emulator {

namespace {

void append(pugi::xml_node to, const std::string& name, const json& value) {
    if (value.is_array()) {
        for (const json& entry : value) append(to, name, entry);
        return;
    }
    pugi::xml_node made = to.append_child(name.c_str());
    if (value.is_object()) {
        for (const auto& [member, inner] : value.items()) append(made, member, inner);
    } else {
        made.text().set(value.is_string() ? value.get<std::string>().c_str() : value.dump().c_str());
    }
}

void append_little_endian(std::string& to, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> 8 * i & 0xFF);
}

}  // namespace

std::string to_json(const json& reply) { return reply.dump(-1, ' ', false, json::error_handler_t::replace); }

std::string to_xml(const json& reply, const std::string& root) {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    append(document, root, reply);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return out.str();
}

std::string to_gzip(const std::string& body) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : body) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    const auto size = static_cast<std::uint32_t>(body.size());
    std::string packed("\x1f\x8b\x08\0\0\0\0\0\0\xff\x01", 11);  // header, and that of the only block, which is stored
    append_little_endian(packed, size, 2);
    append_little_endian(packed, ~size, 2);
    packed += body;
    append_little_endian(packed, ~crc, 4);
    append_little_endian(packed, size, 4);
    return packed;
}

}  // namespace emulator
