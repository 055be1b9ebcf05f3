// libcurl's multi interface: many requests at once on one thread, each completed when it is done.

#include <functional>
#include <memory>
#include <string>

#include <curl/curl.h>

#include "common.hpp"

namespace slb = slbwire;

// Copy from here.
class curl_multi {
public:
    std::string authorities{};
    void operator()(slb::http_request request, std::function<void(slb::http_response&&)> done) const {
        auto* const one = new transfer{std::move(request), std::move(done)};
        const auto set = [one](CURLoption option, auto value) { curl_easy_setopt(one->curl, option, value); };
        for (const auto& h : one->request.headers)
            one->lines = curl_slist_append(one->lines, (h.name + ": " + h.value).c_str());
        set(CURLOPT_PRIVATE, one), set(CURLOPT_URL, one->request.url.c_str()), set(CURLOPT_HTTPHEADER, one->lines);
        if (one->request.method == "POST") set(CURLOPT_POSTFIELDS, one->request.body.c_str());
        if (!authorities.empty()) set(CURLOPT_CAINFO, authorities.c_str());
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(one->request.timeout_ms != 0 ? one->request.timeout_ms : 10'000));
        set(CURLOPT_FORBID_REUSE, 1L);  // on a kept connection libcurl may send a request twice by itself
        set(CURLOPT_WRITEDATA, &one->reply.body);
        set(
            CURLOPT_WRITEFUNCTION, +[](char* p, size_t, size_t n, std::string* body) {
                return body->size() + n <= 16'000'000 ? (body->append(p, n), n) : 0;
            });
        curl_multi_add_handle(multi_.get(), one->curl), ++under_way_;
    }
    /// Until nothing is under way any more.
    void run() const {
        for (int running = 0, queued = 0; under_way_ != 0;
             curl_multi_poll(multi_.get(), nullptr, 0, running != 0 ? 1000 : 0, nullptr)) {
            curl_multi_perform(multi_.get(), &running);
            while (const CURLMsg* const m = curl_multi_info_read(multi_.get(), &queued)) {
                finish(m->easy_handle, m->data.result);
                running = 0;  // what was completed may have begun another
            }
        }
    }

private:
    struct transfer {
        slb::http_request request;
        std::function<void(slb::http_response&&)> done;
        CURL* curl = curl_easy_init();
        curl_slist* lines = nullptr;
        slb::http_response reply{};
    };
    void finish(CURL* curl, CURLcode code) const {
        transfer* one = nullptr;
        long status = 0, sent = 0;
        curl_easy_getinfo(curl, CURLINFO_PRIVATE, &one), curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent), one->reply.status = static_cast<int>(status);
        one->reply.transport_error = code, one->reply.transport_message = curl_easy_strerror(code),
        one->reply.not_sent = sent == 0;
        for (curl_header* h = nullptr; (h = curl_easy_nextheader(curl, CURLH_HEADER, -1, h));)
            one->reply.headers.push_back({h->name, h->value});
        curl_multi_remove_handle(multi_.get(), curl), curl_easy_cleanup(curl), curl_slist_free_all(one->lines);
        one->done(std::move(one->reply)), delete one, --under_way_;
    }
    mutable int under_way_ = 0;
    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi_{curl_multi_init(), &curl_multi_cleanup};
};
// To here.

int main(int count, char** words) {
    const stacks::arguments a(count, words);
    curl_multi http;
    http.authorities = a.authorities;
    slb::call(http, a.client, stacks::question, [&](auto reply) {
        stacks::tell(reply);
        slb::call(http, a.client, stacks::question, [](auto again) { stacks::tell(again); });
    });
    http.run();
}
