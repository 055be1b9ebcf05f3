// A secret in a text for a log, in one of the spellings of requests, replies and headers, between any other text: it is
// not shown, however often the text was encoded, and a text is one line no longer than it was with `***` put in.

#include <string>
#include <string_view>

#include <slbwire/slbwire.hpp>
#include <slbwire/codec/percent.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/core/shown_text.hpp>

#include "support.hpp"

using namespace slbwire;

namespace {

struct spelling {
    std::string_view before;
    std::string_view behind;
};
constexpr spelling spellings[] = {
    {"Signature=", "&"},
    {"&amp;SecurityToken=", "&amp;"},
    {"\"SecurityToken\":\"", "\""},
    {"\"Security\\u0054oken\" : \"", "\"}"},
    {"\\\"AccessKeySecret\\\":\\\"", "\\\""},
    {"'AccessKeySecret': '", "'"},
    {"<SecurityToken>", "</SecurityToken>"},
    {"<AccessKeySecret a='b'>\n", "\n</AccessKeySecret>"},
    {"<Signature><![CDATA[", "]]></Signature>"},
    {"&lt;SecurityToken&gt;", "&lt;/SecurityToken&gt;"},
    {"\nAuthorization: acs id:", "\r\n"},
    {"\nx-acs-security-token: ", "\n"},
    {"\"Authorization: acs id:", "\""},
    {"access_key_secret = ", " "},
};

/// Characters of base64, as signatures, secrets and tokens have them.
std::string some_secret(fuzz::choices& choose) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string secret = "S3";
    for (int i = 0; i < 14; ++i) secret += alphabet[choose.byte() % alphabet.size()];
    return secret;
}
/// Encodes what could end the value in its own spelling.
std::string written(std::string_view secret, std::string_view before) {
    const bool query = before.ends_with('=') && before.find(' ') == std::string_view::npos;
    return query ? percent_encode(secret) : std::string(secret);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::choices choose(fuzz::text_of(data, size));
    const spelling& s = spellings[choose.up_to(std::size(spellings) - 1)];
    const unsigned times = choose.up_to(3);
    const std::string secret = some_secret(choose);
    const std::string before(choose.take(choose.up_to(60)));
    const std::string in_place = written(secret, s.before);
    // A blank in front, so that the name is its own word.
    std::string text = before + ' ';
    ((text += s.before) += in_place) += s.behind;
    text += choose.take(size);
    std::string value = in_place;
    for (unsigned i = 0; i < times; ++i) {
        text = percent_encode(text);
        value = percent_encode(value);
    }

    // What stands around it may hold the secret as well, but by chance alone.
    if (before.find(secret) == std::string::npos && text.find(value) == text.rfind(value)) {
        const fuzz::exact_block block(text);
        std::string shown;
        detail::append_shown(shown, block.view());
        fuzz::promise(shown.find(value) == std::string::npos, "a log has no secret");
        fuzz::promise(shown.find(secret) == std::string::npos, "a log has no secret as it was");
        fuzz::promise(shown.find("***") != std::string::npos, "what is hidden is marked");
        for (char c : shown) fuzz::promise(!ascii::is_control(c), "a text for a log is one line");
        fuzz::promise(shown.size() <= 4 * text.size(), "a text for a log is bounded");

        // The same by way of an error, whatever the status.
        const int status = 200 + static_cast<int>(choose.up_to(1)) * 200;
        const auto reply = finish<remove_backend_servers>({.status = status, .body = text});
        if (!reply) fuzz::promise(reply.error().message().find(value) == std::string::npos, "an error tells no secret");
        error failed;
        failed.kind = error_kind::transport;
        failed.text = text;
        fuzz::promise(failed.message().find(value) == std::string::npos, "a transport's words tell no secret");
    }
    return 0;
}
