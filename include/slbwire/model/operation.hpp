#pragma once
// What makes a struct an operation of an RPC-style service of Alibaba Cloud.

#include <concepts>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// A region whose host follows no rule.
struct region_host {
    std::string_view region;
    std::string_view host;
};

/// A product: the version of its API and where it is served.
struct service {
    std::string_view version;                              ///< `2014-05-15`
    std::string_view code;                                 ///< of host names: `slb` in slb.aliyuncs.com
    array_view<const std::string_view> central_regions{};  ///< served by `<code>.aliyuncs.com`
    array_view<const region_host> exceptions{};
};

namespace detail {

// The pieces of an operation, each alone: for the sentences that name the one that is missing.
template <class T>
concept has_action = requires { { T::action } -> std::convertible_to<std::string_view>; };
template <class T>
concept has_service = requires { { T::service } -> std::convertible_to<const service&>; };
template <class T>
concept has_fields = requires { T::fields; };
template <class T>
concept has_response = requires { typename T::response; };

/// What functions return that are never called.
struct mistake {};

/// What a reply is judged by, apart from the operation's type.
struct operation_facts {
    std::string_view action;
    bool idempotent = false;
};
template <class T>
inline constexpr bool is_idempotent = false;
template <class T>
    requires requires { { T::idempotent } -> std::convertible_to<bool>; }
inline constexpr bool is_idempotent<T> = T::idempotent;
template <class T>
inline constexpr operation_facts facts_of{T::action, is_idempotent<T>};

}  // namespace detail

/// An operation names its `action`, its `service`, its parameters (`fields`) and its `response`. It may have
/// `template <class Text> using response_of`, the reply over any text, which `finish_view` needs,
/// `fault check() const`, for rules that are about more than one field, and `static constexpr bool idempotent`: true
/// where to carry it out twice is as good as once (RFC 9110 section 9.2.2). Without that word it is not made again
/// where it may have been carried out.
template <class T>
concept operation = detail::has_action<T> && detail::has_service<T> && detail::has_fields<T> && detail::has_response<T>;

}  // namespace slbwire
