#pragma once
// What the harnesses share. A harness is a function over bytes that ends the program where a promise of the
// library does not hold.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// Ends the program with a crash that a fuzzer keeps the input of.
inline void promise(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

/// A copy in a heap block of exactly its size: one byte too far is seen by AddressSanitizer.
class exact_block {
public:
    explicit exact_block(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
        text.copy(bytes_.get(), text.size());
    }
    std::string_view view() const { return {bytes_.get(), size_}; }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_;
};

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Turns bytes into decisions, from the front; zeros once they are used up.
class choices {
public:
    explicit choices(std::string_view bytes) : bytes_(bytes) {}

    std::uint8_t byte() {
        if (bytes_.empty()) return 0;
        const auto b = static_cast<std::uint8_t>(bytes_.front());
        bytes_.remove_prefix(1);
        return b;
    }
    bool yes() { return (byte() & 1) != 0; }
    /// 0 to `most`.
    unsigned up_to(unsigned most) { return byte() % (most + 1); }
    bool left() const { return !bytes_.empty(); }
    std::string_view take(std::size_t n) {
        const std::string_view taken = bytes_.substr(0, n);
        bytes_.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view bytes_;
};

}  // namespace fuzz
