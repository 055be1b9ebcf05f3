// Any parameters: canonical query, string to sign and signature are those of the plainest code one can write,
// and `prepare` sends what it signs.

#include <map>

#include <slbwire/slbwire.hpp>
#include <slbwire/call/sign.hpp>
#include <slbwire/codec/hmac.hpp>
#include <slbwire/codec/sha1.hpp>
#include <slbwire/wire/query.hpp>
#include <slbwire/codec/percent_decode.hpp>

#include "support.hpp"

#if defined(SLBWIRE_FUZZ_OPENSSL)
#include <openssl/evp.h>
#include <openssl/hmac.h>
#endif

using namespace slbwire;

namespace {

std::string plain_encode(std::string_view text) {
    std::string out;
    for (char c : text) {
        const bool keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '_' || c == '.' || c == '~';
        char hex[4] = {c, 0, 0, 0};
        if (!keep) std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += hex;
    }
    return out;
}

/// The signature once more: with OpenSSL where it is, otherwise by HMAC's definition over the hash alone.
std::string plain_sign(const std::string& to_sign, const std::string& secret) {
    sha1::digest_type code{};
#if defined(SLBWIRE_FUZZ_OPENSSL)
    const std::string key = secret + "&";
    unsigned length = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(to_sign.data()),
         to_sign.size(), code.data(), &length);
#else
    std::string key = secret + "&";
    const auto text_of = [](const sha1::digest_type& d) { return std::string(d.begin(), d.end()); };
    if (key.size() > 64) key = text_of(sha1::of(key));
    key.resize(64, '\0');
    std::string inner = key;
    std::string outer = key;
    for (char& c : inner) c = static_cast<char>(c ^ 0x36);
    for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
    code = sha1::of(outer + text_of(sha1::of(inner + to_sign)));
#endif
    return std::string(signature(code).text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::choices choose(fuzz::text_of(data, size));
    const std::string secret(choose.take(choose.up_to(80)));
    std::map<std::string, std::string> plain;
    while (choose.left() && plain.size() < 40) {
        std::string name(choose.take(choose.up_to(20)));
        plain.emplace(std::move(name), std::string(choose.take(choose.up_to(60))));
    }
    std::string query;
    std::vector<parameter> parameters;
    for (const auto& [name, value] : plain) {
        if (!query.empty()) query += '&';
        query += plain_encode(name) + "=" + plain_encode(value);
        parameters.insert(parameters.begin() + static_cast<std::ptrdiff_t>(parameters.size() / 2), parameter{name, value});
    }
    fuzz::promise(canonical_query(parameters) == query, "the canonical query is the plain one");
    const std::string to_sign = "GET&%2F&" + plain_encode(query);
    fuzz::promise(string_to_sign("GET", query) == to_sign, "the string to sign is the plain one");
    const std::string expected = plain_sign(to_sign, secret);
    fuzz::promise(sign(to_sign, secret).text() == expected, "the signature is the plain one");
    fuzz::promise(sign_query("GET", query, hmac_key<sha1>(secret, "&")).text() == expected, "so it is in pieces");

    // Through `prepare`, as parameters of the caller's own. Of secrets it takes what keys are made of.
    std::string key = "s";
    for (char letter : secret) key += static_cast<char>('a' + (letter & 15));
    const client c{.credentials = {"id", key}, .region_id = "cn-hangzhou"};
    const auto request = prepare(c, untyped_operation{"Any", classic_load_balancer, parameters}, {.time = 0, .nonce = "n"});
    if (!request) {
        fuzz::promise(request.error().kind == error_kind::invalid_request, "what is not sent is our own fault");
        return 0;
    }
    fuzz::promise(request->url.size() <= longest_url, "no URL is too long");
    const std::string_view all = request->method == "GET" ? std::string_view(request->url) : request->body;
    const std::size_t first = request->method == "GET" ? all.find('?') + 1 : 0;
    const std::size_t last = all.find("&Signature=");
    const std::string sent(all.substr(first, last - first));
    const std::string claimed = percent_decode(all.substr(last + 11)).value();
    fuzz::promise(claimed == plain_sign(std::string(request->method) + "&%2F&" + plain_encode(sent), key),
                  "what is sent is what was signed");
    return 0;
}
