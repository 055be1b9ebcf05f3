#pragma once
// The reply of operations that have nothing to say but that they were done.

#include <string>

#include "../config.hpp"
#include "../core/error.hpp"
#include "../model/field.hpp"
#include "../model/list.hpp"

namespace slbwire::inline SLBWIRE_ABI {

template <class Text>
struct basic_request_id_only {
    Text request_id{};

    static constexpr field<basic_request_id_only> fields[] = {
        {"RequestId", &basic_request_id_only::request_id, common},
    };
    friend bool operator==(const basic_request_id_only&, const basic_request_id_only&) = default;
};
using request_id_only = basic_request_id_only<std::string>;
SLBWIRE_REPLY(basic_request_id_only);

}  // namespace slbwire
