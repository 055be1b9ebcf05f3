#pragma once
// What json::quick and xml::quick make of pieces of text, in memory of exactly their size.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <slbwire/core/name_key.hpp>
#include <slbwire/wire/text_token.hpp>

#include "exact_block.hpp"

namespace support {

// Not inlined: g++ 12 sees reads behind an end that it knows, on ways that no text goes.
template <class Quick>
class quick_reader {
public:
    explicit quick_reader(const slbwire::name_key& key) : key_(key) {}

    /// Bytes that a member's beginning takes, or -1 where it is left to the cursor.
    [[gnu::noinline]] std::ptrdiff_t member(std::string_view text, char mark = ',') const {
        const exact_block block(text);
        const char* const first = block.view().data();
        const char* const behind = Quick::member(first, first + text.size(), mark, key_);
        return behind == nullptr ? -1 : behind - first;
    }
    /// The value of a text, or "-".
    [[gnu::noinline]] std::string text(std::string_view written) const {
        const exact_block block(written);
        const char* const first = block.view().data();
        slbwire::text_token token;
        if (Quick::text(first, first + written.size(), key_, token) == nullptr) return "-";
        if (!token.coded) return std::string(token.raw);
        std::string value(token.raw.size(), '\0');
        value.resize(static_cast<std::size_t>(Quick::decode(token.raw, value.data()) - value.data()));
        return value;
    }
    /// The value of an integer, or -1.
    [[gnu::noinline]] std::int64_t integer(std::string_view written) const {
        const exact_block block(written);
        const char* const first = block.view().data();
        std::int64_t value = -1;
        return Quick::integer(first, first + written.size(), key_, value) == nullptr ? -1 : value;
    }

private:
    slbwire::name_key key_;
};

}  // namespace support
