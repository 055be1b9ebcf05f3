#pragma once
// Signatures of version 1.0, stage by stage: for constant expressions what the files of vectors/signing hold
// for the running test. The key is `testid` with the secret `testsecret`.

#include <cstddef>
#include <string_view>

#include <slbwire/wire/query.hpp>

namespace support {

struct signing_vector {
    std::string_view name;  // the case's folder
    std::string_view method;
    slbwire::parameter parameters[12];  // in no order; unused ones at the end have no name
    std::string_view canonical_query;
    std::string_view string_to_sign;
    std::string_view signature;

    constexpr std::size_t parameter_count() const noexcept {
        std::size_t count = 0;
        while (count < 12 && !parameters[count].name.empty()) ++count;
        return count;
    }
};
inline constexpr std::string_view signing_secret = "testsecret";

// The worked example of the signing page: its `TimeStamp` is no name that the service has.
inline constexpr signing_vector describe_regions_misspelt_timestamp = {
    "describe_regions_misspelt_timestamp",
    "GET",
    {{"TimeStamp", "2016-02-23T12:46:24Z"},
     {"Format", "XML"},
     {"Action", "DescribeRegions"},
     {"Version", "2014-05-26"},
     {"SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"},
     {"SignatureMethod", "HMAC-SHA1"},
     {"SignatureVersion", "1.0"},
     {"AccessKeyId", "testid"}},
    "AccessKeyId=testid&Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&Signa"
    "tureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&TimeStamp=2016-0"
    "2-23T12%3A46%3A24Z&Version=2014-05-26",
    "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMe"
    "thod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26Signature"
    "Version%3D1.0%26TimeStamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26",
    "CT9X0VtwR86fNWSnsc6v8YGOjuE="};

// The same, spelt as the parameter tables do.
inline constexpr signing_vector describe_regions = {
    "describe_regions",
    "GET",
    {{"Timestamp", "2016-02-23T12:46:24Z"},
     {"Format", "XML"},
     {"Action", "DescribeRegions"},
     {"Version", "2014-05-26"},
     {"SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"},
     {"SignatureMethod", "HMAC-SHA1"},
     {"SignatureVersion", "1.0"},
     {"AccessKeyId", "testid"}},
    "AccessKeyId=testid&Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&Signa"
    "tureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&Timestamp=2016-0"
    "2-23T12%3A46%3A24Z&Version=2014-05-26",
    "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMe"
    "thod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26Signature"
    "Version%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26",
    "OLeaidS1JvxuMvnyHOwuJ+uX5qY="};

// The example of the page on the RPC mechanism.
inline constexpr signing_vector describe_dedicated_hosts = {
    "describe_dedicated_hosts",
    "GET",
    {{"Action", "DescribeDedicatedHosts"},
     {"Format", "JSON"},
     {"RegionId", "cn-beijing"},
     {"Version", "2014-05-26"},
     {"SignatureNonce", "edb2b34af0af9a6d14deaf7c1a5315eb"},
     {"Timestamp", "2023-03-13T08:34:30Z"},
     {"SignatureMethod", "HMAC-SHA1"},
     {"SignatureVersion", "1.0"},
     {"AccessKeyId", "testid"}},
    "AccessKeyId=testid&Action=DescribeDedicatedHosts&Format=JSON&RegionId=cn-beijing&Sig"
    "natureMethod=HMAC-SHA1&SignatureNonce=edb2b34af0af9a6d14deaf7c1a5315eb&SignatureVers"
    "ion=1.0&Timestamp=2023-03-13T08%3A34%3A30Z&Version=2014-05-26",
    "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeDedicatedHosts%26Format%3DJSON%26Reg"
    "ionId%3Dcn-beijing%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dedb2b34af0af9a6d"
    "14deaf7c1a5315eb%26SignatureVersion%3D1.0%26Timestamp%3D2023-03-13T08%253A34%253A30Z"
    "%26Version%3D2014-05-26",
    "9NaGiOspFP5UPcwX8Iwt2YJXXuk="};

// The URL that a page prints beside the signature of the first case; this is its own, with the
// version of another product, as printed.
inline constexpr signing_vector describe_load_balancers_as_printed = {
    "describe_load_balancers_as_printed",
    "GET",
    {{"TimeStamp", "2016-02-23T12:46:24Z"},
     {"Format", "XML"},
     {"Action", "DescribeLoadBalancers"},
     {"Version", "2014-05-26"},
     {"SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"},
     {"SignatureMethod", "HMAC-SHA1"},
     {"SignatureVersion", "1.0"},
     {"AccessKeyId", "testid"}},
    "AccessKeyId=testid&Action=DescribeLoadBalancers&Format=XML&SignatureMethod=HMAC-SHA1"
    "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&TimeStamp="
    "2016-02-23T12%3A46%3A24Z&Version=2014-05-26",
    "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeLoadBalancers%26Format%3DXML%26Signa"
    "tureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26Sig"
    "natureVersion%3D1.0%26TimeStamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-2"
    "6",
    "SvrQsXaTuMeVmeu2nNEV6g9xye4="};

// And with the version that the URL should have.
inline constexpr signing_vector describe_load_balancers = {
    "describe_load_balancers",
    "GET",
    {{"TimeStamp", "2016-02-23T12:46:24Z"},
     {"Format", "XML"},
     {"Action", "DescribeLoadBalancers"},
     {"Version", "2014-05-15"},
     {"SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"},
     {"SignatureMethod", "HMAC-SHA1"},
     {"SignatureVersion", "1.0"},
     {"AccessKeyId", "testid"}},
    "AccessKeyId=testid&Action=DescribeLoadBalancers&Format=XML&SignatureMethod=HMAC-SHA1"
    "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&TimeStamp="
    "2016-02-23T12%3A46%3A24Z&Version=2014-05-15",
    "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeLoadBalancers%26Format%3DXML%26Signa"
    "tureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26Sig"
    "natureVersion%3D1.0%26TimeStamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-1"
    "5",
    "zjUtKW0MODkvpi/KKB3IE3VFXbE="};

// Not published; made with an independent program. A list in single quotes is encoded twice over.
inline constexpr signing_vector remove_backend_servers_get = {
    "remove_backend_servers_get",
    "GET",
    {{"Action", "RemoveVServerGroupBackendServers"},
     {"VServerGroupId", "rsp-cige6j5e7p"},
     {"BackendServers", "[{'ServerId':'vm-233','Port':'80'},{'ServerId':'vm-232','Port':'90'}]"},
     {"Format", "JSON"},
     {"RegionId", "cn-hangzhou"},
     {"SignatureNonce", "15215528852396"},
     {"Timestamp", "2019-08-06T12:00:00Z"},
     {"Version", "2014-05-15"},
     {"SignatureMethod", "HMAC-SHA1"},
     {"SignatureVersion", "1.0"},
     {"AccessKeyId", "testid"}},
    "AccessKeyId=testid&Action=RemoveVServerGroupBackendServers&BackendServers=%5B%7B%27S"
    "erverId%27%3A%27vm-233%27%2C%27Port%27%3A%2780%27%7D%2C%7B%27ServerId%27%3A%27vm-232"
    "%27%2C%27Port%27%3A%2790%27%7D%5D&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=H"
    "MAC-SHA1&SignatureNonce=15215528852396&SignatureVersion=1.0&Timestamp=2019-08-06T12%"
    "3A00%3A00Z&VServerGroupId=rsp-cige6j5e7p&Version=2014-05-15",
    "GET&%2F&AccessKeyId%3Dtestid%26Action%3DRemoveVServerGroupBackendServers%26BackendSe"
    "rvers%3D%255B%257B%2527ServerId%2527%253A%2527vm-233%2527%252C%2527Port%2527%253A%25"
    "2780%2527%257D%252C%257B%2527ServerId%2527%253A%2527vm-232%2527%252C%2527Port%2527%2"
    "53A%252790%2527%257D%255D%26Format%3DJSON%26RegionId%3Dcn-hangzhou%26SignatureMethod"
    "%3DHMAC-SHA1%26SignatureNonce%3D15215528852396%26SignatureVersion%3D1.0%26Timestamp%"
    "3D2019-08-06T12%253A00%253A00Z%26VServerGroupId%3Drsp-cige6j5e7p%26Version%3D2014-05"
    "-15",
    "qj6Duovel/uGiCS8KbqtVyiwSGo="};

// The method is part of what is signed.
inline constexpr signing_vector remove_backend_servers_post = {
    "remove_backend_servers_post",
    "POST",
    {{"Action", "RemoveVServerGroupBackendServers"},
     {"VServerGroupId", "rsp-cige6j5e7p"},
     {"BackendServers", "[{'ServerId':'vm-233','Port':'80'},{'ServerId':'vm-232','Port':'90'}]"},
     {"Format", "JSON"},
     {"RegionId", "cn-hangzhou"},
     {"SignatureNonce", "15215528852396"},
     {"Timestamp", "2019-08-06T12:00:00Z"},
     {"Version", "2014-05-15"},
     {"SignatureMethod", "HMAC-SHA1"},
     {"SignatureVersion", "1.0"},
     {"AccessKeyId", "testid"}},
    "AccessKeyId=testid&Action=RemoveVServerGroupBackendServers&BackendServers=%5B%7B%27S"
    "erverId%27%3A%27vm-233%27%2C%27Port%27%3A%2780%27%7D%2C%7B%27ServerId%27%3A%27vm-232"
    "%27%2C%27Port%27%3A%2790%27%7D%5D&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=H"
    "MAC-SHA1&SignatureNonce=15215528852396&SignatureVersion=1.0&Timestamp=2019-08-06T12%"
    "3A00%3A00Z&VServerGroupId=rsp-cige6j5e7p&Version=2014-05-15",
    "POST&%2F&AccessKeyId%3Dtestid%26Action%3DRemoveVServerGroupBackendServers%26BackendS"
    "ervers%3D%255B%257B%2527ServerId%2527%253A%2527vm-233%2527%252C%2527Port%2527%253A%2"
    "52780%2527%257D%252C%257B%2527ServerId%2527%253A%2527vm-232%2527%252C%2527Port%2527%"
    "253A%252790%2527%257D%255D%26Format%3DJSON%26RegionId%3Dcn-hangzhou%26SignatureMetho"
    "d%3DHMAC-SHA1%26SignatureNonce%3D15215528852396%26SignatureVersion%3D1.0%26Timestamp"
    "%3D2019-08-06T12%253A00%253A00Z%26VServerGroupId%3Drsp-cige6j5e7p%26Version%3D2014-0"
    "5-15",
    "hqfJIw3YJ5OvIoqSl7iEVazHHx8="};

inline constexpr const signing_vector* signing_vectors[] = {
    &describe_regions_misspelt_timestamp, &describe_regions,        &describe_dedicated_hosts,
    &describe_load_balancers_as_printed,  &describe_load_balancers, &remove_backend_servers_get,
    &remove_backend_servers_post,
};

}  // namespace support
