#include <slbwire/core/fault.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/enum_names.hpp"

namespace {

using namespace slbwire;

constexpr std::size_t codes = static_cast<std::size_t>(errc::refused) + 1;
constexpr errc code_at(std::size_t i) { return static_cast<errc>(i); }

constexpr bool has_a_sentence(errc code) {
    const std::string_view text = describe(code);
    // Fits behind "invalid request: " and before " in Port": no full stop, no blank at an end, one line.
    return text.size() > 5 && text != "unknown fault" && text.back() != '.' && text.back() != ' ' &&
           text.front() != ' ' && text.find('\n') == text.npos;
}

constexpr bool shares_its_sentence(std::size_t i) {
    for (std::size_t other = 0; other < codes; ++other) {
        if (other != i && describe(code_at(i)) == describe(code_at(other))) return true;
    }
    return false;
}

constexpr bool every_code_has_its_own_sentence() {
    for (std::size_t i = 0; i < codes; ++i) {
        if (!has_a_sentence(code_at(i)) || shares_its_sentence(i)) return false;
    }
    return true;
}
static_assert(every_code_has_its_own_sentence());

// `refused` is the last code, as the count above takes it to be: what follows has no sentence.
static_assert(describe(code_at(codes)) == "unknown fault");
static_assert(describe(code_at(255)) == "unknown fault");

constexpr bool default_is_no_fault() {
    const fault none;
    return !none && none.code == errc::ok && none.offset == 0 && none.field.empty() && none.list.empty() &&
           none.index == fault::no_index && none.lowest == 0 && none.highest == 0 && none.hint.empty();
}
static_assert(default_is_no_fault());

constexpr bool any_code_but_ok_is_a_fault() {
    for (std::size_t i = 0; i < codes; ++i) {
        if (static_cast<bool>(fault{.code = code_at(i)}) != (i != 0)) return false;
    }
    return true;
}
static_assert(any_code_but_ok_is_a_fault());

// A fault is plain data: it may be kept, copied, and made in a constant expression.
static_assert(std::is_trivially_copyable_v<fault>);
constexpr fault in_a_list = {.code = errc::out_of_range,
                             .field = "Port",
                             .list = "BackendServers",
                             .index = 3,
                             .lowest = 1,
                             .highest = 65535};
static_assert(in_a_list && in_a_list.list == "BackendServers" && in_a_list.index == 3);

}  // namespace

TEST_CASE("fault: every code has a sentence of its own") {
    for (std::size_t i = 0; i < codes; ++i) {
        CAPTURE(i, describe(code_at(i)));
        CHECK(has_a_sentence(code_at(i)));
        CHECK_FALSE(shares_its_sentence(i));
    }
    CHECK(describe(code_at(codes)) == "unknown fault");
}

TEST_CASE("fault: is true where there is one") {
    CHECK(default_is_no_fault());
    CHECK(any_code_but_ok_is_a_fault());
}

namespace {

constexpr support::named<errc> names_of_errc[] = {
    {errc::ok, "ok"},
    {errc::truncated, "truncated"},
    {errc::unexpected_byte, "unexpected_byte"},
    {errc::trailing_bytes, "trailing_bytes"},
    {errc::invalid_utf8, "invalid_utf8"},
    {errc::control_character, "control_character"},
    {errc::invalid_escape, "invalid_escape"},
    {errc::invalid_number, "invalid_number"},
    {errc::too_deep, "too_deep"},
    {errc::empty_body, "empty_body"},
    {errc::unknown_format, "unknown_format"},
    {errc::mismatched_tag, "mismatched_tag"},
    {errc::duplicate_attribute, "duplicate_attribute"},
    {errc::too_many_attributes, "too_many_attributes"},
    {errc::undefined_entity, "undefined_entity"},
    {errc::invalid_reference, "invalid_reference"},
    {errc::doctype, "doctype"},
    {errc::unsupported_encoding, "unsupported_encoding"},
    {errc::compressed, "compressed"},
    {errc::html_page, "html_page"},
    {errc::wrong_shape, "wrong_shape"},
    {errc::out_of_range, "out_of_range"},
    {errc::too_long, "too_long"},
    {errc::too_many, "too_many"},
    {errc::too_few, "too_few"},
    {errc::missing, "missing"},
    {errc::invalid_value, "invalid_value"},
    {errc::duplicate_parameter, "duplicate_parameter"},
    {errc::no_keys, "no_keys"},
    {errc::no_own_keys, "no_own_keys"},
    {errc::unreadable, "unreadable"},
    {errc::no_known_member, "no_known_member"},
    {errc::signing_failed, "signing_failed"},
    {errc::transport_failed, "transport_failed"},
    {errc::cancelled, "cancelled"},
    {errc::deadline_passed, "deadline_passed"},
    {errc::refused, "refused"},
};
static_assert(support::are_names(names_of_errc));

}  // namespace

TEST_CASE("fault: every code has its name") {
    CHECK(support::are_names(names_of_errc));
}
