// pugixml: its document, in place.

#include <pugixml.hpp>

#include "harness.hpp"
#include "xml_fields.hpp"

namespace {

using namespace bench;

class node {
public:
    explicit node(pugi::xml_node n) : n_(n) {}
    explicit operator bool() const { return !n_.empty(); }
    std::string_view name() const { return n_.name(); }
    std::string_view text() const { return n_.child_value(); }
    node first() const { return node(n_.first_child()); }
    node next() const { return node(n_.next_sibling()); }

private:
    pugi::xml_node n_;
};

template <class Text, unsigned Flags>
std::optional<reply<Text>> dom(const document& body) {
    static pugi::xml_document d;  // views borrow from it
    if (!d.load_buffer_inplace(body.copy(), body.body().size(), Flags, pugi::encoding_utf8)) return {};
    return read_reply<Text>(node(d.document_element()));
}

const registration here([] {
    using std::string, std::string_view;
    constexpr unsigned usual = pugi::parse_default;
    constexpr unsigned least = pugi::parse_minimal | pugi::parse_escapes;
    add_version("pugixml", std::to_string(PUGIXML_VERSION / 1000) + "." + std::to_string(PUGIXML_VERSION / 10 % 100));
    add_decoder(format::xml, "pugixml: DOM in place", dom<string, usual>);
    add_decoder(format::xml, "pugixml: DOM in place", dom<string_view, usual>);
    add_decoder(format::xml, "pugixml: DOM in place, parse_minimal and escapes", dom<string, least>);
    add_decoder(format::xml, "pugixml: DOM in place, parse_minimal and escapes", dom<string_view, least>);
});

}  // namespace
