#pragma once
// The texts of tests/vectors/replies for compile-time tests; tests/api/samples.cpp checks that they are
// the same as the files.

#include <string_view>

namespace samples {

struct sample {
    std::string_view file;
    std::string_view text;
};

inline constexpr sample AddBackendServers_2019_09_11_json{"AddBackendServers.cn-zh-2019-09-11.json", R"~({
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"i-2zej4lxhjoq1icue****",
				"Weight":100,
				"Type":"ecs"
			},
			{
				"ServerId":"i-2ze1u9ywulp5pbvv****",
				"Weight":100,
				"Type":"ecs"
			}
		]
	},
	"RequestId":"34B82C81-F13B-4EEB-99F6-A048C67CC830",
	"LoadBalancerId":"lb-2ze7o5h52g02kkzze****"
}
)~"};

inline constexpr sample AddBackendServers_2019_09_11_xml{"AddBackendServers.cn-zh-2019-09-11.xml", R"~(<AddBackendServersResponse>
    <BackendServers>
        <BackendServer>
            <ServerId>i-2zej4lxhjoq1icu*****</ServerId>
            <Weight>100</Weight>
            <Type>ecs</Type>
        </BackendServer>
        <BackendServer>
            <ServerId>i-2ze1u9ywulp5pbv*****</ServerId>
            <Weight>100</Weight>
            <Type>ecs</Type>
        </BackendServer>
    </BackendServers>
    <RequestId>34B82C81-F13B-4EEB-99F6-A048C67CC830</RequestId>
    <LoadBalancerId>lb-2ze7o5h52g02kkzz*****</LoadBalancerId>
</AddBackendServersResponse>
)~"};

inline constexpr sample AddVServerGroupBackendServers_2019_09_18_json{"AddVServerGroupBackendServers.cn-zh-2019-09-18.json", R"~({
	"AddVServerGroupBackendServers":{
		"BackendServers":{
			"BackendServer":[
				{
					"ServerId":"vm-233",
					"Port":"80",
					"Weight":"100"
				},
				{
					"ServerId":"vm-232",
					"Port":"90",
					"Weight":"100"
				},
				{
					"ServerId":"vm-231",
					"Port":"70",
					"Weight":"100"
				}
			]
		},
		"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C",
		"VServerGroupId":"rsp-cige6j5e7p"
	}
}
)~"};

inline constexpr sample AddVServerGroupBackendServers_2019_09_18_xml{"AddVServerGroupBackendServers.cn-zh-2019-09-18.xml", R"~(<AddVServerGroupBackendServersResponse>
      <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
      <VServerGroupId>rsp-cige6j5e7p</VServerGroupId>
      <BackendServers>
            <BackendServer>
                  <ServerId>vm-233</ServerId>
                  <Port>80</Port>
                  <Weight>100</Weight>
            </BackendServer>
            <BackendServer>
                  <ServerId>vm-232</ServerId>
                  <Port>90</Port>
                  <Weight>100</Weight>
            </BackendServer>
            <BackendServer>
                  <ServerId>vm-231</ServerId>
                  <Port>70</Port>
                  <Weight>100</Weight>
            </BackendServer>
      </BackendServers>
</AddVServerGroupBackendServersResponse>
)~"};

inline constexpr sample CreateMasterSlaveServerGroup_2019_07_25_json{"CreateMasterSlaveServerGroup.cn-zh-2019-07-25.json", R"~({
	"CreateMasterSlaveServerGroup":{
		"MasterSlaveBackendServers":{
			"MasterSlaveBackendServers":[
				{
					"ServerId":"vm-233",
					"Port":"80",
					"Weight":"100",
					"ServerType":"Master"
				},
				{
					"ServerId":"vm-232",
					"Port":"90",
					"Weight":"100",
					"ServerType":"Slave"
				}
			]
		},
		"MasterSlaveServerGroupId":"rsp-cige6j5e7p",
		"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C"
	}
}
)~"};

