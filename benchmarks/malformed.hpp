#pragma once
// Documents that no decoder should take, each wrong in one way: what shows what a peer leaves unchecked.

#include <string>
#include <vector>

#include "inputs.hpp"

namespace bench {

struct malformed {
    std::string what;  ///< what is left unchecked by whoever takes it
    std::string body;
};

std::vector<malformed> malformed_documents(format);

}  // namespace bench
