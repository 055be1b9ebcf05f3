#include "protocol.hpp"

#include <array>
#include <cctype>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "refusal.hpp"

namespace emulator {

namespace {

constexpr std::int64_t clock_window = 15 * 60;  // seconds

std::string percent_encode(const std::string& text) {
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '-' || c == '_' || c == '.' || c == '~') {
            encoded += c;
        } else {
            std::array<char, 4> code{};
            std::snprintf(code.data(), code.size(), "%%%02X", byte);
            encoded += code.data();
        }
    }
    return encoded;
}

/// As web servers do it: a plus sign is a blank.
std::string percent_decode(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_code = text[i] == '%' && i + 2 < text.size() &&
                             std::isxdigit(static_cast<unsigned char>(text[i + 1])) &&
                             std::isxdigit(static_cast<unsigned char>(text[i + 2]));
        if (is_code) {
            decoded += static_cast<char>(std::strtoul(std::string(text.substr(i + 1, 2)).c_str(), nullptr, 16));
            i += 2;
        } else {
            decoded += text[i] == '+' ? ' ' : text[i];
        }
    }
    return decoded;
}

void add_pairs(parameters& to, std::string_view text) {
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(pair.size() == text.size() ? text.size() : pair.size() + 1);
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        const std::string name = percent_decode(pair.substr(0, equals));
        const std::string value = equals == std::string_view::npos ? "" : percent_decode(pair.substr(equals + 1));
        if (!to.emplace(name, value).second) {
            throw refusal{400, "InvalidParameter", "The specified parameter \"" + name + "\" is not valid."};
        }
    }
}

std::int64_t seconds_of(const std::string& timestamp) {
    std::tm parts{};
    char zone = 0;
    int end = 0;
    const int count = std::sscanf(timestamp.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%c%n", &parts.tm_year, &parts.tm_mon,
                                  &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &zone, &end);
    if (count != 7 || zone != 'Z' || timestamp.size() != 20 || end != 20) {
        throw refusal{400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."};
    }
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    return ::timegm(&parts);
}

}  // namespace

parameters read_parameters(const request& from) {
    if (from.method != "GET" && from.method != "POST") {
        throw refusal{403, "UnsupportedHTTPMethod", "This http method is not supported."};
    }
    parameters all;
    if (const std::size_t query = from.target.find('?'); query != std::string::npos) {
        add_pairs(all, std::string_view(from.target).substr(query + 1));
    }
    if (from.content_type.rfind("application/x-www-form-urlencoded", 0) == 0) add_pairs(all, from.body);
    return all;
}

std::string string_to_sign(const std::string& method, const parameters& in) {
    std::string query;
    for (const auto& [name, value] : in) {  // std::map sorts by byte, as the service does
        if (name == "Signature") continue;
        if (!query.empty()) query += '&';
        query += percent_encode(name) + "=" + percent_encode(value);
    }
    return method + "&%2F&" + percent_encode(query);
}

std::string sign(const std::string& text, const std::string& secret) {
    const std::string key = secret + "&";
    std::array<unsigned char, EVP_MAX_MD_SIZE> code{};
    unsigned size = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
         text.size(), code.data(), &size);
    std::string base64(4 * ((size + 2) / 3) + 1, '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), code.data(), static_cast<int>(size));
    base64.pop_back();  // the zero that OpenSSL writes behind it
    return base64;
}

void gate::check(const std::string& method, const parameters& in, std::int64_t now) {
    for (const char* name : {"Action", "Version", "AccessKeyId", "Signature", "SignatureMethod", "SignatureVersion",
                             "SignatureNonce", "Timestamp"}) {
        if (in.count(name) != 0) continue;
        throw refusal{400, "MissingParameter",
                      "The input parameter \"" + std::string(name) +
                          "\" that is mandatory for processing this request is not supplied."};
    }
    for (const auto& [name, value] :
         {std::pair("SignatureMethod", "HMAC-SHA1"), std::pair("SignatureVersion", "1.0")}) {
        if (in.at(name) == value) continue;
        throw refusal{400, "InvalidParamater", "The specified parameter \"" + std::string(name) + "\" is not valid."};
    }
    const std::int64_t sent = seconds_of(in.at("Timestamp"));
    if (sent < now - clock_window || sent > now + clock_window) {
        throw refusal{400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."};
    }
    if (in.at("AccessKeyId") != known_.id) {
        throw refusal{404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."};
    }
    const std::string text = string_to_sign(method, in);
    if (in.at("Signature") != sign(text, known_.secret)) {
        throw refusal{400, "SignatureDoesNotMatch",
                      "Specified signature is not matched with our calculation. server string to sign is:" + text};
    }
    const auto token = in.find("SecurityToken");
    if (!known_.token.empty() && (token == in.end() || token->second != known_.token)) {
        throw refusal{400, "InvalidSecurityToken.MismatchWithAccessKey",
                      "Specified SecurityToken mismatch with the AccessKey."};
    }
    if (!nonces_.insert(in.at("SignatureNonce")).second) {
        throw refusal{400, "SignatureNonceUsed", "Specified signature nonce was used already."};
    }
    if (in.at("Version") != "2014-05-15") {
        throw refusal{400, "InvalidParameter", "The specified parameter \"Version\" is not valid."};
    }
}

std::string http_date(std::int64_t seconds) {
    const std::time_t time = seconds;
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return text.data();
}

}  // namespace emulator