inline constexpr sample CreateMasterSlaveServerGroup_2019_07_25_xml{"CreateMasterSlaveServerGroup.cn-zh-2019-07-25.xml", R"~(<CreateMasterSlaveServerGroupResponse>
      <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
      <MasterSlaveServerGroupId>rsp-cige6j5e7p</MasterSlaveServerGroupId>
      <MasterSlaveBackendServers>
            <MasterSlaveBackendServers>
        	      <ServerId>vm-233</ServerId>
        	      <Port>80</Port>
        	      <Weight>100</Weight>
			      <ServerType>Master</ServerType>
            </MasterSlaveBackendServers>
            <MasterSlaveBackendServers>
        	      <ServerId>vm-232</ServerId>
        	      <Port>90</Port>
        	      <Weight>100</Weight>
			      <ServerType>Slave</ServerType>
            </MasterSlaveBackendServers>
      </MasterSlaveBackendServers>
</CreateMasterSlaveServerGroupResponse>
)~"};

inline constexpr sample CreateVServerGroup_2019_09_11_json{"CreateVServerGroup.cn-zh-2019-09-11.json", R"~({
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"vm-233",
				"Port":"80",
				"Weight":"100"
			},
			{
				"ServerId":"vm-232",
				"Port":"90",
				"Weight":"100"
			},
			{
				"ServerId":"vm-231",
				"Port":"70",
				"Weight":"100"
			}
		]
	},
	"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C",
	"VServerGroupId":"rsp-cige6j5e7p"
}
)~"};

inline constexpr sample CreateVServerGroup_2019_09_11_xml{"CreateVServerGroup.cn-zh-2019-09-11.xml", R"~(<CreateVServerGroupResponse>
      <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
      <VServerGroupId>rsp-cige6j5e7p</VServerGroupId>
      <BackendServers>
            <BackendServer>
        	      <ServerId>vm-233</ServerId>
        	      <Port>80</Port>
        	      <Weight>100</Weight>
            </BackendServer>
            <BackendServer>
        	      <ServerId>vm-232</ServerId>
        	      <Port>90</Port>
        	      <Weight>100</Weight>
            </BackendServer>
            <BackendServer>
        	      <ServerId>vm-231</ServerId>
        	      <Port>70</Port>
        	      <Weight>100</Weight>
            </BackendServer>
      </BackendServers>
</CreateVServerGroupResponse>
)~"};

inline constexpr sample DeleteMasterSlaveServerGroup_2019_07_25_json{"DeleteMasterSlaveServerGroup.cn-zh-2019-07-25.json", R"~({
	"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C"
}
)~"};

inline constexpr sample DeleteMasterSlaveServerGroup_2019_07_25_xml{"DeleteMasterSlaveServerGroup.cn-zh-2019-07-25.xml", R"~(<DeleteMasterSlaveServerGroupResponse>
	  <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
</DeleteMasterSlaveServerGroupResponse>
)~"};

inline constexpr sample DeleteVServerGroup_2019_01_24_json{"DeleteVServerGroup.cn-zh-2019-01-24.json", R"~({
	"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C"
}
)~"};

inline constexpr sample DeleteVServerGroup_2019_01_24_xml{"DeleteVServerGroup.cn-zh-2019-01-24.xml", R"~(<DeleteVServerGroupResponse>
  <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
</DeleteVServerGroupResponse>
)~"};

inline constexpr sample DescribeHealthStatus_2019_07_25_json{"DescribeHealthStatus.cn-zh-2019-07-25.json", R"~({
	"RequestId":"196EC328-B566-4226-B435-8697723205EF",
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"i-bp1do02x7n4nua4k72um",
				"ServerHealthStatus":"abnormal",
				"Port":80,
				"ListenerPort":443
			}
		]
	}
}
)~"};

inline constexpr sample DescribeHealthStatus_2019_07_25_xml{"DescribeHealthStatus.cn-zh-2019-07-25.xml", R"~(<DescribeHealthStatusResponse>
	  <RequestId>365F4154-92F6-4AE4-92F8-7FF34B540710</RequestId>
	  <BackendServers>
		    <BackendServer>
			      <ServerId>vm-233</ServerId>
			      <ServerHealthStatus>normal</ServerHealthStatus>
		    </BackendServer>
		    <BackendServer>
			      <ServerId>vm-234</ServerId>
			      <ServerHealthStatus>abnormal</ServerHealthStatus>
		    </BackendServer>
	  </BackendServers>
</DescribeHealthStatusResponse>
)~"};

