// Builds a reply from the bytes, writes it as JSON and as XML with random legal spellings (escapes, references,
// CDATA, comments, blanks, order, numbers as text, wrapping, unknown members), and demands that both decode to it.

#include <algorithm>
#include <utility>

#include <slbwire/slbwire.hpp>
#include <slbwire/core/ascii.hpp>
#include <slbwire/core/utf8.hpp>
#include <slbwire/wire/json.hpp>
#include <slbwire/wire/xml.hpp>

#include <slbwire/model/show.hpp>

#include "support.hpp"

using namespace slbwire;

namespace {

using reply = vserver_group_attribute;
using operation_type = describe_vserver_group_attribute;

/// Valid UTF-8 of characters that both formats can hold.
std::string some_text(fuzz::choices& choose) {
    std::string text(choose.take(choose.up_to(10)));
    text.resize(utf8::valid_prefix(text));
    std::string kept;
    for (std::size_t i = 0; i < text.size();) {
        const utf8::decoded c = utf8::decode(std::string_view(text).substr(i));
        if (xml::is_char(c.point)) kept.append(text, i, c.length);
        i += c.length;
    }
    return kept;
}

reply some_reply(fuzz::choices& choose) {
    reply r{.request_id = "R"};
    r.vserver_group_id = "g" + some_text(choose);
    r.vserver_group_name = some_text(choose);
    r.create_time = some_text(choose);
    for (unsigned n = choose.up_to(4); n != 0; --n) {
        backend_server& s = r.backend_servers.emplace_back();
        s.server_id = some_text(choose);
        if (choose.yes()) s.port = static_cast<std::int32_t>(choose.byte()) * 8'421'504 - 1'000'000'000;
        if (choose.yes()) s.weight = choose.byte();
        s.description = some_text(choose);
        if (choose.yes()) s.proxy_protocol_v2_enabled = choose.yes();
    }
    for (unsigned n = choose.up_to(2); n != 0; --n) r.tags.push_back({some_text(choose), some_text(choose)});
    return r;
}

/// Writes documents, spelling by chance.
class speller : private viewer {
public:
    speller(fuzz::choices& choose, bool json) : choose_(choose), json_(json) {}

