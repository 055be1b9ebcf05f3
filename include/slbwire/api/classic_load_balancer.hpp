#pragma once
// The product: API version and endpoints of Classic Load Balancer (SLB).

#include <string_view>

#include "../config.hpp"
#include "../model/operation.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

// Regions that the central host serves: the endpoint tables of the vendor's SDKs (Tea, Go, Python),
// which agree on them. cn-chengdu is left to the rule, as those SDKs and the endpoint page have it.
using namespace std::string_view_literals;  // whose size is known without a look at the characters

inline constexpr std::string_view slb_central_regions[] = {
    "cn-qingdao"sv, "cn-beijing"sv, "cn-hangzhou"sv, "cn-shanghai"sv, "cn-shenzhen"sv, "cn-hongkong"sv, "ap-southeast-1"sv,
    "us-east-1"sv, "us-west-1"sv,
    // finance and government clouds
    "cn-shanghai-finance-1"sv, "cn-shenzhen-finance-1"sv, "cn-north-2-gov-1"sv, "cn-hangzhou-finance"sv,
    "cn-beijing-finance-pop"sv, "cn-hongkong-finance-pop"sv, "cn-beijing-gov-1"sv,
    // regions that only the SDKs' tables name
    "cn-beijing-nu16-b01"sv, "cn-edge-1"sv, "cn-fujian"sv, "cn-haidian-cm12-c01"sv, "cn-hangzhou-bj-b01"sv,
    "cn-hangzhou-internal-prod-1"sv, "cn-hangzhou-internal-test-1"sv, "cn-hangzhou-internal-test-2"sv,
    "cn-hangzhou-internal-test-3"sv, "cn-hangzhou-test-306"sv, "cn-shanghai-et15-b01"sv, "cn-shanghai-et2-b01"sv,
    "cn-shanghai-inner"sv, "cn-shanghai-internal-test-1"sv, "cn-shenzhen-inner"sv, "cn-shenzhen-st4-d01"sv,
    "cn-shenzhen-su18-b01"sv, "cn-wuhan"sv, "cn-yushanfang"sv, "cn-zhangbei"sv, "cn-zhangbei-na61-b01"sv,
    "cn-zhangjiakou-na62-a01"sv, "cn-zhengzhou-nebula-1"sv, "ap-northeast-2-pop"sv, "eu-west-1-oxs"sv, "rus-west-1-pop"sv};
inline constexpr region_host slb_exceptions[] = {{"cn-huhehaote-nebula-1", "slb-api.cn-qingdao-nebula.aliyuncs.com"}};

}  // namespace detail

/// Classic Load Balancer, API version 2014-05-15.
inline constexpr service classic_load_balancer{.version = "2014-05-15",
                                               .code = "slb",
                                               .central_regions = detail::slb_central_regions,
                                               .exceptions = detail::slb_exceptions};

}  // namespace slbwire
