// Keys of the environment and of the reply of AssumeRole.

#include <slbwire/call/key_sources.hpp>

#include <map>
#include <string>
#include <string_view>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

/// An environment that forgets each value with the next look-up, as std::getenv may.
class variables {
public:
    variables(std::initializer_list<std::pair<const std::string, std::string>> all) : all_(all) {}
    const char* operator()(const char* name) {
        const auto found = all_.find(name);
        if (found == all_.end()) return nullptr;
        last_ = found->second;
        return last_.c_str();
    }

private:
    std::map<std::string, std::string> all_;
    std::string last_;
};

static_assert(environment<variables> && environment<char*(const char*)>);
static_assert(!environment<int(const char*)>);

bool has(const result<temporary_credentials>& keys, std::string_view id, std::string_view secret,
         std::string_view token = {}) {
    return keys && keys->credentials.access_key_id() == id &&
           keys->credentials.access_key_secret().reveal() == secret &&
           keys->credentials.security_token().reveal() == token;
}

struct wrong_environment {
    variables given;
    errc code;
    std::string_view message;
};

}  // namespace

TEST_CASE("keys of the environment, in each spelling") {
    CHECK(has(credentials_from_environment(
                  variables{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "i"}, {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s"}}),
              "i", "s"));
    const auto temporary = credentials_from_environment(variables{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "STS.i"},
                                                                  {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s"},
                                                                  {"ALIBABA_CLOUD_SECURITY_TOKEN", "t"}});
    CHECK(has(temporary, "STS.i", "s", "t"));
    CHECK(temporary->expires == 0);
    for (const std::string prefix : {"ALIBABACLOUD_", "ALICLOUD_"}) {
        CHECK(has(credentials_from_environment(variables{{prefix + "ACCESS_KEY_ID", "i"},
                                                         {prefix + "ACCESS_KEY_SECRET", "s"},
                                                         {prefix + "SECURITY_TOKEN", "t"}}),
                  "i", "s", "t"));
    }
    // The newest spelling first, and each one whole: a token of another is nobody's.
    CHECK(has(credentials_from_environment(variables{{"ALICLOUD_ACCESS_KEY_ID", "old"},
                                                     {"ALICLOUD_ACCESS_KEY_SECRET", "old"},
                                                     {"ALICLOUD_SECURITY_TOKEN", "old"},
                                                     {"ALIBABA_CLOUD_ACCESS_KEY_ID", "i"},
                                                     {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s"}}),
              "i", "s"));
    // What is set and empty is as if it was not.
    CHECK(has(credentials_from_environment(variables{{"ALIBABA_CLOUD_ACCESS_KEY_ID", ""},
                                                     {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", ""},
                                                     {"ALIBABACLOUD_ACCESS_KEY_ID", "i"},
                                                     {"ALIBABACLOUD_ACCESS_KEY_SECRET", "s"}}),
              "i", "s"));
    // A line end came from the file that a value was read from.
    CHECK(has(credentials_from_environment(
                  variables{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "i\n"}, {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", " s\r\n"}}),
              "i", "s"));
}

TEST_CASE("keys of the environment: what is wrong is named, and no secret is told") {
    const wrong_environment all[] = {
        {{},
         errc::no_keys,
         "invalid request: there are no keys here: ALIBABA_CLOUD_ACCESS_KEY_ID is not set, or empty"},
        {{{"ALIBABA_CLOUD_SECURITY_TOKEN", "hidden"}, {"ACCESS_KEY_ID", "i"}, {"ACCESS_KEY_SECRET", "hidden"}},
         errc::no_keys,
         "invalid request: there are no keys here: ALIBABA_CLOUD_ACCESS_KEY_ID is not set, or empty"},
        {{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "i"}},
         errc::missing,
         "invalid request: a required field is missing in ALIBABA_CLOUD_ACCESS_KEY_SECRET: ALIBABA_CLOUD_ACCESS_KEY_ID "
         "is "
         "set in the environment"},
        {{{"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hidden"}, {"ALIBABA_CLOUD_ACCESS_KEY_ID", ""}},
         errc::missing,
         "invalid request: a required field is missing in ALIBABA_CLOUD_ACCESS_KEY_ID: ALIBABA_CLOUD_ACCESS_KEY_SECRET "
         "is "
         "set in the environment"},
        // half of one spelling and half of another
        {{{"ALIBABACLOUD_ACCESS_KEY_ID", "i"}, {"ALICLOUD_ACCESS_KEY_SECRET", "hidden"}},
         errc::missing,
         "invalid request: a required field is missing in ALIBABACLOUD_ACCESS_KEY_SECRET: ALIBABACLOUD_ACCESS_KEY_ID "
         "is "
         "set in the environment"},
        {{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "STS.i"}, {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hidden"}},
         errc::missing,
         "invalid request: a required field is missing in ALIBABA_CLOUD_SECURITY_TOKEN: temporary keys have a token: "
         "ALIBABA_CLOUD_ACCESS_KEY_ID is set in the environment"},
        {{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "i"}, {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hid den"}},
         errc::invalid_value,
         "invalid request: the value is not one that the field can hold in "
         "ALIBABA_CLOUD_ACCESS_KEY_SECRET: a key has visible ASCII characters only: ALIBABA_CLOUD_ACCESS_KEY_ID is set in the environment"},
        {{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "i\x01"}, {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hidden"}},
         errc::invalid_value,
         {}},
        {{{"ALIBABA_CLOUD_ACCESS_KEY_ID", "i"},
          {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hidden"},
          {"ALIBABA_CLOUD_SECURITY_TOKEN", "hid\xc3\xa9"}},
         errc::invalid_value,
         {}},
        {{{"ALIBABA_CLOUD_ACCESS_KEY_ID", " \n"}, {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hidden"}}, errc::missing, {}},
    };
    for (const wrong_environment& row : all) {
        variables given = row.given;
        const auto keys = credentials_from_environment(given);
        REQUIRE_FALSE(keys.has_value());
        const error& e = keys.error();
        CHECK(e.kind == error_kind::invalid_request);
        CHECK(e.speaker == error_speaker::nobody);
        CHECK(e.effect == error_effect::not_sent);
        CHECK(e.what.code == row.code);
        if (!row.message.empty()) CHECK(e.message() == row.message);
        CHECK(e.message().find("hid") == std::string::npos);
    }
}

TEST_CASE("keys of a role's reply") {
    const assumed_role good{.request_id = "R",
                            .credentials = {"STS.i", "hidden", "tokenhidden", "2015-04-09T11:52:19Z"},
                            .assumed_role_user = {}};
    const auto keys = credentials_of(good);
    CHECK(has(keys, "STS.i", "hidden", "tokenhidden"));
    CHECK(keys->expires == 1'428'580'339);

    const auto check_wrong = [&](std::string basic_sts_credentials<std::string>::*member, std::string value, errc code,
                                 std::string_view field) {
        assumed_role bad = good;
        bad.credentials.*member = std::move(value);
        const auto none = credentials_of(bad);
        REQUIRE_FALSE(none.has_value());
        const error& e = none.error();
        INFO(e.message());
        CHECK(e.kind == error_kind::malformed_reply);
        CHECK(e.what.code == code);
        CHECK(e.what.field == field);
        CHECK(e.request_id == "R");
        CHECK(e.message().find("hidden") == std::string::npos);
    };
    using reply = basic_sts_credentials<std::string>;
    check_wrong(&reply::access_key_id, "", errc::missing, "AccessKeyId");
    check_wrong(&reply::access_key_secret, "", errc::missing, "AccessKeySecret");
    check_wrong(&reply::security_token, "", errc::missing, "SecurityToken");
    check_wrong(&reply::expiration, "", errc::missing, "Expiration");
    check_wrong(&reply::expiration, "tomorrow", errc::invalid_value, "Expiration");
    check_wrong(&reply::security_token, "a\nb", errc::invalid_value, "SecurityToken");
}
