// says: slbwire: an operation needs the type of its reply
// An operation that lacks a piece is told which.
#include <slbwire/slbwire.hpp>

struct describe_regions {
    std::string language{};
    static constexpr std::string_view action = "DescribeRegions";
    static constexpr const slbwire::service& service = slbwire::classic_load_balancer;
    static constexpr slbwire::field<describe_regions> fields[] = {{"AcceptLanguage", &describe_regions::language}};
#ifndef MUST_FAIL
    using response = slbwire::request_id_only;
#endif
};

auto go(const describe_regions& op) { return slbwire::finish<std::remove_cvref_t<decltype(op)>>(slbwire::http_response{}); }
