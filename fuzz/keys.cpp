// Any bytes as each of the texts that keys come from: the first byte tells which. Keys come whole or not at all, an
// error is one line, and what is read of a text stays inside it.

#include <slbwire/call/key_profile.hpp>
#include <slbwire/call/key_sources.hpp>
#include <slbwire/call/metadata.hpp>

#include <slbwire/api/assume_role.hpp>
#include <slbwire/call/finish.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/model/show.hpp>
#include <slbwire/wire/ini.hpp>

#include "support.hpp"

using namespace slbwire;

namespace {

void check_key(std::string_view key) {
    fuzz::promise(!key.empty(), "both halves of a pair are there");
    for (const char c : key) fuzz::promise(c > ' ' && c <= '~', "a key can be sent");
}
void check_keys(const credentials& keys) {
    check_key(keys.access_key_id());
    check_key(keys.access_key_secret().reveal());
    const bool temporary = keys.access_key_id().starts_with("STS.");
    if (temporary || !keys.security_token().empty()) check_key(keys.security_token().reveal());
}
void check_error(const error& e) {
    for (const char c : e.message()) fuzz::promise(!ascii::is_control(c), "an error is one line");
    fuzz::promise(e.what.code != errc::ok, "an error says what is wrong");
}
template <class T, class Check>
void check(const result<T>& made, Check&& good) {
    if (made) good(*made);
    else check_error(made.error());
}

void check_profile(const result<key_profile>& made, std::string_view text) {
    check(made, [&](const key_profile& profile) {
        const bool has_keys = profile.origin == key_origin::own_keys || profile.origin == key_origin::ram_role;
        if (has_keys) check_keys(profile.credentials);
        else fuzz::promise(profile.credentials.access_key_id().empty(), "only what has keys gives some");
        if (profile.origin == key_origin::ram_role) {
            fuzz::promise(!profile.role.role_arn.empty() && !profile.role.role_session_name.empty(),
                          "a role can be assumed");
        }
        fuzz::promise(profile.name.size() <= text.size() + 8, "a name is the text's");
        check(credentials_of(profile), [](const temporary_credentials& keys) { check_keys(keys.credentials); });
    });
}
void check_reply(const result<temporary_credentials>& made) {
    check(made, [](const temporary_credentials& keys) {
        check_keys(keys.credentials);
        check_key(keys.credentials.security_token().reveal());
    });
}

void check_lines(std::string_view text) {
    ini::cursor in(text);
    ini::entry e;
    std::size_t last = 0;
    while (in.next(e)) {
        fuzz::promise(e.line > last && e.line == in.line(), "each entry has a line of its own");
        last = e.line;
        for (const std::string_view part : {e.section, e.name, e.value}) {
            if (part.empty()) continue;
            fuzz::promise(part.data() >= text.data() && part.data() + part.size() <= text.data() + text.size(),
                          "all is the text's");
            fuzz::promise(part.find('\n') == std::string_view::npos, "an entry is one line");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all = fuzz::text_of(data, size);
    const fuzz::exact_block block(all.substr(all.empty() ? 0 : 1));
    const std::string_view text = block.view();
    const http_response response{.status = 200, .body = std::string(text)};
    switch (all.empty() ? 'i' : all.front()) {
    case 'i':
        check_lines(text);
        check_profile(parse_credentials_file(text), text);
        check_profile(parse_credentials_file(text, "a"), text);
        break;
    case 'c':
        check_profile(parse_cli_config(text), text);
        check_profile(parse_cli_config(text, "a"), text);
        break;
    case 'm':
        check_reply(metadata_keys(response));
        check(metadata_token(response), [](const std::string& token) { check_key(token); });
        check(metadata_role(response), [](const std::string& role) {
            fuzz::promise(metadata_keys_request(role, {}).has_value(), "a role that is told can be asked for");
        });
        break;
    case 'r':
        check(finish<assume_role>(response), [](const assumed_role& reply) {
            check_reply(credentials_of(reply));
            const std::string line = show(reply);
            for (const std::string_view key : {reply.credentials.access_key_secret, reply.credentials.security_token}) {
                fuzz::promise(key.size() < 32 || line.find(key) == std::string::npos, "a log has no keys");
            }
        });
        break;
    default: {
        // Three variables, each ended by a line.
        const std::string copy(text);
        std::string values[3];
        std::size_t at = 0;
        for (std::string& value : values) {
            const std::size_t end = copy.find('\n', at);
            value = copy.substr(at, end == std::string::npos ? end : end - at);
            at = end == std::string::npos ? copy.size() : end + 1;
        }
        const auto made = credentials_from_environment([&](const char* name) -> const char* {
            const std::string_view wanted = name;
            if (!wanted.starts_with("ALIBABA_CLOUD_")) return nullptr;
            return values[wanted.ends_with("ID") ? 0 : wanted.ends_with("TOKEN") ? 2 : 1].c_str();
        });
        check(made, [](const temporary_credentials& keys) { check_keys(keys.credentials); });
    }
    }
    return 0;
}
