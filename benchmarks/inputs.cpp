#include "inputs.hpp"

namespace bench {

namespace {

constexpr std::int32_t ports[] = {80, 443, 8080, 3306};

std::int32_t port_of(std::size_t i) { return ports[i % std::size(ports)]; }
std::int32_t weight_of(std::size_t i) { return i == 0 ? 100 : static_cast<std::int32_t>(i * 37 % 101); }

/// An id as the service makes them: 22 characters.
std::string realistic_id(std::size_t i) {
    std::string digits = std::to_string(i * 7919 % 1'000'000'000);
    return "i-bp1fq61enf4" + std::string(9 - digits.size(), '0') + digits;
}

/// The text of a document, laid out or not.
class writer {
public:
    explicit writer(bool pretty) : pretty_(pretty) {}

    void put(std::string_view text) { text_ += text; }
    void put(char c) { text_ += c; }
    /// Begins a line at a depth, where there are lines.
    void line(std::size_t depth) {
        if (pretty_) (text_ += '\n').append(2 * depth, ' ');
    }
    std::string take() { return std::move(text_); }

protected:
    bool pretty_;

private:
    std::string text_;
};

class json_writer : public writer {
public:
    using writer::writer;

    void name(std::size_t depth, std::string_view name) {
        line(depth);
        text(name);
        put(pretty_ ? ": " : ":");
    }
    void text(std::string_view value) {
        put('"');
        for (char c : value) {
            if (c == '"' || c == '\\') put('\\');
            put(c);
        }
        put('"');
    }
};

class xml_writer : public writer {
public:
    using writer::writer;

    void leaf(std::size_t depth, std::string_view name, std::string_view value) {
        line(depth);
        tag("<", name);
        for (char c : value) {
            if (c == '&') put("&amp;");
            else if (c == '<') put("&lt;");
            else put(c);
        }
        tag("</", name);
    }
    void tag(std::string_view opening, std::string_view name) {
        put(opening);
        put(name);
        put('>');
    }
};

}  // namespace

reply<std::string> make_reply(format f, const shape& s) {
    reply<std::string> r{"9DEC9C28-AB05-4DDF-9A78-6B08EC9CE18C", "rsp-cige6j5e7p", {}};
    const char* const brief = f == format::json ? "web tier 东区" : "a & b";
    for (std::size_t i = 0; i < s.servers; ++i) {
        r.backend_servers.push_back({
            .server_id = s.realistic ? realistic_id(i) : "vm-" + std::to_string(400 + i),
            .port = port_of(i),
            .weight = weight_of(i),
            .type = i % 8 == 7 ? "eni" : "ecs",
            .description = s.realistic ? "web tier 东区 & 西区, rack \"12\", owner: platform team" : brief,
        });
    }
    return r;
}

std::string write_json(const reply<std::string>& r, bool pretty) {
    json_writer out(pretty);
    out.put('{');
    out.name(1, "RequestId");
    out.text(r.request_id);
    out.put(',');
    out.name(1, "VServerGroupId");
    out.text(r.vserver_group_id);
    out.put(',');
    out.name(1, "BackendServers");
    out.put('{');
    out.name(2, "BackendServer");
    out.put('[');
    for (const auto& s : r.backend_servers) {
        if (&s != &r.backend_servers.front()) out.put(',');
        out.line(3);
        out.put('{');
        out.name(4, "ServerId");
        out.text(s.server_id);
        out.put(',');
        out.name(4, "Port");
        out.put(std::to_string(*s.port));
        out.put(',');
        out.name(4, "Weight");
        out.put(std::to_string(*s.weight));
        out.put(',');
        out.name(4, "Type");
        out.text(s.type);
        out.put(',');
        out.name(4, "Description");
        out.text(s.description);
        out.line(3);
        out.put('}');
    }
    out.line(2);
    out.put(']');
    out.line(1);
    out.put('}');
    out.line(0);
    out.put('}');
    return out.take();
}

std::string write_xml(const reply<std::string>& r, bool pretty) {
    constexpr std::string_view root = "ModifyVServerGroupBackendServersResponse";
    xml_writer out(pretty);
    out.put(R"(<?xml version="1.0" encoding="UTF-8"?>)");
    out.line(0);
    out.tag("<", root);
    out.leaf(1, "RequestId", r.request_id);
    out.leaf(1, "VServerGroupId", r.vserver_group_id);
    out.line(1);
    out.tag("<", "BackendServers");
    for (const auto& s : r.backend_servers) {
        out.line(2);
        out.tag("<", "BackendServer");
        out.leaf(3, "ServerId", s.server_id);
        out.leaf(3, "Port", std::to_string(*s.port));
        out.leaf(3, "Weight", std::to_string(*s.weight));
        out.leaf(3, "Type", s.type);
        out.leaf(3, "Description", s.description);
        out.line(2);
        out.tag("</", "BackendServer");
    }
    out.line(1);
    out.tag("</", "BackendServers");
    out.line(0);
    out.tag("</", root);
    return out.take();
}

call_input make_call(std::size_t servers) {
    call_input call;
    for (std::size_t i = 0; i < servers; ++i) {
        call.old_backend_servers.push_back(
            {.server_id = "vm-" + std::to_string(233 + i), .port = port_of(i), .weight = weight_of(i)});
    }
    return call;
}

library_call::library_call(const call_input& call)
    : client{.credentials = {std::string(call.access_key_id), std::string(call.access_key_secret)},
             .region_id = std::string(call.region_id)},
      operation{.vserver_group_id = std::string(call.vserver_group_id),
                .old_backend_servers = call.old_backend_servers},
      when{.time = call.time, .nonce = std::string(call.nonce)},
      extra{{"VServerGroupName", call.vserver_group_name},
            {"LoadBalancerId", call.load_balancer_id},
            {"ClientToken", call.client_token}} {
    // The operation leaves an empty list out.
    if (call.old_backend_servers.empty()) extra.push_back({"OldBackendServers", "[]"});
}

std::string library_call::canonical_query() const {
    const std::string all = url();
    const std::size_t first = all.find('?') + 1;
    return all.substr(first, all.find("&Signature=") - first);
}

}  // namespace bench
