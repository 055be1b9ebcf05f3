#include <slbwire/wire/body_kind.hpp>

#include "../support/catch.hpp"
#include "../support/enum_names.hpp"

using namespace slbwire;

namespace {

struct row {
    std::string_view body;
    body_kind kind;
};
constexpr row rows[] = {
    {"", body_kind::empty},
    {" \r\n\t", body_kind::empty},
    {"\xef\xbb\xbf", body_kind::empty},
    {"{", body_kind::json},
    {"\xef\xbb\xbf {\"A\":1}", body_kind::json},
    {"[1]", body_kind::other},
    {"null", body_kind::other},
    {"hello", body_kind::other},
    {"\xff\xfe{", body_kind::other},
    {"<Error/>", body_kind::xml},
    {"<?xml version='1.0'?><!-- x --><Error>", body_kind::xml},
    {"\xef\xbb\xbf<?xml version='1.0'?><Error>", body_kind::xml},
    {"<", body_kind::xml},
    {"<?xml", body_kind::xml},
    {"<!-- <html> ", body_kind::xml},
    {"<!DOCTYPE r><r/>", body_kind::xml},
    {"<htmlx/>", body_kind::xml},
    {"<html>", body_kind::html},
    {"<HTML lang='en'>", body_kind::html},
    {"\n <html", body_kind::html},
    {"<!DOCTYPE html>", body_kind::html},
    {"<!doctype HTML PUBLIC \"-//W3C//DTD\">", body_kind::html},
    {"<?xml version=\"1.0\"?>\n<html xmlns='x'/>", body_kind::html},
    {"<!-- a proxy's --><html><body/></html>", body_kind::html},
    {"<h1>403 Forbidden</h1>", body_kind::html},
    {"<script>location='/login'</script>", body_kind::html},
    {"<head/>", body_kind::html},
    {"\x1f\x8b", body_kind::compressed},
    {"\x1f\x8b\x08\x04", body_kind::compressed},
    {"\x28\xb5\x2f\xfd\x04", body_kind::compressed},
    {"\x78\x9c\xab", body_kind::compressed},
    {"\x78\x01", body_kind::compressed},
    {"\x78\xda", body_kind::compressed},
    {"x+1", body_kind::other},
    {"x", body_kind::other},
    {"\x1f", body_kind::other},
    {"\x28\xb5\x2f", body_kind::other},
};
constexpr bool all_hold() {
    for (const row& r : rows) {
        if (kind_of_body(r.body) != r.kind) return false;
    }
    return true;
}
static_assert(all_hold());

constexpr support::named<body_kind> names_of_body_kind[] = {
    {body_kind::empty, "empty"},
    {body_kind::json, "json"},
    {body_kind::xml, "xml"},
    {body_kind::html, "html"},
    {body_kind::compressed, "compressed"},
    {body_kind::other, "other"},
};
static_assert(support::are_names(names_of_body_kind));

}  // namespace

TEST_CASE("body kinds have names") { CHECK(support::are_names(names_of_body_kind)); }

TEST_CASE("what a body is by its first bytes") {
    for (const row& r : rows) {
        CAPTURE(r.body);
        CHECK(kind_of_body(r.body) == r.kind);
    }
}
