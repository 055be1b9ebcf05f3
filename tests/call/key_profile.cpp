// The files of keys that the vendor's tools write, as people have them.

#include <slbwire/call/key_profile.hpp>

#include <string>
#include <string_view>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"

using namespace slbwire;

namespace {

using parser = result<key_profile> (*)(std::string_view, std::string_view);

result<key_profile> parse(parser by, std::string_view text, std::string_view profile = {}) {
    const support::exact_block block(text);
    return by(block.view(), profile);
}
bool has(const result<key_profile>& profile, key_origin origin, std::string_view id, std::string_view secret,
         std::string_view token = {}) {
    return profile && profile->origin == origin && profile->credentials.access_key_id() == id &&
           profile->credentials.access_key_secret().reveal() == secret &&
           profile->credentials.security_token().reveal() == token;
}
void check_wrong(const result<key_profile>& profile, errc code, std::string_view field, std::string_view message = {}) {
    REQUIRE_FALSE(profile.has_value());
    const error& e = profile.error();
    INFO(e.message());
    CHECK(e.kind == error_kind::invalid_request);
    CHECK(e.what.code == code);
    CHECK(e.what.field == field);
    if (!message.empty()) CHECK(e.message() == message);
    CHECK(e.message().find("hidden") == std::string::npos);
}

// As the vendor's README shows it, with comments behind the values.
constexpr std::string_view ini_file = R"([default]
type = access_key                  # Authentication method is access_key
access_key_id = foo                # Key
access_key_secret = bar            # Secret

[project1]
type = ecs_ram_role                # Authentication method is ecs_ram_role
role_name = EcsRamRoleTest         # Role name, optional.

[project2]
type = ram_role_arn                # Authentication method is ram_role_arn
access_key_id = foo2
access_key_secret = bar2
role_arn = acs:ram::123456789012:role/adminrole
role_session_name = session_name

[project3]
type=oidc_role_arn                 # Authentication method is oidc_role_arn
oidc_provider_arn=oidc_provider_arn
oidc_token_file_path=oidc_token_file_path
role_arn=role_arn
role_session_name=session_name

[temporary]
type = sts
access_key_id = STS.foo
access_key_secret = bar
security_token = CAIS+/==
)";

// As the command line writes it.
constexpr std::string_view cli_file = R"({
    "current": "work",
    "profiles": [
        {
            "name": "default",
            "mode": "AK",
            "access_key_id": "",
            "access_key_secret": "",
            "sts_token": "",
            "ram_role_name": "",
            "ram_role_arn": "",
            "ram_session_name": "",
            "source_profile": "",
            "private_key": "",
            "key_pair_name": "",
            "expired_seconds": 0,
            "verified": "",
            "region_id": "cn-hangzhou",
            "output_format": "json",
            "language": "zh",
            "site": "",
            "retry_timeout": 0,
            "connect_timeout": 0,
            "retry_count": 0,
            "process_command": "",
            "credentials_uri": "",
            "auto_plugin_install": false
        },
        {"name": "work", "mode": "AK", "access_key_id": "foo", "access_key_secret": "bar", "region_id": "cn-beijing"},
        {"name": "sts", "mode": "StsToken", "access_key_id": "STS.foo", "access_key_secret": "bar", "sts_token": "CAIS\/="},
        {"name": "role", "mode": "RamRoleArn", "access_key_id": "foo2", "access_key_secret": "bar2",
         "ram_role_arn": "acs:ram::1:role/r", "ram_session_name": "me", "expired_seconds": 900, "external_id": "e1",
         "policy": "{\"Version\":\"1\"}"},
        {"name": "ecs", "mode": "EcsRamRole", "ram_role_name": "r"},
        {"name": "chain", "mode": "ChainableRamRoleArn", "source_profile": "sts", "ram_role_arn": "acs:ram::1:role/r",
         "ram_session_name": "me"},
        {"name": "sso", "mode": "CloudSSO", "access_key_id": "STS.foo", "access_key_secret": "bar", "sts_token": "t",
         "cloud_sso_sign_in_url": "https://signin.example", "sts_expiration": 1700000000}
    ],
    "meta_path": ""
})";

}  // namespace