    std::string document(const reply& r) {
        const bound_source<reply> source(&r);
        if (json_) {
            const bool wrapped = choose_.yes();
            if (wrapped) {
                out_ += '{';
                gap();
                open(choose_.yes() ? "DescribeVServerGroupAttributeResponse" : "DescribeVServerGroupAttribute");
            }
            object(source);
            if (wrapped) out_ += "}";
        } else {
            if (choose_.yes()) {
                ((out_ += "<?xml version='1.0' encoding=\"") += choose_.yes() ? "UTF-8" : "us-ascii") += "\"?>";
            }
            gap();
            out_ += "<r a='1'>";
            object(source);
            out_ += "</r >";
        }
        gap();
        return out_;
    }

private:
    void gap() {
        constexpr std::string_view json_gaps[] = {"", "", " ", "\n\t", "\r\n"};
        constexpr std::string_view xml_gaps[] = {"", "", " ", "\n\t", "<!-- - -->", "<?p ?>", "\r\n"};
        out_ += json_ ? json_gaps[choose_.up_to(4)] : xml_gaps[choose_.up_to(6)];
    }
    void hex(unsigned value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            const unsigned digit = value >> shift & 15;
            out_ += choose_.yes() ? "0123456789abcdef"[digit] : "0123456789ABCDEF"[digit];
        }
    }
    void json_character(char32_t c, std::string_view written) {
        const unsigned how = choose_.up_to(5);
        if (how == 0 || c < 0x20) {
            if (c >= 0x10000) {
                out_ += "\\u";
                hex(0xd800 + ((c - 0x10000) >> 10), 4);
                out_ += "\\u";
                hex(0xdc00 + ((c - 0x10000) & 0x3ff), 4);
            } else {
                out_ += "\\u";
                hex(c, 4);
            }
        } else if (c == '"' || c == '\\') {
            (out_ += '\\') += static_cast<char>(c);
        } else if (c == '/' && how == 1) {
            out_ += "\\/";
        } else {
            out_ += written;
        }
    }
    void xml_character(char32_t c, std::string_view written) {
        const unsigned how = choose_.up_to(5);
        if (how == 0 || c == '\r') {  // as itself a carriage return would be read as a line feed
            out_ += choose_.yes() ? "&#x0" : "&#x";
            hex(c, c < 0x10000 ? 4 : 6);
            out_ += ';';
        } else if (how == 1) {
            ((out_ += "&#") += ascii::decimal(c).view()) += ';';
        } else if (c == '<' || c == '&' || c == '>' || c == '"' || c == '\'') {
            out_ += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : "&apos;";
        } else if (how == 2 && c != ']') {
            ((out_ += "<![CDATA[") += written) += "]]>";
        } else if (c == '\n' && how == 3) {
            out_ += "\r\n";
        } else {
            out_ += written;
        }
        if (how == 4) out_ += "<!-- c -->";
    }
    void text(std::string_view value) {
        for (std::size_t i = 0; i < value.size();) {
            const utf8::decoded c = utf8::decode(value.substr(i));
            if (json_) json_character(c.point, value.substr(i, c.length));
            else xml_character(c.point, value.substr(i, c.length));
            i += c.length;
        }
    }
    void open(std::string_view name) {
        if (json_) {
            out_ += '"';
            text(name);
            out_ += '"';
            gap();
            out_ += ':';
            gap();
        } else {
            ((out_ += '<') += name) += choose_.yes() ? " >" : ">";
        }
    }
    void close(std::string_view name) {
        if (!json_) ((out_ += "</") += name) += '>';
    }
    void separate(bool& first) {
        gap();
        if (json_ && !first) out_ += ',';
        first = false;
        gap();
    }
    void unknown(bool& first) {
        if (choose_.up_to(4) != 0) return;
        separate(first);
        if (json_) out_ += R"("Unknown":[{"Port":[1,{}]},null,"\u0000"])";
        else out_ += "<Unknown>t<Port>1<x/></Port>&lt;</Unknown>";
    }
    /// A value that the field cannot hold, and that the next one of its name takes the place of.
    void unfit(const field_info& info, bool& first) {
        separate(first);
        open(info.name);
        if (info.kind == field_kind::integer || info.kind == field_kind::boolean) {
            out_ += json_ ? R"(["x"])" : choose_.yes() ? "x" : "1<Port>2</Port>";
        } else if (info.kind == field_kind::list) {
            out_ += json_ ? R"([{},{"Port":"x"}])" : choose_.yes() ? "x<y/>" : "<Strange/>";
        } else {
            out_ += json_ ? "[{}]" : "<y>x</y>";
        }
        close(info.name);
    }
    /// `set` is null where the field is not set.
    void value(const object_source& source, std::size_t i, const set_field* set, bool& first) {
        const field_info& info = source.infos()[i];
        std::string plain;
        if (info.kind == field_kind::text) {
            if (set != nullptr) plain = set->view();
            // Entries must have what is required, also where it is empty.
            if (plain.empty() && !info.rule.required && choose_.yes()) return;
        } else if (info.kind == field_kind::integer) {
            if (set == nullptr) return;
            plain = ascii::decimal(set->number).view();
        } else if (info.kind == field_kind::boolean) {
            if (set == nullptr) return;
            plain = set->number != 0 ? "true" : "false";
        }
        if (!json_ && info.kind == field_kind::list && choose_.up_to(3) == 0) {
            // The list's name repeated: without entries nothing, or an empty element.
            info_ = &info;
            flat_ = true;
            source.show(i, *this);
            return;
        }
        if (choose_.up_to(7) == 0) unfit(info, first);
        separate(first);
        open(info.name);
        if (info.kind == field_kind::list || info.kind == field_kind::object) {
            info_ = &info;
            source.show(i, *this);
        } else if (json_ && (info.kind == field_kind::text || choose_.yes())) {
            out_ += '"';
            text(plain);
            out_ += '"';
        } else if (json_) {
            out_ += plain;
        } else {
            text(plain);
        }
        close(info.name);
    }
    bool object(const object_source& source) override {
        const std::size_t size = source.infos().size();
        set_field memory[most_fields];
        const array_view<const set_field> set(memory, source.set_fields(memory));
        const bool backwards = choose_.yes();
        bool first = true;
        if (json_) out_ += '{';
        for (std::size_t k = 0; k < size; ++k) {
            const std::size_t i = backwards ? size - 1 - k : k;
            unknown(first);
            const auto found = std::find_if(set.begin(), set.end(), [&](const set_field& s) {
                return s.info == &source.infos()[i];
            });
            value(source, i, found == set.end() ? nullptr : &*found, first);
        }
        gap();
        if (json_) out_ += '}';
        return true;
    }
    bool list(list_source& entries) override {
        const field_info info = *info_;
        if (std::exchange(flat_, false)) return flat_list(entries, info.name);
        const std::string_view item = choose_.yes() ? info.item : info.name;
        const std::size_t size = entries.size();
        const bool one_level = json_ && choose_.up_to(3) == 0;
        const bool bare = json_ && size == 1 && !one_level && choose_.yes();
        if (json_ && size == 0 && choose_.up_to(3) == 0) return out_ += choose_.yes() ? R"("")" : R"("\u0020\t")", true;
        if (json_ && !one_level) {
            out_ += '{';
            open(item);
        }
        if (json_ && !bare) out_ += '[';
        bool first = true;
        for (std::size_t at = 0; at < size; ++at) {
            if (bare) gap();
            else separate(first);
            if (!json_) open(item);
            object(entries.entry(at));
            close(item);
        }
        gap();
        if (json_ && !bare) out_ += ']';
        if (json_ && !one_level) out_ += '}';
        return true;
    }

    bool flat_list(list_source& entries, std::string_view name) {
        for (std::size_t at = 0; at < entries.size(); ++at) {
            gap();
            open(name);
            object(entries.entry(at));
            close(name);
        }
        if (choose_.yes()) ((out_ += '<') += name) += "/>";
        return true;
    }

    fuzz::choices& choose_;
    bool json_;
    bool flat_ = false;
    std::string out_;
    const field_info* info_ = nullptr;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::choices choose(fuzz::text_of(data, size));
    const reply expected = some_reply(choose);
    for (bool is_json : {true, false}) {
        const std::string body = speller(choose, is_json).document(expected);
        fuzz::promise(is_json ? json::check(body).has_value() : xml::check(body).has_value(), "the spelling is legal");
        const auto decoded = finish<operation_type>({.status = 200, .body = body});
        if (!decoded || !(*decoded == expected)) {
            std::fprintf(stderr, "%s\n%s\n%s\n", body.c_str(), show(expected).c_str(),
                         decoded ? show(*decoded).c_str() : decoded.error().message().c_str());
        }
        fuzz::promise(decoded && *decoded == expected, "both spellings decode to the reply");
    }
    return 0;
}
