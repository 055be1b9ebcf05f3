#pragma once
// Texts of a XML document to members of a reply: what is the same for every XML library.

#include <charconv>

#include "inputs.hpp"

namespace bench {

/// False where the text is no number.
inline bool read_integer(std::string_view text, std::optional<std::int32_t>& to) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, to.emplace());
    return error == std::errc() && stop == end;
}

template <class Text>
bool read_field(std::string_view name, std::string_view value, server<Text>& to) {
    if (name == "ServerId") to.server_id = Text(value);
    else if (name == "Port") return read_integer(value, to.port);
    else if (name == "Weight") return read_integer(value, to.weight);
    else if (name == "Type") to.type = Text(value);
    else if (name == "Description") to.description = Text(value);
    return true;
}

/// A reply from a document. `Node` has `name()`, `text()`, `first()`, `next()`, and is false past the last one;
/// only elements are to be seen.
template <class Text, class Node>
std::optional<reply<Text>> read_reply(Node root) {
    reply<Text> r;
    if (!root) return {};
    for (Node part = root.first(); part; part = part.next()) {
        const std::string_view name = part.name();
        if (name == "RequestId") r.request_id = Text(part.text());
        else if (name == "VServerGroupId") r.vserver_group_id = Text(part.text());
        if (name != "BackendServers") continue;
        for (Node entry = part.first(); entry; entry = entry.next()) {
            auto& to = r.backend_servers.emplace_back();
            for (Node field = entry.first(); field; field = field.next()) {
                if (!read_field(field.name(), field.text(), to)) return {};
            }
        }
    }
    if (r.request_id.empty()) return {};
    return r;
}

/// A reply from the events of a parser.
class xml_events {
public:
    void start(std::string_view name) {
        ++depth_;
        text_.clear();
        if (depth_ == 2) in_list_ = name == "BackendServers";
        if (depth_ == 3 && in_list_) result_.backend_servers.emplace_back();
    }
    void text(std::string_view piece) { text_ += piece; }
    void end(std::string_view name) {
        if (depth_ == 4 && in_list_) right_ = right_ && read_field(name, text_, result_.backend_servers.back());
        else if (depth_ == 2 && name == "RequestId") result_.request_id = text_;
        else if (depth_ == 2 && name == "VServerGroupId") result_.vserver_group_id = text_;
        --depth_;
        text_.clear();
    }
    std::optional<reply<std::string>> take() {
        if (!right_ || result_.request_id.empty()) return {};
        return std::move(result_);
    }

private:
    reply<std::string> result_{};
    std::string text_;
    int depth_ = 0;
    bool in_list_ = false;
    bool right_ = true;
};

}  // namespace bench
