#include "malformed.hpp"

#include <cstdio>
#include <cstdlib>

namespace bench {

namespace {

/// `body` with the first `good` in it made bad.
std::string spoil(std::string body, std::string_view good, std::string_view bad) {
    const std::size_t at = body.find(good);
    if (at == std::string::npos) {
        std::fprintf(stderr, "malformed.cpp: nothing to spoil: %s\n", std::string(good).c_str());
        std::abort();
    }
    return body.replace(at, good.size(), bad);
}

}  // namespace

std::vector<malformed> malformed_documents(format f) {
    const std::string body = write(f, make_reply(f, {.servers = 2}), false);
    const auto with = [&](std::string_view good, std::string_view bad) { return spoil(body, good, bad); };
    if (f == format::json) {
        return {
            {"UTF-8", with("东", "\xE4\xB8")},
            {"surrogates", with("web tier", "\\ud800")},
            {"escapes", with("web tier", "\\q")},
            {"controls", with("web tier", "web\x01tier")},
            {"numbers", with(":80,", ":080,")},
            {"commas", with("}]", "},]")},
            {"skipped values", with("\"Port\":80", "\"Zone\":tru,\"Port\":80")},
            {"brackets in skipped values", with("\"Port\":80", "\"Zone\":[1,{]},\"Port\":80")},
            {"trailing bytes", body + "x"},
            {"the end", body.substr(0, body.size() - 1)},
        };
    }
    return {
        {"UTF-8", with("vm-400", "vm-\xE4\xB8")},
        {"controls", with("vm-400", "vm-\x01")},
        {"references", with("&amp;", "&#1;")},
        {"entities", with("&amp;", "&nope;")},
        {"bare &", with("&amp;", "&")},
        {"]]> in text", with("vm-400", "vm]]>")},
        {"-- in comments", with("<Port>", "<!-- a -- b --><Port>")},
        {"names", with("<Port>", "<1a/><Port>")},
        {"end tags", with("</ServerId>", "</ServerIx>")},
        {"doubled attributes", with("<ServerId>", "<ServerId a='1' a='2'>")},
        {"< in attributes", with("<ServerId>", "<ServerId a='<'>")},
        {"text after the root", body + "text"},
        {"a second root", body + "<again/>"},
        {"the end", body.substr(0, body.size() - 4)},
    };
}

}  // namespace bench
