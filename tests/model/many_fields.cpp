// More fields than a word has bits: those past the sixty-third share one, and are found all the same.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/model/decode.hpp>
#include <slbwire/core/text_arena.hpp>
#include <slbwire/model/encode_list.hpp>
#include <slbwire/model/list.hpp>

#include "../support/catch.hpp"

using namespace slbwire;

namespace {

struct wide {
    std::optional<std::int32_t> a{};
    std::optional<std::int32_t> b{};
    std::optional<std::int32_t> c{};
    std::optional<std::int32_t> last{};

    // Several names for one member, as the service has for some of its own.
    static constexpr field<wide> fields[] = {
        {"F00", &wide::last}, {"F01", &wide::last}, {"F02", &wide::last}, {"F03", &wide::last},
        {"F04", &wide::last}, {"F05", &wide::last}, {"F06", &wide::last}, {"F07", &wide::last},
        {"F08", &wide::last}, {"F09", &wide::last}, {"F10", &wide::last}, {"F11", &wide::last},
        {"F12", &wide::last}, {"F13", &wide::last}, {"F14", &wide::last}, {"F15", &wide::last},
        {"F16", &wide::last}, {"F17", &wide::last}, {"F18", &wide::last}, {"F19", &wide::last},
        {"F20", &wide::last}, {"F21", &wide::last}, {"F22", &wide::last}, {"F23", &wide::last},
        {"F24", &wide::last}, {"F25", &wide::last}, {"F26", &wide::last}, {"F27", &wide::last},
        {"F28", &wide::last}, {"F29", &wide::last}, {"F30", &wide::last}, {"F31", &wide::last},
        {"F32", &wide::last}, {"F33", &wide::last}, {"F34", &wide::last}, {"F35", &wide::last},
        {"F36", &wide::last}, {"F37", &wide::last}, {"F38", &wide::last}, {"F39", &wide::last},
        {"F40", &wide::last}, {"F41", &wide::last}, {"F42", &wide::last}, {"F43", &wide::last},
        {"F44", &wide::last}, {"F45", &wide::last}, {"F46", &wide::last}, {"F47", &wide::last},
        {"F48", &wide::last}, {"F49", &wide::last}, {"F50", &wide::last}, {"F51", &wide::last},
        {"F52", &wide::last}, {"F53", &wide::last}, {"F54", &wide::last}, {"F55", &wide::last},
        {"F56", &wide::last}, {"F57", &wide::last}, {"F58", &wide::last}, {"F59", &wide::last},
        {"F60", &wide::last}, {"F61", &wide::last}, {"F62", &wide::a}, {"F63", &wide::b}, {"F64", &wide::c},
        {"F65", &wide::last},
    };
    friend bool operator==(const wide&, const wide&) = default;
};

struct crowd {
    std::vector<wide> all{};

    static constexpr field<crowd> fields[] = {list<&crowd::all>("All", "One")};
};

std::vector<wide> decoded(std::string_view text) {
    text_arena arena;
    const auto read = decode<crowd>(text, arena);
    REQUIRE(read.has_value());
    return read->all;
}

}  // namespace

TEST_CASE("fields past the sixty-third are read in any order, in every entry") {
    const wide full{.a = 1, .b = 2, .c = 3, .last = 4};
    const std::string forward = R"({"F62":1,"F63":2,"F64":3,"F65":4})";
    const std::string backward = R"({"F65":4,"F64":3,"F63":2,"F62":1})";
    CHECK(decoded("{\"All\":[" + forward + "," + forward + "]}") == std::vector<wide>{full, full});
    CHECK(decoded("{\"All\":[" + backward + "," + forward + "," + backward + "]}") ==
          std::vector<wide>{full, full, full});
    const std::string element = "<One><F65>4</F65><F62>1</F62><F64>3</F64><F63>2</F63></One>";
    CHECK(decoded("<r><All>" + element + element + "</All></r>") == std::vector<wide>{full, full});
    // null takes back what stood before, which past the sixty-third another field may still hold.
    CHECK(decoded(R"({"All":[{"F63":2,"F64":3,"F64":null}]})") == std::vector<wide>{{.b = 2}});
}