inline constexpr sample DescribeLoadBalancerAttribute_2019_08_06_json{"DescribeLoadBalancerAttribute.cn-zh-2019-08-06.json", R"~({
	"CreateTimeStamp":1541679713000,
	"RegionIdAlias":"cn-hangzhou",
	"HasReservedInfo":"false",
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"i-bp1c3zrr37ablp8ujo7v",
				"Weight":100,
				"Type":"ecs"
			}
		]
	},
	"ListenerPorts":{
		"ListenerPort":[]
	},
	"VSwitchId":"vsw-bp12mw1f8k3jgygk9bmlj",
	"InternetChargeType":"paybytraffic",
	"VpcId":"vpc-bp1aevy8sofi8mh1qc5cm",
	"SlaveZoneId":"cn-hangzhou-d",
	"NetworkType":"vpc",
	"LoadBalancerSpec":"slb.s2.small",
	"ListenerPortsAndProtocol":{
		"ListenerPortAndProtocol":[]
	},
	"PayType":"PayOnDemand",
	"Bandwidth":5120,
	"LoadBalancerName":"abc1",
	"ResourceGroupId":"rg-acfmxazb4ph6aiy",
	"AddressIPVersion":"ipv4",
	"LoadBalancerId":"lb-bp1b6c719dfa08exfuca5",
	"EndTimeStamp":32493801600000,
	"MasterZoneId":"cn-hangzhou-b",
	"ListenerPortsAndProtocal":{
		"ListenerPortAndProtocal":[]
	},
	"Address":"192.168.0.6",
	"RegionId":"cn-hangzhou",
	"RequestId":"35D745B3-1567-4855-9EF1-F5CED3C1670C",
	"CreateTime":"2018-11-08T12:21:53Z",
	"EndTime":"2999-09-08T16:00:00Z",
	"AddressType":"intranet",
	"LoadBalancerStatus":"active"
}
)~"};

inline constexpr sample DescribeLoadBalancerAttribute_2019_08_06_xml{"DescribeLoadBalancerAttribute.cn-zh-2019-08-06.xml", R"~(<DescribeLoadBalancerAttributeResponse>
      <CreateTimeStamp>1541679713000</CreateTimeStamp>
	  <RegionIdAlias>cn-hangzhou</RegionIdAlias>
	  <BackendServers>
		    <BackendServer>
			      <ServerId>i-bp1c3zrr37ablp8ujo7v</ServerId>
			      <Weight>100</Weight>
			      <Type>ecs</Type>
		    </BackendServer>
	  </BackendServers>
	  <HasReservedInfo>false</HasReservedInfo>
	  <ListenerPorts></ListenerPorts>
	  <InternetChargeType>paybytraffic</InternetChargeType>
	  <VSwitchId>vsw-bp12mw1f8k3jgygk9bmlj</VSwitchId>
	  <VpcId>vpc-bp1aevy8sofi8mh1qc5cm</VpcId>
	  <SlaveZoneId>cn-hangzhou-d</SlaveZoneId>
	  <LoadBalancerSpec>slb.s2.small</LoadBalancerSpec>
	  <NetworkType>vpc</NetworkType>
	  <ListenerPortsAndProtocol></ListenerPortsAndProtocol>
	  <PayType>PayOnDemand</PayType>
	  <Bandwidth>5120</Bandwidth>
	  <LoadBalancerName>abc1</LoadBalancerName>
	  <ResourceGroupId>rg-acfmxazb4ph6aiy</ResourceGroupId>
	  <AddressIPVersion>ipv4</AddressIPVersion>
	  <LoadBalancerId>lb-bp1b6c719dfa08exfuca5</LoadBalancerId>
	  <EndTimeStamp>32493801600000</EndTimeStamp>
	  <MasterZoneId>cn-hangzhou-b</MasterZoneId>
	  <ListenerPortsAndProtocal></ListenerPortsAndProtocal>
	  <Address>192.168.0.6</Address>
	  <RegionId>cn-hangzhou</RegionId>
	  <RequestId>35D745B3-1567-4855-9EF1-F5CED3C1670C</RequestId>
	  <CreateTime>2018-11-08T12:21:53Z</CreateTime>
	  <AddressType>intranet</AddressType>
	  <EndTime>2999-09-08T16:00:00Z</EndTime>
	  <LoadBalancerStatus>active</LoadBalancerStatus>
</DescribeLoadBalancerAttributeResponse>
)~"};

