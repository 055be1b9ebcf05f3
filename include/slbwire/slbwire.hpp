#pragma once
// slbwire: the wire protocol of Alibaba Cloud Classic Load Balancer's backend servers. Everything; a program
// that uses one operation compiles faster with that operation's header and call/call.hpp.

#include "config.hpp"
// By layers, so that what a compiler says of a mistake does not begin with a long way to the header.
#include "core/result.hpp"
#include "model/field.hpp"
#include "model/operation.hpp"
#include "call/transport.hpp"
#include "call/call.hpp"
#include "call/untyped.hpp"
#include "api/backend_list.hpp"
#include "api/default_server_group.hpp"
#include "api/health_status.hpp"
#include "api/load_balancer.hpp"
#include "api/master_slave_server_group.hpp"
#include "api/vserver_group.hpp"
#include "api/vserver_group_servers.hpp"
