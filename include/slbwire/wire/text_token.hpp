#pragma once
// A text as it stands in a document.

#include <string_view>

namespace slbwire {

/// Text of a JSON string or an XML element, as written: where `coded` is false it is the value itself,
/// otherwise it holds escapes, references or markup that json::decode_text or xml::decode_text removes.
/// Points into the document.
struct text_token {
    std::string_view raw;
    bool coded = false;
};

}  // namespace slbwire