inline constexpr sample DescribeMasterSlaveServerGroupAttribute_2019_08_06_json{"DescribeMasterSlaveServerGroupAttribute.cn-zh-2019-08-06.json", R"~({
	"DescribeMasterSlaveServerGroupAttributeResponse":{
		"MasterSlaveBackendServers":{
			"MasterSlaveBackendServers":[
				{
					"ServerId":"vm-233",
					"Port":"80",
					"Weight":"100",
					"ServerType":"Master"
				},
				{
					"ServerId":"vm-232",
					"Port":"90",
					"Weight":"100",
					"ServerType":"Slave"
				}
			]
		},
		"MasterSlaveServerGroupId":"rsp-cige6j5e7p",
		"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C"
	}
}
)~"};

inline constexpr sample DescribeMasterSlaveServerGroupAttribute_2019_08_06_xml{"DescribeMasterSlaveServerGroupAttribute.cn-zh-2019-08-06.xml", R"~(<DescribeMasterSlaveServerGroupAttributeResponse>
    <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
    <MasterSlaveServerGroupId>rsp-cige6j5e7p</MasterSlaveServerGroupId>
    <MasterSlaveBackendServers>
          <MasterSlaveBackendServers>
                <ServerId>vm-233</ServerId>
                <Port>80</Port>
                <Weight>100</Weight>
                <ServerType>Master</ServerType>
          </MasterSlaveBackendServers>
          <MasterSlaveBackendServers>
                <ServerId>vm-232</ServerId>
                <Port>90</Port>
                <Weight>100</Weight>
                <ServerType>Slave</ServerType>
          </MasterSlaveBackendServers>
    </MasterSlaveBackendServers>
</DescribeMasterSlaveServerGroupAttributeResponse>
)~"};

inline constexpr sample DescribeMasterSlaveServerGroups_2019_02_26_json{"DescribeMasterSlaveServerGroups.cn-zh-2019-02-26.json", R"~({
	"RequestId":"265989FE-136B-4D6A-B549-FD40E7A6692D",
	"MasterSlaveServerGroups":{
		"MasterSlaveServerGroup":[
			{
				"MasterSlaveServerGroupId":"rsp-bp1nlyu1366z7",
				"MasterSlaveServerGroupName":"主备1",
				"AssociatedObjects":{
					"Listeners":{
						"Listener":[]
					}
				}
			}
		]
	}
}
)~"};

inline constexpr sample DescribeMasterSlaveServerGroups_2019_02_26_xml{"DescribeMasterSlaveServerGroups.cn-zh-2019-02-26.xml", R"~(<DescribeMasterSlaveServerGroupsResponse>
  <RequestId>2631BB5E-B576-4925-BDED-07A66D23E5DE</RequestId>
  <MasterSlaveServerGroups>
    <MasterSlaveServerGroup>
      <MasterSlaveServerGroupId>rsp-bp1ro3mwp2x2m</MasterSlaveServerGroupId>
      <MasterSlaveServerGroupName>test</MasterSlaveServerGroupName>
    </MasterSlaveServerGroup>
  </MasterSlaveServerGroups>
</DescribeMasterSlaveServerGroupsResponse>
)~"};

