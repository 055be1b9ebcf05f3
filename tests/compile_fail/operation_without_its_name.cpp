// says: slbwire: an operation needs its name
// An operation that lacks a piece is told which.
#include <slbwire/slbwire.hpp>

struct describe_regions {
    std::string language{};
#ifndef MUST_FAIL
    static constexpr std::string_view action = "DescribeRegions";
#endif
    static constexpr const slbwire::service& service = slbwire::classic_load_balancer;
    static constexpr slbwire::field<describe_regions> fields[] = {{"AcceptLanguage", &describe_regions::language}};
    using response = slbwire::request_id_only;
};

auto go(const describe_regions& op) { return slbwire::call([](const slbwire::http_request&) { return slbwire::http_response{}; }, slbwire::client{}, op); }
