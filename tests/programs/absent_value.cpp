// Asks a result for what it has not; the argument says which.
#include <cstring>

#include <slbwire/core/error.hpp>

using namespace slbwire;

int main(int count, char** arguments) {
    const char* const what = count > 1 ? arguments[1] : "";
    if (std::strcmp(what, "value") == 0) {
        const result<int> failed = failure{error{.what = {.code = errc::missing, .field = "VServerGroupId"}}};
        return *failed;
    }
    if (std::strcmp(what, "value_beside_a_fault") == 0) {
        const result<int, fault> failed = failure{fault{.code = errc::too_deep}};
        return failed.value();
    }
    if (std::strcmp(what, "value_beside_text") == 0) {
        const result<int, const char*> failed = failure{"no"};
        return failed.value();
    }
    if (std::strcmp(what, "error") == 0) return result<int>(1).error().http_status;
    result<void> failed = failure{error{}};
    const result<void> moved = std::move(failed);
    return failed.error().http_status;
}
