#pragma once
// A text in a heap block of exactly its size: reading one byte too far is reading outside of the block, which
// AddressSanitizer sees. No terminating zero hides it, as it would in a literal or a std::string.

#include <cstddef>
#include <memory>
#include <string_view>

namespace support {

class exact_block {
public:
    explicit exact_block(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
        text.copy(bytes_.get(), text.size());
    }
    /// Valid as long as this object.
    std::string_view view() const noexcept { return {bytes_.get(), size_}; }
    char* data() noexcept { return bytes_.get(); }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_;
};

}  // namespace support
