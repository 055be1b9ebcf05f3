// Any status, headers and body of a response: what is read from them is bounded and makes no trouble.

#include <slbwire/core/shown_text.hpp>
#include <slbwire/slbwire.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/wire/find_request_id.hpp>

#include <algorithm>
#include <string>
#include <string_view>

#include "support.hpp"

using namespace slbwire;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::choices choose(fuzz::text_of(data, size));
    http_response response;
    response.status = choose.byte() * 4 - 100;
    if (choose.up_to(7) == 0) response.transport_error = 1 + choose.byte();
    response.not_sent = choose.up_to(7) == 1;
    constexpr const char* names[] = {"X-RateLimit-User", "x-ratelimit-user-api", "Date",     "content-encoding",
                                     "Retry-After",      "x-acs-retry-after",    "Location", "x-acs-request-id"};
    for (unsigned n = choose.up_to(4); n != 0; --n) {
        std::string value = choose.yes() ? "Remain:0,TimeLeft:" : "";
        value += choose.take(choose.up_to(24));
        response.headers.push_back({names[choose.up_to(7)], value});
    }
    response.transport_message = choose.take(choose.up_to(16));
    response.body = choose.take(size);

    const auto reply = finish<remove_backend_servers>(response);
    const bool no_reply = response.transport_error != 0 || response.status < 100 || response.status > 599;
    const bool success = !no_reply && response.status >= 200 && response.status <= 299;
    if (reply) {
        fuzz::promise(success, "only 2xx succeeds");
        return 0;
    }
    const error& e = reply.error();
    fuzz::promise((e.kind == error_kind::transport) == no_reply, "no reply is a transport's error and nothing else");
    fuzz::promise((e.speaker == error_speaker::nobody) == no_reply, "who did not reply said nothing");
    fuzz::promise((e.effect == error_effect::not_sent) == (no_reply && response.not_sent),
                  "only the stack knows what it sent");
    const auto create = finish<create_vserver_group>(response);
    fuzz::promise(create || e.speaker != create.error().speaker || e.effect == create.error().effect,
                  "what an operation is changes no fact");
    fuzz::promise(create || create.error().effect != error_effect::possible ||
                      create.error().service.retry == retry_advice::never,
                  "what may be carried out only once is not made again where it may have been");
    fuzz::promise(e.service.retry_after_ms >= 0 && e.service.retry_after_ms <= 86'400'000, "waiting is bounded");
    fuzz::promise(e.text.size() <= 512 || e.kind == error_kind::transport || e.text == response.header("location"),
                  "of a body only the beginning is kept");
    for (char c : e.message()) fuzz::promise(!ascii::is_control(c), "an error is one line");
    const std::string_view id = find_request_id(response.body);
    if (!no_reply) fuzz::promise(id.empty() || !e.request_id.empty(), "the RequestId is kept");
    std::string shown;
    detail::append_shown(shown, e.text);
    constexpr std::string_view secrets[] = {"Signature=", "SecurityToken=", "AccessKeySecret=", "\"SecurityToken\":\"",
                                            "\"AccessKeySecret\":\"", "<SecurityToken>", "<AccessKeySecret>"};
    for (const std::string_view name : secrets) {
        for (std::size_t at = shown.find(name); at != std::string::npos; at = shown.find(name, at + 1)) {
            std::string_view value = std::string_view(shown).substr(at + name.size());
            if (name.ends_with('=')) {
                const std::string_view quoted = value.substr(std::min(value.find_first_not_of('\\'), value.size()));
                if (quoted.starts_with('"') || quoted.starts_with('\'')) value = quoted.substr(1);
            }
            fuzz::promise(value.empty() || value.starts_with("***"), "a log has no secret of the request or the reply");
        }
    }
    return 0;
}
