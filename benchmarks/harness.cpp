#include "harness.hpp"

#include <cstdint>
#include <cstring>

namespace bench {

char* document::copy() const {
    // Half a page away from the body, modulo a page: where the low bits of both addresses are alike, memcpy can
    // be many times slower, which is no parser's fault.
    constexpr std::size_t page = 4096;
    static std::vector<char> room;
    const std::size_t size = body().size();
    if (room.size() < size + padding + page) room.resize(size + padding + page);
    const auto low_bits = [](const char* at) { return reinterpret_cast<std::uintptr_t>(at) % page; };
    char* const to = room.data() + (low_bits(body().data()) + page / 2 + page - low_bits(room.data())) % page;
    std::memcpy(to, body().data(), size);
    std::memset(to + size, 0, padding);
    return to;
}

std::vector<text_work>& text_works() {
    static std::vector<text_work> all;
    return all;
}
std::vector<decoder>& decoders() {
    static std::vector<decoder> all;
    return all;
}
void add_version(const std::string& name, const std::string& version) {
    benchmark::AddCustomContext("version: " + name, version);
}

}  // namespace bench
