// RapidXML: its document, always in place.

#include <rapidxml/rapidxml.hpp>

#include "harness.hpp"
#include "xml_fields.hpp"

namespace {

using namespace bench;

class node {
public:
    explicit node(const rapidxml::xml_node<>* n) : n_(n) {}
    explicit operator bool() const { return n_ != nullptr; }
    std::string_view name() const { return {n_->name(), n_->name_size()}; }
    std::string_view text() const { return {n_->value(), n_->value_size()}; }
    node first() const { return node(n_->first_node()); }
    node next() const { return node(n_->next_sibling()); }

private:
    const rapidxml::xml_node<>* n_;
};

template <class Text, int Flags>
std::optional<reply<Text>> dom(const document& body) try {
    static rapidxml::xml_document<> d;  // views borrow from it
    d.clear();
    d.parse<Flags>(body.copy());
    return read_reply<Text>(node(d.first_node()));
} catch (const rapidxml::parse_error&) {
    return {};
}

const registration here([] {
    using std::string, std::string_view;
    constexpr int none = 0;
    constexpr int end_tags = rapidxml::parse_validate_closing_tags;
    add_version("RapidXML", "1.13");  // the last one; it does not tell by itself
    add_decoder(format::xml, "RapidXML: DOM", dom<string, none>);
    add_decoder(format::xml, "RapidXML: DOM", dom<string_view, none>);
    add_decoder(format::xml, "RapidXML: DOM, end tags checked", dom<string, end_tags>);
    add_decoder(format::xml, "RapidXML: DOM, end tags checked", dom<string_view, end_tags>);
});

}  // namespace
