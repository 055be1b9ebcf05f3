#pragma once
// What the units of one program tell each other: nothing of slbwire's, which each of them has in its own way.
#include <cstddef>
#include <string>

/// A reply with an unknown member, in which containers nest until `levels` are open.
struct deep_reply {
    explicit deep_reply(int levels)
        : json(R"({"RequestId":"x","VServerGroups":{"VServerGroup":[{"VServerGroupId":"r1"}]},"Deep":)"),
          xml("<DescribeVServerGroupsResponse><RequestId>x</RequestId><VServerGroups><VServerGroup>"
              "<VServerGroupId>r1</VServerGroupId></VServerGroup></VServerGroups>") {
        const auto inner = static_cast<std::size_t>(levels - 1);  // the document is a container itself
        json += std::string(inner, '[') + '1' + std::string(inner, ']') + '}';
        for (std::size_t i = 0; i < inner; ++i) xml += "<a>";
        for (std::size_t i = 0; i < inner; ++i) xml += "</a>";
        xml += "</DescribeVServerGroupsResponse>";
    }
    std::string json;
    std::string xml;
};

/// How many of the ways to read a document took it, of how many.
struct accepted {
    int ways;
    int of;
};

/// A unit that uses slbwire inside, under settings of its own.
struct unit {
    accepted (*read)(const deep_reply& reply);
    std::string (*url)();  ///< of a request that is the same in all units
    int version;
};

// unit.cpp, compiled with the settings that the names tell.
extern const unit usual, depth_16, no_simd, baseline, avx2, separate;
extern const unit next_version;  ///< in a shared library, built with a later slbwire

/// What url() is under any settings.
inline constexpr const char* right_url =
    "https://slb.aliyuncs.com/?AccessKeyId=testid&Action=DeleteVServerGroup&Format=JSON&RegionId=cn-hangzhou"
    "&SignatureMethod=HMAC-SHA1&SignatureNonce=n&SignatureVersion=1.0&Timestamp=2023-11-14T22%3A13%3A20Z"
    "&VServerGroupId=rsp-cige6j5e7p&Version=2014-05-15&Signature=8AAMwbGfkFRiZmvyvh0mfnZKWTU%3D";

/// Says what is wrong; true if nothing is.
bool works(const char* name, const unit& u, int most_levels);
