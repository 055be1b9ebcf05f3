#include <slbwire/model/encode_list.hpp>
#include <slbwire/codec/hmac.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <slbwire/core/bounded_output.hpp>
#include <slbwire/model/bound.hpp>
#include <slbwire/model/list.hpp>
#include <slbwire/wire/query.hpp>

#include "../support/catch.hpp"
#include "../support/exact_block.hpp"

using namespace slbwire;

namespace {

struct box {
    std::string id{};
    std::optional<std::int64_t> n{};
    std::optional<std::int64_t> a_name_that_is_longer_than_any_key{};
    std::string label{};
    std::optional<bool> open{};
    std::string owner{};

    static constexpr field<box> fields[] = {
        {"Id", &box::id},
        {"N", &box::n},
        {"ANameThatIsLongerThanAnyKey", &box::a_name_that_is_longer_than_any_key},
        {"TwentyOneLettersLabel", &box::label},
        {"Open", &box::open},
        {"Owner", &box::owner, reply_only},
    };
};

/// With fields of every kind that are mostly not set, between others.
struct parcel {
    std::string id{};
    std::string from{};
    std::optional<std::int32_t> port{};
    std::optional<std::int32_t> size{};
    std::optional<std::int64_t> weight{};
    std::optional<bool> fragile{};
    std::string_view note{};
    std::string label{};
    std::string state{};