inline constexpr sample DescribeVServerGroupAttribute_2019_08_06_json{"DescribeVServerGroupAttribute.cn-zh-2019-08-06.json", R"~({
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"vm-233",
				"Port":"80",
				"Weight":"100"
			},
			{
				"ServerId":"vm-232",
				"Port":"90",
				"Weight":"100"
			}
		]
	},
	"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C",
	"VServerGroupId":"rsp-cige6j5e7p",
	"VServerGroupName":"Group1"
}
)~"};

inline constexpr sample DescribeVServerGroupAttribute_2019_08_06_xml{"DescribeVServerGroupAttribute.cn-zh-2019-08-06.xml", R"~(<DescribeVServerGroupAttributeResponse>
	  <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
	  <VServerGroupId>rsp-cige6j5e7p</VServerGroupId>
	  <VServerGroupName>Group1</VServerGroupName>
	  <BackendServers>
		    <BackendServer>
			      <ServerId>vm-232</ServerId>
			      <Port>80</Port>
			      <Weight>100</Weight>
		    </BackendServer>
		    <BackendServer>
			      <ServerId>vm-233</ServerId>
			      <Port>90</Port>
			      <Weight>100</Weight>
		    </BackendServer>
	  </BackendServers>
</DescribeVServerGroupAttributeResponse>
)~"};

inline constexpr sample DescribeVServerGroups_2019_07_03_json{"DescribeVServerGroups.cn-zh-2019-07-03.json", R"~({
	"VServerGroups":[
		{
			"VServerGroupId":"rsp-cige6j5e7p",
			"VServerGroupName":"Group1"
		},
		{
			"VServerGroupId":"rsp-6cejjzlld7",
			"VServerGroupName":"Group2"
		},
		{
			"VServerGroupId":"rsp-0bfucwuotx",
			"VServerGroupName":"Group3"
		}
	],
	"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C"
}
)~"};

inline constexpr sample DescribeVServerGroups_2019_07_03_xml{"DescribeVServerGroups.cn-zh-2019-07-03.xml", R"~(<DescribeVServerGroupsResponse>
  <VServerGroups>
    <VServerGroup>
      <VServerGroupId>rsp-bp12bjrnykyp0</VServerGroupId>
      <VServerGroupName>6</VServerGroupName>
      <AssociatedObjects>
        <Listeners/>
        <Rules/>
      </AssociatedObjects>
    </VServerGroup>
    <VServerGroup>
      <VServerGroupId>rsp-bp16rt0dzbm23</VServerGroupId>
      <VServerGroupName>text2</VServerGroupName>
      <AssociatedObjects>
        <Listeners/>
        <Rules/>
      </AssociatedObjects>
    </VServerGroup>
  </VServerGroups>
  <RequestId>E3F94C66-5DDD-4A6B-B37D-FD237FB31FE6</RequestId>
</DescribeVServerGroupsResponse>
)~"};

inline constexpr sample RemoveBackendServers_2019_07_25_json{"RemoveBackendServers.cn-zh-2019-07-25.json", R"~({
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"vm-233",
				"Weight":100
			},
			{
				"ServerId":"vm-234",
				"Weight":100
			}
		]
	},
	"RequestId":"365F4154-92F6-4AE4-92F8-7FF34B540710",
	"LoadBalancerId":"139a00604ad-cn-east-hangzhou-01"
}
)~"};

inline constexpr sample RemoveBackendServers_2019_07_25_xml{"RemoveBackendServers.cn-zh-2019-07-25.xml", R"~(<RemoveBackendServersResponse>
		  <RequestId>365F4154-92F6-4AE4-92F8-7FF34B540710</RequestId>
	  <LoadBalancerId>139a00604ad-cn-east-hangzhou-01</LoadBalancerId>
	  <BackendServers>
		    <BackendServer>
			      <ServerId>vm-231</ServerId>
			      <Weight>100</Weight>
		    </BackendServer>
		    <BackendServer>
			      <ServerId>vm-232</ServerId>
			      <Weight>100</Weight>
		    </BackendServer>
	  </BackendServers>
		</RemoveBackendServersResponse>
)~"};

