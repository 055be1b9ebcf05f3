// libxml2: its events and its tree.

#include <memory>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "harness.hpp"
#include "xml_fields.hpp"

namespace {

using namespace bench;

const char* text_of(const xmlChar* text) { return reinterpret_cast<const char*>(text); }
xml_events& events_of(void* user) { return *static_cast<xml_events*>(user); }

xmlSAXHandler make_handler() {
    xmlSAXHandler h{};
    h.initialized = XML_SAX2_MAGIC;
    h.startElementNs = [](void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int,
                          int, const xmlChar**) { events_of(user).start(text_of(name)); };
    h.endElementNs = [](void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
        events_of(user).end(text_of(name));
    };
    h.characters = [](void* user, const xmlChar* text, int size) {
        events_of(user).text({text_of(text), static_cast<std::size_t>(size)});
    };
    h.getEntity = [](void*, const xmlChar* name) { return xmlGetPredefinedEntity(name); };
    return h;
}

std::optional<reply<std::string>> sax(const document& body) {
    static xmlSAXHandler handler = make_handler();
    xml_events events;
    const int size = static_cast<int>(body.body().size());
    if (xmlSAXUserParseMemory(&handler, &events, body.body().data(), size) != 0) return {};
    return events.take();
}

class node {
public:
    explicit node(const xmlNode* n) : n_(n) {
        while (n_ != nullptr && n_->type != XML_ELEMENT_NODE) n_ = n_->next;
    }
    explicit operator bool() const { return n_ != nullptr; }
    std::string_view name() const { return text_of(n_->name); }
    /// With XML_PARSE_NOENT a text is one node.
    std::string_view text() const {
        const xmlNode* const child = n_->children;
        return child != nullptr && child->type == XML_TEXT_NODE ? text_of(child->content) : "";
    }
    node first() const { return node(n_->children); }
    node next() const { return node(n_->next); }

private:
    const xmlNode* n_;
};

template <class Text>
std::optional<reply<Text>> tree(const document& body) {
    static std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> d(nullptr, xmlFreeDoc);  // views borrow from it
    constexpr int options =
        XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
    d.reset(xmlReadMemory(body.body().data(), static_cast<int>(body.body().size()), nullptr, nullptr, options));
    if (d == nullptr) return {};
    return read_reply<Text>(node(xmlDocGetRootElement(d.get())));
}

const registration here([] {
    add_version("libxml2", LIBXML_DOTTED_VERSION);
    add_decoder(format::xml, "libxml2: SAX", sax);
    add_decoder(format::xml, "libxml2: tree", tree<std::string>);
    add_decoder(format::xml, "libxml2: tree", tree<std::string_view>);
});

}  // namespace
