// clang lays a class out when it mangles a pointer to a member of it, and never again (llvm-project issue 92033): what
// stands behind a field list would then stand nowhere. A user's own struct has a member there.
#include <slbwire/slbwire.hpp>

struct own {
    std::vector<slbwire::backend_server> servers{};
    std::vector<slbwire::backend_server> others{};
    static constexpr slbwire::field<own> fields[] = {
        slbwire::list<&own::servers>("Servers", "Server"),
        slbwire::reply_list<&own::others>("Others", "Other"),
    };
    std::string behind{};
};

void use(void*);
void make();
void make() {
    own one;
    use(&one);
}
