// Expat: its events, with a parser that is used again.

#include <expat.h>

#include "harness.hpp"
#include "xml_fields.hpp"

namespace {

using namespace bench;

xml_events& events_of(void* user) { return *static_cast<xml_events*>(user); }

std::optional<reply<std::string>> sax(const document& body) {
    static const XML_Parser parser = XML_ParserCreate(nullptr);
    XML_ParserReset(parser, nullptr);
    xml_events events;
    XML_SetUserData(parser, &events);
    XML_SetElementHandler(parser, [](void* user, const char* name, const char**) { events_of(user).start(name); },
                          [](void* user, const char* name) { events_of(user).end(name); });
    XML_SetCharacterDataHandler(parser, [](void* user, const char* text, int size) {
        events_of(user).text({text, static_cast<std::size_t>(size)});
    });
    if (XML_Parse(parser, body.body().data(), static_cast<int>(body.body().size()), 1) != XML_STATUS_OK) return {};
    return events.take();
}

const registration here([] {
    add_version("Expat", std::to_string(XML_MAJOR_VERSION) + "." + std::to_string(XML_MINOR_VERSION) + "." +
                             std::to_string(XML_MICRO_VERSION));
    add_decoder(format::xml, "Expat: SAX", sax);
});

}  // namespace