TEST_CASE("the file of credentials: its profiles") {
    CHECK(has(parse(parse_credentials_file, ini_file), key_origin::own_keys, "foo", "bar"));
    CHECK(parse(parse_credentials_file, ini_file)->name == "default");
    const auto temporary = parse(parse_credentials_file, ini_file, "temporary");
    CHECK(has(temporary, key_origin::own_keys, "STS.foo", "bar", "CAIS+/=="));
    CHECK(credentials_of(*temporary)->credentials.security_token().reveal() == "CAIS+/==");

    const auto instance = parse(parse_credentials_file, ini_file, "project1");
    CHECK(has(instance, key_origin::instance_role, "", ""));
    CHECK(instance->instance_role_name == "EcsRamRoleTest");
    CHECK(credentials_of(*instance).error().message() ==
          "invalid request: the profile has no keys of its own: the metadata of the instance gives those of its role: "
          "profile project1, role EcsRamRoleTest");

    const auto role = parse(parse_credentials_file, ini_file, "project2");
    CHECK(has(role, key_origin::ram_role, "foo2", "bar2"));
    CHECK(role->role.role_arn == "acs:ram::123456789012:role/adminrole");
    CHECK(role->role.role_session_name == "session_name");
    CHECK(!role->role.duration_seconds.has_value());
    CHECK(credentials_of(*role).error().message() ==
          "invalid request: the profile has no keys of its own: AssumeRole gives those of its role: profile project2, "
          "role "
          "acs:ram::123456789012:role/adminrole");

    const auto elsewhere = parse(parse_credentials_file, ini_file, "project3");
    CHECK(has(elsewhere, key_origin::elsewhere, "", ""));
    CHECK(credentials_of(*elsewhere).error().message() ==
          "invalid request: the profile has no keys of its own: this library does not get what its mode names: profile "
          "project3, mode oidc_role_arn");
}

TEST_CASE("the file of credentials, as people have it") {
    constexpr std::string_view good[] = {
        "[default]\ntype=access_key\naccess_key_id=i\naccess_key_secret=s",
        "\xef\xbb\xbf[default]\r\ntype = access_key\r\naccess_key_id = i\r\naccess_key_secret = s\r\n",
        "; mine\n\n  [ default ]  \n\tType: ACCESS_KEY\n\tAccess_Key_Id: 'i'\n\taccess_key_secret: \"s\"\n\n",
        "[default]\nenable = true\ntype=access_key\naccess_key_id=i\naccess_key_secret=s\nregion=cn-hangzhou\n",
        "[other]\ntype=access_key\naccess_key_id=x\naccess_key_secret=y\n[default]\ntype=access_key\naccess_key_id=i\n"
        "access_key_secret=s\n[other]\nrole_name=z",
        // one profile in two parts
        "[default]\ntype=access_key\naccess_key_id=i\n[other]\n[default]\naccess_key_secret=s",
    };
    for (const std::string_view text : good) {
        CAPTURE(text);
        CHECK(has(parse(parse_credentials_file, text), key_origin::own_keys, "i", "s"));
    }
}

TEST_CASE("the file of credentials: what is wrong is named") {
    const auto wrong = [](std::string_view text, errc code, std::string_view field, std::string_view message = {}) {
        CAPTURE(text);
        check_wrong(parse(parse_credentials_file, text), code, field, message);
    };
    wrong("", errc::no_keys, "", "invalid request: there are no keys here: profile default is not there");
    wrong("[Default]\ntype=access_key\naccess_key_id=i\naccess_key_secret=hidden", errc::no_keys, "");
    wrong("access_key_id=i\naccess_key_secret=hidden", errc::no_keys, "");
    wrong("[default]\n", errc::no_keys, "", "invalid request: there are no keys here: profile default");
    wrong("[default]\ntype=access_key\naccess_key_id=\naccess_key_secret=", errc::no_keys, "");
    wrong("[default]\naccess_key_id=i\naccess_key_secret=hidden", errc::missing, "type",
          "invalid request: a required field is missing in type: profile default");
    wrong("[default]\ntype=access_key\naccess_key_id=i", errc::missing, "access_key_secret",
          "invalid request: a required field is missing in access_key_secret: profile default");
    wrong("[default]\ntype=access_key\naccess_key_secret=hidden", errc::missing, "access_key_id");
    wrong("[default]\ntype=access_key\naccess_key_id=\naccess_key_secret=hidden", errc::missing, "access_key_id");
    wrong("[default]\ntype=access_key\naccess_key_id=STS.i\naccess_key_secret=hidden", errc::missing, "security_token");
    wrong("[default]\ntype=sts\naccess_key_id=i\naccess_key_secret=hidden", errc::missing, "security_token");
    wrong("[default]\ntype=access_key\naccess_key_id=i\naccess_key_secret=hidden hidden", errc::invalid_value,
          "access_key_secret");
    wrong("[default]\ntype=ram_role_arn\nrole_arn=r\nrole_session_name=n", errc::missing, "access_key_id");
    wrong("[default]\ntype=ram_role_arn\naccess_key_id=i\naccess_key_secret=hidden\nrole_session_name=n", errc::missing,
          "role_arn");
    wrong("[default]\ntype=ram_role_arn\naccess_key_id=i\naccess_key_secret=hidden\nrole_arn=r", errc::missing,
          "role_session_name");
    // half of one pair and half of another
    wrong("[default]\ntype=access_key\naccess_key_id=i\naccess_key_secret=hidden\naccess_key_id=j",
          errc::duplicate_parameter, "access_key_id",
          "invalid request: a parameter is given twice in access_key_id: profile default, line 5");
    wrong("[default]\ntype=access_key\naccess_key_id=i\naccess_key_secret hidden\n", errc::unexpected_byte, "",
          "invalid request: this byte cannot stand here: a line is neither [name] nor name = value: line 4");
    wrong("[default]\ntype=access_key\naccess_key_id=i\naccess_key_secret=hidden\n[other\naccess_key_secret=y",
          errc::unexpected_byte, "");
    wrong("{\"current\": \"default\"}", errc::unexpected_byte, "");  // the other file
    wrong(std::string_view("\xff\xfe[\0d\0", 6), errc::unsupported_encoding, "",
          "invalid request: the text declares an encoding other than UTF-8: save the file as UTF-8");
}

