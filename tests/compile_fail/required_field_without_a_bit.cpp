// expect: required fields stand among the first 63
// Fields past the 63rd share a bit, so that a required one among them could be missing unseen.
#include <slbwire/model/list.hpp>

struct wide {
    std::string text{};
    static constexpr slbwire::field<wide> fields[] = {
        {"F00", &wide::text}, {"F01", &wide::text}, {"F02", &wide::text}, {"F03", &wide::text}, {"F04", &wide::text}, {"F05", &wide::text}, {"F06", &wide::text},
        {"F07", &wide::text}, {"F08", &wide::text}, {"F09", &wide::text}, {"F10", &wide::text}, {"F11", &wide::text}, {"F12", &wide::text}, {"F13", &wide::text},
        {"F14", &wide::text}, {"F15", &wide::text}, {"F16", &wide::text}, {"F17", &wide::text}, {"F18", &wide::text}, {"F19", &wide::text}, {"F20", &wide::text},
        {"F21", &wide::text}, {"F22", &wide::text}, {"F23", &wide::text}, {"F24", &wide::text}, {"F25", &wide::text}, {"F26", &wide::text}, {"F27", &wide::text},
        {"F28", &wide::text}, {"F29", &wide::text}, {"F30", &wide::text}, {"F31", &wide::text}, {"F32", &wide::text}, {"F33", &wide::text}, {"F34", &wide::text},
        {"F35", &wide::text}, {"F36", &wide::text}, {"F37", &wide::text}, {"F38", &wide::text}, {"F39", &wide::text}, {"F40", &wide::text}, {"F41", &wide::text},
        {"F42", &wide::text}, {"F43", &wide::text}, {"F44", &wide::text}, {"F45", &wide::text}, {"F46", &wide::text}, {"F47", &wide::text}, {"F48", &wide::text},
        {"F49", &wide::text}, {"F50", &wide::text}, {"F51", &wide::text}, {"F52", &wide::text}, {"F53", &wide::text}, {"F54", &wide::text}, {"F55", &wide::text},
        {"F56", &wide::text}, {"F57", &wide::text}, {"F58", &wide::text}, {"F59", &wide::text}, {"F60", &wide::text}, {"F61", &wide::text}, {"F62", &wide::text},
#ifdef MUST_FAIL
        {"F63", &wide::text, slbwire::required},
#else
        {"F63", &wide::text},
#endif
    };
};

std::size_t set_fields_of(const wide& w, slbwire::set_field* out) {
    return slbwire::bound_source<wide>(&w).set_fields(out);
}
