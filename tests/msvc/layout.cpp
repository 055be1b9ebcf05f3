// Each of the library's structs as a variable: own_struct.cpp tells why check.sh looks how large they are.
#include <slbwire/slbwire.hpp>
#include <slbwire/api/error_document.hpp>

void use(void*);
void make();

template <class... T>
void make_all() {
    (([] {
         T one;
         use(&one);
     }()),
     ...);
}

void make() {
    using namespace slbwire;
    make_all<add_backend_servers, remove_backend_servers, set_backend_servers, default_server_group,
             describe_health_status, health_status, load_balancer_attribute, describe_load_balancer_attribute,
             create_vserver_group, set_vserver_group_attribute, describe_vserver_group_attribute, vserver_group_attribute,
             describe_vserver_groups, vserver_groups, add_vserver_group_backend_servers,
             remove_vserver_group_backend_servers, modify_vserver_group_backend_servers, vserver_group_backend_servers,
             delete_vserver_group, create_master_slave_server_group, delete_master_slave_server_group,
             describe_master_slave_server_group_attribute, describe_master_slave_server_groups, error_document>();
}
