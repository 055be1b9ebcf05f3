#pragma once
// A transport over libcurl, and what the tests of the emulator have in common.

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <curl/curl.h>
#include <slbwire/slbwire.hpp>

#include "server.hpp"

inline const std::string certificate_file = EMULATOR_CERTIFICATES "/cert.pem";
inline const std::string certificate_key_file = EMULATOR_CERTIFICATES "/key.pem";

/// Each request has a connection of its own: on one that was used before, libcurl sends a request again by itself where
/// the connection was cut before a reply came, as RFC 9110 section 9.2.2 allows for some.
class through_curl {
public:
    bool unpack = false;     ///< has libcurl ask for compressed bodies, and unpack them
    bool keep_open = false;  ///< uses connections again

    slbwire::http_response operator()(const slbwire::http_request& request) {
        slbwire::http_response response;
        if (!keep_open || curl_ == nullptr) curl_.reset(curl_easy_init());
        CURL* const curl = curl_.get();
        curl_easy_reset(curl);
        std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(nullptr, &curl_slist_free_all);
        for (const auto& header : request.headers) {
            headers.reset(curl_slist_append(headers.release(), (header.name + ": " + header.value).c_str()));
        }
        curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
        if (request.method == "POST") {
            curl_easy_setopt(curl, CURLOPT_POST, 1L);
            curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
            curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        }
        if (unpack) curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
        curl_easy_setopt(curl, CURLOPT_CAINFO, certificate_file.c_str());
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response);
        curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
        curl_easy_setopt(curl, CURLOPT_HEADERDATA, &response);
        const CURLcode code = curl_easy_perform(curl);
        if (code != CURLE_OK) {
            response.transport_error = static_cast<int>(code);
            response.transport_message = curl_easy_strerror(code);
            response.not_sent = code == CURLE_COULDNT_CONNECT || code == CURLE_SSL_CONNECT_ERROR ||
                                code == CURLE_PEER_FAILED_VERIFICATION;
            return response;
        }
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        response.status = static_cast<int>(status);
        return response;
    }

private:
    static std::size_t take_body(char* data, std::size_t size, std::size_t count, void* to) {
        static_cast<slbwire::http_response*>(to)->body.append(data, size * count);
        return size * count;
    }
    static std::size_t take_header(char* data, std::size_t size, std::size_t count, void* to) {
        const std::string_view line(data, size * count);
        if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
            static_cast<slbwire::http_response*>(to)->headers.push_back(
                {std::string(line.substr(0, colon)), std::string(line.substr(colon + 1))});
        }
        return size * count;
    }

    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_{nullptr, &curl_easy_cleanup};
};

/// A client of the emulator at that port of this machine.
inline slbwire::client client_at(std::uint16_t port, bool tls = false) {
    slbwire::client client{.credentials = {"testid", "testsecret"}, .region_id = "cn-hangzhou"};
    client.endpoint = "127.0.0.1:" + std::to_string(port);
    client.plain_http = !tls;
    return client;
}
