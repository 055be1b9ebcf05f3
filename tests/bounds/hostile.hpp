#pragma once
// Bodies that nobody means well with, of any size: what the bounds of memory and time are measured on.

#include <cstddef>
#include <string>
#include <string_view>

namespace bounds {

/// `first`, then `part` until there are `bytes`, then `last`. Parts stay whole, and there is at least one.
struct hostile {
    const char* name;
    std::string_view first;
    std::string_view part;
    std::string_view last;

    std::string body(std::size_t bytes) const {
        std::string text;
        text.reserve(bytes + part.size() + first.size() + last.size());
        text += first;
        do text += part;
        while (text.size() < bytes);
        return text += last;
    }
};

/// Bodies of one long run, in both formats. The replies that they are read as know `BackendServers`.
inline constexpr hostile bodies[] = {
    // Lists: of entries that hold next to nothing, of entries that lack what they must have, of numbers.
    {"json: empty servers", R"({"BackendServers":[)", R"({"ServerId":""},)", R"({"ServerId":""}]})"},
    {"xml:  empty servers", "<r><BackendServers>", "<BackendServer><ServerId/></BackendServer>",
     "</BackendServers></r>"},
    {"json: empty objects", R"({"BackendServers":[)", "{},", "{}]}"},
    {"xml:  empty elements", "<r><BackendServers>", "<BackendServer/>", "</BackendServers></r>"},
    {"json: one server again and again", R"({"BackendServers":{)", R"("BackendServer":{"ServerId":""},)",
     R"("BackendServer":[]}})"},
    {"json: list again and again", "{", R"("BackendServers":[{"ServerId":""}],)", R"("RequestId":"x"})"},
    {"xml:  list again and again", "<r>",
     "<BackendServers><BackendServer><ServerId/></BackendServer></BackendServers>", "</r>"},
    {"xml:  list without an inner level", "<r>", "<BackendServers><ServerId/></BackendServers>", "</r>"},
    // Values that do not fit, until the last of their name.
    {"json: overwritten values", "{", R"("RequestId":[],)", R"("RequestId":""})"},
    {"xml:  overwritten values", "<r>", "<RequestId><a/></RequestId>", "<RequestId/></r>"},
    {"json: overwritten lists", "{", R"("BackendServers":[{"ServerId":"","Port":"x"}],)", R"("BackendServers":[]})"},
    {"xml:  overwritten lists", "<r>",
     "<BackendServers><BackendServer><ServerId/><Port>x</Port></BackendServer></BackendServers>", "<BackendServers/></r>"},
    {"json: overwritten far behind", R"({"VServerGroupId":[],"VServerGroupName":[],"BackendServers":[0],"a":[)", "0,",
     R"(0],"VServerGroupId":"","VServerGroupName":"","BackendServers":[]})"},
    // One small entry from which a long list seems to follow.
    {"json: claim only", R"({"BackendServers":[{"ServerId":""},)", "\n", "{}]}"},
    {"xml:  claim only", "<r><BackendServers><BackendServer><ServerId/></BackendServer>", "\n",
     "</BackendServers></r>"},
    // Members that are passed over.
    {"json: unknown members", "{", R"("a":0,)", R"("b":0})"},
    {"xml:  unknown elements", "<r>", "<a/>", "</r>"},
    {"json: one field again and again", "{", R"("RequestId":"\u0041",)", R"("RequestId":""})"},
    {"xml:  one field again and again", "<r>", "<RequestId>&lt;</RequestId>", "</r>"},
    {"json: wrapped", R"({"aResponse":{)", R"("a":{},)", R"("b":0}})"},
    // Texts that need decoding.
    {"json: escapes", R"({"RequestId":")", R"(\u0041)", R"("})"},
    {"json: pairs of escapes", R"({"RequestId":")", R"(\ud83d\ude00)", R"("})"},
    {"json: escapes in a name", R"({")", R"(\u0041)", R"(":0})"},
    {"xml:  &amp;", "<r><RequestId>", "&amp;", "</RequestId></r>"},
    {"xml:  zeros in a reference", "<r><RequestId>&#", "0", "65;</RequestId></r>"},
    {"xml:  CDATA sections", "<r><RequestId>", "<![CDATA[]]>", "</RequestId></r>"},
    {"xml:  comments", "<r><RequestId>", "<!---->", "</RequestId></r>"},
    {"xml:  carriage returns", "<r><RequestId>", "\r", "</RequestId></r>"},
    // Runs of one byte.
    {"json: ]", R"({"a":)", "]", ""},
    {"xml:  ]", "<r>", "]", "</r>"},
    {"json: blanks", "{", " ", "}"},
    {"xml:  blanks in a tag", "<r", " ", "/>"},
    {"json: digits", R"({"a":)", "1", "}"},
    {"json: digits for a port", R"({"BackendServers":[{"ServerId":"","Port":)", "1", "}]}"},
    {"json: three bytes a character", R"({"RequestId":")", "\xe5\x90\x8e", R"("})"},
    {"xml:  three bytes a character", "<r><RequestId>", "\xe5\x90\x8e", "</RequestId></r>"},
    // Names and attributes.
    {"json: long name", R"({")", "a", R"(":0})"},
    {"xml:  long name", "<", "a", "/>"},
    {"xml:  long name that does not end", "<r><", "a", ""},
    {"xml:  long entity", "<r>&", "a", ";</r>"},
    {"xml:  attributes", "<r", " a='' b='' c='' d='' e='' f='' g='' h=''", "/>"},
    {"xml:  tags with attributes", "<r>", "<a b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m=''/>",
     "</r>"},
    {"xml:  long attribute", "<r a='", "b", "'/>"},
    // Depth, and what never ends.
    {"json: [", R"({"a":)", "[", ""},
    {"json: [ for a list", R"({"BackendServers":)", "[", ""},
    {"json: {\"a\":", "", R"({"a":)", ""},
    {"xml:  <a>", "", "<a>", ""},
    {"xml:  <a> <b>", "<r>", "<a><b></b></a>", "</r>"},
    {"xml:  comment that does not end", "<r><!--", " ", ""},
    {"xml:  CDATA that does not end", "<r><![CDATA[", "]", ""},
    {"xml:  instruction that does not end", "<r><?a ", "?", ""},
    {"json: string that does not end", R"({"RequestId":")", "a", ""},
    // Refusals.
    {"json: refusal", R"({"Code":"Throttling","Message":")", R"(\n)", R"("})"},
    {"xml:  refusal", "<Error><Code>Throttling</Code><Message>", "&#10;", "</Message></Error>"},
    {"html: page", "<html>", "<p>", ""},
    {"text", "", "equestId ", ""},
};

/// Lists as a request carries them, for the forgiving reader.
inline constexpr hostile lists[] = {
    {"list: empty servers", "[", "{'ServerId':''},", "]"},
    {"list: bare names", "[", "{ServerId:a},", "]"},
    {"list: commas", "[", ",", "]"},
    {"list: full-width commas", "[", "\xef\xbc\x8c", "]"},
    {"list: escapes", "[{'ServerId':'", R"(\x41)", "'}]"},
    {"list: brackets inside a value", "[{'a':", "[{}],", "}]"},
    {"list: brackets that stay open", "[{'a':", "[", ""},
    {"list: quote that stays open", "[{'ServerId':'", "a", ""},
    {"list: blanks", "[", " ", "]"},
};

}  // namespace bounds
