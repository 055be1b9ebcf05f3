// Tags: how requests number them, their limits in all four operations that take them, and how they are read.

#include <slbwire/api/master_slave_server_group.hpp>
#include <slbwire/api/tag.hpp>
#include <slbwire/api/vserver_group.hpp>
#include <slbwire/call/finish.hpp>

#include "../support/requests.hpp"

using namespace slbwire;
using namespace support;

namespace {

/// Calls `f` with each of the four operations, complete but for the tags.
template <class F>
void for_each_tagged(const std::vector<tag>& tags, F f) {
    f(create_vserver_group{.load_balancer_id = "lb-1", .tags = tags});
    f(describe_vserver_groups{.load_balancer_id = "lb-1", .tags = tags});
    f(create_master_slave_server_group{
        .load_balancer_id = "lb-1",
        .backend_servers = {{.server_id = "vm-1", .port = 80},
                            {.server_id = "vm-2", .port = 80, .server_type = "Slave"}},
        .tags = tags});
    f(describe_master_slave_server_groups{.load_balancer_id = "lb-1", .tags = tags});
}
void check_refused(const std::vector<tag>& tags, const fault& wanted, std::string_view message = {}) {
    for_each_tagged(tags, [&](const auto& op) {
        check_invalid(op, wanted, message);
        if (wanted.lowest != wanted.highest) check_valid(op, client_without_limits());
    });
}
void check_taken(const std::vector<tag>& tags) {
    for_each_tagged(tags, [](const auto& op) { check_valid(op); });
}
std::vector<tag> some_tags(std::size_t count) {
    std::vector<tag> tags;
    for (std::size_t i = 0; i < count; ++i)
        tags.push_back({std::string("k").append(std::to_string(i + 1)), "v"});
    return tags;
}

}  // namespace

TEST_CASE("tags: numbered from 1, and sorted as texts are") {
    const auto made =
        prepare(fixed_client(), describe_vserver_groups{.load_balancer_id = "lb-1", .tags = some_tags(20)},
                fixed_stamp);
    REQUIRE(made.has_value());
    std::string wanted = "&SignatureVersion=1.0";
    for (const char* number : {"1",  "10", "11", "12", "13", "14", "15", "16", "17", "18",
                               "19", "2",  "20", "3",  "4",  "5",  "6",  "7",  "8",  "9"}) {
        ((wanted += "&Tag.") += number) += ".Key=k";
        ((wanted += number) += "&Tag.") += number;
        wanted += ".Value=v";
    }
    wanted += "&Timestamp=";
    CAPTURE(made->url);
    CHECK(made->url.find(wanted) != std::string::npos);
}

TEST_CASE("tags: at most 20") {
    check_taken({});
    check_taken(some_tags(20));
    check_refused(some_tags(21), {.code = errc::too_many, .field = "Tag", .highest = 20},
                  "invalid request: there are too many entries (allowed: 0 to 20) in Tag");
    // The limit of servers is another one.
    client one = fixed_client();
    one.most_backend_servers = 1;
    check_valid(describe_vserver_groups{.load_balancer_id = "lb-1", .tags = some_tags(20)}, one);
}

TEST_CASE("tags: keys have 1 to 64 characters, values at most 128") {
    check_refused({{"k", "v"}, {"", "v"}}, {.code = errc::missing, .field = "Key", .list = "Tag", .index = 1},
                  "invalid request: a required field is missing in Tag[1].Key");
    for (std::string_view one : {"k", "键", "𠀀"}) {
        CAPTURE(one);
        check_taken({{repeated(one, 1), ""}, {repeated(one, 64), repeated(one, 128)}});
        check_refused(
            {{"k", "v"}, {repeated(one, 65), ""}},
            {.code = errc::too_long, .field = "Key", .list = "Tag", .index = 1, .lowest = 1, .highest = 64},
            "invalid request: the text is too long (allowed: 1 to 64) in Tag[1].Key");
        check_refused({{"k", repeated(one, 129)}},
                      {.code = errc::too_long, .field = "Value", .list = "Tag", .index = 0, .highest = 128},
                      "invalid request: the text is too long (allowed: 0 to 128) in Tag[0].Value");
    }
}

TEST_CASE("tags: bad texts") {
    const create_vserver_group good{.load_balancer_id = "lb-1", .tags = some_tags(3)};
    check_bad_texts(good, [](auto& op, std::string t) { op.tags[2].key = std::move(t); },
                    {.field = "Key", .list = "Tag", .index = 2});
    check_bad_texts(good, [](auto& op, std::string t) { op.tags[0].value = std::move(t); },
                    {.field = "Value", .list = "Tag", .index = 0});
}

TEST_CASE("tags: in replies") {
    const std::vector<tag_entry> wanted{{"env", "a & b"}, {"empty", ""}};
    const auto json = finish<describe_vserver_group_attribute>(
        {.status = 200,
         .body = R"({"VServerGroupId":"rsp-1","Tags":{"Tag":[{"TagKey":"env","TagValue":"a & b"},)"
                 R"({"TagKey":"empty","TagValue":""}]}})"});
    REQUIRE(json.has_value());
    CHECK(json->tags == wanted);
    const auto xml = finish<describe_vserver_group_attribute>(
        {.status = 200,
         .body = "<R><VServerGroupId>rsp-1</VServerGroupId><Tags><Tag><TagKey>env</TagKey><TagValue>a &amp; b"
                 "</TagValue></Tag><Tag><TagKey>empty</TagKey><TagValue/></Tag></Tags></R>"});
    REQUIRE(xml.has_value());
    CHECK(xml->tags == wanted);
    // A tag without a key is none.
    const auto broken = finish<describe_vserver_group_attribute>(
        {.status = 200, .body = R"({"VServerGroupId":"rsp-1","Tags":{"Tag":[{"TagValue":"v"}]}})"});
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().kind == error_kind::malformed_reply);
    CHECK(broken.error().what.code == errc::missing);
    CHECK(broken.error().what.field == "TagKey");
    CHECK(broken.error().what.list == "Tags");
}

TEST_CASE("tags: what the service keeps for itself") {
    for (const char* reserved : {"aliyun", "aliyun-team", "acs:team", "see http://x", "https://x"}) {
        check_refused({{"env", "v"}, {reserved, "v"}},
                      {.code = errc::invalid_value, .field = "Key", .list = "Tag", .index = 1});
        check_refused({{"env", reserved}}, {.code = errc::invalid_value, .field = "Value", .list = "Tag", .index = 0});
    }
    for_each_tagged({{"my-aliyun", "an acs: http:/"}}, [](const auto& op) { check_valid(op); });
}
