#pragma once
// Keys from where the vendor's tools put them on a machine. Asked for by who wants them: the one header of the library
// that looks at the environment and opens files. What they mean is in key_sources.hpp and key_profile.hpp.

#include <string_view>

#include "../config.hpp"
#include "../core/result.hpp"
#include "key_profile.hpp"
#include "key_sources.hpp"

namespace slbwire::inline SLBWIRE_ABI {

// The environment is read by std::getenv: no other thread may change it meanwhile. Files of more than a mebibyte are
// not read, and a file is in memory no longer than it takes. Errors are those of the sources; where a file is not there
// it is `no_keys`, where it cannot be read `unreadable`, and the text has its path.

/// The keys of this program's environment (`credentials_from_environment`).
result<temporary_credentials> environment_credentials();

/// A profile of the file that `ALIBABA_CLOUD_CONFIG_FILE` names, else of `.aliyun/config.json` in the home folder.
/// Where `profile` is empty it is the one of `ALIBABA_CLOUD_PROFILE`, else the file's current one.
result<key_profile> cli_config_profile(std::string_view profile = {});

/// A profile of the file that `ALIBABA_CLOUD_CREDENTIALS_FILE` names, else of `.alibabacloud/credentials` in the home
/// folder, else of `.alibabacloud/credentials.ini` there. Where `profile` is empty it is the one of
/// `ALIBABA_CLOUD_PROFILE`, else `default`.
result<key_profile> credentials_file_profile(std::string_view profile = {});

/// What the vendor's tools find: the environment, else the command line's file, else the file of credentials, in this
/// order as they have it. Only where there is nothing (`no_keys`) the next one is looked at: what is there and wrong is
/// told, instead of other keys taken. Keys of the environment are a profile called `environment`.
result<key_profile> default_profile();

/// The keys of `default_profile`, where it has its own; `profile_credentials` in key_providers.hpp gets those of a role
/// too.
result<temporary_credentials> default_credentials();

}  // namespace slbwire

#if !defined(SLBWIRE_SEPARATE)
#include "key_files_body.hpp"
#endif
