#include <slbwire/model/host.hpp>
#include <slbwire/core/bounded_output.hpp>

#include <string>

#include "../support/catch.hpp"
#include "../support/table.hpp"

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

struct region_case {
    std::string_view text;
    bool good;
};
constexpr region_case regions[] = {
    {"cn-hangzhou", true}, {"ap-southeast-1", true}, {"a", true},    {"a1", true},   {"cn-beijing-nu16-b01", true},
    {"", false},           {"10", false},            {"1-a", false}, {"-a", false},  {"a-", false},
    {"a--b", false},       {"CN-hangzhou", false},   {"a_b", false}, {"a.b", false}, {"a ", false},
    {"a/b", false},        {"\xe5\x8c\x97", false}, {"a\n", false},
};
constexpr bool is_as_said(const region_case& r) {
    const fault f = check_region_id(r.text, "RegionId");
    return is_region_id(r.text) == r.good && static_cast<bool>(f) != r.good &&
           (r.good || (f.code == errc::invalid_value && f.field == "RegionId" && !f.hint.empty()));
}
static_assert(support::all_hold(regions, is_as_said));

}  // namespace

TEST_CASE("regions: small letters, digits and single hyphens") {
    for (const region_case& r : regions) CHECK(is_as_said(r));
}

TEST_CASE("hosts: exceptions, the central one, the rule, and inside a VPC") {
    CHECK(host("cn-odd", false) == "odd.example");
    CHECK(host("cn-hangzhou", false) == "pet.aliyuncs.com");
    CHECK(host("cn-new", false) == "pet.cn-new.aliyuncs.com");
    CHECK(host("cn-hangzhou", true) == "pet-vpc.cn-hangzhou.aliyuncs.com");
    CHECK(host("cn-odd", true) == "pet-vpc.cn-odd.aliyuncs.com");
}
