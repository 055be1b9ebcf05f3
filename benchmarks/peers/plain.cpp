// What programs do without a library, but for OpenSSL.

#include <cctype>
#include <sstream>

#include "encoder.hpp"

namespace {

using namespace bench;

void append_encoded(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~') {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
}

std::string encode(std::string_view text) {
    std::string out;
    append_encoded(out, text);
    return out;
}

const registration here([] {
    add_encoder("by hand", encode);
    static const std::string query = library_call(make_call(20)).canonical_query();
    add(works::percent_again, query.size(), "by hand", [] {
        static std::string out;
        out.clear();
        append_encoded(out, query);
        return std::string_view(out);
    });
    static const auto servers = make_call(20).old_backend_servers;
    const std::size_t bytes = plain_list(servers).size();
    add(works::list, bytes, "by hand: std::to_string", [] { return plain_list(servers); });
    add(works::list, bytes, "by hand: std::ostringstream", [] {
        std::ostringstream out;
        for (const auto& s : servers) {
            out << (&s == &servers.front() ? "[" : ",") << "{'ServerId':'" << s.server_id << "','Port':'" << *s.port
                << "','Weight':'" << *s.weight << "'}";
        }
        out << ']';
        return out.str();
    });
});

}  // namespace
