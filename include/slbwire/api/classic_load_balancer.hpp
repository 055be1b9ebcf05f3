#pragma once
// The product: API version and endpoints of Classic Load Balancer (SLB).

#include <string_view>

#include "../config.hpp"
#include "../model/operation.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

// Regions that the central host serves: the endpoint tables of the vendor's SDKs (Tea, Go, Python),
// which agree on them. cn-chengdu is left to the rule, as those SDKs and the endpoint page have it.
inline constexpr std::string_view slb_central_regions[] = {
    "cn-qingdao", "cn-beijing", "cn-hangzhou", "cn-shanghai", "cn-shenzhen", "cn-hongkong", "ap-southeast-1",
    "us-east-1", "us-west-1",
    // finance and government clouds
    "cn-shanghai-finance-1", "cn-shenzhen-finance-1", "cn-north-2-gov-1", "cn-hangzhou-finance",
    "cn-beijing-finance-pop", "cn-hongkong-finance-pop", "cn-beijing-gov-1",
    // regions that only the SDKs' tables name
    "cn-beijing-nu16-b01", "cn-edge-1", "cn-fujian", "cn-haidian-cm12-c01", "cn-hangzhou-bj-b01",
    "cn-hangzhou-internal-prod-1", "cn-hangzhou-internal-test-1", "cn-hangzhou-internal-test-2",
    "cn-hangzhou-internal-test-3", "cn-hangzhou-test-306", "cn-shanghai-et15-b01", "cn-shanghai-et2-b01",
    "cn-shanghai-inner", "cn-shanghai-internal-test-1", "cn-shenzhen-inner", "cn-shenzhen-st4-d01",
    "cn-shenzhen-su18-b01", "cn-wuhan", "cn-yushanfang", "cn-zhangbei", "cn-zhangbei-na61-b01",
    "cn-zhangjiakou-na62-a01", "cn-zhengzhou-nebula-1", "ap-northeast-2-pop", "eu-west-1-oxs", "rus-west-1-pop"};
inline constexpr region_host slb_exceptions[] = {{"cn-huhehaote-nebula-1", "slb-api.cn-qingdao-nebula.aliyuncs.com"}};

}  // namespace detail

/// Classic Load Balancer, API version 2014-05-15.
inline constexpr service classic_load_balancer{.version = "2014-05-15",
                                               .code = "slb",
                                               .central_regions = detail::slb_central_regions,
                                               .exceptions = detail::slb_exceptions};

}  // namespace slbwire
