#pragma once
// Where a product is served.

#include <cstddef>
#include <string_view>

#include "../config.hpp"
#include "../core/ascii.hpp"
#include "../core/bounded_output.hpp"
#include "../core/fault.hpp"
#include "operation.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Lower-case letters and digits in groups joined by `-`, a letter first, as all region ids are. Host names are made of
/// it, so nothing else may pass.
constexpr bool is_region_id(std::string_view region) noexcept {
    if (region.empty() || region.size() > 64 || !ascii::is_lower(region.front()) || region.back() == '-') return false;
    for (std::size_t i = 0; i < region.size(); ++i) {
        const char c = region[i];
        if (!ascii::is_lower(c) && !ascii::is_digit(c) && (c != '-' || region[i - 1] == '-')) return false;
    }
    return true;
}
constexpr fault check_region_id(std::string_view region, std::string_view field) noexcept {
    if (is_region_id(region)) return {};
    return {.code = errc::invalid_value,
            .field = field,
            .hint = "region ids are small letters, digits and single hyphens, a letter first, as cn-hangzhou"};
}

/// Writes the host that serves `product` in `region`: an exception, the central host, or by the rule
/// `<code>.<region>.aliyuncs.com`, so that regions newer than the table work. Within a VPC the name is
/// `<code>-vpc.<region>.aliyuncs.com`.
constexpr void write_host(bounded_output& out, const service& product, std::string_view region,
                          bool vpc = false) noexcept {
    for (const region_host& exception : product.exceptions) {
        if (!vpc && exception.region == region) return out.put(exception.host);
    }
    bool central = false;
    for (std::string_view one : product.central_regions) central = central || one == region;
    out.put(product.code);
    if (vpc) out.put("-vpc");
    if (vpc || !central) {
        out.put('.');
        out.put(region);
    }
    out.put(".aliyuncs.com");
}

}  // namespace slbwire
