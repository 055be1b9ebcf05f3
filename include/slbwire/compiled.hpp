#pragma once
// For programs that define SLBWIRE_SEPARATE: one of their files includes this header, before any other of the library,
// and has the bodies of all functions that the others leave out.

#if !defined(SLBWIRE_SEPARATE)
#error "slbwire/compiled.hpp is for programs that define SLBWIRE_SEPARATE, for all their files"
#elif defined(SLBWIRE_VERSION)
#error "slbwire/compiled.hpp must come before all other headers of slbwire"
#endif
#define SLBWIRE_COMPILED

// What the code of requests' lists is made from must be known before their entries are.
#include "model/encode_list.hpp"
#include "wire/query_writer.hpp"

#include "api/assume_role.hpp"
#include "api/backend_list_body.hpp"
#include "api/backend_server_body.hpp"
#include "call/call_body.hpp"
#include "call/credentials_body.hpp"
#include "call/exchange_body.hpp"
#include "call/finish_body.hpp"
#include "call/http_body.hpp"
#include "call/kept_request_body.hpp"
#include "call/key_files_body.hpp"
#include "call/key_profile_body.hpp"
#include "call/key_sources_body.hpp"
#include "call/metadata_body.hpp"
#include "call/prepare_body.hpp"
#include "call/session_body.hpp"
#include "call/signature_mismatch_body.hpp"
#include "call/stamp_body.hpp"
#include "call/untyped_body.hpp"
#include "core/error_body.hpp"
#include "core/result_body.hpp"
#include "core/shown_text_body.hpp"
#include "slbwire.hpp"
