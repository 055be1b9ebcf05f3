// says: slbwire: an operation needs its product
// An operation that lacks a piece is told which.
#include <slbwire/slbwire.hpp>

struct describe_regions {
    std::string language{};
    static constexpr std::string_view action = "DescribeRegions";
#ifndef MUST_FAIL
    static constexpr const slbwire::service& service = slbwire::classic_load_balancer;
#endif
    static constexpr slbwire::field<describe_regions> fields[] = {{"AcceptLanguage", &describe_regions::language}};
    using response = slbwire::request_id_only;
};

auto go(const describe_regions& op) { return slbwire::prepare(slbwire::client{}, op, slbwire::stamp{}); }
