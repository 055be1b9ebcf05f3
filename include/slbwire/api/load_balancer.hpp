#pragma once
// An instance as a whole, which is the only way to read the weights of its default group (OpenAPI document
// "DescribeLoadBalancerAttribute" of Classic Load Balancer, version 2014-05-15).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../model/list.hpp"
#include "../model/operation.hpp"
#include "backend_server.hpp"
#include "classic_load_balancer.hpp"
#include "tag.hpp"

namespace slbwire::inline SLBWIRE_ABI {

template <class Text>
struct basic_listener_port {
    std::optional<std::int32_t> listener_port{};
    Text listener_protocol{};
    Text listener_forward{};
    std::optional<std::int32_t> forward_port{};
    Text description{};

    static constexpr field<basic_listener_port> fields[] = {
        {"ListenerPort", &basic_listener_port::listener_port, required},
        {"ListenerProtocol", &basic_listener_port::listener_protocol},
        {"ListenerForward", &basic_listener_port::listener_forward},
        {"ForwardPort", &basic_listener_port::forward_port},
        {"Description", &basic_listener_port::description},
        {"ListenerProtocal", &basic_listener_port::listener_protocol},  // as the misspelt list has it
    };
    friend bool operator==(const basic_listener_port&, const basic_listener_port&) = default;
};
using listener_port = basic_listener_port<std::string>;

/// Fields as in the vendor's documents and SDKs. What an instance has not is empty.
template <class Text>
struct basic_load_balancer_attribute {
    Text request_id{};
    Text load_balancer_id{};
    Text load_balancer_name{};
    Text load_balancer_status{};  ///< `active`, `inactive`, `locked`
    Text region_id{};
    Text region_id_alias{};
    Text resource_group_id{};
    Text address{};
    Text address_type{};  ///< `internet`, `intranet`
    Text address_ip_version{};  ///< `ipv4`, `ipv6`
    Text vpc_id{};
    Text vswitch_id{};
    Text network_type{};  ///< `vpc`, `classic`
    std::optional<std::int32_t> bandwidth{};  ///< Mbit/s
    Text internet_charge_type{};
    Text instance_charge_type{};
    Text pay_type{};
    Text load_balancer_spec{};
    Text spec_type{};
    std::optional<bool> spec_bps_flag{};
    Text create_time{};  ///< `YYYY-MM-DDThh:mm:ssZ`
    std::optional<std::int64_t> create_time_stamp{};  ///< milliseconds since 1970
    Text end_time{};
    std::optional<std::int64_t> end_time_stamp{};  ///< milliseconds since 1970
    std::optional<std::int64_t> auto_release_time{};  ///< milliseconds since 1970
    Text master_zone_id{};
    Text slave_zone_id{};
    Text cloud_type{};
    Text cloud_instance_type{};
    Text cloud_instance_id{};
    std::optional<std::int64_t> cloud_instance_uid{};
    Text tunnel_type{};
    std::optional<std::int32_t> renewal_duration{};
    Text renewal_status{};
    Text renewal_cyc_unit{};
    std::optional<bool> has_reserved_info{};  ///< sent as text
    Text reserved_info_order_type{};
    Text reserved_info_internet_charge_type{};
    Text reserved_info_bandwidth{};
    Text reserved_info_active_time{};
    Text delete_protection{};  ///< `on`, `off`
    Text modification_protection_status{};
    Text modification_protection_reason{};
    Text associated_cen_id{};
    Text associated_cen_status{};
    std::optional<bool> support_private_link{};
    Text business_status{};
    Text service_managed_mode{};
    std::vector<std::int32_t> listener_ports{};
    std::vector<basic_listener_port<Text>> listener_ports_and_protocol{};
    /// The same list under the misspelt name that the service sends beside the right one.
    std::vector<basic_listener_port<Text>> listener_ports_and_protocal{};
    std::vector<basic_backend_server<Text>> backend_servers{};  ///< the default group
    std::vector<basic_tag_entry<Text>> tags{};
    std::vector<Text> labels{};