TEST_CASE("the command line's file: its profiles") {
    CHECK(has(parse(parse_cli_config, cli_file), key_origin::own_keys, "foo", "bar"));
    CHECK(parse(parse_cli_config, cli_file)->name == "work");
    CHECK(has(parse(parse_cli_config, cli_file, "sts"), key_origin::own_keys, "STS.foo", "bar", "CAIS/="));
    const auto role = parse(parse_cli_config, cli_file, "role");
    CHECK(has(role, key_origin::ram_role, "foo2", "bar2"));
    CHECK(role->role.role_arn == "acs:ram::1:role/r");
    CHECK(role->role.role_session_name == "me");
    CHECK(role->role.duration_seconds == 900);
    CHECK(role->role.external_id == "e1");
    CHECK(role->role.policy == R"({"Version":"1"})");
    const auto instance = parse(parse_cli_config, cli_file, "ecs");
    CHECK(has(instance, key_origin::instance_role, "", ""));
    CHECK(instance->instance_role_name == "r");
    const auto chain = parse(parse_cli_config, cli_file, "chain");
    CHECK(has(chain, key_origin::ram_role, "STS.foo", "bar", "CAIS/="));
    CHECK(chain->name == "chain");
    CHECK(chain->mode == "ChainableRamRoleArn");
    CHECK(chain->role.role_arn == "acs:ram::1:role/r");
    const auto login = parse(parse_cli_config, cli_file, "sso");
    CHECK(has(login, key_origin::elsewhere, "", ""));
    CHECK(login->mode == "CloudSSO");
}

TEST_CASE("the command line's file: what is wrong is named") {
    const auto wrong = [](std::string_view text, errc code, std::string_view field, std::string_view message = {}) {
        CAPTURE(text);
        check_wrong(parse(parse_cli_config, text), code, field, message);
    };
    check_wrong(parse(parse_cli_config, cli_file, "none"), errc::no_keys, "",
                "invalid request: there are no keys here: profile none is not there");
    check_wrong(parse(parse_cli_config, cli_file, "default"), errc::no_keys, "",
                "invalid request: there are no keys here: profile default");
    wrong("{}", errc::no_keys, "", "invalid request: there are no keys here: profile default is not there");
    wrong(R"({"current":"","profiles":null})", errc::no_keys, "");
    wrong("", errc::empty_body, "");
    wrong("[default]\ntype=access_key", errc::unknown_format, "");  // the other file
    wrong(R"({"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"i"}]})", errc::missing,
          "access_key_secret", "invalid request: a required field is missing in access_key_secret: profile a");
    wrong(
        R"({"current":"a","profiles":[{"name":"a","mode":"StsToken","access_key_id":"i","access_key_secret":"hidden"}]})",
        errc::missing, "sts_token");
    wrong(R"({"current":"a","profiles":[{"name":"a","mode":"","access_key_id":"i","access_key_secret":"hidden"}]})",
          errc::missing, "mode");
    wrong(
        R"({"current":"a","profiles":[{"name":"a","mode":"RamRoleArn","access_key_id":"i","access_key_secret":"hidden"}]})",
        errc::missing, "ram_role_arn");
    wrong(R"({"current":"a","profiles":[{"name":"a","mode":"ChainableRamRoleArn","source_profile":"b"}]})",
          errc::invalid_value, "source_profile");
    // in a circle
    wrong(R"({"current":"a","profiles":[{"name":"a","mode":"ChainableRamRoleArn","source_profile":"a"}]})",
          errc::no_own_keys, "source_profile");
    wrong(R"({"current":"a","profiles":[{"name":"a","mode":"ChainableRamRoleArn","source_profile":"b"},
             {"name":"b","mode":"EcsRamRole"}]})",
          errc::no_own_keys, "source_profile");
    wrong(R"({"current":"a","profiles":[{"name":"a","access_key_secret":"hidden",}]})", errc::unexpected_byte,
          "profiles", "invalid request: this byte cannot stand here in profiles[0]: byte 68");
    wrong(R"({"current":"a","profiles":[{"name":"a","expired_seconds":"hidden"}]})", errc::invalid_number,
          "expired_seconds");
}