    static constexpr field<parcel> fields[] = {
        {"Id", &parcel::id},
        {"From", &parcel::from, seldom},
        {"Port", &parcel::port},
        {"Size", &parcel::size, seldom},
        {"Weight", &parcel::weight, seldom},
        {"Fragile", &parcel::fragile, seldom},
        {"Note", &parcel::note, seldom},
        {"Label", &parcel::label},
        {"State", &parcel::state, seldom | reply_only},
    };
};

struct number {
    std::optional<std::int64_t> n{};
    static constexpr field<number> fields[] = {{"N", &number::n}};
};

struct flag {
    std::optional<bool> on{};
    static constexpr field<flag> fields[] = {{"On", &flag::on}};
};

struct label {
    std::string text{};
    static constexpr field<label> fields[] = {{"Text", &label::text}};
};

std::string with_marks(std::string text, char mark) {
    for (char& c : text) {
        if (c == '\'') c = mark;
    }
    return text;
}

/// The list in memory that ends where it ends: not a byte behind it may be touched.
template <class E>
std::string text_in(std::size_t room, const std::vector<E>& boxes, quote_style style) {
    support::exact_block block{std::string(room, '#')};
    bounded_output out(block.data(), room);
    detail::list_encoding<E>::write(out, array_view<const E>(boxes), style);
    CHECK(out.overflowed() == (out.size() > room));
    return std::string(out.written());
}

template <class E = box>
void is_written_everywhere(const std::vector<E>& boxes, const std::string& single) {
    for (quote_style style : {quote_style::single_quotes, quote_style::strict_json}) {
        const std::string expected = with_marks(single, quote_mark(style));
        for (std::size_t room = 0; room < expected.size() + 260; ++room) {
            CHECK(text_in(room, boxes, style) == expected.substr(0, room));
        }
        // In a query, and in what is signed of it.
        std::string query(5'000, '#');
        bounded_output out(query.data(), query.size());
        static const hmac_key<sha1> key("secret", "&");
        hmac_sha1 code(key);
        query_writer writer(out, &code, "GET");
        writer.name("L", true);
        vector_source<E>(boxes).write(writer, style);
        writer.finish();
        const parameter all[] = {{"L", expected}};
        CHECK(out.written() == canonical_query(all));
        CHECK(code.finish() == hmac_sha1::of("secret&", string_to_sign("GET", out.written())));
    }
}

}  // namespace

TEST_CASE("lists in every room, in both quotes, alone and in a query") {
    is_written_everywhere({}, "[]");
    is_written_everywhere({{}}, "[{}]");
    is_written_everywhere({{}, {.id = "a"}, {}}, "[{},{'Id':'a'},{}]");
    is_written_everywhere({{.owner = "nobody sends this"}}, "[{}]");
    is_written_everywhere({{.open = true}, {.id = "a", .open = false}}, "[{'Open':'true'},{'Id':'a','Open':'false'}]");
    is_written_everywhere<flag>({{.on = false}, {.on = true}, {}}, "[{'On':'false'},{'On':'true'},{}]");
    is_written_everywhere({{.id = "vm-233", .n = 80}, {.id = "i-bp1fq61enf4loa5i4j11", .n = 443}},
                          "[{'Id':'vm-233','N':'80'},{'Id':'i-bp1fq61enf4loa5i4j11','N':'443'}]");
    is_written_everywhere({{.n = INT64_MIN}}, "[{'N':'-9223372036854775808'}]");
    // Hardly anything is left over of the room that these may need.
    is_written_everywhere<number>({{.n = INT64_MIN}}, "[{'N':'-9223372036854775808'}]");
    const std::string controls(20, '\x1f');
    std::string escapes;
    for (std::size_t i = 0; i < controls.size(); ++i) escapes += "\\u001f";
    is_written_everywhere<label>({{.text = controls}}, "[{'Text':'" + escapes + "'}]");
    is_written_everywhere({{.n = 0, .a_name_that_is_longer_than_any_key = INT64_MAX, .label = "x"}},
                          "[{'N':'0','ANameThatIsLongerThanAnyKey':'9223372036854775807','TwentyOneLettersLabel':'x'}]");
    is_written_everywhere({{.label = std::string(300, 'z')}}, "[{'TwentyOneLettersLabel':'" + std::string(300, 'z') + "'}]");
}

TEST_CASE("fields that are mostly not set are written where they are") {
    is_written_everywhere<parcel>({{.from = "a"}}, "[{'From':'a'}]");
    is_written_everywhere<parcel>({{.size = 0}}, "[{'Size':'0'}]");
    is_written_everywhere<parcel>({{.weight = -7}}, "[{'Weight':'-7'}]");
    is_written_everywhere<parcel>({{.fragile = false}}, "[{'Fragile':'false'}]");
    is_written_everywhere<parcel>({{.note = "n"}}, "[{'Note':'n'}]");
    is_written_everywhere<parcel>({{.state = "nobody sends this"}}, "[{}]");
    is_written_everywhere<parcel>({{.id = "1", .port = 80},
                                   {.id = "2", .from = "x", .port = 81, .size = 3, .weight = 4, .fragile = true, .note = "n", .label = "l"},
                                   {.label = "last"}},
                                  "[{'Id':'1','Port':'80'},{'Id':'2','From':'x','Port':'81','Size':'3','Weight':'4','Fragile':'true',"
                                  "'Note':'n','Label':'l'},{'Label':'last'}]");
}

constexpr bool is_written_when_compiling() {
    const box boxes[] = {{.n = -7}, {}, {.a_name_that_is_longer_than_any_key = 80, .open = false}};
    char room[100] = {};
    bounded_output out(room, sizeof room);
    detail::list_encoding<box>::write(out, array_view<const box>(boxes), quote_style::single_quotes);
    return out.written() == "[{'N':'-7'},{},{'ANameThatIsLongerThanAnyKey':'80','Open':'false'}]";
}
#if !defined(__clang__)  // whose std::string is no constant before clang 15
static_assert(is_written_when_compiling());
#endif

TEST_CASE("lists of single values") {
    const auto written = []<class E>(const std::vector<E>& values) {
        std::string text;
        const array_view<const E> view(values);
        assign(text, [&](bounded_output& out) { detail::list_encoding<E>::write(out, view, quote_style::strict_json); });
        return text;
    };
    CHECK(written(std::vector<std::string>{}) == "[]");
    CHECK(written(std::vector<std::string>{"i-1", "", "it's \"x\""}) == R"(["i-1","","it's \"x\""])");
    CHECK(written(std::vector<std::string_view>{"i-1"}) == R"(["i-1"])");
    CHECK(written(std::vector<std::int32_t>{80, -1}) == R"(["80","-1"])");
    CHECK(is_written_when_compiling());
}

TEST_CASE("values of every length, with what is escaped at every place") {
    for (std::size_t size = 1; size < 40; ++size) {
        const std::string plain(size, 'v');
        is_written_everywhere({{.id = plain}}, "[{'Id':'" + plain + "'}]");
    }
    for (std::size_t at = 0; at < 40; ++at) {
        std::string value(40, 'v');
        value[at] = '\\';
        is_written_everywhere({{.id = value}}, "[{'Id':'" + std::string(value).insert(at, 1, '\\') + "'}]");
    }
}

TEST_CASE("numbers of every length") {
    for (std::uint64_t power = 1; power <= 1'000'000'000'000'000'000; power *= 10) {
        auto n = static_cast<std::int64_t>(power);
        for (std::int64_t number : {n - 1, n, -n}) {
            is_written_everywhere({{.n = number}}, "[{'N':'" + std::to_string(number) + "'}]");
        }
    }
}