inline constexpr sample SetBackendServers_2019_08_26_json{"SetBackendServers.cn-zh-2019-08-26.json", R"~({
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"eni-231",
				"Weight":"100",
				"Type":"eni"
			},
			{
				"ServerId":"eni-233",
				"Weight":"100",
				"Type":"eni"
			}
		]
	},
	"RequestId":"365F4154-92F6-4AE4-92F8-7FF34B540710",
	"LoadBalancerId":"139a00604ad-cn-east-hangzhou-01"
}
)~"};

inline constexpr sample SetBackendServers_2019_08_26_xml{"SetBackendServers.cn-zh-2019-08-26.xml", R"~(<SetBackendServersResponse>
      <RequestId>365F4154-92F6-4AE4-92F8-7FF34B540710</RequestId>
      <LoadBalancerId>139a00604ad-cn-east-hangzhou-01</LoadBalancerId>
      <BackendServers>
            <BackendServer>
                  <ServerId>eni-231</ServerId>
                  <Weight>100</Weight>
                              <Type>eni</Type>
            </BackendServer>
            <BackendServer>
                  <ServerId>eni-233</ServerId>
                  <Weight>100</Weight>
                              <Type>eni</Type>
            </BackendServer>
      </BackendServers>
</SetBackendServersResponse>
)~"};

inline constexpr sample SetVServerGroupAttribute_2019_08_06_json{"SetVServerGroupAttribute.cn-zh-2019-08-06.json", R"~({
	"RequestId":"A4FDF333-F904-4540-88FC-ED6F87AEFFCB",
	"BackendServers":{
		"BackendServer":[
			{
				"ServerId":"i-bp1ek6yd7jvkx*****",
				"Port":80,
				"Weight":100,
				"Type":"ecs"
			}
		]
	},
	"VServerGroupId":"rsp-bp1d2e3*****",
	"VServerGroupName":"test1"
}
)~"};

inline constexpr sample SetVServerGroupAttribute_2019_08_06_xml{"SetVServerGroupAttribute.cn-zh-2019-08-06.xml", R"~(<SetVServerGroupAttribute>
	  <BackendServers>
		    <BackendServer>
			      <ServerId>i-bp1ek6yd7jvkxk5y1*****</ServerId>
			      <Port>80</Port>
			      <Weight>100</Weight>
			      <Type>ecs</Type>
		    </BackendServer>
	  </BackendServers>
	  <RequestId>A4FDF333-F904-4540-88FC-ED6F87AEFFCB</RequestId>
	  <VServerGroupId>rsp-bp1d2e3qel****</VServerGroupId>
	  <VServerGroupName>test1</VServerGroupName>
    </SetVServerGroupAttribute>
)~"};

inline constexpr sample envelope_2018_06_08_json{"envelope.cn-zh-2018-06-08.json", R"~({
    "RequestId":"4C467B38-3910-447D-87BC-AC049166F216",
    /*返回结果数据*/
    }
)~"};

inline constexpr sample envelope_2018_06_08_xml{"envelope.cn-zh-2018-06-08.xml", R"~(<?xml version="1.0" encoding="utf-8"?> 
    <!—结果的根结点-->
    <接口名称+Response>
        <!—返回请求标签-->
        <RequestId>4C467B38-3910-447D-87BC-AC049166F216</RequestId>
        <!—返回结果数据-->
    </接口名称+Response>
)~"};

inline constexpr sample envelope_2020_10_14_json{"envelope.cn-zh-2020-10-14.json", R"~({
    "RequestId": "4C467B38-3910-447D-87BC-AC049166F216" /* 返回结果数据 */
}
)~"};

inline constexpr sample envelope_2020_10_14_xml{"envelope.cn-zh-2020-10-14.xml", R"~(<?xml version="1.0" encoding="UTF-8"?> <!--结果的根结点-->
<ActionResponse> <!--返回请求标签-->
    <RequestId>4C467B38-3910-447D-87BC-AC049166F216</RequestId> <!--返回结果数据-->
</ActionResponse>
)~"};

