#pragma once
// Where a product is served.

#include <string_view>

#include "../config.hpp"
#include "../core/bounded_output.hpp"
#include "operation.hpp"

namespace slbwire::inline SLBWIRE_ABI {

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
