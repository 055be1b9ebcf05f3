// Keys from the environment and from files, as the vendor's tools find them. These tests set variables of their own
// process.

#include <slbwire/call/key_files.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

void set_variable(const char* name, const std::string& value) {
#if defined(_WIN32)
    (void)_putenv_s(name, value.c_str());  // what is empty is not set there
#else
    (void)setenv(name, value.c_str(), 1);
#endif
}

/// A home folder of its own, and an environment without any variable that matters.
class home {
public:
    home() : folder_(std::filesystem::temp_directory_path() / "slbwire_key_files") {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        for (const char* name :
             {"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN",
              "ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALICLOUD_ACCESS_KEY_ID",
              "ALICLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_PROFILE", "ALIBABA_CLOUD_CONFIG_FILE",
              "ALIBABA_CLOUD_CREDENTIALS_FILE", "USERPROFILE"}) {
            set_variable(name, "");
        }
        set_variable("HOME", folder_.string());
    }
    home(const home&) = delete;
    home& operator=(const home&) = delete;
    ~home() { std::filesystem::remove_all(folder_); }

    void write(std::string_view name, std::string_view text) const {
        const std::filesystem::path path = folder_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    std::string path(std::string_view name) const { return folder_.string() + "/" + std::string(name); }

private:
    std::filesystem::path folder_;
};

std::string id_of(const result<temporary_credentials>& keys) {
    return keys ? keys->credentials.access_key_id() : keys.error().message();
}
std::string id_of(const result<key_profile>& profile) {
    return profile ? profile->credentials.access_key_id() : profile.error().message();
}

constexpr std::string_view ini_file =
    "[default]\ntype=access_key\naccess_key_id=from-ini\naccess_key_secret=s\n"
    "[prod]\ntype=access_key\naccess_key_id=from-ini-prod\naccess_key_secret=s\n"
    "[ecs]\ntype=ecs_ram_role\nrole_name=r\n";
constexpr std::string_view cli_file = R"({"current":"a","profiles":[
    {"name":"a","mode":"AK","access_key_id":"from-cli","access_key_secret":"s"},
    {"name":"b","mode":"AK","access_key_id":"from-cli-b","access_key_secret":"s"}]})";

}  // namespace

TEST_CASE("keys of a machine: the environment, the command line's file, the file of credentials") {
    const home here;
    const std::string nothing =
        "invalid request: there are no keys here: ALIBABA_CLOUD_ACCESS_KEY_ID is not set, or empty; " +
        here.path(".aliyun/config.json") + " is not there; " + here.path(".alibabacloud/credentials") + " is not there";
    CHECK(id_of(default_credentials()) == nothing);
    CHECK(environment_credentials().error().what.code == errc::no_keys);

    here.write(".alibabacloud/credentials", ini_file);
    CHECK(id_of(default_credentials()) == "from-ini");
    here.write(".aliyun/config.json", cli_file);
    CHECK(id_of(default_credentials()) == "from-cli");
    CHECK(id_of(credentials_file_profile()) == "from-ini");
    CHECK(id_of(credentials_file_profile("prod")) == "from-ini-prod");
    CHECK(id_of(cli_config_profile("b")) == "from-cli-b");

    // A profile that the first file has not is looked for in the second.
    set_variable("ALIBABA_CLOUD_PROFILE", "prod");
    CHECK(id_of(default_credentials()) == "from-ini-prod");
    CHECK(id_of(cli_config_profile()) == "invalid request: there are no keys here: " +
                                             here.path(".aliyun/config.json") + ", profile prod is not there");
    set_variable("ALIBABA_CLOUD_PROFILE", "b");
    CHECK(id_of(default_credentials()) == "from-cli-b");
    // One that names a role is no reason to take other keys.
    set_variable("ALIBABA_CLOUD_PROFILE", "ecs");
    CHECK(default_profile()->origin == key_origin::instance_role);
    CHECK(default_credentials().error().what.code == errc::no_own_keys);

    set_variable("ALIBABA_CLOUD_ACCESS_KEY_ID", "from-environment");
    // What is there and wrong is told.
    CHECK(default_credentials().error().what.field == "ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    set_variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s");
    CHECK(id_of(default_credentials()) == "from-environment");
    CHECK(default_profile()->name == "environment");
    CHECK(id_of(environment_credentials()) == "from-environment");
}

TEST_CASE("keys of a machine: files elsewhere, and by another name") {
    const home here;
    here.write("elsewhere/ini", ini_file);
    here.write("elsewhere/json", cli_file);
    set_variable("ALIBABA_CLOUD_CONFIG_FILE", here.path("elsewhere/json"));
    set_variable("ALIBABA_CLOUD_CREDENTIALS_FILE", here.path("elsewhere/ini"));
    CHECK(id_of(cli_config_profile()) == "from-cli");
    CHECK(id_of(credentials_file_profile()) == "from-ini");
    set_variable("ALIBABA_CLOUD_CREDENTIALS_FILE", here.path("nowhere"));
    CHECK(id_of(credentials_file_profile()) ==
          "invalid request: there are no keys here: " + here.path("nowhere") + " is not there");
    set_variable("ALIBABA_CLOUD_CREDENTIALS_FILE", "");

    here.write(".alibabacloud/credentials.ini", ini_file);
    CHECK(id_of(credentials_file_profile()) == "from-ini");
    here.write(".alibabacloud/credentials", "[default]\ntype=access_key\naccess_key_id=i\n");
    CHECK(id_of(credentials_file_profile()) == "invalid request: a required field is missing in access_key_secret: " +
                                                   here.path(".alibabacloud/credentials") + ", profile default");

    set_variable("HOME", "");
    set_variable("ALIBABA_CLOUD_CONFIG_FILE", "");
    CHECK(id_of(cli_config_profile()) ==
          "invalid request: there are no keys here: neither HOME nor USERPROFILE is set");
    set_variable("USERPROFILE", here.path(""));
    CHECK(id_of(cli_config_profile()).find(".aliyun/config.json is not there") != std::string::npos);
}

TEST_CASE("keys of a machine: what cannot be read is told with its path") {
    const home here;
    std::filesystem::create_directories(here.path(".aliyun/config.json"));  // a folder in the file's place
    const auto folder = default_credentials();
    CHECK(id_of(folder) == "invalid request: the file cannot be read: " + here.path(".aliyun/config.json"));
    CHECK(folder.error().what.code == errc::unreadable);

    std::filesystem::remove_all(here.path(".aliyun"));
    here.write(".aliyun/config.json", std::string(1u << 20, ' ') + "x");
    const auto large = cli_config_profile();
    CHECK(large.error().what.code == errc::too_long);
    CHECK(id_of(large) ==
          "invalid request: the text is too long (allowed: 0 to 1048576): " + here.path(".aliyun/config.json"));
    here.write(".aliyun/config.json", std::string(cli_file) + std::string((1u << 20) - cli_file.size(), ' '));
    CHECK(id_of(cli_config_profile()) == "from-cli");

    here.write(".aliyun/config.json", "{\"current\":");
    CHECK(id_of(default_credentials()) ==
          "invalid request: the text ends too early in current: " + here.path(".aliyun/config.json") + ", byte 11");
    here.write(".aliyun/config.json", "");
    CHECK(cli_config_profile().error().what.code == errc::empty_body);
    // A folder's name that is a file.
    std::filesystem::remove_all(here.path(".aliyun"));
    here.write(".aliyun", "x");
    CHECK(cli_config_profile().error().what.code == errc::no_keys);
}
