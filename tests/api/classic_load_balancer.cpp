// Endpoints: which host serves which region.

#include <slbwire/api/classic_load_balancer.hpp>
#include <slbwire/core/bounded_output.hpp>
#include <slbwire/model/host.hpp>
#include <slbwire/api/vserver_group.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

constexpr std::string_view central_host = "slb.aliyuncs.com";

// As the endpoint tables of the vendor's SDKs have them.
constexpr std::string_view central[] = {"cn-qingdao",
                                        "cn-beijing",
                                        "cn-hangzhou",
                                        "cn-shanghai",
                                        "cn-shenzhen",
                                        "cn-hongkong",
                                        "ap-southeast-1",
                                        "us-east-1",
                                        "us-west-1",
                                        "cn-shanghai-finance-1",
                                        "cn-shenzhen-finance-1",
                                        "cn-north-2-gov-1",
                                        "cn-hangzhou-finance",
                                        "cn-beijing-finance-pop",
                                        "cn-hongkong-finance-pop",
                                        "cn-beijing-gov-1",
                                        "cn-beijing-nu16-b01",
                                        "cn-edge-1",
                                        "cn-fujian",
                                        "cn-haidian-cm12-c01",
                                        "cn-hangzhou-bj-b01",
                                        "cn-hangzhou-internal-prod-1",
                                        "cn-hangzhou-internal-test-1",
                                        "cn-hangzhou-internal-test-2",
                                        "cn-hangzhou-internal-test-3",
                                        "cn-hangzhou-test-306",
                                        "cn-shanghai-et15-b01",
                                        "cn-shanghai-et2-b01",
                                        "cn-shanghai-inner",
                                        "cn-shanghai-internal-test-1",
                                        "cn-shenzhen-inner",
                                        "cn-shenzhen-st4-d01",
                                        "cn-shenzhen-su18-b01",
                                        "cn-wuhan",
                                        "cn-yushanfang",
                                        "cn-zhangbei",
                                        "cn-zhangbei-na61-b01",
                                        "cn-zhangjiakou-na62-a01",
                                        "cn-zhengzhou-nebula-1",
                                        "ap-northeast-2-pop",
                                        "eu-west-1-oxs",
                                        "rus-west-1-pop"};
struct placed {
    std::string_view region;
    std::string_view host;
};
constexpr placed others[] = {
    {"cn-huhehaote-nebula-1", "slb-api.cn-qingdao-nebula.aliyuncs.com"},
    {"cn-zhangjiakou", "slb.cn-zhangjiakou.aliyuncs.com"},
    {"cn-huhehaote", "slb.cn-huhehaote.aliyuncs.com"},
    {"ap-northeast-1", "slb.ap-northeast-1.aliyuncs.com"},
    {"ap-southeast-2", "slb.ap-southeast-2.aliyuncs.com"},
    {"ap-southeast-3", "slb.ap-southeast-3.aliyuncs.com"},
    {"ap-southeast-5", "slb.ap-southeast-5.aliyuncs.com"},
    {"ap-south-1", "slb.ap-south-1.aliyuncs.com"},
    {"eu-central-1", "slb.eu-central-1.aliyuncs.com"},
    {"eu-west-1", "slb.eu-west-1.aliyuncs.com"},
    {"me-east-1", "slb.me-east-1.aliyuncs.com"},
    {"cn-wulanchabu", "slb.cn-wulanchabu.aliyuncs.com"},
    {"cn-heyuan", "slb.cn-heyuan.aliyuncs.com"},
    {"cn-guangzhou", "slb.cn-guangzhou.aliyuncs.com"},
    {"ap-southeast-6", "slb.ap-southeast-6.aliyuncs.com"},
    {"cn-chengdu", "slb.cn-chengdu.aliyuncs.com"},
    {"cn-nanjing", "slb.cn-nanjing.aliyuncs.com"},
    {"cn-fuzhou", "slb.cn-fuzhou.aliyuncs.com"},
    {"ap-northeast-2", "slb.ap-northeast-2.aliyuncs.com"},
    {"ap-southeast-7", "slb.ap-southeast-7.aliyuncs.com"},
    // newer than any table
    {"moon-1", "slb.moon-1.aliyuncs.com"},
};

