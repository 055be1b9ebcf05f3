// Against curl_easy_escape, which keeps the same characters.
#include <slbwire/codec/percent.hpp>
#include <slbwire/codec/percent_decode.hpp>

#include <curl/curl.h>

#include <memory>
#include <string>

#include "support/catch.hpp"
#include "support/random_bytes.hpp"

namespace {

class peer {
public:
    peer() : handle_(curl_easy_init(), &curl_easy_cleanup) {}

    std::string escape(const std::string& text) const {
        if (text.empty()) return {};  // a length of 0 would mean "up to the zero byte"
        return take(curl_easy_escape(handle_.get(), text.data(), static_cast<int>(text.size())), nullptr);
    }
    std::string unescape(const std::string& text) const {
        if (text.empty()) return {};
        int size = 0;
        return take(curl_easy_unescape(handle_.get(), text.data(), static_cast<int>(text.size()), &size),
                    &size);
    }

private:
    static std::string take(char* text, const int* size) {
        const std::unique_ptr<char, decltype(&curl_free)> owned(text, &curl_free);
        REQUIRE(text != nullptr);
        return size == nullptr ? std::string(text) : std::string(text, static_cast<std::size_t>(*size));
    }
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
};

}  // namespace

TEST_CASE("percent: every byte as libcurl has it") {
    const peer curl;
    std::string all;
    for (unsigned byte = 0; byte < 256; ++byte) {
        const std::string one(1, static_cast<char>(static_cast<unsigned char>(byte)));
        CAPTURE(byte);
        CHECK(slbwire::percent_encode(one) == curl.escape(one));
        all += one;
    }
    CHECK(slbwire::percent_encode(all) == curl.escape(all));
}

TEST_CASE("percent: random texts as libcurl has them, both ways") {
    const peer curl;
    support::random_bytes random(2);
    for (int round = 0; round < 2000; ++round) {
        const std::string text = random.text(random.below(200));
        const std::string encoded = slbwire::percent_encode(text);
        REQUIRE(encoded == curl.escape(text));
        REQUIRE(slbwire::percent_decode(encoded).value() == curl.unescape(encoded));
    }
}
