#pragma once
// Random inputs that are the same in every run.

#include <cstddef>
#include <random>
#include <string>

namespace support {

class random_bytes {
public:
    explicit random_bytes(unsigned seed) : engine_(seed) {}

    /// 0 to `limit` - 1.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
    std::string text(std::size_t size) {
        std::string bytes(size, '\0');
        for (char& c : bytes) c = static_cast<char>(static_cast<unsigned char>(engine_() & 0xff));
        return bytes;
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace support