constexpr bool is_served_by(std::string_view region, std::string_view host, bool vpc = false) {
    char text[256] = {};
    bounded_output out(text, sizeof text);
    write_host(out, classic_load_balancer, region, vpc);
    return out.written() == host;
}
constexpr bool all_are_served() {
    for (std::string_view region : central) {
        if (!is_served_by(region, central_host)) return false;
    }
    for (const placed& p : others) {
        if (!is_served_by(p.region, p.host)) return false;
    }
    return true;
}
static_assert(all_are_served());
static_assert(is_served_by("cn-hangzhou", "slb-vpc.cn-hangzhou.aliyuncs.com", true));
static_assert(is_served_by("cn-chengdu", "slb-vpc.cn-chengdu.aliyuncs.com", true));
static_assert(classic_load_balancer.version == "2014-05-15");

const describe_vserver_group_attribute operation_of_any_kind{"rsp-1"};

/// What stands between `://` and the next `/`.
std::string host_of(const client& c) {
    const auto made = prepare(c, operation_of_any_kind, fixed_stamp);
    REQUIRE(made.has_value());
    CHECK(made->url.starts_with(c.plain_http ? "http://" : "https://"));
    const std::size_t first = made->url.find("://") + 3;
    return made->url.substr(first, made->url.find('/', first) - first);
}
client in_region(std::string_view region) {
    client c = fixed_client();
    c.region_id = region;
    return c;
}

}  // namespace

TEST_CASE("endpoints: by the region") {
    for (std::string_view region : central) {
        CAPTURE(region);
        CHECK(host_of(in_region(region)) == central_host);
    }
    for (const placed& p : others) {
        CAPTURE(p.region);
        CHECK(host_of(in_region(p.region)) == p.host);
    }
}

TEST_CASE("endpoints: within a VPC every region has a host of its own") {
    for (std::string_view region :
         {"cn-hangzhou", "cn-chengdu", "us-west-1", "cn-huhehaote-nebula-1", "moon-1"}) {
        client c = in_region(region);
        c.vpc_endpoint = true;
        std::string wanted = "slb-vpc.";
        (wanted += region) += ".aliyuncs.com";
        CHECK(host_of(c) == wanted);
    }
}

TEST_CASE("endpoints: the caller's own goes before all") {
    client c = in_region("cn-hangzhou");
    c.vpc_endpoint = true;
    for (const char* own : {"slb.example.com", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST"}) {
        c.endpoint = own;
        CHECK(host_of(c) == own);
        c.plain_http = !c.plain_http;
    }
    // Nothing that ends a host or begins another part of a URL.
    for (const char* bad :
         {"a/b", "a?b", "a#b", "user@host", "a b", "a\\b", "a%2fb", "a\n", "a\x7f", "主机"}) {
        CAPTURE(bad);
        c.endpoint = bad;
        check_invalid(operation_of_any_kind, {.code = errc::invalid_value, .field = "endpoint"}, {}, c);
    }
    c.endpoint = repeated("a", 255);
    CHECK(host_of(c) == c.endpoint);
    c.endpoint += 'a';
    check_invalid(operation_of_any_kind, {.code = errc::invalid_value, .field = "endpoint"}, {}, c);
}

TEST_CASE("endpoints: what is no region becomes no host") {
    const fault wrong{.code = errc::invalid_value, .field = "RegionId"};
    const std::string bad[] = {"CN-hangzhou",
                               "cn-hangzhoU",
                               "cn.hangzhou",
                               "cn-hangzhou.evil.com/",
                               "a/b",
                               "a\\b",
                               "a@b",
                               "a:80",
                               "a?b",
                               "a#b",
                               "a b",
                               " cn",
                               "cn ",
                               "a_b",
                               "-cn",
                               "cn-",
                               "-",
                               "--",
                               "cn--hangzhou",
                               "cn-\n",
                               "杭州",
                               std::string("cn\0-x", 5),
                               "1",
                               "10",
                               "1-cn",
                               repeated("a", 65)};
    for (const std::string& region : bad) {
        CAPTURE(region);
        check_invalid(operation_of_any_kind, wrong,
                      "invalid request: the value is not one that the field can hold in RegionId: region ids are small "
                      "letters, digits and single hyphens, a letter first, as cn-hangzhou",
                      in_region(region));
        client no_limits = in_region(region);
        no_limits.check_limits = false;
        no_limits.check_shape = false;
        check_invalid(operation_of_any_kind, wrong, {}, no_limits);
    }
    for (const std::string& good :
         {std::string("a"), std::string("a1"), std::string("a-1-b"), repeated("a", 64)}) {
        std::string wanted = "slb.";
        (wanted += good) += ".aliyuncs.com";
        CHECK(host_of(in_region(good)) == wanted);
    }
    check_invalid(operation_of_any_kind, {.code = errc::missing, .field = "RegionId"},
                  "invalid request: a required field is missing in RegionId: or an endpoint", in_region(""));
}