namespace {

/// The values of one profile, of which keys are either all there or none are: never the id of one with the secret of
/// another, or without one.
bool is_whole(const result<key_profile>& profile, std::string_view changed_id, std::string_view changed_secret) {
    if (!profile || profile->origin == key_origin::instance_role || profile->origin == key_origin::elsewhere)
        return true;
    const std::string_view id = profile->credentials.access_key_id();
    const std::string_view secret = profile->credentials.access_key_secret().reveal();
    // Of two profiles of one name the command line takes the first.
    if (id == "FIRSTID") return secret == "FIRSTKEY";
    return !id.empty() && !secret.empty() && id == changed_id && secret == changed_secret;
}

struct sample {
    parser by;
    std::string_view text;
    std::string_view id;
    std::string_view secret;
};
// Two profiles, both with keys, of values that stand nowhere else. (Without its quotes the secret could be cut off
// where the file is, which nobody can tell from a last line without an end.)
constexpr sample samples[] = {
    {parse_credentials_file,
     "[a]\ntype = access_key\naccess_key_id = FIRSTID\naccess_key_secret = FIRSTKEY\n\n"
     "[b]\ntype = access_key # c\naccess_key_id = SECONDID\naccess_key_secret = "
     "'SECONDKEY'\n[c]\naccess_key_secret=THIRD\n",
     "SECONDID", "SECONDKEY"},
    {parse_cli_config,
     R"({"current":"b","profiles":[{"name":"a","mode":"AK","access_key_id":"FIRSTID","access_key_secret":"FIRSTKEY"},)"
     R"({"name":"b","mode":"AK","access_key_id":"SECONDID","access_key_secret":"SECONDKEY"},{"name":"c"}]})",
     "SECONDID", "SECONDKEY"},
};

}  // namespace

TEST_CASE("no beginning of a file has half of a pair of keys") {
    for (const sample& s : samples) {
        for (std::size_t size = 0; size <= s.text.size(); ++size) {
            const std::string_view cut = s.text.substr(0, size);
            CAPTURE(cut);
            const auto profile = parse(s.by, cut, "b");
            CHECK(is_whole(profile, s.id, s.secret));
            CHECK((size != s.text.size() || profile.has_value()));
        }
    }
}

TEST_CASE("no change of one byte makes half of a pair of keys") {
    for (const sample& s : samples) {
        const std::size_t id_at = s.text.find(s.id);
        const std::size_t secret_at = s.text.find(s.secret);
        for (std::size_t at = 0; at < s.text.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed(s.text);
                changed[at] = static_cast<char>(byte);
                const auto profile = parse(s.by, changed, "b");
                const auto is_in = [&](std::size_t first, std::size_t n) { return at + 2 >= first && at <= first + n; };
                // A byte of a value, or beside it, makes another value of it, which is still all of it that the file
                // has.
                std::string_view id = s.id;
                std::string_view secret = s.secret;
                if (profile && is_in(id_at, id.size())) id = profile->credentials.access_key_id();
                if (profile && is_in(secret_at, secret.size()))
                    secret = profile->credentials.access_key_secret().reveal();
                if (!is_whole(profile, id, secret)) {
                    FAIL("byte " << at << " as " << byte << ": " << profile->credentials.access_key_id());
                }
                if (!profile) CHECK(profile.error().message().find("KEY") == std::string::npos);
            }
        }
    }
}
