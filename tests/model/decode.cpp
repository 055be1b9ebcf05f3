// One table of documents that mean the same, in both formats: what the service sends, and all that its
// documents show besides.

#include <slbwire/model/decode.hpp>
#include <slbwire/core/text_arena.hpp>

#include "../support/catch.hpp"
#include "../support/both_ways.hpp"
#include "../support/exact_block.hpp"
#include "pet.hpp"

using namespace pets;

namespace {

constexpr std::string_view rex[] = {
    // as the service sends it
    R"({"RequestId":"R","Name":"Rex","Age":3,"Toys":{"Toy":[{"Name":"ball","Price":7},{"Name":"bone"}]}})",
    // any order, blanks
    "\r\n\t {\"Toys\" : { \"Toy\" : [ { \"Price\" : 7 , \"Name\" : \"ball\" } , { \"Name\":\"bone\" } ] } ,\n \"Age\":3, \"Name\":\"Rex\",\"RequestId\":\"R\"} \n",
    // wrapped: after the action, with and without ending, and under another's
    R"({"KeepPetResponse":{"RequestId":"R","Name":"Rex","Age":3,"Toys":{"Toy":[{"Name":"ball","Price":7},{"Name":"bone"}]}}})",
    R"({"KeepPet":{"RequestId":"R","Name":"Rex","Age":3,"Toys":{"Toy":[{"Name":"ball","Price":7},{"Name":"bone"}]}}})",
    R"({"OtherResponse":{"RequestId":"R","Name":"Rex","Age":3,"Toys":{"Toy":[{"Name":"ball","Price":7},{"Name":"bone"}]}}})",
    // numbers as text, trimmed
    R"({"RequestId":"R","Name":"Rex","Age":"3","Toys":{"Toy":[{"Name":"ball","Price":" 7 "},{"Name":"bone"}]}})",
    // a list level left out; the inner list named as the outer one
    R"({"RequestId":"R","Name":"Rex","Age":3,"Toys":[{"Name":"ball","Price":7},{"Name":"bone"}]})",
    R"({"RequestId":"R","Name":"Rex","Age":3,"Toys":{"Toys":[{"Name":"ball","Price":7},{"Name":"bone"}]}})",
    // unknown members of every kind, escapes in names and values, nulls, empty numbers
    R"({"X":[1,{"y":[null,true,-1.5e+3]}],"RequestId":"R","Name":"\u0052ex","\u0041ge":3,"Born":null,"Tame":"","Toys":{"Toy":[{"Name":"b\u0061ll","Price":7,"Z":{}},{"Name":"bone","Price":""}]}})",
    // escapes in the names of the wrapper, of lists and of their entries
    R"({"KeepPetR\u0065sponse":{"Requ\u0065stId":"R","Name":"Rex","Age":3,"\u0054oys":{"T\u006fy":[{"N\u0061me":"ball","\u0050rice":7},{"Name":"bone"}]}}})",
    R"({"\u004beepPet":{"RequestId":"R","Name":"Rex","Age":3,"T\u006fys":[{"Name":"ball","Price":7},{"Name":"bone"}]}})",
    R"({"OtherRespons\u0065":{"RequestId":"R","Name":"Rex","Age":3,"Toys":{"\u0054oys":[{"Name":"ball","Price":7},{"Name":"bone"}]}}})",
    // empty texts for what is empty
    R"({"RequestId":"R","Name":"Rex","Age":3,"Friends":"","Home":" \t","Tame":"","Toys":{"Toy":[{"Name":"ball","Price":7},{"Name":"bone"}]}})",
    // of two the last counts
    R"({"RequestId":"Q","Name":"Max","Age":9,"Toys":{"Toy":[{"Name":"old"}]},"RequestId":"R","Name":"Rex","Age":3,"Toys":{"Toy":[{"Name":"x"}],"Toy":[{"Name":"ball","Price":1,"Price":7},{"Name":"bone"}]}})",
    R"({"RequestId":"R","Name":"Rex","Age":3,"Born":5,"Born":null,"Friends":["a"],"Friends":null,"Home":{"City":"Wien","Floors":[1]},"Home":{},"Toys":{"Toy":[{"Name":"ball","Price":7},{"Name":"bone"}]}})",
    // XML, with any root
    R"(<KeepPetResponse><RequestId>R</RequestId><Name>Rex</Name><Age>3</Age><Toys><Toy><Name>ball</Name><Price>7</Price></Toy><Toy><Name>bone</Name></Toy></Toys></KeepPetResponse>)",
    R"(<KeepPet><RequestId>R</RequestId><Name>Rex</Name><Age>3</Age><Toys><Toys><Name>ball</Name><Price>7</Price></Toys><Toys><Name>bone</Name></Toys></Toys></KeepPet>)",
    "  <?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<!-- c -->\n<r a='1'>\n\t<Toys x=\"2\"> <Toy><Price>\n7\n</Price><Name>b&#97;ll</Name></Toy><!-- c --><Toy><Name><![CDATA[bone]]></Name><Price/></Toy></Toys>\r\n<Age> 3 </Age><Name>R<!-- c -->ex</Name><X>text<Y/>&lt;</X><RequestId>R</RequestId><Tame></Tame></r>\n<?end?>",
    "\xef\xbb\xbf<r><RequestId>R</RequestId><Name>Rex</Name><Age>3</Age><Toys><Toy><Name>ball</Name><Price>7</Price></Toy><Toy><Name>bone</Name></Toy></Toys></r>",
    R"(<r><Name>Max</Name><RequestId>R</RequestId><Name>Rex</Name><Age>3</Age><Toys><Toy><Name>old</Name></Toy></Toys><Toys><Toy><Name>ball</Name><Price>7</Price></Toy><Toy><Name>bone</Name></Toy></Toys></r>)",
};

template <class Text>
constexpr bool is_rex(std::string_view document) {
    text_arena arena;
    const auto decoded = decode<basic_pet<Text>>(document, arena, "KeepPet");
    return decoded && *decoded == basic_pet<Text>{.request_id = "R", .name = "Rex", .age = 3,
                                                  .toys = {{"ball", 7}, {"bone", {}}}, .home = {}};
}
constexpr bool all_are_rex() {
    for (std::string_view document : rex) {
        if (!is_rex<std::string_view>(document)) return false;
    }
    return true;
}
static_assert(all_are_rex());

struct refusal {
    std::string_view document;
    errc code;
    std::size_t offset;
    std::string_view field = {};
    std::size_t index = fault::no_index;
};
constexpr refusal refusals[] = {
    {"", errc::empty_body, 0},
    {" \n ", errc::empty_body, 3},
    {"Bad Gateway", errc::unknown_format, 0},
    {"[]", errc::unknown_format, 0},
    {"<!DOCTYPE html><html></html>", errc::doctype, 0},
    {"<html><body>busy</html>", errc::mismatched_tag, 16},
    {R"({"Name":"Rex"} {})", errc::trailing_bytes, 15},
    {R"({"Age":2147483648})", errc::out_of_range, 7, "Age"},
    {R"({"Age":-2147483649})", errc::out_of_range, 7, "Age"},
    {R"({"Born":9223372036854775808})", errc::out_of_range, 8, "Born"},
    {R"({"Age":3.0})", errc::invalid_number, 7, "Age"},
    {R"({"Age":3e0})", errc::invalid_number, 7, "Age"},
    {R"({"Age":"03"})", errc::invalid_number, 7, "Age"},
    {R"({"Age":"0x3"})", errc::invalid_number, 7, "Age"},
    {R"({"Age":true})", errc::wrong_shape, 7, "Age"},
    {R"({"Age":[3]})", errc::wrong_shape, 7, "Age"},
    {R"({"Age":{}})", errc::wrong_shape, 7, "Age"},
    {R"({"Name":["Rex"]})", errc::wrong_shape, 8, "Name"},
    {R"({"Name":{"x":[1,2,}})", errc::unexpected_byte, 18, "Name"},  // what is no JSON is said first
    {R"({"Tame":1})", errc::wrong_shape, 8, "Tame"},
    {R"({"Tame":"yes"})", errc::wrong_shape, 8, "Tame"},
    {R"({"Toys":"ball"})", errc::wrong_shape, 8, "Toys"},
    {R"({"Toys":7})", errc::wrong_shape, 8, "Toys"},
    {R"({"Toys":{"Things":[]}})", errc::wrong_shape, 8, "Toys"},
    {R"({"Toys":{"Toy":["ball"]}})", errc::wrong_shape, 16, "Toys", 0},
    {R"({"Toys":[{"Name":"x"},{"Price":1}]})", errc::missing, 22, "Name", 1},
    {R"({"Toys":[{"Name":"x"},{"Name":"y","Price":"a"}]})", errc::invalid_number, 42, "Price", 1},
    {R"({"Toys":[null]})", errc::wrong_shape, 9, "Toys", 0},
    {R"({"Friends":["a",null]})", errc::wrong_shape, 16, "Friends", 1},
    {R"({"Home":{"Floors":[1,""]}})", errc::wrong_shape, 21, "Floors", 1},
    {R"({"Home":{"Floors":{"Floor":" "}}})", errc::wrong_shape, 27, "Floors", 0},
    {"<r><Home><Floors><Floor>1</Floor><Floor/></Floors></Home></r>", errc::wrong_shape, 41, "Floors", 1},
    {R"({"Home":"Wien"})", errc::wrong_shape, 8, "Home"},
    {"<r><Age>3x</Age></r>", errc::invalid_number, 8, "Age"},
    {"<r><Age>3<b/></Age></r>", errc::wrong_shape, 9, "Age"},
    {"<r><Age>99999999999999999999</Age></r>", errc::out_of_range, 8, "Age"},
    {"<r><Toys>ball</Toys></r>", errc::wrong_shape, 9, "Toys"},
    {"<r><Toys><Thing/></Toys></r>", errc::wrong_shape, 9, "Toys"},
    {"<r><Toys><Toy>ball</Toy></Toys></r>", errc::wrong_shape, 14, "Toys", 0},
    {"<r><Toys><Toy><Price>1</Price></Toy></Toys></r>", errc::missing, 14, "Name", 0},
    {"<r>Rex<Name>Rex</Name></r>", errc::wrong_shape, 3},
    // An entry under its list's name ends with that name, not with an entry's.
    {"<r><Toys><Toys><Name>x</Name></Toy></Toys></r>", errc::mismatched_tag, 29, "Toys", 0},
    {"<r><Toys><Toy><Name>x</Name></Toys></Toys></r>", errc::mismatched_tag, 28, "Toys", 0},
    {"<r><Toys><Toy><Name>x</Name>y</Toy></Toys></r>", errc::wrong_shape, 14, "Toys", 0},
    {"<r><Toys><Toy><Name>x</Name><Price>1</Price> <!-- --> y </Toy></Toys></r>", errc::wrong_shape, 14, "Toys", 0},
    {R"({"Toys":[{"Name":"x"}x]})", errc::unexpected_byte, 21, "Toys"},
    {R"({"Toys":[{"Name":"x",}]})", errc::unexpected_byte, 21, "Toys", 0},
    {R"({"Toys":[{"Name":"x" "Price":1}]})", errc::unexpected_byte, 21, "Toys", 0},
    {R"({"Toys":[{,"Name":"x"}]})", errc::unexpected_byte, 10, "Toys", 0},
    {R"({"Toys":[{"Name":"x"{"Price":1}]})", errc::unexpected_byte, 20, "Toys", 0},
    {"<r><Home>Wien</Home></r>", errc::wrong_shape, 9, "Home"},
};

constexpr bool is_refused(const refusal& r, std::string_view document) {
    text_arena arena;
    const auto decoded = decode<pet_view>(document, arena, "KeepPet");
    if (decoded) return false;
    const fault& f = decoded.error();
    return f.code == r.code && f.offset == r.offset && f.field == r.field && f.index == r.index;
}
constexpr bool all_are_refused() {
    for (const refusal& r : refusals) {
        if (!is_refused(r, r.document)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("one pet, written in many ways") {
    for (std::string_view document : rex) {
        INFO(document);
        const support::exact_block block(document);
        CHECK(is_rex<std::string_view>(block.view()));
        CHECK(is_rex<std::string>(block.view()));
        CHECK(support::same_both_ways<pet_view>(block.view(), "KeepPet"));
    }
}

TEST_CASE("what is refused, why, and where") {
    static_assert(all_are_refused());

    for (const refusal& r : refusals) {
        const support::exact_block block(r.document);
        text_arena arena;
        const auto decoded = decode<pet_view>(block.view(), arena, "KeepPet");
        const fault f = decoded ? fault{} : decoded.error();
        INFO(r.document << " gave " << describe(f.code) << " at " << f.offset << " in " << f.field);
        CHECK(is_refused(r, block.view()));
        CHECK(support::same_both_ways<pet_view>(block.view(), "KeepPet"));
    }
}

TEST_CASE("lists that are empty") {
    for (std::string_view document :
         {R"({"Name":"Rex","Toys":{"Toy":[]}})", R"({"Name":"Rex","Toys":{}})", R"({"Name":"Rex","Toys":[]})",
          R"({"Name":"Rex","Toys":null})", R"({"Name":"Rex","Toys":{"Toy":null}})", R"({"Name":"Rex"})",
          R"({"Name":"Rex","Toys":""})", R"({"Name":"Rex","Toys":" \n\u0020\t"})", R"({"Name":"Rex","Toys":{"Toy":""}})",
          R"({"Name":"Rex","Toys":{"T\u006fy":"\r"}})", "<r><Name>Rex</Name><Toys> </Toys></r>",
          "<r><Name>Rex</Name><Toys/></r>", "<r><Name>Rex</Name><Toys></Toys></r>",
          "<r><Name>Rex</Name><Toys> \n <!-- none --> </Toys></r>"}) {
        INFO(document);
        text_arena arena;
        const auto decoded = decode<pet>(document, arena);
        REQUIRE(decoded.has_value());
        CHECK(decoded->toys.empty());
        CHECK(support::same_both_ways<pet_view>(document, {}));
    }
    // A text with more in it than blanks is none, however long it is written.
    std::string blanks = R"({"Toys":")";
    for (int i = 0; i < 65; ++i) blanks += "\\u0020";
    text_arena arena;
    CHECK(decode<pet>(blanks + R"("})", arena).error().code == errc::wrong_shape);
    CHECK(decode<pet>(R"({"Toys":"\u0041"})", arena).error().code == errc::wrong_shape);
    CHECK(decode<pet>(R"({"Home":"\u0041"})", arena).error().code == errc::wrong_shape);
    CHECK(decode<pet>(R"({"Toys":[""]})", arena).error().code == errc::wrong_shape);
}

TEST_CASE("lists of single values, and one value for a list") {
    for (std::string_view document :
         {R"({"Friends":{"Friend":["Max","Mia"]},"Home":{"City":"Wien","Floors":{"Floor":[1,"2"]}}})",
          "<r><Friends><Friend>Max</Friend><Friend>Mia</Friend></Friends><Home><City>Wien</City><Floors><Floor>1"
          "</Floor><Floor>2</Floor></Floors></Home></r>"}) {
        text_arena arena;
        const auto decoded = decode<pet>(document, arena);
        REQUIRE(decoded.has_value());
        CHECK(decoded->friends == std::vector<std::string>{"Max", "Mia"});
        CHECK(decoded->home.city == "Wien");
        CHECK(decoded->home.floors == std::vector<std::int32_t>{1, 2});
    }
    text_arena arena;
    const auto one = decode<pet>(R"({"Friends":{"Friend":"Max"},"Toys":{"Toy":{"Name":"ball"}}})", arena);
    REQUIRE(one.has_value());
    CHECK(one->friends == std::vector<std::string>{"Max"});
    CHECK(one->toys == std::vector<toy>{{"ball", {}}});
}

TEST_CASE("numbers and truth values stand for texts") {
    text_arena arena;
    const auto decoded = decode<pet>(R"({"Name":42,"Friends":[true,-1.5]})", arena);
    REQUIRE(decoded.has_value());
    CHECK(decoded->name == "42");
    CHECK(decoded->friends == std::vector<std::string>{"true", "-1.5"});
}

TEST_CASE("a borrowing struct points into the document and the arena") {
    const std::string document = R"({"Name":"Rex","Friends":["M\u0061x","Mia","\t"]})";
    text_arena arena;
    const auto decoded = decode<pet_view>(document, arena);
    REQUIRE(decoded.has_value());
    CHECK(decoded->name.data() == document.data() + 9);
    CHECK(decoded->friends[1].data() == document.data() + document.find("Mia"));
    CHECK(decoded->friends[0] == "Max");
    CHECK(decoded->friends[2] == "\t");
}
