#pragma once
// The two files of keys that the vendor's tools share between programs, as pure functions over their text.
// key_files.hpp reads them from where they are.
//
// Facts: the README of github.com/aliyun/credentials-go and the code of its readers, config/profile.go of aliyun-cli.
// No error of these functions shows a secret or a token.

#include <cstdint>
#include <string>
#include <string_view>

#include "../api/assume_role.hpp"
#include "../config.hpp"
#include "../core/error.hpp"
#include "../core/result.hpp"
#include "credentials.hpp"

namespace slbwire::inline SLBWIRE_ABI {

/// Where the keys of a profile come from.
enum class key_origin : std::uint8_t {
    own_keys,       ///< the profile has them: `access_key`, `sts`; `AK`, `StsToken`
    ram_role,       ///< AssumeRole with the profile's keys: `ram_role_arn`; `RamRoleArn`, `ChainableRamRoleArn`
    instance_role,  ///< the metadata of the instance that the program runs on: `ecs_ram_role`; `EcsRamRole`
    elsewhere,      ///< what this library does not do: a login, an identity provider, a program
};

/// A profile of one of the vendor's files: keys, or what is needed to get some.
struct key_profile {
    std::string name{};
    std::string mode{};  ///< as the file has it
    key_origin origin = key_origin::elsewhere;
    slbwire::credentials credentials{};  ///< of `own_keys` and `ram_role`
    assume_role role{};                  ///< of `ram_role`: to be called with `credentials`
    std::string instance_role_name{};    ///< of `instance_role`; where it is empty the metadata service tells it
};

/// Reads a file as `~/.alibabacloud/credentials` is one: INI, a section for each profile, with `type` and what belongs
/// to it. `profile` is `default` where it is empty. Errors: `no_keys` where the file has no such profile; `missing`,
/// `invalid_value` and `duplicate_parameter` with the field; `unexpected_byte` with the line that is no entry,
/// `unsupported_encoding`. Of a file that ends inside of its last line nobody can tell that something is missing.
result<key_profile> parse_credentials_file(std::string_view text, std::string_view profile = {});

/// Reads a file as `~/.aliyun/config.json` is one, which the command line `aliyun` writes. `profile` is the current one
/// where it is empty; of two that have its name it is the first, as there. A role over another profile's keys
/// (`ChainableRamRoleArn`) is taken together with these. Errors: as above, and those of a JSON document with the byte
/// where it is wrong.
result<key_profile> parse_cli_config(std::string_view text, std::string_view profile = {});

/// The keys of a profile that has its own; else `no_own_keys`, and the text tells what the profile names.
result<temporary_credentials> credentials_of(const key_profile& profile);

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "key_profile_body.hpp"
#endif
