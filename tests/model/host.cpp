#include <slbwire/model/host.hpp>
#include <slbwire/core/bounded_output.hpp>

#include <string>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

constexpr std::string_view central[] = {"cn-hangzhou"};
constexpr region_host exceptions[] = {{"cn-odd", "odd.example"}};
constexpr service kennel{.version = "2020-01-01", .code = "pet", .central_regions = central, .exceptions = exceptions};

std::string host(std::string_view region, bool vpc) {
    std::string text;
    assign(text, [&](bounded_output& out) { write_host(out, kennel, region, vpc); });
    return text;
}

}  // namespace

TEST_CASE("hosts: exceptions, the central one, the rule, and inside a VPC") {
    CHECK(host("cn-odd", false) == "odd.example");
    CHECK(host("cn-hangzhou", false) == "pet.aliyuncs.com");
    CHECK(host("cn-new", false) == "pet.cn-new.aliyuncs.com");
    CHECK(host("cn-hangzhou", true) == "pet-vpc.cn-hangzhou.aliyuncs.com");
    CHECK(host("cn-odd", true) == "pet-vpc.cn-odd.aliyuncs.com");
}
