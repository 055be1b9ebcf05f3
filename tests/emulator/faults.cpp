#include "faults.hpp"

#include <algorithm>
#include <cstddef>

namespace emulator {

const std::vector<std::string>& fault_names() {
    static const std::vector<std::string> names = {
        "none",
        "cut_before",
        "cut_after",
        "replayed",
        "truncated",
        "slow",
        "chunked",
        "gzip",
        "wrong_type",
        "throttled",
        "retry_after",
        "busy",
        "clock",
        "internal_error",
        "internal_error_after",
        "bad_gateway",
        "gateway_timeout",
        "gateway_timeout_after",
        "unavailable",
        "not_found_page",
        "forbidden_page",
        "login_page",
    };
    return names;
}

std::optional<fault> fault_named(std::string_view name) {
    const auto& names = fault_names();
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<fault>(at - names.begin());
}

const std::string& name_of(fault f) { return fault_names().at(static_cast<std::size_t>(f)); }

void fault_plan::set_rate(double rate, std::uint64_t seed) {
    rate_ = rate;
    random_.seed(seed);
}

fault fault_plan::next() {
    if (!queue_.empty()) {
        const fault first = queue_.front();
        queue_.pop_front();
        return first;
    }
    // Not by the standard's distributions, which differ from library to library.
    constexpr double whole = 18446744073709551616.0;  // 2 to the power of 64
    if (rate_ <= 0 || static_cast<double>(random_()) >= rate_ * whole) return fault::none;
    return static_cast<fault>(1 + random_() % (fault_names().size() - 1));
}

}  // namespace emulator
