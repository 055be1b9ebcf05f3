// Every field of every struct counts when two of them are compared: set one field in one of two that are
// alike, whichever it is, and they differ. The field lists say what there is, so a new field is asked too.

#include <slbwire/slbwire.hpp>
#include <slbwire/api/error_class.hpp>
#include <slbwire/api/error_document.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

/// Gives a list one entry, and sets the first field of a nested struct.
class something final : public filler {
public:
    bool object(object_target& nested) override {
        put(nested, 0);
        return true;
    }
    bool list(list_target& entries) override {
        entries.append();
        return true;
    }
    void put(object_target& target, std::size_t i) {
        switch (target.infos()[i].kind) {
        case field_kind::text: target.put_text(i, "x"); break;
        case field_kind::integer: target.put_integer(i, 7); break;
        case field_kind::boolean: target.put_boolean(i, true); break;
        case field_kind::object:
        case field_kind::list: target.fill(i, *this); break;
        }
    }
};

template <class T>
void every_field_counts() {
    something put;
    for (std::size_t i = 0; i < infos_of<T>.size(); ++i) {
        CAPTURE(infos_of<T>[i].name);
        T a{};
        T b{};
        CHECK(a == b);
        bound_target<T> in_a(&a);
        bound_target<T> in_b(&b);
        put.put(in_b, i);
        CHECK_FALSE(a == b);
        CHECK_FALSE(b == a);
        put.put(in_a, i);
        CHECK(a == b);
        in_a.put_nothing(i);
        in_b.put_nothing(i);
        CHECK(a == b);
        CHECK(a == T{});
    }
}

template <template <class> class T>
void owning_and_borrowing() {
    every_field_counts<T<std::string>>();
    every_field_counts<T<std::string_view>>();
}

}  // namespace

TEST_CASE("two parts of replies are equal only in every field") {
    owning_and_borrowing<basic_backend_server>();
    owning_and_borrowing<basic_tag_entry>();
    owning_and_borrowing<basic_listener>();
    owning_and_borrowing<basic_rule>();
    owning_and_borrowing<basic_associated_objects>();
    owning_and_borrowing<basic_server_health>();
    owning_and_borrowing<basic_listener_port>();
    owning_and_borrowing<basic_vserver_group>();
    owning_and_borrowing<basic_master_slave_server_group>();
    owning_and_borrowing<basic_access_denied_detail>();
}

TEST_CASE("two replies are equal only in every field") {
    owning_and_borrowing<basic_request_id_only>();
    owning_and_borrowing<basic_default_server_group>();
    owning_and_borrowing<basic_health_status>();
    owning_and_borrowing<basic_load_balancer_attribute>();
    owning_and_borrowing<basic_vserver_groups>();
    owning_and_borrowing<basic_vserver_group_attribute>();
    owning_and_borrowing<basic_vserver_group_backend_servers>();
    owning_and_borrowing<basic_master_slave_server_groups>();
    owning_and_borrowing<basic_master_slave_server_group_attribute>();
    owning_and_borrowing<basic_error_document>();
}

TEST_CASE("a tag of a request and the meaning of an error") {
    CHECK(tag{"k", "v"} == tag{"k", "v"});
    CHECK_FALSE(tag{"k", "v"} == tag{"k", "w"});
    CHECK_FALSE(tag{"k", "v"} == tag{"l", "v"});
    const error_meaning throttled = classify("Throttling", "", 400);
    CHECK(throttled == classify("Throttling.User", "", 400));
    CHECK_FALSE(throttled == classify("Forbidden.RAM", "", 403));
    error_meaning never = throttled;
    never.retry = retry_advice::never;
    CHECK_FALSE(throttled == never);
}