inline constexpr sample error_DeleteProtectionIsOn_2019_06_12_json{"error.DeleteProtectionIsOn.cn-zh-2019-06-12.json", R"~(    {
	"RequestId": "7B7AB375-1EA6-4A18-9D1C-F258F2D57638",
	"HostId": "slb.aliyuncs.com",
	"Code": "OperationDenied.DeleteProtectionIsOn",
	"Message": "The loadbalancer can't be deleted due to DeleteProtection is enabled."
     }
)~"};

inline constexpr sample error_DeleteProtectionIsOn_2019_06_12_xml{"error.DeleteProtectionIsOn.cn-zh-2019-06-12.xml", R"~(   <?xml version="1.0" encoding="UTF-8" ?>
        <DeleteLoadBabalancerResponse>
	<RequestId>7B7AB375-1EA6-4A18-9D1C-F258F2D57638</RequestId>
	<HostId>slb.aliyuncs.com</HostId>
	<Code>OperationDenied.DeleteProtectionIsOn</Code>
	<Message>The loadbalancer can't be deleted due to DeleteProtection is enabled.</Message>
       </DeleteLoadBabalancerResponse>
)~"};

inline constexpr sample error_InvalidParameter_2018_11_06_json{"error.InvalidParameter.cn-zh-2018-11-06.json", R"~({
	"Message":"The specified parameter is not valid.",
	"RequestId":"0669D684-69D8-408E-A4FA-B9011E0F4E66",
	"HostId":"slb.aliyuncs.com",
	"Code":"InvalidParameter"
}
)~"};

inline constexpr sample error_InvalidParameter_2018_11_06_xml{"error.InvalidParameter.cn-zh-2018-11-06.xml", R"~(<CreateLoadBalancerResponse>
  <Code>InvalidParameter</Code>
  <Message>The specified parameter is not valid.</Message>
  <HostId>slb.aliyuncs.com</HostId>
  <RequestId>0669D684-69D8-408E-A4FA-B9011E0F4E66</RequestId>
</CreateLoadBalancerResponse>
)~"};

inline constexpr sample error_MissingParameter_2020_10_14_json{"error.MissingParameter.cn-zh-2020-10-14.json", R"~({
    "RequestId": "540CFF28-407A-40B5-B6A5-74Bxxxxxxxxx", /* 请求ID */
    "HostId": "ecs.aliyuncs.com", /* 服务节点 */
    "Code": "MissingParameter.CommandId", /* 错误码 */
    "Message": "The input parameter “CommandId” that is mandatory for processing this request is not supplied." /* 错误信息 */
}
)~"};

inline constexpr sample error_MissingParameter_2020_10_14_xml{"error.MissingParameter.cn-zh-2020-10-14.xml", R"~(<?xml version="1.0" encoding="UTF-8"?><!--结果的根结点-->
<Error>
    <RequestId>540CFF28-407A-40B5-B6A5-74Bxxxxxxxxx</RequestId> <!--请求ID-->
    <HostId>ecs.aliyuncs.com</HostId> <!--服务节点-->
    <Code>MissingParameter.CommandId</Code> <!--错误码-->
    <Message>The input parameter “CommandId” that is mandatory for processing this request is not supplied.</Message> <!--错误信息-->
</Error>
)~"};

inline constexpr sample seed_ModifyVServerGroupBackendServers_json{"seed.ModifyVServerGroupBackendServers.json", R"~({
	"ModifyVServerGroupBackendServersResponse":{
		"BackendServers":{
			"BackendServer":[
				{
					"ServerId":"vm-400",
					"Port":"80",
					"Weight":"100"
				},
				{
					"ServerId":"vm-401",
					"Port":"90",
					"Weight":"100"
				}
			]
		},
		"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C",
		"VServerGroupId":"rsp-cige6j5e7p"
	}
}
)~"};

inline constexpr sample seed_ModifyVServerGroupBackendServers_xml{"seed.ModifyVServerGroupBackendServers.xml", R"~(<ModifyVServerGroupBackendServersResponse>
      <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
	  <VServerGroupId>rsp-cige6j5e7p</VServerGroupId>
	  <BackendServers>
		    <BackendServer>
			      <ServerId>vm-400</ServerId>
			      <Port>80</Port>
			      <Weight>100</Weight>
		    </BackendServer>
		    <BackendServer>
			      <ServerId>vm-401</ServerId>
			      <Port>90</Port>
			      <Weight>100</Weight>
		    </BackendServer>
	  </BackendServers>
</ModifyVServerGroupBackendServersResponse>
)~"};

