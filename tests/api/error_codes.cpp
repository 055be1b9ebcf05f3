// The tables of error codes: what each code of the vendor's lists means, and how patterns are matched.

#include <slbwire/api/error_class.hpp>

#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <system_error>

#include "../support/catch.hpp"
#include "../support/vectors.hpp"

using namespace slbwire;

namespace {

const std::map<std::string, error_class> classes{
    {"throttled", error_class::throttled}, {"busy", error_class::busy},         {"permission", error_class::permission},
    {"not_found", error_class::not_found}, {"conflict", error_class::conflict}, {"invalid", error_class::invalid},
    {"quota", error_class::quota},         {"server", error_class::server}};
const std::map<std::string, retry_advice> advices{{"never", retry_advice::never}, {"later", retry_advice::later}};

/// Takes what stands before `mark`, and the mark, off the front of a text; all of it, where there is no mark.
std::string_view take_until(char mark, std::string_view& text) {
    const std::string_view taken = text.substr(0, text.find(mark));
    text.remove_prefix(taken.size() == text.size() ? taken.size() : taken.size() + 1);
    return taken;
}

/// Checks each row of a file and gives their number.
int check_file(const char* path) {
    const std::string file = read_vector(path);
    int count = 0;
    for (std::string_view rest = file; !rest.empty();) {
        const std::string_view line = take_until('\n', rest);
        if (line.starts_with('#')) continue;
        std::string_view columns = line;
        const std::string_view code = take_until('\t', columns);
        const std::string_view number = take_until('\t', columns);
        const std::string kind(take_until('\t', columns));
        const std::string advice(columns);
        int status = 0;
        CAPTURE(path, line);
        REQUIRE(std::from_chars(number.data(), number.data() + number.size(), status).ec == std::errc());
        REQUIRE(classes.contains(kind));
        REQUIRE(advices.contains(advice));
        const error_meaning meaning = classify(code, {}, status);
        CHECK(meaning.kind == classes.at(kind));
        CHECK(meaning.retry == advices.at(advice));
        ++count;
    }
    return count;
}

constexpr bool matches(std::string_view code, std::string_view pattern) { return detail::has_pattern(code, pattern); }

// One of each kind of family.
constexpr bool is(error_class kind, std::string_view code) {
    return classify(code, {}, 400) == error_meaning{kind, detail::usual_retry(kind)};
}
static_assert(is(error_class::throttled, "OperationFailed.RateLimiting"));
static_assert(is(error_class::busy, "VpcSystemBusy") && is(error_class::busy, "ResourceInConfiguring.Acl"));
static_assert(is(error_class::busy, "ConcurrentModification") && is(error_class::busy, "AclEntryProcessing"));
static_assert(is(error_class::server, "InvokeTimeout") && is(error_class::server, "OperationFailed.InvokeProxyFailed"));
static_assert(is(error_class::not_found, "InvalidServerId.NotExist") && is(error_class::conflict, "DomainExist"));
static_assert(is(error_class::quota, "SubnetIpExhaust") && is(error_class::permission, "PayInsufficientBalance"));
static_assert(is(error_class::token, "MissingSecurityToken"));
static_assert(is(error_class::signature, "InvalidAccessKeyId.Inactive"));
static_assert(is(error_class::signature, "NoEnabledAccessKey"));
static_assert(is(error_class::invalid, "InvalidParameter.IdleTimeout"));

}  // namespace

TEST_CASE("error codes: the vendor's list") { CHECK(check_file("error_codes.tsv") == 126); }

TEST_CASE("error codes: codes of the pages and of the vendor's own client") {
    CHECK(check_file("error_codes_pages.tsv") == 142);
}

TEST_CASE("error codes: patterns are of whole words") {
    CHECK(matches("ThingExist", "*Exist"));
    CHECK(matches("ThingExists", "*Exist"));
    CHECK(matches("ThingExisted.Other", "*Exist"));
    CHECK(matches("Exist.Thing", "*Exist"));
    CHECK(matches("THING_EXIST", "*Exist"));
    CHECK(matches("BackendServer.configuring", "*Configuring"));
    CHECK(matches("LBNotSupportIpv6Backend", "*NotSupport*"));
    CHECK(matches("NOT_IN_USE", "*InUse"));
    CHECK(matches("QueryOrderFailed", "*Query*Fail"));
    CHECK(matches("QueryFail", "*Query*Fail"));
    CHECK(matches("ORDER.THING", "ORDER."));
    CHECK_FALSE(matches("ORDER", "ORDER."));
    CHECK_FALSE(matches("Other.ORDER.Thing", "ORDER."));
    CHECK_FALSE(matches("ThingCoexist", "*Exist"));
    CHECK_FALSE(matches("ThingExistence", "*Exist"));
    CHECK_FALSE(matches("ThingExistHere", "*Exist"));
    CHECK_FALSE(matches("ThingUnused", "*Used"));
    CHECK_FALSE(matches("InvalidateThing", "Invalid*"));
    CHECK_FALSE(matches("ThingInvalid", "Invalid*"));
    CHECK_FALSE(matches("Query.ThingFailed", "*Query*Fail"));
    CHECK_FALSE(matches("", "*Exist"));
    CHECK_FALSE(matches("..", "*Exist"));
    CHECK_FALSE(matches("EXIS_", "*Exist"));
}

TEST_CASE("error codes: a row says what no family does") {
    for (const detail::code_row& row : detail::code_rows) {
        CAPTURE(row.code);
        error_meaning meaning;
        const bool told = detail::classify_by_family(row.code, meaning);
        CHECK_FALSE((told && meaning == row.meaning));
    }
}

TEST_CASE("error codes: what is too long for a code is not searched") {
    std::string code;
    while (code.size() <= detail::longest_code) code += "Query";
    CHECK(classify(code + "Failed", {}, 400) == error_meaning{error_class::invalid});
}
