#pragma once
// A signed URL in the way that most programs make it: a std::map, a function that encodes, and OpenSSL.

#include <ctime>
#include <map>
#include <string>
#include <string_view>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "inputs.hpp"

namespace bench {

inline std::string plain_list(const std::vector<slb::backend_server>& servers) {
    std::string text = "[";
    for (const auto& s : servers) {
        if (text.size() > 1) text += ',';
        text += "{'ServerId':'" + s.server_id + "','Port':'" + std::to_string(*s.port) + "','Weight':'" +
                std::to_string(*s.weight) + "'}";
    }
    return text + "]";
}

/// `encode` percent-encodes a std::string_view to a std::string.
template <class Encode>
std::string plain_signed_url(const call_input& call, Encode encode) {
    char time[32];
    std::tm parts{};
    std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&call.time, &parts));
    const std::map<std::string, std::string> parameters = {
        {"Action", "ModifyVServerGroupBackendServers"},
        {"Version", "2014-05-15"},
        {"Format", "JSON"},
        {"AccessKeyId", std::string(call.access_key_id)},
        {"SignatureMethod", "HMAC-SHA1"},
        {"SignatureVersion", "1.0"},
        {"SignatureNonce", std::string(call.nonce)},
        {"Timestamp", time},
        {"RegionId", std::string(call.region_id)},
        {"VServerGroupId", std::string(call.vserver_group_id)},
        {"VServerGroupName", std::string(call.vserver_group_name)},
        {"LoadBalancerId", std::string(call.load_balancer_id)},
        {"ClientToken", std::string(call.client_token)},
        {"OldBackendServers", plain_list(call.old_backend_servers)},
    };
    std::string query;
    for (const auto& [name, value] : parameters) {
        if (!query.empty()) query += '&';
        query += encode(name) + "=" + encode(value);
    }
    const std::string to_sign = "GET&" + encode("/") + "&" + encode(query);
    const std::string key = std::string(call.access_key_secret) + "&";
    unsigned char code[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(to_sign.data()),
         to_sign.size(), code, &size);
    unsigned char base64[4 * ((EVP_MAX_MD_SIZE + 2) / 3) + 1];
    const int length = EVP_EncodeBlock(base64, code, static_cast<int>(size));
    return "https://slb.aliyuncs.com/?" + query +
           "&Signature=" + encode({reinterpret_cast<const char*>(base64), static_cast<std::size_t>(length)});
}

}  // namespace bench
