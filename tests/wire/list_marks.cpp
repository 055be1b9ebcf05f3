#include <slbwire/wire/list_marks.hpp>

#include <string>
#include <string_view>

#include <slbwire/codec/percent.hpp>

#include "support/catch.hpp"

using namespace slbwire;

namespace {

std::string text_of(const detail::list_marks::form& form) {
    char room[32] = {};
    char* const end = form.write(room);
    CHECK(end[-1] == form.last);
    return {room, static_cast<std::size_t>(end - room)};
}

void has_all_forms(const detail::list_marks& marks, const std::string& text) {
    CHECK(marks.view() == text);
    CHECK(text_of(marks.plain()) == text);
    CHECK(text_of(marks.once()) == percent_encode(text));
    CHECK(text_of(marks.twice()) == percent_encode(percent_encode(text)));
}

}  // namespace

TEST_CASE("marks have the forms that percent-encoding gives, once and twice") {
    const detail::entry_marks& single = detail::single_quoted_marks;
    has_all_forms(single.first, "{'");
    has_all_forms(single.next, ",{'");
    has_all_forms(single.colon, "':'");
    has_all_forms(single.comma, "','");
    has_all_forms(single.close, "'}");
    const detail::entry_marks& strict = detail::strict_json_marks;
    has_all_forms(strict.first, "{\"");
    has_all_forms(strict.next, ",{\"");
    has_all_forms(strict.colon, "\":\"");
    has_all_forms(strict.comma, "\",\"");
    has_all_forms(strict.close, "\"}");
}

TEST_CASE("marks are copied to a query's two outputs") {
    char once[64];
    char twice[64];
    detail::unchecked_query_output out(once, twice);
    detail::put_marks(out, detail::single_quoted_marks.next);
    detail::put_marks(out, detail::single_quoted_marks.close);
    CHECK(std::string_view(once, static_cast<std::size_t>(out.once() - once)) == percent_encode(",{''}"));
    CHECK(std::string_view(twice, static_cast<std::size_t>(out.twice() - twice)) == percent_encode(percent_encode(",{''}")));
    char plain[64];
    detail::unchecked_output text(plain);
    detail::put_marks(text, detail::strict_json_marks.colon);
    CHECK(std::string_view(plain, static_cast<std::size_t>(text.at() - plain)) == "\":\"");
}