    using self = basic_load_balancer_attribute;
    static constexpr field<basic_load_balancer_attribute> fields[] = {
        {"RequestId", &self::request_id, common},
        {"LoadBalancerId", &self::load_balancer_id},
        {"LoadBalancerName", &self::load_balancer_name},
        {"LoadBalancerStatus", &self::load_balancer_status},
        {"RegionId", &self::region_id},
        {"RegionIdAlias", &self::region_id_alias},
        {"ResourceGroupId", &self::resource_group_id},
        {"Address", &self::address},
        {"AddressType", &self::address_type},
        {"AddressIPVersion", &self::address_ip_version},
        {"VpcId", &self::vpc_id},
        {"VSwitchId", &self::vswitch_id},
        {"NetworkType", &self::network_type},
        {"Bandwidth", &self::bandwidth},
        {"InternetChargeType", &self::internet_charge_type},
        {"InstanceChargeType", &self::instance_charge_type},
        {"PayType", &self::pay_type},
        {"LoadBalancerSpec", &self::load_balancer_spec},
        {"SpecType", &self::spec_type},
        {"SpecBpsFlag", &self::spec_bps_flag},
        {"CreateTime", &self::create_time},
        {"CreateTimeStamp", &self::create_time_stamp},
        {"EndTime", &self::end_time},
        {"EndTimeStamp", &self::end_time_stamp},
        {"AutoReleaseTime", &self::auto_release_time},
        {"MasterZoneId", &self::master_zone_id},
        {"SlaveZoneId", &self::slave_zone_id},
        {"CloudType", &self::cloud_type},
        {"CloudInstanceType", &self::cloud_instance_type},
        {"CloudInstanceId", &self::cloud_instance_id},
        {"CloudInstanceUid", &self::cloud_instance_uid},
        {"TunnelType", &self::tunnel_type},
        {"RenewalDuration", &self::renewal_duration},
        {"RenewalStatus", &self::renewal_status},
        {"RenewalCycUnit", &self::renewal_cyc_unit},
        {"HasReservedInfo", &self::has_reserved_info},
        {"ReservedInfoOrderType", &self::reserved_info_order_type},
        {"ReservedInfoInternetChargeType", &self::reserved_info_internet_charge_type},
        {"ReservedInfoBandwidth", &self::reserved_info_bandwidth},
        {"ReservedInfoActiveTime", &self::reserved_info_active_time},
        {"DeleteProtection", &self::delete_protection},
        {"ModificationProtectionStatus", &self::modification_protection_status},
        {"ModificationProtectionReason", &self::modification_protection_reason},
        {"AssociatedCenId", &self::associated_cen_id},
        {"AssociatedCenStatus", &self::associated_cen_status},
        {"SupportPrivateLink", &self::support_private_link},
        {"BusinessStatus", &self::business_status},
        {"ServiceManagedMode", &self::service_managed_mode},
        reply_list<&self::listener_ports>("ListenerPorts", "ListenerPort"),
        reply_list<&self::listener_ports_and_protocol>("ListenerPortsAndProtocol", "ListenerPortAndProtocol"),
        reply_list<&self::listener_ports_and_protocal>("ListenerPortsAndProtocal", "ListenerPortAndProtocal"),
        reply_list<&self::backend_servers>("BackendServers", "BackendServer"),
        reply_list<&self::tags>("Tags", "Tag"),
        reply_list<&self::labels>("Labels", "Label"),
    };
    friend bool operator==(const basic_load_balancer_attribute&, const basic_load_balancer_attribute&) = default;
};
using load_balancer_attribute = basic_load_balancer_attribute<std::string>;
SLBWIRE_REPLY(basic_load_balancer_attribute);

/// "DescribeLoadBalancerAttribute".
struct describe_load_balancer_attribute {
    static constexpr std::string_view action = "DescribeLoadBalancerAttribute";
    static constexpr const slbwire::service& service = classic_load_balancer;
    static constexpr bool idempotent = true;
    std::string load_balancer_id{};

    static constexpr field<describe_load_balancer_attribute> fields[] = {
        {"LoadBalancerId", &describe_load_balancer_attribute::load_balancer_id, required},
    };
    template <class Text>
    using response_of = basic_load_balancer_attribute<Text>;
    using response = load_balancer_attribute;
};
SLBWIRE_REQUEST(describe_load_balancer_attribute);

}  // namespace slbwire
