// One call to the real service through libcurl.
//
//     g++ -std=c++20 -I include tests/examples/real_service_curl.cpp -lcurl -o real_service
//     ALIBABA_CLOUD_ACCESS_KEY_ID=… ALIBABA_CLOUD_ACCESS_KEY_SECRET=… ./real_service REGION GROUP ID:PORT...
//
// takes the servers named ID:PORT out of the vServer group and prints those that are left; without servers
// it only prints the group. ALIBABA_CLOUD_SECURITY_TOKEN is used where it is set.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <curl/curl.h>
#include <slbwire/slbwire.hpp>
#include <slbwire/core/ascii.hpp>

namespace slb = slbwire;

namespace {

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

constexpr std::size_t most_reply_bytes = 16u << 20;

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* to) {
    auto* const body = static_cast<std::string*>(to);
    if (body->size() + size * count > most_reply_bytes) return 0;  // libcurl then ends with an error
    body->append(data, size * count);
    return size * count;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* to) {
    const std::string_view line(data, size * count);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
        static_cast<slb::http_response*>(to)->headers.push_back(
            {std::string(line.substr(0, colon)), std::string(slb::ascii::trim(line.substr(colon + 1)))});
    }
    return size * count;
}

/// A transport over libcurl: the one thing that a program brings.
slb::http_response send_by_curl(const slb::http_request& request) {
    slb::http_response response;
    CURL* const curl = curl_easy_init();
    if (curl == nullptr) return {.transport_error = -1, .transport_message = "libcurl did not start", .not_sent = true};
    curl_slist* headers = nullptr;
    for (const slb::http_header& h : request.headers) headers = curl_slist_append(headers, (h.name + ": " + h.value).c_str());
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    if (request.method == "POST") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    }
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &response);
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    if (code != CURLE_OK) {
        response.transport_error = static_cast<int>(code);
        response.transport_message = curl_easy_strerror(code);
        // Then nothing was done, and to send again does no harm.
        long sent_bytes = 0;
        response.not_sent = curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent_bytes) == CURLE_OK && sent_bytes == 0;
    }
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    return response;
}

bool parse_server(std::string_view text, slb::backend_server& server) {
    const std::size_t colon = text.rfind(':');
    std::int64_t port = 0;
    if (colon == std::string_view::npos || slb::ascii::parse_integer(text.substr(colon + 1), port) != slb::errc::ok ||
        port < 1 || port > 65535) {
        return false;
    }
    server.server_id = text.substr(0, colon);
    server.port = static_cast<std::int32_t>(port);
    return true;
}

template <class Reply>
int print(const slb::result<Reply>& group) {
    if (!group) {
        std::fprintf(stderr, "%s\n", group.error().message().c_str());
        return 1;
    }
    for (const slb::backend_server& s : group->backend_servers) {
        std::printf("%s:%d weight %d\n", s.server_id.c_str(), s.port.value_or(0), s.weight.value_or(100));
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string id = environment("ALIBABA_CLOUD_ACCESS_KEY_ID");
    const std::string secret = environment("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    if (count < 3 || id.empty() || secret.empty()) {
        std::fprintf(stderr, "usage: ALIBABA_CLOUD_ACCESS_KEY_ID=… ALIBABA_CLOUD_ACCESS_KEY_SECRET=… %s REGION GROUP [ID:PORT ...]\n",
                     count > 0 ? arguments[0] : "real_service");
        return 2;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    const slb::client client{.credentials = {id, secret, environment("ALIBABA_CLOUD_SECURITY_TOKEN")},
                             .region_id = arguments[1],
                             .style = slb::request_style::post_form};
    slb::remove_vserver_group_backend_servers remove{.vserver_group_id = arguments[2]};
    for (int i = 3; i < count; ++i) {
        if (!parse_server(arguments[i], remove.backend_servers.emplace_back())) {
            std::fprintf(stderr, "%s: expected ID:PORT\n", arguments[i]);
            return 2;
        }
    }
    const int status =
        remove.backend_servers.empty()
            ? print(slb::call(send_by_curl, client, slb::describe_vserver_group_attribute{.vserver_group_id = arguments[2]}))
            : print(slb::call(send_by_curl, client, remove));
    curl_global_cleanup();
    return status;
}
