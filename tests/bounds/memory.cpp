// What a body can make `finish` allocate: a multiple of its own size, whatever stands in it. The most costly
// body is a list of entries that hold next to nothing: `{"ServerId":1},` is 15 bytes, the struct for it 280 and,
// where text is borrowed, 152. Room is made first for four times the body's size, then for all that seem to come by
// those that came. A million such entries take 23 times the body owning, 14 borrowing; lists that stop short of what
// they seemed to become take up to 37 and 22.

#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <slbwire/slbwire.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/wire/json.hpp>

#include "../support/catch.hpp"
#include "hostile.hpp"

namespace {

std::size_t live_bytes = 0;
std::size_t peak_bytes = 0;

constexpr std::size_t most_times_owning = 40;
constexpr std::size_t most_times_borrowing = 24;
constexpr std::size_t constant_bytes = 4096;  // for bodies of a few bytes

/// Room in front of every block for its size, which keeps the alignment.
constexpr std::size_t header_bytes =
    alignof(std::max_align_t) < sizeof(std::size_t) ? sizeof(std::size_t) : alignof(std::max_align_t);

}  // namespace

// The whole program's, but only looked at around a call. More than any bound here allows is not given at all.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    void* const block = size <= (std::size_t{3} << 30) ? std::malloc(header_bytes + size) : nullptr;
    if (block == nullptr) return nullptr;
    *static_cast<std::size_t*>(block) = size;
    live_bytes += size;
    if (live_bytes > peak_bytes) peak_bytes = live_bytes;
    return static_cast<char*>(block) + header_bytes;
}
void* operator new(std::size_t size) {
    if (void* const memory = operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return operator new(size, std::nothrow);
}
void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    void* const block = static_cast<char*>(memory) - header_bytes;
    live_bytes -= *static_cast<std::size_t*>(block);
    std::free(block);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }

using namespace slbwire;

