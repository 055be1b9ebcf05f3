// libcurl: curl_easy_escape.

#include <memory>

#include <curl/curl.h>

#include "encoder.hpp"

namespace {

using namespace bench;

std::string encode(std::string_view text) {
    static CURL* const handle = curl_easy_init();
    const std::unique_ptr<char, void (*)(void*)> escaped(
        curl_easy_escape(handle, text.data(), static_cast<int>(text.size())), curl_free);
    return escaped.get();
}

const registration here([] {
    add_version("libcurl", curl_version_info(CURLVERSION_NOW)->version);
    add_encoder("libcurl", encode);
});

}  // namespace
