#pragma once
// The replies of the fake service: a small tree, written as JSON the way the real service does it
// (compact, numbers as numbers, lists always arrays) or as XML the way its pages show it.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fake {

struct node {
    enum class kind { text, bare, object, list } what = kind::object;
    std::string name{};
    std::string text{};
    std::vector<node> children{};
};

inline node text(std::string name, std::string value) { return {node::kind::text, std::move(name), std::move(value), {}}; }
inline node number(std::string name, std::int64_t value) {
    return {node::kind::bare, std::move(name), std::to_string(value), {}};
}
inline node object(std::string name, std::vector<node> members) {
    return {node::kind::object, std::move(name), {}, std::move(members)};
}
/// Two levels: an object called `name` with an array called `item`.
inline node list(std::string name, std::string item, std::vector<node> entries) {
    for (node& entry : entries) entry.name = item;
    return object(std::move(name), {{node::kind::list, std::move(item), {}, std::move(entries)}});
}

inline void append_escaped(std::string& out, std::string_view value, bool json) {
    for (char c : value) {
        if (json && (c == '"' || c == '\\')) (out += '\\') += c;
        else if (!json && c == '&') out += "&amp;";
        else if (!json && c == '<') out += "&lt;";
        else if (!json && c == '>') out += "&gt;";
        else out += c;
    }
}

inline void append_json(std::string& out, const node& n) {
    switch (n.what) {
    case node::kind::text:
        out += '"';
        append_escaped(out, n.text, true);
        out += '"';
        break;
    case node::kind::bare: out += n.text; break;
    case node::kind::object:
    case node::kind::list: {
        const bool is_object = n.what == node::kind::object;
        out += is_object ? '{' : '[';
        for (std::size_t i = 0; i < n.children.size(); ++i) {
            if (i != 0) out += ',';
            if (is_object) ((out += '"') += n.children[i].name) += "\":";
            append_json(out, n.children[i]);
        }
        out += is_object ? '}' : ']';
    }
    }
}

inline void append_xml(std::string& out, const node& n) {
    if (n.what == node::kind::list) {
        for (const node& entry : n.children) append_xml(out, entry);
        return;
    }
    ((out += '<') += n.name) += '>';
    append_escaped(out, n.text, false);
    for (const node& child : n.children) append_xml(out, child);
    ((out += "</") += n.name) += '>';
}

inline std::string render(const node& root, bool json) {
    std::string out;
    if (!json) out = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    if (json) append_json(out, root);
    else append_xml(out, root);
    return out;
}

}  // namespace fake
