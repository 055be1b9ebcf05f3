// expect: no form is known for a struct
// A struct that no request could say would silently stay at home.
#include <slbwire/api/classic_load_balancer.hpp>
#include <slbwire/api/request_id.hpp>
#include <slbwire/call/prepare.hpp>

struct place {
    std::string zone{};
    static constexpr slbwire::field<place> fields[] = {{"Zone", &place::zone}};
};
struct move_it {
    static constexpr std::string_view action = "MoveIt";
    static constexpr const slbwire::service& service = slbwire::classic_load_balancer;
    place where{};
#ifdef MUST_FAIL
    static constexpr slbwire::field<move_it> fields[] = {slbwire::nested<&move_it::where>("Place")};
#else
    static constexpr slbwire::field<move_it> fields[] = {
        slbwire::nested<&move_it::where>("Place", slbwire::reply_only)};
#endif
    using response = slbwire::request_id_only;
};

bool prepares(const slbwire::client& c) { return slbwire::prepare(c, move_it{}, {.time = 0, .nonce = "n"}).has_value(); }
