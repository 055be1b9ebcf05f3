// Any bytes: percent-encoding is undone by decoding, keeps to its alphabet, and decoding is strict.

#include <slbwire/codec/percent.hpp>
#include <slbwire/core/bounded_output.hpp>
#include <slbwire/codec/percent_decode.hpp>

#include "support.hpp"

using namespace slbwire;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::exact_block block(fuzz::text_of(data, size));
    const std::string encoded = percent_encode(block.view());
    for (char c : encoded) fuzz::promise(is_unreserved(c) || c == '%', "the encoded form keeps to its alphabet");
    const auto back = percent_decode(encoded);
    fuzz::promise(back && *back == block.view(), "decoding undoes encoding");

    // Into every room that is too small: the same beginning, the same count, nothing behind.
    const std::size_t room = size == 0 ? 0 : data[0] % (encoded.size() + 1);
    std::string small(room, '\0');
    bounded_output out(small.data(), small.size());
    percent_encode(out, block.view());
    fuzz::promise(out.size() == encoded.size(), "what does not fit is counted");
    fuzz::promise(encoded.starts_with(out.written()), "what fits is the beginning");

    const auto decoded = percent_decode(block.view());
    if (decoded) {
        const auto again = percent_decode(percent_encode(*decoded));
        fuzz::promise(again && *again == *decoded, "what is decoded comes back");
    } else {
        fuzz::promise(decoded.error().offset <= size, "a fault is inside the text");
    }
    return 0;
}
