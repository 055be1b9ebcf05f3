#include <slbwire/wire/find_request_id.hpp>

#include <string>
#include <string_view>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"

using namespace slbwire;

TEST_CASE("the RequestId is found in any body") {
    struct body {
        std::string_view text;
        std::string_view id;
    };
    static constexpr body bodies[] = {
        {R"({"RequestId":"4C467B38-3910","x)", "4C467B38-3910"},
        {"<RequestId>\n R-1 </Requ", "R-1"},
        {R"("requestId" : "r")", "r"},
        {R"({"RequestId":"a.b_c-1","x":)", "a.b_c-1"},
        {R"(<RequestId type="s">R-2</RequestId>)", "R-2"},
        {"<RequestId><![CDATA[R-3]]></RequestId>", "R-3"},
        {"<p>RequestId: R-4</p>", "R-4"},
        {R"({"RequestId":"R-5)", "R-5"},  // cut off
        // Not every place of the name has it.
        {R"({"Recommend":"https://a?q=x&requestId=1","Data":5,"RequestId":"R-6"})", "R-6"},
        {R"({"Message":"no RequestId here","RequestId":"R-7","x":)", "R-7"},
        {R"({"RequestId":null,"requestId":"R-8"})", "R-8"},
        {R"({"RequestId":"","RequestId":"R-9"})", "R-9"},
        {R"({"Recommend":"https://a?q=x&requestId=R-10"})", "R-10"},
        {"RequestId", ""},
        {"<RequestId", ""},
        {"<RequestId>", ""},
        {R"({"RequestId")", ""},
        {R"({"RequestId":)", ""},
        {R"({"RequestId":5})", ""},
        {R"({"RequestId":null})", ""},
        {R"({"RequestId":"a b"})", ""},
        {"no RequestId here", ""},
        {"", ""},
    };
    static_assert([] {
        for (const body& b : bodies) {
            if (find_request_id(b.text) != b.id) return false;
        }
        return true;
    }());
    for (const body& b : bodies) {
        const support::exact_block block(b.text);
        CAPTURE(b.text);
        CHECK(find_request_id(block.view()) == b.id);
    }
    CHECK(find_request_id(R"({"RequestId":")" + std::string(128, 'A') + '"').size() == 128);
    CHECK(find_request_id(R"({"RequestId":")" + std::string(129, 'A') + '"').empty());
}
