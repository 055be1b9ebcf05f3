// Any bytes as the body of a reply to any operation (told by the body's length), under any status: the outcome is
// a reply or an error of the right kind, owning and borrowing agree, and what decodes is well-formed.

#include <slbwire/slbwire.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/model/decode.hpp>
#include <slbwire/wire/body_kind.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/xml.hpp>

#include <slbwire/model/show.hpp>

#include "support.hpp"
#include "support/both_ways.hpp"

using namespace slbwire;

namespace {

bool is_well_formed(std::string_view body) {
    body = ascii::trim(detail::without_mark(ascii::trim(body)));
    return body.starts_with('{') ? json::check(body).has_value() : xml::check(body).has_value();
}

void check_error(const error& e, const http_response& response, bool idempotent) {
    for (char c : e.message()) fuzz::promise(!ascii::is_control(c), "an error is one line");
    fuzz::promise(e.kind != error_kind::invalid_request, "a reply is no invalid request");
    fuzz::promise(e.what.offset <= response.body.size(), "a fault is inside the body");
    fuzz::promise(e.http_status == response.status, "the status is kept");
    // Who said it, and may it have been done: without a code nobody knows.
    const bool coded = !e.service.code.empty();
    fuzz::promise(e.speaker != error_speaker::nobody, "a reply has a speaker");
    fuzz::promise(e.kind != error_kind::refused || coded == (e.speaker == error_speaker::service),
                  "a code is the service's");
    fuzz::promise(e.effect != error_effect::not_sent, "what was answered was sent");
    fuzz::promise(e.effect == error_effect::possible || coded, "only the service says that nothing was done");
    fuzz::promise(e.service.retry == retry_advice::never || e.effect == error_effect::none || idempotent,
                  "what may be carried out only once is not made again where it may have been");
    fuzz::promise(coded || e.service.kind != error_class::not_found, "only the service says what is there");
    const bool success = response.status >= 200 && response.status <= 299;
    if (!success) fuzz::promise(e.kind == error_kind::refused, "a status that is not 2xx is a refusal");
    if (e.kind == error_kind::refused && success) fuzz::promise(!e.service.code.empty(), "a refusal under 2xx has a code");
}

template <class Op>
void check(const http_response& response) {
    const auto owning = finish<Op>(response);
    using view = typename Op::template response_of<std::string_view>;
    const fuzz::exact_block exact(response.body);
    fuzz::promise(support::same_both_ways<view>(exact.view(), Op::action), "the quick way gives what the cursors give");
    text_arena arena;
    const auto borrowing = finish_view<Op>(response, arena);
    fuzz::promise(owning.has_value() == borrowing.has_value(), "owning and borrowing agree");
    if (!owning) {
        check_error(owning.error(), response, detail::is_idempotent<Op>);
        fuzz::promise(owning.error().message() == borrowing.error().message(), "owning and borrowing err alike");
        // An error of shape is told of well-formed documents only; every other fault of the text is seen by check.
        return;
    }
    fuzz::promise(is_well_formed(response.body), "what decodes is well-formed");
    fuzz::promise(show(*owning) == show(*borrowing), "owning and borrowing hold the same");
    const fuzz::exact_block block(response.body);
    text_arena more;
    const auto decoded = decode<typename Op::template response_of<std::string_view>>(block.view(), more, Op::action);
    fuzz::promise(decoded && *decoded == *borrowing, "decoding reads no further than the body");
}

using checker = void (*)(const http_response&);
constexpr checker checkers[] = {
    check<create_vserver_group>,
    check<set_vserver_group_attribute>,
    check<add_vserver_group_backend_servers>,
    check<remove_vserver_group_backend_servers>,
    check<modify_vserver_group_backend_servers>,
    check<delete_vserver_group>,
    check<describe_vserver_groups>,
    check<describe_vserver_group_attribute>,
    check<add_backend_servers>,
    check<remove_backend_servers>,
    check<set_backend_servers>,
    check<describe_health_status>,
    check<create_master_slave_server_group>,
    check<delete_master_slave_server_group>,
    check<describe_master_slave_server_groups>,
    check<describe_master_slave_server_group_attribute>,
    check<describe_load_balancer_attribute>,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    http_response response{.status = 200, .body = std::string(fuzz::text_of(data, size))};
    checkers[size % std::size(checkers)](response);
    // The untyped door: whatever is no error document and well-formed passes.
    const auto untyped = finish_untyped(response);
    if (untyped) {
        fuzz::promise(is_well_formed(untyped->text()), "what passes is well-formed");
        fuzz::promise(kind_of_body(untyped->text()) != body_kind::html, "a page is no reply");
        (void)untyped->at("BackendServers/BackendServer/0/ServerId");
        (void)untyped->has("A/1/B");
        for (const char* path : {"BackendServers/BackendServer", "BackendServers", "Tags", "a", ""}) {
            std::size_t number = 0;
            for (const document_entry& entry : untyped->entries(path)) {
                const fuzz::exact_block block(entry.text());
                const auto same = untyped->at((std::string(path) += '/') += std::to_string(number++));
                const auto value = entry.at();
                const bool alike = same.value_or("-") == value.value_or("-");
                fuzz::promise(*path == '\0' || alike, "an entry is the one of its number");
                for (const document_entry& inner : entry.entries("Listeners")) (void)inner.has("Port");
                if (number == 50) break;
            }
        }
    }
    // With the request at hand: the same, but for why a signature does not match; nothing of the request is shown.
    static const http_request sent =
        prepare(client{.credentials = {"testid", "testsecret", "a-token-that-no-input-has"}, .region_id = "cn-hangzhou"},
                delete_vserver_group{"rsp-1"}, {.time = 0, .nonce = "n"})
            .value();
    const auto compared = finish_untyped(response, sent);
    fuzz::promise(compared.has_value() == untyped.has_value(), "the request changes no outcome");
    if (!compared) {
        const error& e = compared.error();
        fuzz::promise(e.mismatch == signature_mismatch::unknown || e.kind == error_kind::refused, "only refusals are told why");
        // The fuzzer learns the token from the comparison, and may write it into a body itself.
        constexpr std::string_view token = "a-token-that-no-input-has";
        fuzz::promise(response.body.find(token) != std::string::npos || e.message().find(token) == std::string::npos,
                      "a log has no secret of the request");
    }
    response.status = 100 + static_cast<int>(size % 500);
    checkers[size % std::size(checkers)](response);
    return 0;
}