namespace {

/// The most that `f` had allocated at one time.
template <class F>
std::size_t peak_of(F&& f) {
    const std::size_t before = live_bytes;
    peak_bytes = live_bytes;
    f();
    return peak_bytes - before;
}

struct outcome {
    bool good = false;
    fault what{};
    std::size_t entries = 0;
};

template <class Reply>
std::size_t entries_of(const Reply& reply) {
    if constexpr (requires { reply.backend_servers; }) return reply.backend_servers.size();
    else return 0;
}

/// Both ways to finish, held to their bounds; what came out of it is the same.
template <class Op>
outcome check_bounds(const http_response& response) {
    outcome found;
    const std::size_t owning = peak_of([&] {
        const auto reply = finish<Op>(response);
        found.good = reply.has_value();
        if (reply) found.entries = entries_of(*reply);
        else found.what = reply.error().what;
    });
    bool good = false;
    const std::size_t borrowing = peak_of([&] {
        text_arena arena;
        good = finish_view<Op>(response, arena).has_value();
    });
    CHECK(good == found.good);
    CHECK(owning <= most_times_owning * response.body.size() + constant_bytes);
    CHECK(borrowing <= most_times_borrowing * response.body.size() + constant_bytes);
    return found;
}

template <class Op = describe_vserver_group_attribute>
outcome check_body(std::string body) {
    return check_bounds<Op>(http_response{.status = 200, .body = std::move(body)});
}

std::string run(std::string_view first, std::string_view part, std::size_t times,
                std::string_view last = {}) {
    std::string text(first);
    text.reserve(first.size() + part.size() * times + last.size());
    for (; times != 0; --times) text += part;
    return text += last;
}

/// A list of entries that are shorter than anything else they could be.
template <class Op>
void check_list(std::string_view name, std::string_view entry) {
    CAPTURE(Op::action, name, entry);
    const std::string head = "{\"" + std::string(name) + "\":[";
    const std::string next = "," + std::string(entry);
    CHECK(check_body<Op>(run(head + std::string(entry), next, 100'000, "]}")).good);
    if (!entry.starts_with('{')) return;
    // After an entry that is long nothing is reserved: the vector doubles, at last just before the end.
    const std::string first = head + "{" + std::string(10'000, ' ') + std::string(entry.substr(1));
    CHECK(check_body<Op>(run(first, next, 131'072, "]}")).good);
}

constexpr std::size_t mega = 1'000'000;

}  // namespace

TEST_CASE("no hostile body makes `finish` allocate more than a multiple of itself") {
    for (const bounds::hostile& h : bounds::bodies) {
        for (std::size_t bytes : {std::size_t{1}, std::size_t{1'000}, mega}) {
            CAPTURE(h.name, bytes);
            http_response response{.status = 200, .body = h.body(bytes)};
            check_bounds<describe_vserver_group_attribute>(response);
            check_bounds<delete_vserver_group>(response);
            response.status = 503;
            CHECK_FALSE(check_bounds<describe_vserver_group_attribute>(response).good);
        }
    }
}

TEST_CASE("nor does any list of a reply") {
    check_list<describe_vserver_group_attribute>("BackendServers", R"({"ServerId":1})");
    check_list<describe_vserver_group_attribute>("Tags", R"({"TagKey":1})");
    check_list<describe_health_status>("BackendServers", R"({"ServerId":1})");
    check_list<describe_vserver_groups>("VServerGroups", R"({"VServerGroupId":1})");
    check_list<describe_load_balancer_attribute>("ListenerPorts", "1");
    check_list<describe_load_balancer_attribute>("ListenerPortsAndProtocol", R"({"ListenerPort":1})");
    check_list<describe_load_balancer_attribute>("ListenerPortsAndProtocal", R"({"ListenerPort":1})");
    check_list<describe_load_balancer_attribute>("Labels", "1");
    check_list<describe_master_slave_server_groups>("MasterSlaveServerGroups",
                                                    R"({"MasterSlaveServerGroupId":1})");
}

TEST_CASE("nor do lists inside of a list's entries") {
    check_list<describe_vserver_groups>("VServerGroups", R"({"VServerGroupId":1,"Tags":[{"TagKey":1}]})");
    check_list<describe_vserver_groups>(
        "VServerGroups",
        R"({"VServerGroupId":1,"AssociatedObjects":{"Rules":[{"RuleId":1}],"Listeners":[{"Port":1}]}})");
    const std::string group =
        "<VServerGroup><VServerGroupId/><Tags><Tag><TagKey/></Tag></Tags></VServerGroup>";
    CHECK(
        check_body<describe_vserver_groups>(run("<r><VServerGroups>", group, 10'000, "</VServerGroups></r>"))
            .good);
}

TEST_CASE("nor do several lists that each seem to be long") {
    const std::string body =
        R"({"ListenerPorts":[1],"ListenerPortsAndProtocol":[{"ListenerPort":1}],)"
        R"("ListenerPortsAndProtocal":[{"ListenerPort":1}],"BackendServers":[{"ServerId":1}],)"
        R"("Tags":[{"TagKey":1}],"Labels":[1])";
    CHECK(check_body<describe_load_balancer_attribute>(body + run("", " ", mega, "}")).good);
}

TEST_CASE("a million empty servers are read") {
    CHECK(check_body(run(R"({"BackendServers":[{"ServerId":""})", R"(,{"ServerId":""})", mega - 1, "]}"))
              .entries == mega);
    CHECK(check_body(run("<r><BackendServers>", "<BackendServer><ServerId/></BackendServer>", mega,
                         "</BackendServers></r>"))
              .entries == mega);
}

TEST_CASE("fifty megabytes of escapes are one text") {
    const http_response response{.status = 200,
                                 .body = run(R"({"VServerGroupId":")", R"(\u00e9)", 50 * mega / 6, R"("})")};
    check_bounds<describe_vserver_group_attribute>(response);
    text_arena arena;
    const auto reply = finish_view<describe_vserver_group_attribute>(response, arena);
    REQUIRE(reply.has_value());
    CHECK(reply->vserver_group_id.size() == 50 * mega / 6 * 2);
    CHECK(check_body(run("<r><VServerGroupId>", "&amp;", 10 * mega / 5, "</VServerGroupId></r>")).good);
}

TEST_CASE("a hundred thousand attributes are refused") {
    std::string body = "<r";
    for (int i = 0; i < 100'000; ++i) body += " a" + std::to_string(i) + "=''";
    CHECK(check_body(body + "/>").what.code == errc::too_many_attributes);
}

TEST_CASE("ten million open containers are refused") {
    CHECK(json::check(run("", "[", 10 * mega)).error().code == errc::too_deep);
    CHECK(check_body(run(R"({"a":)", "[", 10 * mega)).what.code == errc::too_deep);
    CHECK(check_body(run(R"({"BackendServers":)", "[", 10 * mega)).what.code == errc::too_deep);
    CHECK(check_body(run("", "<a>", 10 * mega)).what.code == errc::too_deep);
    CHECK(check_body(run("<r><BackendServers><BackendServer>", "<a>", 10 * mega)).what.code ==
          errc::too_deep);
}

TEST_CASE("ten megabytes of a name, and of what never ends") {
    CHECK(check_body(run(R"({"VServerGroupId":"g",")", "a", 10 * mega, R"(":0})")).good);
    CHECK(check_body(run("<r><VServerGroupId>g</VServerGroupId><", "a", 10 * mega, "/></r>")).good);
    for (std::string_view first :
         {"<r><!--", "<r><![CDATA[", "<r><?a ", "<r><a b='", "<r><", "<r>&", "<!--", "<?"}) {
        CAPTURE(first);
        CHECK(check_body(run(first, "a", 10 * mega)).what.code == errc::truncated);
    }
}

TEST_CASE("the forgiving reader of lists keeps to the bound too") {
    for (const bounds::hostile& h : bounds::lists) {
        CAPTURE(h.name);
        const std::string text = h.body(mega);
        CHECK(peak_of([&] { (void)decode_backend_servers(text); }) <=
              most_times_owning * text.size() + constant_bytes);
    }
}
