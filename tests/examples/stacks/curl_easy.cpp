// libcurl, one handle kept for all requests of a thread.

#include <memory>
#include <string>

#include <curl/curl.h>

#include "common.hpp"

namespace slb = slbwire;

// Copy from here.
struct curl_easy {
    std::string authorities{};  // a file of certificates, where the system's are not meant
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), &curl_easy_cleanup};

    slb::http_response operator()(const slb::http_request& request) const {
        slb::http_response to;
        curl_slist* lines = nullptr;
        for (const auto& h : request.headers) lines = curl_slist_append(lines, (h.name + ": " + h.value).c_str());
        const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
        curl_easy_reset(curl.get()), set(CURLOPT_URL, request.url.c_str()), set(CURLOPT_HTTPHEADER, lines);
        if (request.method == "POST") set(CURLOPT_POSTFIELDS, request.body.c_str());
        if (!authorities.empty()) set(CURLOPT_CAINFO, authorities.c_str());
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout_ms != 0 ? request.timeout_ms : 10'000));
        set(CURLOPT_FORBID_REUSE, 1L);  // on a kept connection libcurl may send a request twice by itself
        set(CURLOPT_WRITEDATA, &to.body);
        set(CURLOPT_WRITEFUNCTION, +[](char* p, size_t, size_t n, std::string* body) {
            return body->size() + n <= 16'000'000 ? (body->append(p, n), n) : 0;
        });
        const CURLcode code = curl_easy_perform(curl.get());
        long status = 0, sent = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status), curl_slist_free_all(lines);
        curl_easy_getinfo(curl.get(), CURLINFO_REQUEST_SIZE, &sent), to.status = static_cast<int>(status);
        to.transport_error = code, to.transport_message = curl_easy_strerror(code), to.not_sent = sent == 0;
        for (curl_header* h = nullptr; (h = curl_easy_nextheader(curl.get(), CURLH_HEADER, -1, h));)
            to.headers.push_back({h->name, h->value});
        return to;
    }
};
// To here.

int main(int count, char** words) {
    const stacks::arguments a(count, words);
    const curl_easy http{a.authorities};
    stacks::tell(slb::call(http, a.client, stacks::question));
    stacks::tell(slb::call(http, a.client, stacks::question));  // on the same handle
}