inline constexpr sample seed_RemoveVServerGroupBackendServers_json{"seed.RemoveVServerGroupBackendServers.json", R"~({
	"RemoveVServerGroupBackendServersResponse":{
		"BackendServers":{
			"BackendServer":{
				"ServerId":"vm-231",
				"Port":"70",
				"Weight":"100",
				"Type":"ecs"
			}
		},
		"RequestId":"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C",
		"VServerGroupId":"rsp-cige6j5e7p"
	}
}
)~"};

inline constexpr sample seed_RemoveVServerGroupBackendServers_xml{"seed.RemoveVServerGroupBackendServers.xml", R"~(<RemoveVServerGroupBackendServersResponse>
  <RequestId>9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C</RequestId>
  <VServerGroupId>rsp-cige6j5e7p</VServerGroupId>
  <BackendServers>
    <BackendServer>
      <ServerId>vm-231</ServerId>
      <Port>70</Port>
      <Weight>100</Weight>
      <Type>ecs</Type>
    </BackendServer>
  </BackendServers>
</RemoveVServerGroupBackendServersResponse>
)~"};

inline constexpr sample all[] = {
    AddBackendServers_2019_09_11_json,
    AddBackendServers_2019_09_11_xml,
    AddVServerGroupBackendServers_2019_09_18_json,
    AddVServerGroupBackendServers_2019_09_18_xml,
    CreateMasterSlaveServerGroup_2019_07_25_json,
    CreateMasterSlaveServerGroup_2019_07_25_xml,
    CreateVServerGroup_2019_09_11_json,
    CreateVServerGroup_2019_09_11_xml,
    DeleteMasterSlaveServerGroup_2019_07_25_json,
    DeleteMasterSlaveServerGroup_2019_07_25_xml,
    DeleteVServerGroup_2019_01_24_json,
    DeleteVServerGroup_2019_01_24_xml,
    DescribeHealthStatus_2019_07_25_json,
    DescribeHealthStatus_2019_07_25_xml,
    DescribeLoadBalancerAttribute_2019_08_06_json,
    DescribeLoadBalancerAttribute_2019_08_06_xml,
    DescribeMasterSlaveServerGroupAttribute_2019_08_06_json,
    DescribeMasterSlaveServerGroupAttribute_2019_08_06_xml,
    DescribeMasterSlaveServerGroups_2019_02_26_json,
    DescribeMasterSlaveServerGroups_2019_02_26_xml,
    DescribeVServerGroupAttribute_2019_08_06_json,
    DescribeVServerGroupAttribute_2019_08_06_xml,
    DescribeVServerGroups_2019_07_03_json,
    DescribeVServerGroups_2019_07_03_xml,
    RemoveBackendServers_2019_07_25_json,
    RemoveBackendServers_2019_07_25_xml,
    SetBackendServers_2019_08_26_json,
    SetBackendServers_2019_08_26_xml,
    SetVServerGroupAttribute_2019_08_06_json,
    SetVServerGroupAttribute_2019_08_06_xml,
    envelope_2018_06_08_json,
    envelope_2018_06_08_xml,
    envelope_2020_10_14_json,
    envelope_2020_10_14_xml,
    error_DeleteProtectionIsOn_2019_06_12_json,
    error_DeleteProtectionIsOn_2019_06_12_xml,
    error_InvalidParameter_2018_11_06_json,
    error_InvalidParameter_2018_11_06_xml,
    error_MissingParameter_2020_10_14_json,
    error_MissingParameter_2020_10_14_xml,
    seed_ModifyVServerGroupBackendServers_json,
    seed_ModifyVServerGroupBackendServers_xml,
    seed_RemoveVServerGroupBackendServers_json,
    seed_RemoveVServerGroupBackendServers_xml,
};

}  // namespace samples
