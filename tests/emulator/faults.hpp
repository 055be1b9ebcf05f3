#pragma once
// What goes wrong, and when.

#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emulator {

/// README.md says what each does. The names in this order: fault_names.
enum class fault : std::uint8_t {
    none,
    cut_before,
    cut_after,
    replayed,
    truncated,
    slow,
    chunked,
    gzip,
    wrong_type,
    throttled,
    retry_after,
    busy,
    clock,
    internal_error,
    internal_error_after,
    bad_gateway,
    gateway_timeout,
    gateway_timeout_after,
    unavailable,
    not_found_page,
    forbidden_page,
    login_page,
};

const std::vector<std::string>& fault_names();
std::optional<fault> fault_named(std::string_view name);
const std::string& name_of(fault f);

/// Which fault the next request has: the first of the queue; with an empty one, by chance.
class fault_plan {
public:
    void push(fault f) { queue_.push_back(f); }
    /// From now on a request has one of all faults with probability `rate` (0 to 1). The same seed gives the same row.
    void set_rate(double rate, std::uint64_t seed);
    fault next();
    std::size_t left() const { return queue_.size(); }

private:
    std::deque<fault> queue_;
    double rate_ = 0;
    std::mt19937_64 random_;
};

}  // namespace emulator
