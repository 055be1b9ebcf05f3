// Any bytes: xml::check ends and says where a fault is; what it accepts can be walked by elements, and every
// text decodes to characters that XML allows, in no more bytes than were written. (tests/wire compares the
// grammar with tables; where libxml2 is there, with libxml2.)

#include <slbwire/wire/xml.hpp>
#include <slbwire/core/utf8.hpp>

#include "support.hpp"

#if defined(SLBWIRE_FUZZ_LIBXML2)
#include <libxml/parser.h>
#endif

using namespace slbwire;

namespace {

void check_text(std::string_view raw) {
    std::string value(raw.size(), '\0');
    value.resize(static_cast<std::size_t>(xml::decode_text(raw, value.data()) - value.data()));
    std::string in_place(raw);
    in_place.resize(static_cast<std::size_t>(xml::decode_text(in_place, in_place.data()) - in_place.data()));
    fuzz::promise(in_place == value, "decoding in place gives the same");
    for (std::size_t i = 0; i < value.size();) {
        const utf8::decoded c = utf8::decode(std::string_view(value).substr(i));
        fuzz::promise(c.length != 0 && xml::is_char(c.point), "a text holds characters of XML");
        i += c.length;
    }
}

/// Walks by elements; where one has none, reads it again as text.
void walk(xml::cursor& in) {
    const xml::cursor here = in;
    std::string_view name;
    bool children = false;
    while (in.next_child(name)) {
        children = true;
        fuzz::promise(!name.empty(), "an element has a name");
        walk(in);
    }
    fuzz::promise(!in.failed(), "walking an accepted document does not fail");
    xml::cursor again = here;
    text_token token;
    const bool is_leaf = again.leaf(token);
    fuzz::promise(is_leaf != children, "an element has text or elements");
    if (!is_leaf) return;
    fuzz::promise(again.offset() == in.offset(), "both ways end at one place");
    check_text(token.raw);
}

#if defined(SLBWIRE_FUZZ_LIBXML2)
/// What both must agree on: our limits are left out, namespaces, which libxml2 knows, NUL, at which it ends, and what
/// it takes in a declaration against productions [26] and [32]: the version `1.`, no blank before `standalone`.
bool is_comparable(std::string_view text, const fault& found) {
    const errc code = found.code;
    const std::string_view rest = found ? text.substr(found.offset) : std::string_view();
    if (rest.starts_with("1.\"") || rest.starts_with("1.'") || rest.starts_with("standalone")) return false;
    if (text.find('\0') != std::string_view::npos || text.find(':') != std::string_view::npos) return false;
    return code != errc::too_deep && code != errc::too_many_attributes && code != errc::unsupported_encoding &&
           text.find("<!DOCTYPE") == std::string_view::npos && text.find("xmlns") == std::string_view::npos;
}
#endif

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::exact_block block(fuzz::text_of(data, size));
    const auto checked = xml::check(block.view());
    if (!checked) {
        fuzz::promise(checked.error().code != errc::ok, "a refusal has a reason");
        fuzz::promise(checked.error().offset <= size, "a fault is inside the text");
    } else {
        xml::cursor in(block.view());
        std::string_view root;
        fuzz::promise(in.root(root), "an accepted document has a root");
        walk(in);
        fuzz::promise(in.finish(), "an accepted document ends");
    }
#if defined(SLBWIRE_FUZZ_LIBXML2)
    if (is_comparable(block.view(), checked ? fault{} : checked.error())) {
        xmlParserCtxtPtr context = xmlNewParserCtxt();
        xmlDocPtr document = xmlCtxtReadMemory(context, block.view().data(), static_cast<int>(size), nullptr, "UTF-8",
                                               XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE);
        const bool well_formed = context->wellFormed != 0 && document != nullptr;
        xmlFreeDoc(document);
        xmlFreeParserCtxt(context);
        fuzz::promise(well_formed == checked.has_value(), "xml::check agrees with libxml2");
    }
#endif
    return 0;
}
